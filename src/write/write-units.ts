import type { LanguageTag } from '../language/tag.ts'
import { silent, type Report } from '../message/report.ts'
import type { AlignedDocument, DocumentRecord, Unit, UnitVersion } from '../tree/unit.ts'
import {
  defaultWriteOptions,
  type Chunk,
  type Format,
  type Granularity,
  type Packer,
  type Serializer,
  type WriteOptions
} from './format.ts'
import { fileName, routes, takes, writtenLanguages, type Route } from './routes.ts'
import { targetName } from './select/index.ts'
import { visibleUnit } from './visible-unit.ts'

/** Documents to write. One may come in several pieces, one after the other, with the same `document` value. */
export type Documents = AsyncIterable<AlignedDocument> | Iterable<AlignedDocument>

/** Who wants to know what happens during the writing. */
export interface WriteListeners {
  report?: Report
}

/** A unit to write, and the targets (see `targetName`) that have its source already. */
export interface TakenUnit {
  unit: Unit
  repeatedIn: ReadonlySet<string>
}

/** An output file while it is written. */
interface OpenFile {
  name: string
  serializer: Serializer
  packer: Packer | undefined
  document: DocumentRecord | undefined
  /** What was made and not yet yielded. */
  pending: string
  /** Of all that was made, in UTF-8. */
  bytes: number
}

/** How many UTF-16 units are gathered before they are yielded: a chunk a unit would cost more than making it. */
const chunkLength = 65_536

/** One route of one granularity: its files beside each other, one a part, and which split they are at. */
interface Channel {
  route: Route
  granularity: Granularity
  parts: readonly string[]
  files: OpenFile[] | undefined
  split: number
}

/** The files of a format with all units, piece by piece, in constant memory: what is kept is one piece of a document. */
export async function* writeUnits(
  format: Format,
  documents: Documents,
  options: Partial<WriteOptions> = {},
  listeners: WriteListeners = {}
): AsyncGenerator<Chunk, void, undefined> {
  const settled = { ...defaultWriteOptions, ...options }
  const writing = new Writing(format, settled, listeners.report ?? silent)
  for await (const { document, units } of documents) {
    yield* writing.document(document, units.map((unit) => ({ unit, repeatedIn: nowhere })), writtenLanguages({ document, units }, settled))
  }
  yield* writing.end()
}

const nowhere: ReadonlySet<string> = new Set()

/** The files of one format while they are written. */
export class Writing {
  readonly format: Format
  readonly #options: Readonly<WriteOptions>
  readonly #report: Report
  readonly #written = new WeakMap<UnitVersion, string>()
  readonly #channels = new Map<string, Channel>()
  #languages: readonly LanguageTag[] | undefined
  #routes: Route[] = []
  #document: DocumentRecord | undefined
  #documents = 0
  readonly #leftOut = new Set<string>()

  constructor(format: Format, options: Readonly<WriteOptions>, report: Report) {
    this.format = format
    this.#options = options
    this.#report = report
  }

