/** A memory: documents in, units out by what they say. */
import { readSymbol } from '../grammar/symbol.ts'
import { inOrder, type LanguageTag } from '../language/tag.ts'
import { HexaplaError } from '../message/report.ts'
import { recordLanguages } from '../tree/record.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../tree/unit.ts'
import { Adding, type AddedDocument } from './add.ts'
import { amendUnits } from './amend.ts'
import { transaction } from './build-index.ts'
import { findPhrase } from './concordance.ts'
import { databaseError, openDatabase, rowOf, rowsFromJson, rowsOf, type Database } from './database.ts'
import { changesOf, type Change } from './distance.ts'
import { dateOf, type Entry } from './entry.ts'
import { leastMin } from './least-min.ts'
import { migrate } from './schema.ts'
import { readAmendments, readEntries, Sight, type Amendment, type MemoryFilter } from './sight.ts'
import { similarTexts, type SimilarText } from './similar.ts'
import { countMemory, type MemoryStats } from './stats.ts'
import { readUnits, unitsOfEntry, type StoredUnit } from './stored-unit.ts'
import { WordIndex } from './word-index.ts'
import { readWords } from './words.ts'

/** A unit that was found, with the document that it is from. */
export interface FoundUnit {
  unit: Unit
  document: DocumentRecord
  /** The latest date of its versions, ISO 8601; empty where none has one. */
  date: string
  /** The document that replaces its document in a language; only where all was asked for, or a language has no later one. */
  replacedBy: Record<LanguageTag, string>
  /** Corrigenda that speak of it. */
  amendedBy: string[]
}

/** A text that is like the one that was asked for. */
export interface Match {
  language: LanguageTag
  text: string
  /** 1 for the same text, .99 at most for any other. */
  score: number
  /** `numbers`: the same words, be it for numbers, case and marks. */
  kind: SimilarText['kind']
  /** Where it differs from what was asked for. */
  changes: Change[]
  /** Units that have it, those of the newest documents first. */
  units: FoundUnit[]
}

/** A text in which a phrase stands. */
export interface Occurrence {
  language: LanguageTag
  text: string
  /** Where the phrase stands, in UTF-16 units. */
  places: Array<[start: number, end: number]>
  units: FoundUnit[]
}

export interface FindOptions extends MemoryFilter {
  /** Language of the text; all of the memory where missing. */
  from?: LanguageTag
  /** Only units that have text in this language. */
  to?: LanguageTag
  /** Lowest score of a match, 0.3 to 1: 0.7. */
  min?: number
  /** Most texts: 10. */
  limit?: number
}

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

/** Units of a text that are looked at: of a formula there are thousands. */
const mostUses = 200

/** Texts that are added before they are put into the index. */
const indexEvery = 65_536

export class Memory {
  readonly file: string
  readonly #database: Database
  #seen = ''
  #entries: ReadonlyMap<number, Entry> = new Map()
  #amended: ReadonlyMap<number, readonly Amendment[]> = new Map()
  #languages: readonly LanguageTag[] = []
  #index: WordIndex | undefined
  readonly #sights = new Map<string, Sight>()

  /** See `openMemory`. */
  constructor(database: Database, file: string) {
    this.#database = database
    this.file = file
  }

  /**
   * Adds documents as they come. Each is stored whole or not at all, and stays whatever happens to the next one; readers go on
   * meanwhile. Pieces of a document may come one after the other or apart; a document that is there already is left.
   */
  async add(documents: AsyncIterable<AlignedDocument> | Iterable<AlignedDocument>, { file, added = () => undefined }: AddOptions): Promise<void> {
    const database = this.#database
    const adding = new Adding(database, file)
    let current: DocumentRecord | undefined
    const close = (): void => {
      if (current === undefined) return
      const done = adding.end()
      for (const { entry } of done) if (entry !== undefined) this.#amend(entry)
      database.exec('COMMIT')
      current = undefined
      for (const document of done) added(document)
      adding.index(indexEvery)
    }
    try {
      for await (const { document, units } of documents) {
        if (document !== current) {
          close()
          database.exec('BEGIN IMMEDIATE')
          current = document
          adding.begin()
        }
        adding.add(document, units)
      }
      close()
      adding.index(0)
    } catch (error) {
      if (current !== undefined) database.exec('ROLLBACK')
      throw databaseError(error, this.file)
    }
  }

