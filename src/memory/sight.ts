/** What of a memory is to be seen: entries that nothing replaces, by filter and as of a date. */
import { readSymbol } from '../grammar/symbol.ts'
import type { LanguageTag } from '../language/tag.ts'
import { usualStatus } from '../tree/status.ts'
import type { DocumentRecord, Unit, UnitBlock } from '../tree/unit.ts'
import { rowsOf, type Database } from './database.ts'
import { dateOf, findReplacements, isReplaced, type Entry, type Issue, type Replacement } from './entry.ts'

/** What to look at. Conditions that are missing let all pass. */
export interface MemoryFilter {
  /** A symbol, or its beginning at a slash: `A/RES/70` has `A/RES/70/1`. Stars do not count. */
  symbol?: string
  /** What symbols begin with: `A`, `S`, `CCPR`. */
  organ?: string
  /** Dates of documents, ISO 8601, from and to; those without one do not pass. */
  since?: string
  until?: string
  blocks?: readonly UnitBlock[]
  minScore?: number
  /** One of `unitStatuses`, or another that units have. Rejected units are seen by this alone. */
  status?: string
  /** What later versions replace, too. */
  all?: boolean
  /** As if nothing later had come, ISO 8601. Documents without a date have always been there. */
  asOf?: string
}

export class Sight {
  readonly entries: ReadonlyMap<number, Entry>
  readonly #replacements: ReadonlyMap<Entry, Replacement>
  readonly #filter: MemoryFilter
  readonly #visible = new Map<Entry, boolean>()
  readonly #amended: ReadonlyMap<number, readonly Amendment[]>

  constructor(entries: ReadonlyMap<number, Entry>, amended: ReadonlyMap<number, readonly Amendment[]>, filter: MemoryFilter) {
    this.entries = entries
    this.#filter = filter
    this.#amended = amended
    const { asOf } = filter
    const known = asOf === undefined ? entries.values() : [...entries.values()].filter((entry) => dateOf(entry) <= asOf)
    this.#replacements = findReplacements(known)
  }

  /** Whether units of an entry can be seen. */
  hasEntry(entry: Entry): boolean {
    let is = this.#visible.get(entry)
    if (is === undefined) this.#visible.set(entry, (is = this.#passes(entry)))
    return is
  }

  /** Whether a unit of an entry that can be seen is to be seen itself. */
  hasUnit(unit: Unit, id: number): boolean {
    const { blocks, minScore, status, all } = this.#filter
    if (blocks !== undefined && !blocks.includes(unit.block)) return false
    if (minScore !== undefined && (unit.score ?? 1) < minScore) return false
    const own = unit.status ?? usualStatus
    if (status === undefined ? own === 'rejected' && all !== true : own !== status) return false
    return all === true || !this.amendmentsOf(id).some(({ isWhole }) => isWhole)
  }

  /** The entry that replaces one in a language. */
  replacedBy(entry: Entry, language: LanguageTag): Entry | undefined {
    return this.#replacements.get(entry)?.get(language)
  }

  /** Whether all languages of an entry are replaced. */
  isReplaced(entry: Entry): boolean {
    return isReplaced(entry, this.#replacements)
  }

  /** What corrigenda that can be seen say of a unit. */
  amendmentsOf(unit: number): Array<{ by: Entry; isWhole: boolean }> {
    return (this.#amended.get(unit) ?? []).flatMap(({ entry, isWhole }) => {
      const by = this.entries.get(entry)
      return by && !by.isForgotten && this.#isKnown(by) && !this.isReplaced(by) ? [{ by, isWhole }] : []
    })
  }

  #isKnown(entry: Entry): boolean {
    return this.#filter.asOf === undefined || dateOf(entry) <= this.#filter.asOf
  }

  #passes(entry: Entry): boolean {
    const { symbol, organ, since, until, all } = this.#filter
    if (entry.isForgotten || !this.#isKnown(entry)) return false
    if (all !== true && this.isReplaced(entry)) return false
    const key = entry.record.symbol === undefined ? undefined : readSymbol(entry.record.symbol).key
    if (symbol !== undefined) {
      const wanted = readSymbol(symbol).key
      if (key !== wanted && !key?.startsWith(wanted.endsWith('/') ? wanted : `${wanted}/`)) return false
    }
    if (organ !== undefined && key?.split('/', 1)[0] !== organ) return false
    const date = dateOf(entry)
    if (since !== undefined && date < since) return false
    return until === undefined || (date !== '' && date <= until)
  }
}

/** What a corrigendum says of a unit: that it restates its address as a whole, or speaks of it. */
export interface Amendment {
  entry: number
  isWhole: boolean
}

interface IssueRow extends Record<string, number | string | null> {
  entry: number
  language: string
  symbol: string | null
  reissue: string | null
  job: string | null
  date: string | null
  units: number
  words: number
}

interface EntryRow extends Record<string, number | string> {
  id: number
  document: string
  granularity: Unit['granularity']
  record: string
  units: number
  forgotten: number
}

/** Entries of a memory by id, forgotten ones too: all, one by its id, or those of a document. */
export function readEntries(database: Database, which?: number | string): Map<number, Entry> {
  const where = which === undefined ? '' : typeof which === 'number' ? 'WHERE entries.id = ?' : 'WHERE document = ?'
  const values = which === undefined ? [] : [which]
  const issues = new Map<number, Map<LanguageTag, Issue>>()
  for (const row of rowsOf<IssueRow>(database.prepare(`SELECT issues.* FROM issues JOIN entries ON entries.id = issues.entry ${where}`), ...values)) {
    const known = issues.get(row.entry)
    if (known) known.set(row.language, issueOf(row))
    else issues.set(row.entry, new Map([[row.language, issueOf(row)]]))
  }
  const entries = new Map<number, Entry>()
  for (const { id, document, granularity, record, units, forgotten } of rowsOf<EntryRow>(database.prepare(`SELECT * FROM entries ${where} ORDER BY id`), ...values)) {
    entries.set(
      id,
      { id, document, granularity, units, isForgotten: forgotten === 1, record: JSON.parse(record) as DocumentRecord, issues: issues.get(id) ?? new Map<LanguageTag, Issue>() }
    )
  }
  return entries
}

function issueOf({ language, symbol, reissue, job, date, units, words }: IssueRow): Issue {
  return {
    language,
    ...(symbol === null ? {} : { symbol }),
    ...(reissue === null ? {} : { reissue }),
    ...(job === null ? {} : { jobNumber: job }),
    ...(date === null ? {} : { date }),
    units,
    words
  }
}

/** What corrigenda say of units, by the ids of the units. */
export function readAmendments(database: Database): Map<number, Amendment[]> {
  const amended = new Map<number, Amendment[]>()
  for (const { entry, unit, whole } of rowsOf<{ entry: number; unit: number; whole: number }>(database.prepare('SELECT entry, unit, whole FROM amendments ORDER BY unit, entry'))) {
    const amendment = { entry, isWhole: whole === 1 }
    const known = amended.get(unit)
    if (known) known.push(amendment)
    else amended.set(unit, [amendment])
  }
  return amended
}
