/** Puts documents into a memory, each whole or not at all. */
import { createHash } from 'node:crypto'
import { readSymbol } from '../grammar/symbol.ts'
import { inOrder, type LanguageTag } from '../language/tag.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import { rowOf, rowsFromJson, rowsToJson, type Database, type Statement } from './database.ts'
import { joinSegments } from '../tree/segments.ts'
import { packUnit } from './packed-unit.ts'
import { lastIndexed, Unindexed, updateIndex } from './build-index.ts'
import { hashText, scanKeys } from './words.ts'

/** What a document became. */
export interface AddedDocument {
  /** Key of its symbol, stars aside; its name where it has none. */
  document: string
  /** Units that have come by now. */
  units: number
  granularity: Unit['granularity']
  /** Its entry; missing where all of it was in the memory already. */
  entry?: number
}

/** An entry while units are added to it. */
interface OpenEntry {
  id: number
  document: DocumentRecord
  granularity: Unit['granularity']
  units: number
  /** Sum of the hashes of its units: the same in whatever pieces they came. */
  hash: bigint
  issues: Map<LanguageTag, { units: number; words: number }>
}

/** Units that are stored at once. */
const unitsAtOnce = 500

/** Adds the documents of one input. What comes of a document in pieces goes into one entry, be they beside each other or not. */
export class Adding {
  readonly #file: string
  readonly #database: Database
  readonly #entries = new Map<string, OpenEntry>()
  /** Entries that the present transaction has changed. */
  readonly #changed = new Set<OpenEntry>()
  /** Texts that it has stored since they were last put into the index, as it will have them. */
  #unindexed: Unindexed
  #nextUnit = 0
  #nextText = 0
  readonly #find: Statement
  readonly #insertTexts: Statement
  readonly #insertUnits: Statement
  readonly #insertUses: Statement

  /** `file` is the name of the input: what tells documents without a symbol from others. */
  constructor(database: Database, file: string) {
    this.#database = database
    this.#file = file
    this.#unindexed = new Unindexed(lastIndexed(database) + 1)
    this.#find = database.prepare('SELECT json_group_array(json_array(id, language, text)) AS list FROM texts WHERE hash IN (SELECT value ->> 0 FROM json_each(?))')
    this.#insertTexts = database.prepare('INSERT INTO texts SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)')
    this.#insertUnits = database.prepare('INSERT INTO units SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)')
    this.#insertUses = database.prepare('INSERT INTO uses SELECT value ->> 0, value ->> 1 FROM json_each(?)')
  }

  /** Begins a transaction: ids go on where they stand now. */
  begin(): void {
    this.#nextUnit = nextId(this.#database, 'units')
    this.#nextText = nextId(this.#database, 'texts')
  }

