/** The aligner once more, on what stands between two locked rows: locked rows are fixed points. */
import { alignLineVersions, type LearnedLexicon } from '../align/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { Change, Refused } from './edits.ts'
import { madeRow, type Cells, type Row, type Segment } from './row.ts'
import { without } from './without.ts'

/** Aligns the rows round one anew, from the locked row above it, or the beginning of its document, to the one below. */
export function realign(rows: readonly Row[], index: number, lexicons: readonly LearnedLexicon[] = []): Change | Refused {
  const here = rows[index]
  if (here === undefined) return 'edge'
  if (here.locked) return 'locked'
  const isFree = (row: Row | undefined): boolean => row !== undefined && !row.locked && row.document === here.document
  let start = index
  while (isFree(rows[start - 1])) start--
  let end = index + 1
  while (isFree(rows[end])) end++
  const removed = rows.slice(start, end)
  const inserted = alignedRows(removed, lexicons)
  if (inserted === undefined) return 'nothing'
  const isAsBefore = inserted.length === removed.length && inserted.every((row, at) => sameSegments(row.cells, removed[at]?.cells ?? {}))
  return isAsBefore ? 'nothing' : { at: start, removed, inserted }
}

function alignedRows(rows: readonly Row[], lexicons: readonly LearnedLexicon[]): Row[] | undefined {
  const columns = new Map<LanguageTag, Segment[]>()
  for (const { cells } of rows) {
    for (const [language, segments] of Object.entries(cells)) {
      const column = columns.get(language) ?? []
      columns.set(language, column)
      column.push(...segments)
    }
  }
  if (columns.size < 2) return undefined
  const rowOf = new Map(rows.flatMap((row) => Object.values(row.cells).flatMap((segments) => segments.map(({ key }) => [key, row] as const))))
  const versions = [...columns].map(([language, segments]) => ({ language, name: language, lines: segments.map(({ text }) => text) }))
  const { units } = alignLineVersions(versions, { lexicons })
  return units.map((unit) => {
    const cells: Cells = Object.fromEntries(
      Object.entries(unit.versions).map(([language, { addresses }]) => [language, addresses.flatMap((address) => columns.get(language)?.[Number(address.slice(1)) - 1] ?? [])])
    )
    const from = [...new Set(Object.values(cells).flat().flatMap(({ key }) => rowOf.get(key) ?? []))]
    const same = from.find((row) => from.length === 1 && sameSegments(row.cells, cells))
    if (same) return same
    const made = without(madeRow(cells, from), 'status')
    return { ...made, facts: { ...made.facts, by: made.facts.granularity, ...(unit.score === undefined ? {} : { score: unit.score }) } }
  })
}

function sameSegments(one: Cells, other: Cells): boolean {
  const languages = Object.keys(one)
  return languages.length === Object.keys(other).length && languages.every((language) => {
    const [ours, theirs] = [one[language] ?? [], other[language]]
    return ours.length === theirs?.length && ours.every(({ key }, index) => key === theirs[index]?.key)
  })
}