  /** Texts of the memory that are like a text: the same, the same but for numbers and case, then by the words that differ. */
  async find(text: string, options: FindOptions = {}): Promise<Match[]> {
    const { min = 0.7, limit = 10, to, from, ...filter } = options
    if (!(min >= leastMin && min <= 1)) throw new RangeError(`Unexpected least score ${min}, expected ${leastMin} to 1`)
    const matches: Match[] = []
    const needed = (): number => (matches.length < limit ? 0 : (matches[limit - 1]?.score ?? 0))
    const { index, sight } = this.#state(filter)
    for (const language of this.#languagesToSearch(from)) {
      const asked = readWords(text, language)
      for (const batch of similarTexts({ database: this.#database, index }, text, language, min, needed)) {
        const good = batch.filter(({ score }) => score >= min && score >= needed())
        const unitsOf = good.length === 0 ? undefined : this.#unitsOf(good.map(({ id }) => id), sight, language, to)
        for (const { id, text: found, score, kind } of good) {
          const units = unitsOf?.get(id)
          if (!units) continue
          matches.push({ language, text: found, score, kind, changes: kind === 'exact' ? [] : changesOf(asked, readWords(found, language)), units })
        }
        matches.sort(better)
      }
      // The other languages may go on while this one is compared.
      await Promise.resolve()
    }
    return matches.slice(0, limit)
  }

  /** Texts in which a word or a phrase stands, the last ones added first. */
  async concordance(phrase: string, options: Omit<FindOptions, 'min'> = {}): Promise<Occurrence[]> {
    const { limit = 10, to, from, ...filter } = options
    const { index, sight } = this.#state(filter)
    const found: Occurrence[] = []
    for (const language of this.#languagesToSearch(from)) {
      const ofLanguage: Occurrence[] = []
      for (const batch of findPhrase(this.#database, index, phrase, language)) {
        for (let at = 0; at < batch.length && ofLanguage.length < limit; ) {
          const part = batch.slice(at, (at += limit - ofLanguage.length))
          const unitsOf = this.#unitsOf(part.map(({ id }) => id), sight, language, to)
          for (const { id, text, places } of part) {
            const units = unitsOf.get(id)
            if (units) ofLanguage.push({ language, text, places, units })
          }
        }
        if (ofLanguage.length >= limit) break
      }
      found.push(...ofLanguage.slice(0, limit))
      await Promise.resolve()
    }
    return found.slice(0, limit)
  }

  /** The languages of the memory, as tables have them. */
  async languages(filter: MemoryFilter = {}): Promise<LanguageTag[]> {
    await Promise.resolve()
    const { sight } = this.#state(filter)
    const visible = [...sight.entries.values()].filter((entry) => sight.hasEntry(entry))
    const [first] = visible.toSorted(byName)
    const named = first ? recordLanguages(first.record) : []
    return [...new Set([...named, ...inOrder(visible.flatMap(({ issues }) => [...issues.keys()]))])]
  }

  /**
   * Units by document, in the order of the symbols: what writers take. The same documents give the same units in the same
   * order, whenever each was added.
   */
  async *documents(filter: MemoryFilter = {}): AsyncGenerator<AlignedDocument, void, undefined> {
    const { sight } = this.#state(filter)
    let document: DocumentRecord | undefined
    let known = ''
    for (const entry of [...sight.entries.values()].filter((each) => sight.hasEntry(each)).sort(byName)) {
      // Sentences and paragraphs of one document are two entries.
      const record = JSON.stringify(entry.record)
      if (document === undefined || record !== known) [document, known] = [entry.record, record]
      for (const page of unitsOfEntry(this.#database, entry)) {
        const units = page.filter(({ unit, id }) => sight.hasUnit(unit, id)).map(({ unit }) => unit)
        if (units.length > 0) yield await Promise.resolve({ document, units })
      }
    }
  }

  /** All units of an entry, in pages, whatever replaces it. */
  async *unitsOf(entry: Entry): AsyncGenerator<Unit[], void, undefined> {
    for (const page of unitsOfEntry(this.#database, entry)) yield await Promise.resolve(page.map(({ unit }) => unit))
  }

  /** Its documents, in the order of their symbols; with `all`, those that are replaced, too. */
  async list(filter: MemoryFilter = {}): Promise<ListedEntry[]> {
    await Promise.resolve()
    const { sight } = this.#state(filter)
    return [...sight.entries.values()]
      .filter((entry) => sight.hasEntry(entry))
      .sort(byName)
      .map((entry) => ({ entry, date: dateOf(entry), isReplaced: sight.isReplaced(entry), replacedBy: replacements(sight, entry) }))
  }

  /** What it holds, counted. */
  async stats(filter: MemoryFilter = {}): Promise<MemoryStats> {
    await Promise.resolve()
    return countMemory(this.#database, this.#state(filter).sight)
  }

  /** Takes a document out of sight, or back with `undo`. Returns how many entries that were. Throws `memory:symbol-unknown`. */
  async forget(symbol: string, undo = false): Promise<number> {
    await Promise.resolve()
    const { key } = readSymbol(symbol)
    const changed = transaction(this.#database, () => {
      const rows = rowsOf<{ id: number }>(this.#database.prepare('SELECT id FROM entries WHERE document IN (?, ?) AND forgotten = ?'), key, symbol, undo ? 1 : 0)
      for (const { id } of rows) this.#database.prepare('UPDATE entries SET forgotten = ? WHERE id = ?').run(undo ? 0 : 1, id)
      return rows.length
    })
    if (changed === 0) throw new HexaplaError('memory:symbol-unknown', { actual: symbol, file: this.file }, this.file)
    return changed
  }

  async close(): Promise<void> {
    await Promise.resolve()
    this.#database.close()
  }

  /** What is known of the memory now; read anew where somebody has written into it. */
  #state(filter: MemoryFilter): { index: WordIndex; sight: Sight } {
    // What others have committed, and what this connection has changed.
    const others = rowOf<{ data_version: number }>(this.#database.prepare('PRAGMA data_version'))?.data_version
    const own = rowOf<{ changes: number }>(this.#database.prepare('SELECT total_changes() AS changes'))?.changes
    const state = `${others ?? ''} ${own ?? ''}`
    if (state !== this.#seen || this.#index === undefined) {
      this.#seen = state
      this.#entries = readEntries(this.#database)
      this.#languages = inOrder([...this.#entries.values()].flatMap(({ issues }) => [...issues.keys()]))
      this.#amended = readAmendments(this.#database)
      this.#index = new WordIndex(this.#database)
      this.#sights.clear()
    }
    const key = JSON.stringify(filter)
    let sight = this.#sights.get(key)
    if (sight === undefined) {
      if (this.#sights.size > 50) this.#sights.clear()
      this.#sights.set(key, (sight = new Sight(this.#entries, this.#amended, filter)))
    }
    return { index: this.#index, sight }
  }

  #languagesToSearch(from: LanguageTag | undefined): readonly LanguageTag[] {
    const known = this.#languages
    if (from === undefined) return known
    if (!known.includes(from)) throw new HexaplaError('memory:language-unknown', { actual: from, expected: known }, this.file)
    return [from]
  }

  /** Units to be seen that have a text, by the ids of the texts, those of the newest documents first. */
  #unitsOf(texts: readonly number[], sight: Sight, from: LanguageTag, to: LanguageTag | undefined): Map<number, FoundUnit[]> {
    const rows = rowsFromJson<[text: number, unit: number, entry: number]>(
      this.#database.prepare(
        'SELECT json_group_array(json_array(uses.text, uses.unit, units.entry)) AS list FROM json_each(?) AS asked JOIN uses ON uses.text = asked.value AND uses.unit IN (SELECT unit FROM uses WHERE text = asked.value ORDER BY unit DESC LIMIT ?) JOIN units ON units.id = uses.unit'
      ),
      JSON.stringify(texts), mostUses
    ).filter(([, , entry]) => {
      const known = sight.entries.get(entry)
      return known !== undefined && sight.hasEntry(known)
    })
    const stored = new Map(readUnits(this.#database, [...new Set(rows.map(([, unit]) => unit))], sight.entries).map((unit) => [unit.id, unit] as const))
    const byText = new Map<number, StoredUnit[]>()
    for (const [text, id] of rows) {
      const unit = stored.get(id)
      if (!unit || !sight.hasUnit(unit.unit, id) || (to !== undefined && (to === from || unit.unit.versions[to] === undefined))) continue
      byText.set(text, [...(byText.get(text) ?? []), unit])
    }
    return new Map([...byText].map(([text, units]) => [text, units.sort(newest).map((unit) => foundUnit(unit, sight))] as const))
  }

  #amend(id: number): void {
    const entries = readEntries(this.#database, id)
    const entry = entries.get(id)
    if (entry) amendUnits(this.#database, entry, (document) => [...readEntries(this.#database, document).values()])
  }
}

/** Opens a memory, or makes it with `create`. Throws a `HexaplaError` where that cannot be done. */
export async function openMemory(file: string, { create = false }: { create?: boolean } = {}): Promise<Memory> {
  const database = await openDatabase(file, create)
  try {
    migrate(database, file)
    database.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000')
    return new Memory(database, file)
  } catch (error) {
    database.close()
    throw databaseError(error, file)
  }
}

function foundUnit({ id, unit, entry }: StoredUnit, sight: Sight): FoundUnit {
  return { unit, document: entry.record, date: dateOf(entry), replacedBy: replacements(sight, entry), amendedBy: sight.amendmentsOf(id).map(({ by }) => by.document) }
}

function replacements(sight: Sight, entry: Entry): Record<LanguageTag, string> {
  return Object.fromEntries([...entry.issues.keys()].flatMap((language) => {
    const by = sight.replacedBy(entry, language)
    return by ? [[language, by.issues.get(language)?.symbol ?? by.document] as const] : []
  }))
}

function better(a: Match, b: Match): number {
  return b.score - a.score || compare(b.units[0]?.date ?? '', a.units[0]?.date ?? '') || compare(a.text, b.text)
}

function newest(a: StoredUnit, b: StoredUnit): number {
  return compare(dateOf(b.entry), dateOf(a.entry)) || compare(a.entry.document, b.entry.document) || a.id - b.id
}

/** By symbol, and by all that tells two entries of one symbol apart. */
function byName(a: Entry, b: Entry): number {
  return compare(a.document, b.document) || compare(JSON.stringify(a.record), JSON.stringify(b.record)) || compare(b.granularity, a.granularity) || a.id - b.id
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