  /** Puts the texts into the index that are not in it, where there are so many. Outside of a transaction. */
  index(least: number): void {
    if (this.#unindexed.last - this.#unindexed.first + 1 < least) return
    updateIndex(this.#database, this.#unindexed)
    this.#unindexed = new Unindexed(lastIndexed(this.#database) + 1)
  }

  /** Adds a piece of a document. Inside of a transaction. */
  add(document: DocumentRecord, units: readonly Unit[]): void {
    for (let at = 0; at < units.length; at += unitsAtOnce) this.#addUnits(document, units.slice(at, at + unitsAtOnce))
  }

  #addUnits(document: DocumentRecord, units: readonly Unit[]): void {
    const texts = this.#textIds(units)
    const stored: Array<[id: number, entry: number, data: string]> = []
    const uses: Array<[text: number, unit: number]> = []
    for (const unit of units) {
      const entry = this.#open(document, unit.granularity)
      const id = this.#nextUnit++
      const used = new Set<number>()
      const packed = packUnit(unit, (text, language) => {
        const known = texts.get(textKey(wholeText(text), language))
        if (known === undefined) throw new RangeError('Unexpected text, expected one of the units')
        used.add(known.id)
        const issue = entry.issues.get(language) ?? { units: 0, words: 0 }
        entry.issues.set(language, { units: issue.units + 1, words: issue.words + known.words })
        return known.id
      })
      const data = JSON.stringify(packed)
      stored.push([id, entry.id, data])
      for (const text of used) uses.push([text, id])
      entry.units += 1
      entry.hash = BigInt.asUintN(64, entry.hash + hashOfUnit(unit))
    }
    this.#insertUnits.run(rowsToJson(stored))
    this.#insertUses.run(rowsToJson(uses))
  }

  /** Ids of all texts of some units; those that are not stored yet are. */
  #textIds(units: readonly Unit[]): Map<string, { id: number; words: number }> {
    const found = new Map<string, { id: number; words: number; hash: number; loose: number; language: LanguageTag; text: string }>()
    for (const { versions } of units) {
      for (const [language, { segments }] of Object.entries(versions)) {
        const text = wholeText(joinSegments(segments, language))
        const key = textKey(text, language)
        if (found.has(key)) continue
        found.set(key, { id: 0, words: 0, hash: hashText(text, language), loose: 0, language, text })
      }
    }
    const known = rowsFromJson<[id: number, language: string, text: string]>(this.#find, rowsToJson([...found.values()].map(({ hash }) => [hash])))
    for (const [id, language, text] of known) {
      const entry = found.get(textKey(text, language))
      if (entry) entry.id = id
    }
    const fresh = [...found.values()].filter(({ id }) => id === 0)
    for (const known of found.values()) {
      const { text, language } = known
      if (known.id === 0) {
        known.id = this.#nextText++
        const { count, loose } = this.#unindexed.add(known.id, text, language)
        known.words = count
        known.loose = loose
      } else known.words = scanKeys(text, language, () => undefined).count
    }
    this.#insertTexts.run(rowsToJson(fresh.map(({ id, language, hash, loose, text }) => [id, language, hash, loose, text])))
    return found
  }

  /** Ends a transaction, which is still to be committed: what is known of the versions is stored. */
  end(): AddedDocument[] {
    const added = [...this.#changed].map((entry) => this.#close(entry))
    this.#changed.clear()
    return added
  }

  #close(entry: OpenEntry): AddedDocument {
    const { document, granularity } = entry
    const name = documentKey(document, this.#file)
    const hash = entry.hash.toString(16).padStart(16, '0')
    const known = rowOf(
      this.#database.prepare('SELECT id FROM entries WHERE document = ? AND granularity = ? AND hash = ? AND record = ? AND id <> ? AND forgotten = 0'),
      name, granularity, hash, JSON.stringify(document), entry.id
    )
    if (known) {
      this.#drop(entry.id)
      this.#entries.delete(entryName(document, granularity))
      return { document: name, granularity, units: entry.units }
    }
    this.#database.prepare('UPDATE entries SET units = ?, hash = ? WHERE id = ?').run(entry.units, hash, entry.id)
    const insert = this.#database.prepare('INSERT OR REPLACE INTO issues VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    for (const [language, { units, words }] of entry.issues) {
      const { symbol = document.symbol, reissue, jobNumber, date } = document.versions[language] ?? {}
      const parts = symbol === undefined ? undefined : readSymbol(symbol)
      insert.run(
        entry.id, language, symbol ?? null, parts?.base ?? null, parts?.revision ?? null, parts?.addendum ?? null, parts?.corrigendum ?? null,
        parts?.stars ?? null, reissue ?? null, jobNumber ?? null, date ?? null, units, words
      )
    }
    return { document: name, granularity, units: entry.units, entry: entry.id }
  }

  #open(document: DocumentRecord, granularity: Unit['granularity']): OpenEntry {
    const key = entryName(document, granularity)
    const known = this.#entries.get(key)
    if (known) {
      this.#changed.add(known)
      return known
    }
    const { lastInsertRowid } = this.#database
      .prepare("INSERT INTO entries (document, granularity, record, hash, units) VALUES (?, ?, ?, '', 0)")
      .run(documentKey(document, this.#file), granularity, JSON.stringify(document)) as { lastInsertRowid: number }
    const entry: OpenEntry = { id: Number(lastInsertRowid), document, granularity, units: 0, hash: 0n, issues: new Map() }
    // A version without a single unit is one of the document all the same.
    for (const language of Object.keys(document.versions)) entry.issues.set(language, { units: 0, words: 0 })
    this.#entries.set(key, entry)
    this.#changed.add(entry)
    return entry
  }

  /** Takes an entry out again; its texts stay, for others that have them. */
  #drop(entry: number): void {
    this.#database.prepare('DELETE FROM uses WHERE unit IN (SELECT id FROM units WHERE entry = ?)').run(entry)
    this.#database.prepare('DELETE FROM units WHERE entry = ?').run(entry)
    this.#database.prepare('DELETE FROM issues WHERE entry = ?').run(entry)
    this.#database.prepare('DELETE FROM entries WHERE id = ?').run(entry)
  }
}

/** A text as it can be stored: half a character is none in UTF-8, and NUL ends a text of the engine. */
function wholeText(text: string): string {
  // eslint-disable-next-line no-control-regex -- it is what is looked for.
  return /[\u0000\uD800-\uDFFF]/.test(text) ? text.replace(/[\u0000\p{Cs}]/gu, '\uFFFD') : text
}

function textKey(text: string, language: LanguageTag): string {
  return `${language} ${text}`
}

function nextId(database: Database, table: 'texts' | 'units'): number {
  return 1 + (rowOf<{ id: number }>(database.prepare(`SELECT coalesce(max(id), 0) AS id FROM ${table}`))?.id ?? 0)
}

function hashOfUnit(unit: Unit): bigint {
  return createHash('sha256').update(JSON.stringify(unit)).digest().readBigUInt64BE()
}

/** What names a document in a memory: the key of its symbol, else the name of its files, else that of the input. */
export function documentKey({ symbol, name }: DocumentRecord, file: string): string {
  return symbol === undefined ? (name ?? file) : readSymbol(symbol).key
}

/** What tells an entry from the others of one input. */
function entryName(document: DocumentRecord, granularity: Unit['granularity']): string {
  const versions = inOrder(Object.keys(document.versions)).map((language) => [language, document.versions[language]?.symbol, document.versions[language]?.reissue])
  return JSON.stringify([granularity, document.symbol, document.name, versions])
}
