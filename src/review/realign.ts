/** The aligner once more, on a stretch of rows: what is locked, or was found right, are fixed points. */
import type { StretchUnits } from '../align/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import { isReviewed } from '../tree/status.ts'
import { doubtfulScore } from '../write/index.ts'
import type { Change, Refused } from './edits.ts'
import { madeRow, type Cells, type Row, type Segment } from './row.ts'
import { without } from './without.ts'

/** So many rows, one after the other, that nobody doubts or has touched, end a stretch as a fixed row does: what is wrong is nearer. */
const sureRows = 3

/** Rows that are aligned again, and where they begin. */
export interface Stretch {
  at: number
  rows: readonly Row[]
}

/** The stretch round a row; the `whole` of it goes on beyond sure rows to those that are fixed, or the ends of the document. */
export function stretchAround(rows: readonly Row[], index: number, whole: boolean): Refused | Stretch {
  const here = rows[index]
  if (here === undefined) return 'edge'
  if (isFixed(here)) return here.locked ? 'locked' : 'reviewed'
  const languages = whole ? 0 : countLanguages(rows, here.document)
  const end = (from: number, step: -1 | 1): number => {
    let at = from
    let sure = 0
    for (let row = rows[at + step]; row !== undefined && !isFixed(row) && row.document === here.document; row = rows[at + step]) {
      sure = !whole && isSure(row, languages) ? sure + 1 : 0
      at += step
      if (sure === sureRows) return at - step * sureRows
    }
    return at
  }
  const [start, last] = [end(index, -1), end(index, 1)]
  return { at: start, rows: rows.slice(start, last + 1) }
}

/** What an alignment makes of a stretch: the changes of rows that have other segments now, from the first to the last. */
export function changesOfUnits({ at, rows }: Stretch, units: StretchUnits): Change[] {
  const made = rowsOfUnits(rows, units)
  const kept = keptPlaces(rows, made)
  const changes: Change[] = []
  let inserted: Row[] = []
  let next = 0
  for (const row of [...made, undefined]) {
    const place = row === undefined ? rows.length : kept.get(row)
    if (place === undefined) {
      if (row) inserted.push(row)
      continue
    }
    if (place > next || inserted.length > 0) changes.push({ at: at + next, removed: rows.slice(next, place), inserted })
    inserted = []
    next = place + 1
  }
  return changes
}

/** Rows that stay where they are, and where that is: segments without a counterpart may come to stand behind each other the other way round. */
function keptPlaces(rows: readonly Row[], made: readonly Row[]): Map<Row, number> {
  const placeOf = new Map(rows.flatMap((row, place) => keysOf(row).map((key) => [key, place] as const)))
  // No row stays between two that have become one.
  const crossed = new Uint8Array(rows.length)
  for (const row of made) {
    const places = keysOf(row).map((key) => placeOf.get(key) ?? 0)
    const [first, last] = [Math.min(...places), Math.max(...places)]
    if (last > first) crossed.fill(1, first, last + 1)
  }
  const same = new Set(rows)
  const kept = new Map<Row, number>()
  let next = 0
  for (const row of made) {
    const place = same.has(row) ? (placeOf.get(keysOf(row)[0] ?? '') ?? 0) : -1
    if (place < next || crossed[place] === 1) continue
    kept.set(row, place)
    next = place + 1
  }
  return kept
}

function keysOf({ cells }: Row): string[] {
  return Object.values(cells).flatMap((segments) => segments.map(({ key }) => key))
}

/** Whether no alignment may change a row. */
function isFixed({ locked, status }: Row): boolean {
  return locked || isReviewed(status)
}

function isSure({ cells, facts, edited }: Row, languages: number): boolean {
  return !edited && (facts.score ?? 0) >= doubtfulScore && Object.keys(cells).length === languages
}

function countLanguages(rows: readonly Row[], document: number): number {
  return new Set(rows.flatMap((row) => (row.document === document ? Object.keys(row.cells) : []))).size
}

/** The segments of each language, from the first row to the last. */
export function columnsOf(rows: readonly Row[]): Map<LanguageTag, Segment[]> {
  const columns = new Map<LanguageTag, Segment[]>()
  for (const { cells } of rows) {
    for (const [language, segments] of Object.entries(cells)) {
      const column = columns.get(language) ?? []
      columns.set(language, column)
      column.push(...segments)
    }
  }
  return columns
}

/** Rows as the units have them; one whose segments are those of a row that there was is that row. */
function rowsOfUnits(rows: readonly Row[], { languages, ends, scores }: StretchUnits): Row[] {
  const columns = columnsOf(rows)
  const rowOf = new Map(rows.flatMap((row) => Object.values(row.cells).flatMap((segments) => segments.map(({ key }) => [key, row] as const))))
  return ends.map((end, unit) => {
    const start = ends[unit - 1]
    const cells: Cells = Object.fromEntries(
      languages.flatMap((language, version) => {
        const segments = (columns.get(language) ?? []).slice(start?.[version] ?? 0, end[version])
        return segments.length === 0 ? [] : [[language, segments]]
      })
    )
    const from = [...new Set(Object.values(cells).flat().flatMap(({ key }) => rowOf.get(key) ?? []))]
    const [same] = from
    if (same && from.length === 1 && sameSegments(same.cells, cells)) return same
    const made = without(madeRow(cells, from), 'status')
    const score = scores[unit]
    return { ...made, facts: { ...made.facts, by: made.facts.granularity, ...(score === undefined || Number.isNaN(score) ? {} : { score }) } }
  })
}

function sameSegments(one: Cells, other: Cells): boolean {
  const languages = Object.keys(one)
  return languages.length === Object.keys(other).length && languages.every((language) => {
    const [ours, theirs] = [one[language] ?? [], other[language]]
    return ours.length === theirs?.length && ours.every(({ key }, index) => key === theirs[index]?.key)
  })
}
