/** A memory: documents in, units out by what they say. */
import { readSymbol } from '../grammar/symbol.ts'
import { byCodeUnits } from '../language/code-unit-order.ts'
import { inOrder, type LanguageTag } from '../language/tag.ts'
import { HexaplaError } from '../message/report.ts'
import { recordLanguages } from '../tree/record.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../tree/unit.ts'
import { Adding, type AddedDocument } from './add.ts'
import { amendUnits } from './amend.ts'
import { indexEvery } from './build-index.ts'
import { dateOf, type Entry } from './entry.ts'
import { findMatches, findOccurrences, replacementsOf } from './find.ts'
import type { FindOptions, Match, Occurrence } from './found.ts'
import type { MemoryFilter } from './sight.ts'
import { openSqlite } from './sqlite-store.ts'
import { countMemory, type MemoryStats } from './stats.ts'
import { transaction, type Store } from './store.ts'
import { readEntries } from './stored-entry.ts'
import { unitsOfEntry } from './stored-unit.ts'
import { View } from './view.ts'

export interface AddOptions {
  /** Name of the input: what tells documents without a symbol from others. */
  file: string
  /** Hears of each document once it is stored for good. */
  added?: (document: AddedDocument) => void
}

/** A document of a memory, as lists show it. */
export interface ListedEntry {
  entry: Entry
  date: string
  /** Whether all of its languages are replaced. */
  isReplaced: boolean
  replacedBy: Record<LanguageTag, string>
}

export class Memory {
  /** The name of its file, or its address without a password. */
  readonly file: string
  readonly #store: Store
  #seen = ''
  #view: Promise<View> | undefined

  /** See `openMemory`. */
  constructor(store: Store) {
    this.#store = store
    this.file = store.name
  }

  /**
   * Adds documents as they come. Each is stored whole or not at all, and stays whatever happens to the next one; readers go on
   * meanwhile. Pieces of a document may come one after the other or apart; a document that is there already is left.
   */
  async add(documents: AsyncIterable<AlignedDocument> | Iterable<AlignedDocument>, { file, added = () => undefined }: AddOptions): Promise<void> {
    const store = this.#store
    const adding = new Adding(store, file)
    let current: DocumentRecord | undefined
    const close = async (): Promise<void> => {
      if (current === undefined) return
      const done = await adding.end()
      for (const { entry } of done) if (entry !== undefined) await this.#amend(entry)
      await store.commit()
      current = undefined
      for (const document of done) added(document)
      await adding.index(indexEvery)
    }
    try {
      for await (const { document, units } of documents) {
        if (document !== current) {
          await close()
          await adding.begin()
          current = document
        }
        await adding.add(document, units)
      }
      await close()
      await adding.index(0)
    } catch (error) {
      if (current !== undefined) await store.rollback()
      throw store.errorOf(error)
    }
  }

  /** Texts of the memory that are like a text: the same, the same but for numbers and case, then by the words that differ. */
  async find(text: string, options: FindOptions = {}): Promise<Match[]> {
    return findMatches(await this.#state(), text, options)
  }

  /** Texts in which a word or a phrase stands, the last ones added first. */
  async concordance(phrase: string, options: Omit<FindOptions, 'min'> = {}): Promise<Occurrence[]> {
    return findOccurrences(await this.#state(), phrase, options)
  }

  /** The languages of the memory, as tables have them. */
  async languages(filter: MemoryFilter = {}): Promise<LanguageTag[]> {
    const visible = await this.#visible(filter)
    const [first] = visible
    const named = first ? recordLanguages(first.record) : []
    return [...new Set([...named, ...inOrder(visible.flatMap(({ issues }) => [...issues.keys()]))])]
  }

  /**
   * Units by document, in the order of the symbols: what writers take. The same documents give the same units in the same
   * order, whenever each was added.
   */
  async *documents(filter: MemoryFilter = {}): AsyncGenerator<AlignedDocument, void, undefined> {
    const sight = (await this.#state()).sight(filter)
    let document: DocumentRecord | undefined
    let known = ''
    for (const entry of await this.#visible(filter)) {
      // Sentences and paragraphs of one document are two entries.
      const record = JSON.stringify(entry.record)
      if (document === undefined || record !== known) [document, known] = [entry.record, record]
      for await (const page of unitsOfEntry(this.#store, entry)) {
        const units = page.filter(({ unit, id }) => sight.hasUnit(unit, id)).map(({ unit }) => unit)
        if (units.length > 0) yield { document, units }
      }
    }
  }

  /** All units of an entry, in pages, whatever replaces it. */
  async *unitsOf(entry: Entry): AsyncGenerator<Unit[], void, undefined> {
    for await (const page of unitsOfEntry(this.#store, entry)) yield page.map(({ unit }) => unit)
  }

  /** Its documents, in the order of their symbols; with `all`, those that are replaced, too. */
  async list(filter: MemoryFilter = {}): Promise<ListedEntry[]> {
    const sight = (await this.#state()).sight(filter)
    return (await this.#visible(filter)).map((entry) => ({ entry, date: dateOf(entry), isReplaced: sight.isReplaced(entry), replacedBy: replacementsOf(sight, entry) }))
  }

  /** What it holds, counted. */
  async stats(filter: MemoryFilter = {}): Promise<MemoryStats> {
    return countMemory(this.#store, (await this.#state()).sight(filter))
  }

  /** Takes a document out of sight, or back with `undo`. Returns how many entries that were. Throws `memory:symbol-unknown`. */
  async forget(symbol: string, undo = false): Promise<number> {
    const { key } = readSymbol(symbol)
    const changed = await transaction(this.#store, async () => {
      const found = new Map<number, Entry>()
      for (const document of new Set([key, symbol])) for (const [id, entry] of await readEntries(this.#store, document)) if (entry.isForgotten === undo) found.set(id, entry)
      if (found.size > 0) await this.#store.setForgotten([...found.keys()], !undo)
      return found.size
    })
    if (changed === 0) throw new HexaplaError('memory:symbol-unknown', { actual: symbol, file: this.file }, this.file)
    return changed
  }

  async close(): Promise<void> {
    await this.#store.close()
  }

  /** What is known of the memory now; read anew where somebody has written into it. */
  async #state(): Promise<View> {
    const state = await this.#store.state()
    if (state !== this.#seen || this.#view === undefined) {
      this.#seen = state
      const before = this.#view
      this.#view = before === undefined ? View.open(this.#store) : before.then((view) => View.open(this.#store, view))
    }
    return this.#view
  }

  async #visible(filter: MemoryFilter): Promise<Entry[]> {
    const view = await this.#state()
    const sight = view.sight(filter)
    return [...view.entries.values()].filter((entry) => sight.hasEntry(entry)).sort(byName)
  }

  async #amend(id: number): Promise<void> {
    const entry = (await readEntries(this.#store, id)).get(id)
    if (entry) await amendUnits(this.#store, entry, async (document) => [...(await readEntries(this.#store, document)).values()])
  }
}

/** Opens a memory, or makes it with `create`. Throws a `HexaplaError` where that cannot be done. */
export async function openMemory(file: string, { create = false }: { create?: boolean } = {}): Promise<Memory> {
  return new Memory(await openSqlite(file, create))
}

/** By symbol, and by all that tells two entries of one symbol apart. */
function byName(a: Entry, b: Entry): number {
  return byCodeUnits(a.document, b.document) || byCodeUnits(JSON.stringify(a.record), JSON.stringify(b.record)) || byCodeUnits(b.granularity, a.granularity) || a.id - b.id
}
