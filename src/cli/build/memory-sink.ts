/** The units of a build into a memory that lives in one file. */
import { openMemory } from '../../memory/index.ts'
import type { AlignedDocument } from '../../tree/unit.ts'
import { PackedList } from './packed-list.ts'
import type { BuiltDocument, UnitSink } from './sink.ts'

/** Adds all documents at the end: what a memory has already is left, so that a build that was ended can be run again. */
export class MemorySink implements UnitSink {
  readonly #file: string
  readonly #read: (built: Omit<BuiltDocument, 'aligned'>) => AlignedDocument
  readonly #taken = new PackedList<Omit<BuiltDocument, 'aligned'>>()

  /** `read` gives the units of a document again: they do not wait in memory. */
  constructor(file: string, read: (built: Omit<BuiltDocument, 'aligned'>) => AlignedDocument) {
    this.#file = file
    this.#read = read
  }

  take({ document, key }: BuiltDocument): Promise<void> {
    this.#taken.push({ document, key })
    return Promise.resolve()
  }

  async end(): Promise<void> {
    const memory = await openMemory(this.#file, { create: true })
    try {
      await memory.add(this.#documents(), { file: this.#file })
    } finally {
      await memory.close()
    }
  }

  *#documents(): Generator<AlignedDocument, void, undefined> {
    for (const built of this.#taken) yield this.#read(built)
  }
}
