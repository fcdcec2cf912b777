/** The aligner once more, on a stretch of rows: locked rows are fixed points. */
import { alignLineVersions, type LearnedLexicon } from '../align/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { Change, Refused } from './edits.ts'
import { madeRow, type Cells, type Row, type Segment } from './row.ts'
import { without } from './without.ts'

/** Rows of this score, one after the other, that nobody has touched, end a stretch as a locked row does: what is wrong is nearer. */
const sureScore = 0.9
const sureRows = 3

export interface RealignOptions {
  lexicons?: readonly LearnedLexicon[]
  /** Whether it is everything between two locked rows, or the ends of the document, and not only the stretch up to sure rows. */
  whole?: boolean
}

/** Aligns the rows round one anew. */
export function realign(rows: readonly Row[], index: number, { lexicons = [], whole = false }: RealignOptions = {}): Change | Refused {
  const here = rows[index]
  if (here === undefined) return 'edge'
  if (here.locked) return 'locked'
  const languages = whole ? 0 : countLanguages(rows, here.document)
  const end = (from: number, step: 1 | -1): number => {
    let at = from
    let sure = 0
    for (let row = rows[at + step]; row !== undefined && !row.locked && row.document === here.document; row = rows[at + step]) {
      sure = !whole && isSure(row, languages) ? sure + 1 : 0
      at += step
      if (sure === sureRows) return at - step * sureRows
    }
    return at
  }
  const [start, last] = [end(index, -1), end(index, 1)]
  const removed = rows.slice(start, last + 1)
  const inserted = alignedRows(removed, lexicons)
  if (inserted === undefined) return 'nothing'
  const isAsBefore = inserted.length === removed.length && inserted.every((row, at) => sameSegments(row.cells, removed[at]?.cells ?? {}))
  return isAsBefore ? 'nothing' : { at: start, removed, inserted }
}

/** Loads what the aligner knows of these languages, so that the first realignment is as fast as the next. */
export function prepareRealign(languages: readonly LanguageTag[]): void {
  alignLineVersions(languages.map((language) => ({ language, name: language, lines: ['1', '2'] })), {})
}

function isSure({ cells, facts, edited }: Row, languages: number): boolean {
  return !edited && (facts.score ?? 0) >= sureScore && Object.keys(cells).length === languages
}

function countLanguages(rows: readonly Row[], document: number): number {
  return new Set(rows.flatMap((row) => (row.document === document ? Object.keys(row.cells) : []))).size
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
