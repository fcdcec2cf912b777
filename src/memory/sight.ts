/** What of a memory is to be seen: entries that nothing replaces, by filter and as of a date. */
import { readSymbol } from '../grammar/symbol.ts'
import type { LanguageTag } from '../language/tag.ts'
import { usualStatus } from '../tree/status.ts'
import type { Unit, UnitBlock } from '../tree/unit.ts'
import { dateOf, findReplacements, isReplaced, type Entry, type Replacement } from './entry.ts'

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
  /** Tags, all of which a unit or its document must have. */
  tags?: readonly string[]
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
  hasUnit(unit: Pick<Unit, 'block' | 'score' | 'status' | 'tags'>, id: number): boolean {
    const { blocks, minScore, status, tags = [], all } = this.#filter
    if (blocks !== undefined && !blocks.includes(unit.block)) return false
    if (minScore !== undefined && (unit.score ?? 1) < minScore) return false
    if (!tags.every((wanted) => unit.tags?.some(({ tag }) => tag === wanted) === true)) return false
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
    const { symbol, organ, since, until, tags = [], all } = this.#filter
    if (entry.isForgotten || !this.#isKnown(entry)) return false
    if (all !== true && this.isReplaced(entry)) return false
    if (!tags.every((wanted) => [...entry.tags.values()].some((each) => each.some(({ tag }) => tag === wanted)))) return false
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
