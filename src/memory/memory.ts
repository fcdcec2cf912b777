/** A memory: documents in, units out by what they say. */
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readSymbol } from '../grammar/symbol.ts'
import { byCodeUnits } from '../language/code-unit-order.ts'
import { inOrder, type LanguageTag } from '../language/tag.ts'
import { HexaplaError } from '../message/report.ts'
import { recordLanguages } from '../tree/record.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../tree/unit.ts'
import { isTagAuthor, isTagName, isTagReason, type UnitTag } from '../tree/unit-tag.ts'
import { Adding, type AddedDocument } from './add.ts'
import { isPostgresUrl } from './address.ts'
import { amendUnits } from './amend.ts'
import { dateOf, type Entry } from './entry.ts'
import { findMatches, findOccurrences, replacementsOf } from './find.ts'
import type { ConcordanceOptions, FindOptions, Match, Occurrence } from './found.ts'
import { openPostgres } from './postgres-store.ts'
import type { MemoryFilter } from './sight.ts'
import { openSqlite } from './sqlite-store.ts'
import { countMemory, type MemoryStats } from './stats.ts'
import { transaction, type Store } from './store.ts'
import { readEntries } from './stored-entry.ts'
import { unitsOfEntry } from './stored-unit.ts'
import { putTags } from './tags.ts'
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

/** Runs of the index change once in a hundred thousand texts: to look again twice is more than will be needed. */
const mostLooks = 2

export class Memory {
  /** The name of its file, or its address without a password. */
  readonly file: string
  readonly #store: Store
  #seen = ''
  /** The last one who writes by this connection. */
  #writing: Promise<unknown> = Promise.resolve()
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
  add(documents: AsyncIterable<AlignedDocument> | Iterable<AlignedDocument>, options: AddOptions): Promise<void> {
    return this.#alone(() => this.#add(documents, options))
  }

