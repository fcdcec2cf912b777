/** What a memory holds, counted. */
import { readSymbol } from '../grammar/symbol.ts'
import { byCodeUnits } from '../language/code-unit-order.ts'
import { inOrder, type LanguageTag } from '../language/tag.ts'
import { dateOf, type Entry } from './entry.ts'
import type { PackedUnit } from './packed-unit.ts'
import type { Sight } from './sight.ts'
import type { Store } from './store.ts'

export interface MemoryStats {
  /** Documents that can be seen, and their units. */
  documents: number
  units: number
  /** Entries that later ones replace, and those that somebody has forgotten. */
  replaced: number
  forgotten: number
  languages: Array<{ language: LanguageTag; units: number; words: number }>
  /** `doubtful`: of a score below .5. `conflicts`: texts of the first language with several translations. */
  pairs: Array<{ languages: [LanguageTag, LanguageTag]; units: number; doubtful: number; conflicts: number }>
  /** Units by year and organ; empty names where a document says neither. */
  coverage: Array<{ year: string; organ: string; units: number }>
}

/** Below this score a unit is more likely wrong than right. */
const doubtful = 0.5

const pageLength = 4_096

/** Counts all that can be seen. */
export async function countMemory(store: Store, sight: Sight): Promise<MemoryStats> {
  const visible = [...sight.entries.values()].filter((entry) => sight.hasEntry(entry))
  const languages = inOrder(visible.flatMap(({ issues }) => [...issues.keys()]))
  const pairs = languages.flatMap((first, at) =>
    languages.slice(at + 1).map((second) => ({ languages: [first, second] as [LanguageTag, LanguageTag], units: 0, doubtful: 0, conflicts: 0 }))
  )
  const coverage = new Map<string, { year: string; organ: string; units: number }>()
  let units = 0
  for (const entry of visible) {
    units += entry.units
    const [year, organ] = [dateOf(entry).slice(0, 4), organOf(entry)]
    const cell = coverage.get(`${year} ${organ}`) ?? { year, organ, units: 0 }
    cell.units += entry.units
    coverage.set(`${year} ${organ}`, cell)
  }
  const ids = new Set(visible.map(({ id }) => id))
  for await (const [entry, unit] of eachUnit(store)) {
    if (!ids.has(entry)) continue
    for (const pair of pairs) {
      if (pair.languages.some((language) => unit.versions[language] === undefined)) continue
      pair.units += 1
      if ((unit.score ?? 1) < doubtful) pair.doubtful += 1
    }
  }
  for (const pair of pairs) pair.conflicts = await store.conflicts(...pair.languages, [...ids])
  return {
    documents: new Set(visible.map(({ document }) => document)).size,
    units,
    replaced: [...sight.entries.values()].filter((entry) => !entry.isForgotten && sight.isReplaced(entry)).length,
    forgotten: [...sight.entries.values()].filter(({ isForgotten }) => isForgotten).length,
    languages: languages.map((language) => {
      const issues = visible.flatMap((entry) => entry.issues.get(language) ?? [])
      return { language, units: issues.reduce((sum, issue) => sum + issue.units, 0), words: issues.reduce((sum, issue) => sum + issue.words, 0) }
    }),
    pairs: pairs.filter((pair) => pair.units > 0),
    coverage: [...coverage.values()].sort((a, b) => byCodeUnits(a.year, b.year) || byCodeUnits(a.organ, b.organ))
  }
}

function organOf({ record }: Entry): string {
  return record.symbol === undefined ? '' : (readSymbol(record.symbol).key.split('/', 1)[0] ?? '')
}

/** All units as they are stored, with their entries. */
async function* eachUnit(store: Store): AsyncGenerator<[entry: number, unit: PackedUnit]> {
  for (let after = 0; ; ) {
    const rows = await store.unitsAfter(after, pageLength)
    for (const [id, entry, unit] of rows) {
      yield [entry, unit]
      after = id
    }
    if (rows.length < pageLength) return
  }
}
