/** Where the units of a build go. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { AlignedDocument } from '../../tree/unit.ts'
import { hashOf } from '../../collection/keys.ts'
import { FormatsWriting, type Chunk, type Exclusion, type SelectListeners, type UnitFormatName, type WriteFormatsOptions } from '../../write/index.ts'
import { FileSaving } from '../output/save-files.ts'
import { dropUnfinished } from './drop-unfinished.ts'
import type { PlannedDocument } from './plan.ts'
import type { Store } from './store.ts'

/** A document with its units. */
export interface BuiltDocument {
  document: PlannedDocument
  /** Name of the result: equal for equal units. */
  key: string
  aligned: AlignedDocument
}

/** Takes documents in the order of their symbols, and then the end. */
export interface UnitSink {
  take: (built: BuiltDocument) => Promise<void>
  end: () => Promise<void>
}

/** Files with the units of all documents, which come to their places with the others of `saving`. */
export class CollectionSink implements UnitSink {
  readonly #saving: FileSaving
  readonly #writing: FormatsWriting

  constructor(saving: FileSaving, formats: readonly UnitFormatName[], options: Partial<WriteFormatsOptions>, listeners: SelectListeners) {
    this.#saving = saving
    this.#writing = new FormatsWriting(formats, options, listeners)
  }

  async take({ aligned }: BuiltDocument): Promise<void> {
    await saveChunks(this.#saving, this.#writing.document(aligned))
  }

  async end(): Promise<void> {
    await saveChunks(this.#saving, this.#writing.end())
  }
}

/** Letters that are gathered before they are written: a piece is a unit, and to write one costs as much as to make it. */
const mostGathered = 1 << 20

/** Saves the pieces of files, those of one file as one. */
async function saveChunks(saving: FileSaving, chunks: Iterable<Chunk>): Promise<void> {
  const gathered = new Map<string, string>()
  let size = 0
  const flush = async (): Promise<void> => {
    for (const [file, text] of gathered) await saving.write(file, text)
    gathered.clear()
    size = 0
  }
  for (const { file, text, bytes, last } of chunks) {
    if (bytes === undefined) gathered.set(file, (gathered.get(file) ?? '') + text)
    size += text.length
    if (bytes !== undefined || last || size > mostGathered) await flush()
    if (bytes !== undefined) await saving.write(file, bytes)
    if (last) await saving.close(file)
  }
  await flush()
}

/** What was written of documents apart, by the name of their folder: of what, and which files. */
export type WrittenDocuments = Record<string, { of: string; files: string[]; exclusions: Exclusion[] }>

/** A folder with files for each document; what is there already is left as it is. */
export class EachSink implements UnitSink {
  readonly #store: Store
  readonly #formats: readonly UnitFormatName[]
  readonly #options: Partial<WriteFormatsOptions>
  readonly #listeners: SelectListeners
  readonly #before: WrittenDocuments
  /** What there is now. */
  readonly written: WrittenDocuments = {}

  constructor(store: Store, formats: readonly UnitFormatName[], options: Partial<WriteFormatsOptions>, listeners: SelectListeners, before: WrittenDocuments) {
    this.#store = store
    this.#formats = formats
    this.#options = options
    this.#listeners = listeners
    this.#before = before
  }

  async take({ document: { name }, key, aligned }: BuiltDocument): Promise<void> {
    const of = hashOf('each', key, this.#formats, this.#options)
    const before = this.#before[name]
    if (before?.of === of && before.files.every((file) => existsSync(path.join(this.#store.folder, file)))) this.written[name] = before
    else {
      const exclusions: Exclusion[] = []
      const listeners = { ...this.#listeners, excluded: (exclusion: Exclusion) => exclusions.push(exclusion) }
      const folder = path.join(this.#store.folder, eachFolder, name)
      if (existsSync(folder)) dropUnfinished(folder)
      const saving = new FileSaving(folder, [], { isDurable: true })
      try {
        const writing = new FormatsWriting(this.#formats, { ...this.#options, name }, listeners)
        await saveChunks(saving, writing.document(aligned))
        await saveChunks(saving, writing.end())
        this.written[name] = { of, files: (await saving.commit()).map((file) => path.relative(this.#store.folder, file)), exclusions }
      } catch (error) {
        await saving.giveUp()
        throw error
      }
    }
    for (const exclusion of this.written[name]?.exclusions ?? []) this.#listeners.excluded?.(exclusion)
  }

  end(): Promise<void> {
    return Promise.resolve()
  }
}

/** Folder with a folder for each document. */
const eachFolder = 'documents'