  async #add(documents: AsyncIterable<AlignedDocument> | Iterable<AlignedDocument>, { file, added = () => undefined }: AddOptions): Promise<void> {
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
      // Calls of an engine that are done at once would let nothing else happen: no signal, no reader.
      await setImmediate()
      await adding.index()
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
      await adding.close()
    } catch (error) {
      if (current !== undefined) await store.rollback()
      throw error
    }
  }

  /** Texts of the memory that are like a text: the same, the same but for numbers and case, then by the words that differ. */
  async find(text: string, options: FindOptions = {}): Promise<Match[]> {
    return this.#look((view) => findMatches(view, text, options))
  }

  /** Texts in which a word or a phrase stands, the last ones added first. */
  async concordance(phrase: string, options: ConcordanceOptions = {}): Promise<Occurrence[]> {
    return this.#look((view) => findOccurrences(view, phrase, options))
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
    const changed = await this.#alone(() => transaction(this.#store, async () => {
      const found = (await this.#entriesOf(symbol)).filter((entry) => entry.isForgotten === undo)
      if (found.length > 0) await this.#store.setForgotten(found.map(({ id }) => id), !undo)
      return found.length
    }))
    if (changed === 0) throw new HexaplaError('memory:symbol-unknown', { actual: symbol, file: this.file }, this.file)
    return changed
  }

  /**
   * Sets tags on a document in all its issues, or on those of its units that have these ids, in the issues that nothing replaces.
   * Throws `memory:symbol-unknown`, `memory:unit-unknown`.
   */
  async tag(symbol: string, tags: readonly UnitTag[], units?: readonly string[]): Promise<void> {
    for (const { tag, by, reason } of tags) {
      if (!isTagName(tag) || (by !== undefined && !isTagAuthor(by)) || (reason !== undefined && !isTagReason(reason))) throw new RangeError(`Unexpected tag ${tag}, expected a name, and lines without marks that part them`)
    }
    const sight = (await this.#state()).sight({})
    await this.#alone(async () => {
      const entries = (await this.#entriesOf(symbol)).filter((entry) => units === undefined || !sight.isReplaced(entry))
      const found = await putTags(this.#store, entries, tags, units)
      const missing = units?.filter((unit) => !found.has(unit)) ?? []
      if (missing.length > 0) throw new HexaplaError('memory:unit-unknown', { actual: missing.join(', '), document: symbol, file: this.file }, this.file)
    })
  }

  /** Takes tags off a document and all its units, or off some of these; with `by` only those that this one has set. Returns how many. */
  async untag(symbol: string, { tags, units, by }: { tags?: readonly string[]; units?: readonly string[]; by?: string } = {}): Promise<number> {
    return this.#alone(async () => {
      const entries = (await this.#entriesOf(symbol)).map(({ id }) => id)
      const which = { entries, ...(tags === undefined ? {} : { tags }), ...(units === undefined ? {} : { units }), ...(by === undefined ? {} : { author: by }) }
      return transaction(this.#store, () => this.#store.deleteTags(which))
    })
  }

  /** All tags of a document: of units by their ids, of the whole by the empty id. Throws `memory:symbol-unknown`. */
  async tags(symbol: string): Promise<Array<UnitTag & { unit: string }>> {
    const seen = new Map<string, UnitTag & { unit: string }>()
    for (const { tags } of await this.#entriesOf(symbol)) {
      for (const [unit, each] of tags) for (const tag of each) seen.set(JSON.stringify([unit, tag]), { unit, ...tag })
    }
    return [...seen.values()]
  }

  /** All entries of a document, by its symbol or by its name. Throws `memory:symbol-unknown`. */
  async #entriesOf(symbol: string): Promise<Entry[]> {
    const found = new Map<number, Entry>()
    for (const document of new Set([readSymbol(symbol).key, symbol])) for (const [id, entry] of await readEntries(this.#store, document)) found.set(id, entry)
    if (found.size === 0) throw new HexaplaError('memory:symbol-unknown', { actual: symbol, file: this.file }, this.file)
    return [...found.values()]
  }

  async close(): Promise<void> {
    await this.#store.close()
  }

  /** Writes once all who wrote by this connection have ended. */
  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#writing.then(work)
    this.#writing = result.catch(() => undefined)
    return result
  }

  /** Looks into the index; again where another writer has put other runs into their places meanwhile. */
  async #look<Found>(work: (view: View) => Promise<Found>): Promise<Found> {
    for (let left = mostLooks; ; left--) {
      const view = await this.#state()
      try {
        const found = await work(view)
        if (left === 0 || (await view.isCurrent())) return found
      } catch (error) {
        if (left === 0 || (await view.isCurrent())) throw error
      }
    }
  }

  /** What is known of the memory now; read anew where somebody has written into it. */
  async #state(): Promise<View> {
    const state = await this.#store.state()
    if (state !== this.#seen || this.#view === undefined) {
      this.#seen = state
      const before = this.#view
      const view = (this.#view = (before ?? Promise.resolve(undefined)).then((known) => View.open(this.#store, state, known)))
      // What could not be read once may be read the next time.
      view.catch(() => {
        if (this.#view === view) this.#view = undefined
      })
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

/**
 * Opens a memory, or makes it with `create`: a file of SQLite by its name or as a `file:` URL, or a database of Postgres by its
 * address, `postgres://user@host/database`. Throws a `HexaplaError` where that cannot be done.
 */
export async function openMemory(url: URL | string, { create = false }: { create?: boolean } = {}): Promise<Memory> {
  const name = String(url)
  if (isPostgresUrl(name)) return new Memory(await openPostgres(name, create))
  return new Memory(await openSqlite(name.startsWith('file://') ? fileURLToPath(name) : name, create))
}

/** By symbol, and by all that tells two entries of one symbol apart. */
function byName(a: Entry, b: Entry): number {
  return byCodeUnits(a.document, b.document) || byCodeUnits(JSON.stringify(a.record), JSON.stringify(b.record)) || byCodeUnits(b.granularity, a.granularity) || a.id - b.id
}