  /** A piece of a document; `languages` in the order of the files, of which those of the first piece count. */
  *document(document: DocumentRecord, units: readonly TakenUnit[], languages: readonly LanguageTag[]): Generator<Chunk, void, undefined> {
    if (this.#languages === undefined) {
      this.#languages = languages
      this.#routes = routes(this.format, this.#languages, this.#options)
    }
    if (document !== this.#document) {
      if (this.format.perDocument) yield* this.#closeAll()
      this.#document = document
      this.#documents += 1
    }
    const { kind } = this.format
    for (const { unit: given, repeatedIn } of units) {
      const unit = this.format.verbatim ? given : visibleUnit(given, this.#report)
      this.#noticeLanguages(unit, document)
      for (const route of this.#routes) {
        if (takes(this.format, route, unit) && !repeatedIn.has(targetName({ kind, languages: route.languages }))) yield* this.#unit(route, unit, document)
      }
    }
  }

  *end(): Generator<Chunk, void, undefined> {
    yield* this.#closeAll()
  }

  *#unit(route: Route, unit: Unit, document: DocumentRecord): Generator<Chunk, void, undefined> {
    const channel = this.#channel(route, unit.granularity)
    let files = channel.files ?? this.#open(channel, document)
    const limit = (this.#options.splitMb ?? Infinity) * 1_000_000
    if (this.format.heeds.includes('splitMb') && files.some((file) => file.bytes >= limit)) {
      yield* this.#close(channel)
      channel.split += 1
      files = this.#open(channel, document)
    }
    for (const file of files) {
      if (file.document !== document) {
        if (file.document !== undefined) append(file, file.serializer.closeDocument?.(file.document))
        append(file, file.serializer.openDocument?.(document, this.#documents))
        file.document = document
      }
      append(file, file.serializer.unit(unit, document))
      if (file.pending.length >= chunkLength) yield flush(file)
    }
  }

  #channel(route: Route, granularity: Granularity): Channel {
    const key = `${route.key}.${granularity}`
    const known = this.#channels.get(key)
    if (known !== undefined) return known
    const channel: Channel = {
      route,
      granularity,
      parts: this.format.parts?.(route.languages) ?? [''],
      files: undefined,
      split: 1
    }
    this.#channels.set(key, channel)
    return channel
  }

  #open(channel: Channel, document: DocumentRecord): OpenFile[] {
    const { route, granularity, parts, split } = channel
    const number = this.format.perDocument ? this.#documents : 1
    const files = parts.map((part): OpenFile => {
      const extension = part === '' ? this.format.extension : part
      const name = fileName({ stem: this.#options.name, document: number, key: route.key, granularity, part: split, extension })
      const { scope, languages } = route
      const context = { scope, languages, granularity, part, options: this.#options, report: this.#report, written: this.#written }
      const serializer = this.format.open(context)
      const file: OpenFile = { name, serializer, packer: this.format.pack?.(), document: undefined, pending: '', bytes: 0 }
      append(file, serializer.start(document))
      return file
    })
    channel.files = files
    return files
  }

  *#close(channel: Channel): Generator<Chunk, void, undefined> {
    for (const file of channel.files ?? []) {
      const { serializer, document } = file
      if (document !== undefined) append(file, serializer.closeDocument?.(document))
      append(file, serializer.end())
      yield { ...flush(file, true), last: true }
    }
    channel.files = undefined
  }

  *#closeAll(): Generator<Chunk, void, undefined> {
    for (const channel of this.#channels.values()) yield* this.#close(channel)
  }

  /** Says once for each language that the files have no place for it: one of a later document, or a second variant. */
  #noticeLanguages({ versions, memory }: Unit, document: DocumentRecord): void {
    const unknown = this.format.keepsMemory ? [] : (memory?.variants ?? []).filter(({ code }) => code === undefined)
    const later = this.#options.languages === undefined ? Object.keys(versions).filter((code) => !this.#hasLanguage(code)) : []
    for (const language of [...later, ...unknown.map((variant) => variant.language)]) {
      if (this.#leftOut.has(language)) continue
      this.#leftOut.add(language)
      this.#report('write:language-left-out', undefined, { language, document: document.symbol ?? 'a document' })
    }
  }

  #hasLanguage(code: string): boolean {
    return this.#languages?.some((language) => language === code) ?? false
  }
}

function append(file: OpenFile, text = ''): void {
  file.pending += text
  file.bytes += Buffer.byteLength(text)
}

function flush(file: OpenFile, isLast = false): Chunk {
  const { name, packer, pending: text } = file
  file.pending = ''
  if (packer === undefined) return { file: name, text }
  const bytes = packer.push(text)
  return { file: name, text: '', bytes: isLast ? Buffer.concat([bytes, packer.end()]) : bytes }
}
