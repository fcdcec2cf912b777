/** Documents of a memory as they were added, and which of them replace which. */
import { compareIssues, compareReissues, readSymbol, type SymbolParts } from '../grammar/symbol.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { UnitTag } from '../tree/unit-tag.ts'

/** The version of an entry in one language. */
export interface Issue {
  language: LanguageTag
  /** As printed: `A/73/761*`. */
  symbol?: string
  reissue?: string
  jobNumber?: string
  /** ISO 8601. */
  date?: string
  units: number
  words: number
}

/** A document as it was added once: its versions aligned, in units of one size. */
export interface Entry {
  /** Entries that were added later have greater ones. */
  id: number
  /** Key of its symbol, stars aside; a name where it has none. */
  document: string
  granularity: Unit['granularity']
  units: number
  isForgotten: boolean
  record: DocumentRecord
  issues: ReadonlyMap<LanguageTag, Issue>
  /** Tags of its units by their ids, and of all of them by the empty id. */
  tags: ReadonlyMap<string, readonly UnitTag[]>
}

/** The latest date of its versions, ISO 8601; empty where none has one. */
export function dateOf({ issues }: Entry): string {
  return [...issues.values()].reduce((latest, { date = '' }) => (date > latest ? date : latest), '')
}

/** The entry whose versions stand in for those of another one, by language. */
export type Replacement = ReadonlyMap<LanguageTag, Entry>

/**
 * Which entries are replaced, language by language. An entry all of whose languages are replaced is out of sight.
 *
 * A version is replaced by a later one in its language (`compareIssues`: a revision, a star; a reissue by its date), and by
 * the same one in an entry that has a later one in another language, or the same ones and more languages. Of two entries
 * with the same versions the one that was added later stands. All but the last holds whatever the order in which they came.
 */
export function findReplacements(entries: Iterable<Entry>): ReadonlyMap<Entry, Replacement> {
  const groups = new Map<string, Array<{ entry: Entry; symbols: ReadonlyMap<LanguageTag, SymbolParts> }>>()
  for (const entry of entries) {
    if (entry.isForgotten || entry.record.symbol === undefined) continue
    const { base, addendum, corrigendum } = readSymbol(entry.record.symbol)
    const key = [base, addendum, corrigendum, entry.granularity].join(' ')
    const { symbol } = entry.record
    const symbols = new Map([...entry.issues].map(([language, issue]) => [language, readSymbol(issue.symbol ?? symbol)] as const))
    groups.set(key, [...(groups.get(key) ?? []), { entry, symbols }])
  }
  const found = new Map<Entry, Replacement>()
  for (const group of groups.values()) {
    if (group.length === 1) continue
    // The latest first, so that what is replaced twice names the one that stands.
    const ordered = group.toSorted((a, b) => -compareWhole(a, b) || b.entry.id - a.entry.id)
    for (const earlier of ordered) {
      const by = new Map<LanguageTag, Entry>()
      for (const later of ordered) {
        const orders = compareLanguages(later, earlier)
        const whole = compareWhole(later, earlier)
        for (const [language, order] of orders) if (!by.has(language) && (order > 0 || (order === 0 && whole > 0))) by.set(language, later.entry)
      }
      if (by.size > 0) found.set(earlier.entry, by)
    }
  }
  return found
}

interface Member {
  entry: Entry
  symbols: ReadonlyMap<LanguageTag, SymbolParts>
}

/** Which is later in each language that both have: positive where `a` is. */
function compareLanguages(a: Member, b: Member): Map<LanguageTag, number> {
  const orders = new Map<LanguageTag, number>()
  for (const [language, symbol] of a.symbols) {
    const other = b.symbols.get(language)
    if (other) orders.set(language, compareIssues(symbol, other) || compareReissues(a.entry.issues.get(language)?.reissue, b.entry.issues.get(language)?.reissue))
  }
  return orders
}

/** Which of two entries is later in some language and earlier in none; else which has the languages of the other and more. */
function compareWhole(a: Member, b: Member): number {
  if (a === b) return 0
  const orders = [...compareLanguages(a, b).values()]
  if (orders.length === 0) return 0
  const [isLater, isEarlier] = [orders.some((order) => order > 0), orders.some((order) => order < 0)]
  if (isLater || isEarlier) return Number(isLater) - Number(isEarlier)
  const [inBoth, ofA, ofB] = [orders.length, a.symbols.size, b.symbols.size]
  if (inBoth === ofA && inBoth === ofB) return a.entry.id - b.entry.id
  return inBoth === ofB ? 1 : inBoth === ofA ? -1 : 0
}

/** Whether nothing of an entry is to be seen: each of its languages has a later version. */
export function isReplaced(entry: Entry, replacements: ReadonlyMap<Entry, Replacement>): boolean {
  const by = replacements.get(entry)
  return by !== undefined && by.size === entry.issues.size
}
