/** What somebody has edited or marked in a workbook, or any other file of the units of a review, as edits of that review. */
import type { LanguageTag } from '../language/tag.ts'
import { statusOfEdited, usualStatus } from '../tree/status.ts'
import type { AlignedDocument, DocumentRecord, Unit, UnitVersion } from '../tree/unit.ts'
import { textSums } from '../write/index.ts'
import type { Change } from './edits.ts'
import { keyPrefixes, unitOfRow, type Row, type Segment, type Table } from './row.ts'
import type { Session } from './session.ts'
import { without } from './without.ts'

/** What is known of how the units of a file were written: sums of their texts. */
export type WrittenSums = ReadonlyMap<Unit, ReadonlyMap<LanguageTag, string>>

/** What came of a file. */
export interface Taken {
  /** One of each row that is taken, from the first to the last. */
  changes: Change[]
  texts: number
  marks: number
  /** Rows that were changed on both sides, or are locked; ours stand. */
  conflicts: Array<{ id: string; what: string }>
  /** Ids of what was edited where its segments do not stand together any more. */
  unplaced: string[]
}

/** The key of the segment at an address. */
type KeyOf = (language: LanguageTag, address: string) => string

/** One row as it would be taken. */
interface Found {
  texts: Map<string, string>
  status?: string
  /** Languages, or `status`, in which both sides have changed. */
  conflicts: string[]
}

/**
 * Compares the units of a file with the rows of a session. A text is taken where ours is as it was when the file was written, by the
 * sums in it, or else as it was before the review. `before` is the table as it was then.
 */
export function takeFrom(session: Session, documents: Iterable<AlignedDocument>, before: Table, sums: WrittenSums): Taken {
  const taken: Taken = { changes: [], texts: 0, marks: 0, conflicts: [], unplaced: [] }
  const originals = new Originals(before)
  const places = new Map(session.rows.map((row, index) => [row, index]))
  for (const { document, units } of documents) {
    const prefix = prefixOf(session.table.documents, document)
    for (const unit of units) {
      const keyOf: KeyOf = (language, address) => `${prefix ?? ''}${language}:${address}`
      const row = prefix === undefined ? undefined : rowOf(session, unit, keyOf)
      if (row === undefined) {
        if (isTouched(unit, originals, keyOf, sums.get(unit))) taken.unplaced.push(unit.id)
        continue
      }
      const { texts, status, conflicts } = compare(row, unit, originals, sums.get(unit))
      for (const what of conflicts) taken.conflicts.push({ id: unit.id, what })
      if (texts.size === 0 && status === undefined) continue
      if (row.locked) {
        taken.conflicts.push({ id: unit.id, what: 'locked' })
        continue
      }
      taken.texts += texts.size
      if (status !== undefined && texts.size === 0) taken.marks++
      taken.changes.push({ at: places.get(row) ?? 0, removed: [row], inserted: [edited(row, texts, status)] })
    }
  }
  taken.changes.sort((a, b) => a.at - b.at)
  return taken
}

/** The table before the review, by segment. */
class Originals {
  readonly #texts = new Map<string, string>()
  readonly #rows = new Map<string, Row>()

  constructor({ rows }: Table) {
    for (const row of rows) {
      for (const { key, text } of Object.values(row.cells).flat()) {
        this.#texts.set(key, text)
        this.#rows.set(key, row)
      }
    }
  }

  text(key: string): string | undefined {
    return this.#texts.get(key)
  }

  row(key: string): Row | undefined {
    return this.#rows.get(key)
  }
}

/** What the keys of a document begin with, by its symbol or name; `undefined` where the session has none like it. */
function prefixOf(documents: readonly DocumentRecord[], { symbol, name }: DocumentRecord): string | undefined {
  if (documents.length === 1) return ''
  const found = documents.findIndex((each) => (symbol === undefined ? each.symbol === undefined && each.name === name : each.symbol === symbol))
  return keyPrefixes(documents)[found]
}

/** The row that has just these segments of the languages of a unit. */
function rowOf(session: Session, { versions }: Unit, keyOf: KeyOf): Row | undefined {
  const [first] = Object.entries(versions)
  const row = first && session.rowOf(keyOf(first[0], first[1].addresses[0] ?? ''))
  const isSame = ([language, { addresses }]: [LanguageTag, UnitVersion]): boolean => {
    const own = row?.cells[language] ?? []
    return own.length === addresses.length && addresses.every((address, index) => own[index]?.key === keyOf(language, address))
  }
  return row && Object.entries(versions).every(isSame) ? row : undefined
}

function compare(row: Row, unit: Unit, originals: Originals, sums: ReadonlyMap<LanguageTag, string> = new Map()): Found {
  const found: Found = { texts: new Map(), conflicts: [] }
  const own = unitOfRow(row)
  for (const [language, sum] of sums) {
    const version = own.versions[language]
    // Somebody has emptied the cell: nothing that can be taken.
    if (version && unit.versions[language] === undefined && textSums(version, language).includes(sum)) found.conflicts.push(language)
  }
  for (const [language, theirs] of Object.entries(unit.versions)) {
    const segments = row.cells[language] ?? []
    const differing = segments.flatMap(({ key, text }, index) => (text === theirs.segments[index] ? [] : [[key, theirs.segments[index] ?? ''] as const]))
    if (differing.length === 0) continue
    const sum = sums.get(language)
    const version = own.versions[language]
    const isOurs = sum === undefined || !version ? segments.some(({ key, text }) => originals.text(key) !== text) : !textSums(version, language).includes(sum)
    const isTheirs = sum === undefined ? segments.some(({ key }, index) => originals.text(key) !== theirs.segments[index]) : !textSums(theirs, language).includes(sum)
    if (isTheirs && isOurs) found.conflicts.push(language)
    else if (isTheirs) for (const [key, text] of differing) found.texts.set(key, text)
  }
  return withStatus(found, row, unit, originals)
}

/** A status that they gave; where their texts are in conflict, theirs says nothing of ours. */
function withStatus(found: Found, row: Row, unit: Unit, originals: Originals): Found {
  if (found.conflicts.length > 0) return found
  const [ours, theirs] = [row.status ?? usualStatus, unit.status ?? usualStatus]
  const before = originals.row(keysOf(row)[0] ?? '')?.status ?? usualStatus
  if (theirs === ours || theirs === before) return found
  return ours === before || ours === usualStatus || found.texts.size > 0 ? { ...found, status: theirs } : { ...found, conflicts: ['status'] }
}

/** Whether there is something in a unit that would have to be taken. */
function isTouched({ versions, status = usualStatus }: Unit, originals: Originals, keyOf: KeyOf, sums: ReadonlyMap<LanguageTag, string> = new Map()): boolean {
  const entries = Object.entries(versions)
  const before = entries.flatMap(([language, { addresses }]) => originals.row(keyOf(language, addresses[0] ?? '')) ?? [])[0]
  if (status !== (before?.status ?? usualStatus)) return true
  return entries.some(([language, version]) => {
    const sum = sums.get(language)
    if (sum !== undefined) return !textSums(version, language).includes(sum)
    return version.segments.some((text, index) => originals.text(keyOf(language, version.addresses[index] ?? '')) !== text)
  })
}

function edited(row: Row, texts: ReadonlyMap<string, string>, status: string | undefined): Row {
  const taken = (segment: Segment): Segment => {
    const text = texts.get(segment.key)
    return text === undefined ? segment : { ...segment, text }
  }
  const cells = texts.size === 0 ? row.cells : Object.fromEntries(Object.entries(row.cells).map(([language, segments]) => [language, segments.map(taken)]))
  const { origin } = row
  const own = status ?? (texts.size === 0 ? row.status : statusOfEdited(row.status))
  return {
    ...without(row, 'origin', 'status'),
    cells,
    edited: true,
    ...(own === undefined || own === usualStatus ? {} : { status: own }),
    ...(texts.size === 0 && origin ? { origin } : {})
  }
}

function keysOf({ cells }: Row): string[] {
  return Object.values(cells).flat().map(({ key }) => key)
}
