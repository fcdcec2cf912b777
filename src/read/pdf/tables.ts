import type { Rule, Upright } from './glyph.ts'
import { findGrids, type Grid } from './grid.ts'
import { isArabicText } from './order.ts'
import { extent, type Cluster, type Row } from './rows.ts'

/** A ruled table: its rows between the rules, and where its columns part. */
export interface TableRegion {
  rows: Row[]
  bands: Row[][]
  /** Its cells, where they are ruled on all sides. */
  grid?: Grid
  /** Points, from the left. */
  gutters: number[]
  /** Ends of its rules. */
  left: number
  right: number
  /** It is a table by itself; others are where the page before or behind goes on with them. */
  sure: boolean
}

/** A cell: the first column of it from the left, how many it takes, and what its lines have. */
export interface TableCell {
  column: number
  width: number
  lines: Cluster[][]
}

/** What tells whether a table goes on in another. */
export type TableShape = Pick<TableRegion, 'gutters' | 'left' | 'right' | 'sure'>

/** Tables that are told by their lines, by rows from the top: those with uprights between their columns, and those with rules alone. */
export function findTables(rows: readonly Row[], rules: readonly Rule[], uprights: readonly Upright[]): TableRegion[] {
  const joined = joinRules(rules)
  const grids = findGrids(joined, uprights).flatMap((grid) => gridRegion(rows, grid) ?? [])
  if (grids.length === 0) return ruledTables(rows, joined)
  const taken = new Set(grids.flatMap((region) => region.rows))
  const isFree = ({ y, left, right }: Rule): boolean => !grids.some(({ grid }) => grid !== undefined && isInside(grid, (left + right) / 2, y))
  const ruled = ruledTables(rows.filter((row) => !taken.has(row)), joined.filter(isFree))
  return [...grids, ...ruled].sort((a, b) => (a.rows[0]?.baseline ?? 0) - (b.rows[0]?.baseline ?? 0))
}

/** A grid with the rows that stand in it; nothing where it parts no text, or where gaps part it that no line does. */
function gridRegion(rows: readonly Row[], grid: Grid): TableRegion | undefined {
  const [left, right, top, bottom] = [grid.columns[0] ?? 0, grid.columns.at(-1) ?? 0, grid.rows[0] ?? 0, grid.rows.at(-1) ?? 0]
  const within = rows.filter((row) => row.left > left - 6 && row.right < right + 6 && row.baseline > top + 1 && row.baseline < bottom + 1)
  const bands = grid.rows.slice(0, -1).map((from, index) => within.filter(({ baseline }) => baseline > from + 1 && baseline <= (grid.rows[index + 1] ?? 0) + 1))
  const region: TableRegion = { rows: within, bands, grid, gutters: grid.columns.slice(1, -1), left, right, sure: bands.length > 1 }
  const filled = bands.map((_, band) => cellsOf(region, band).filter(({ lines }) => lines.length > 0)).filter((cells) => cells.length > 0)
  // Of the boxes of a drawing hardly two stand side by side.
  if (2 * filled.filter((cells) => cells.length > 1).length < filled.length) return undefined
  const cells = filled.flat()
  const parted = cells.filter((cell) => cell.width > 1 && cell.lines.every((line) => isParted(line, grid.columns.slice(cell.column + 1, cell.column + cell.width))))
  return new Set(cells.map(({ column }) => column)).size > 1 && 4 * parted.length < cells.length ? region : undefined
}

/** Whether a line has a wide gap where one of some columns begins. */
function isParted(line: readonly Cluster[], columns: readonly number[]): boolean {
  const printed = line.filter(({ text }) => text.trim() !== '')
  return columns.some((x) => {
    const [before, behind] = [printed.filter((cluster) => cluster.right <= x + 1), printed.filter((cluster) => cluster.left >= x - 1)]
    const gap = extent(behind).left - extent(before).right
    return before.length > 0 && behind.length > 0 && before.length + behind.length >= printed.length && gap > 1.6 * (printed[0]?.size ?? 10)
  })
}

function isInside({ columns, rows }: Grid, x: number, y: number): boolean {
  return x > (columns[0] ?? 0) && x < (columns.at(-1) ?? 0) && y > (rows[0] ?? 0) - 3 && y < (rows.at(-1) ?? 0) + 3
}

/** The cells of a band, from the left; of a grid those that begin in it. */
export function cellsOf(region: TableRegion, band: number): TableCell[] {
  const { grid, gutters } = region
  if (grid) return gridCells(region, grid, band)
  return [...gutters, Infinity].map((to, column) => ({ column, width: 1, lines: linesBetween(region.bands[band] ?? [], gutters[column - 1] ?? -Infinity, to) }))
}

function gridCells({ rows }: TableRegion, { cells, cellAt, rows: tops, columns }: Grid, band: number): TableCell[] {
  return cells.flatMap((cell, number) => {
    if (cell.row !== band) return []
    const { column, width } = cell
    const [from, to] = [columns[column] ?? 0, columns[column + width] ?? 0]
    const own = rows.filter(({ baseline }) => cellAt[rowAt(tops, baseline)]?.[column] === number)
    return [{ column, width, lines: linesBetween(own, column === 0 ? -Infinity : from, column + width === columns.length - 1 ? Infinity : to) }]
  })
}

function rowAt(tops: readonly number[], baseline: number): number {
  return Math.max(0, Math.min(tops.length - 2, tops.findLastIndex((top) => baseline > top + 1)))
}

/** What rows have between two places, line by line, blank lines left out. */
function linesBetween(rows: readonly Row[], from: number, to: number): Cluster[][] {
  const lines = rows.map(({ clusters }) => clusters.filter(({ left, right }) => (left + right) / 2 > from && (left + right) / 2 < to))
  return lines.filter((clusters) => clusters.some(({ text }) => text.trim() !== ''))
}

/**
 * Tables that are told by their rules: three or more of one width, one below the other, with columns between them; one row
 * between two rules may be a table where the page before or behind goes on with it.
 *
 * A masthead has two such rules at the most, and nothing that is in columns all the way.
 */
function ruledTables(rows: readonly Row[], joined: readonly Rule[]): TableRegion[] {
  const regions: TableRegion[] = []
  for (const stack of stacksOf(joined))
    for (const bands of groupBands(bandsOf(rows, withPartial(stack, joined, rows)))) {
      const gutters = joinHeads(bands, columnGaps(bands))
      const { left, right } = extent(stack)
      if (bands.length > 0 && gutters.length > 0) regions.push({ rows: bands.flat(), bands, gutters, left, right, sure: bands.length > 1 && stack.length >= fewestRules })
    }
  return regions
}

/** Whether a table goes on in another: the same columns between the same edges. */
export function isSameTable(one: TableShape, other: TableShape): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 6
  const isAsWide = near(one.left, other.left) && near(one.right, other.right)
  return isAsWide && one.gutters.length === other.gutters.length && one.gutters.every((x, index) => Math.abs(x - (other.gutters[index] ?? 0)) < 0.5 * columnWidth(one))
}

/** Width of a column, if they were all as wide. */
function columnWidth({ left, right, gutters }: TableShape): number {
  return (right - left) / (gutters.length + 1)
}

/**
 * Bands in the same columns. What stands between two tables of one width fills their gaps; of the band above the first rule of
 * a table only the last rows can be its head.
 */
function groupBands(bands: ReadonlyArray<Row[]>): Row[][][] {
  const groups: Row[][][] = []
  const [first = [], ...rest] = bands
  let above = first
  let group: Row[][] = []
  const close = (): void => {
    const head = group.length === 0 ? [] : headOf(above, group)
    groups.push(head.length === 0 ? group : [head, ...group])
    group = []
  }
  for (const band of rest) {
    if (band.length === 0) continue
    const before = guttersOf(group.flat())
    const after = guttersOf([...group.flat(), ...band], 0.45)
    const kept = before.filter(([from, to]) => after.some(([start, end]) => start < to && end > from))
    if (group.length > 0 && (before.length === 0 || 2 * kept.length <= before.length || (kept.length < before.length && spansWide(band, group.flat())))) {
      close()
      above = band
      continue
    }
    group.push(band)
  }
  close()
  return groups
}

/** Whether text goes over most of the width: it is no cell. */
function spansWide(band: readonly Row[], table: readonly Row[]): boolean {
  const { left, right } = extent(table)
  return band.some((row) => row.right - row.left > 0.6 * (right - left))
}

/** Pieces of one line, as cells draw them, are one rule. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = []
  for (const rule of rules.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const last = joined.findLast((other) => Math.abs(other.y - rule.y) < 1.5 && rule.left < other.right + 3 && rule.right > other.left - 3)
    if (last) {
      last.left = Math.min(last.left, rule.left)
      last.right = Math.max(last.right, rule.right)
    } else joined.push({ ...rule })
  }
  return joined
}

/** So many rules below each other are of a table. */
const fewestRules = 3

/** Rules of one width that stand below each other. */
function stacksOf(rules: readonly Rule[]): Rule[][] {
  const stacks: Rule[][] = []
  for (const rule of rules.toSorted((a, b) => a.y - b.y)) {
    const stack = stacks.find((one) => {
      const [first, last] = [one[0], one.at(-1)]
      return first && last && Math.abs(first.left - rule.left) < 5 && Math.abs(first.right - rule.right) < 5 && rule.y - last.y < 260
    })
    if (stack) stack.push(rule)
    else stacks.push([rule])
  }
  return stacks.filter((stack) => stack.length >= 2)
}

/** With the rules of a stack those in its head that go from one of its ends over a part of it: a cell beside them spans two rows. */
function withPartial(stack: readonly Rule[], rules: readonly Rule[], rows: readonly Row[]): Rule[] {
  const { left, right } = extent(stack)
  // Below the head the text of such a cell goes on beside the rows, and would be parted.
  const [first, last] = [stack[0]?.y ?? 0, stack[1]?.y ?? 0]
  const goesOn = (rule: Rule): boolean =>
    rows.some(({ baseline, clusters }) => baseline > rule.y + 1 && baseline < last + 1 && clusters.some((cluster) => cluster.text.trim() !== '' && cluster.left > left && cluster.right < right && (cluster.right < rule.left || cluster.left > rule.right)))
  const partial = rules.filter((rule) => {
    const isInside = rule.y > first + 3 && rule.y < last - 3 && stack.every(({ y }) => Math.abs(y - rule.y) > 3)
    const [atLeft, atRight] = [Math.abs(rule.left - left) < 5, Math.abs(rule.right - right) < 5]
    return isInside && atLeft !== atRight && rule.right - rule.left > 0.3 * (right - left) && !goesOn(rule)
  })
  return [...stack, ...partial].sort((a, b) => a.y - b.y)
}

/** Rows that may be the head of a table. */
const headRows = 2

/**
 * Takes the gutters away between a head and the figures below it: the one begins at the left of its column, the others end at the
 * right of it, and no row has both.
 */
function joinHeads(bands: ReadonlyArray<readonly Row[]>, gutters: readonly number[]): number[] {
  const kept = [...gutters]
  if (bands.length < headRows + 2) return kept
  const filled = (index: number): Set<number> => filledBands(bands, kept[index - 1] ?? -Infinity, kept[index] ?? Infinity)
  const isHead = (column: ReadonlySet<number>): boolean => [...column].every((band) => band < headRows)
  /** Whether one of the columns beside a gutter is the head of the other. */
  const isOne = (index: number): boolean => {
    const [one, other] = [filled(index), filled(index + 1)]
    return index < kept.length && isHead(one) !== isHead(other) && ![...one].some((band) => other.has(band))
  }
  for (let index = 0; index < kept.length; ) {
    // A head that may be of both its neighbours is of the one that ends where lines end.
    const isOfNext = isHead(filled(index + 1)) && isOne(index + 1) && !isArabicBand(bands[0])
    if (isOne(index) && !isOfNext) kept.splice(index, 1)
    else index++
  }
  return kept
}

function isArabicBand(rows: readonly Row[] = []): boolean {
  return rows.some(({ clusters }) => clusters.some(({ text }) => isArabicText(text)))
}

function filledBands(bands: ReadonlyArray<readonly Row[]>, from: number, to: number): Set<number> {
  const isWithin = ({ text, left, right }: Row['clusters'][number]): boolean => text.trim() !== '' && (left + right) / 2 > from && (left + right) / 2 < to
  return new Set(bands.flatMap((rows, band) => (rows.some(({ clusters }) => clusters.some(isWithin)) ? [band] : [])))
}

/** The rows above the first rule, and those between each two. */
function bandsOf(rows: readonly Row[], stack: readonly Rule[]): Row[][] {
  const [first] = stack
  if (first === undefined) return []
  const within = rows.filter((row) => row.left > first.left - 6 && row.right < first.right + 6)
  const bands = stack.slice(1).map((rule, index) => within.filter(({ baseline }) => baseline > (stack[index]?.y ?? 0) + 1 && baseline < rule.y + 1))
  return [within.filter(({ baseline, size }) => baseline < first.y + 1 && baseline > first.y - 4 * size), ...bands]
}

/** The last rows of a band that stand in the columns of the table below, close to each other. */
function headOf(band: readonly Row[], table: ReadonlyArray<readonly Row[]>): Row[] {
  const gutters = bandGutters(table)
  const own: Row[] = []
  for (const row of band.toReversed()) {
    // With it the columns are still apart: a caption goes over the gaps of them, its spaces are no gaps.
    const left = guttersOf([...own, row, ...table.flat()], 0.45)
    const kept = gutters.every(([from, to]) => left.some(([start, end]) => start < to && end > from))
    const columns = new Set(row.clusters.filter(({ text }) => text.trim() !== '').map((cluster) => left.filter(([from]) => from < (cluster.left + cluster.right) / 2).length))
    const below = own[0]
    if (gutters.length === 0 || !kept || (below === undefined ? columns.size < 2 : below.baseline - row.baseline > 1.45 * row.size)) break
    own.unshift(row)
  }
  return own
}

/** Middles of the gaps that part the columns; a space may stand below another in a few rows, hardly in many. */
function columnGaps(bands: ReadonlyArray<readonly Row[]>): number[] {
  return bandGutters(bands).map(([from, to]) => (from + to) / 2)
}

function bandGutters(bands: ReadonlyArray<readonly Row[]>): Array<[from: number, to: number]> {
  const rows = bands.flat()
  return guttersOf(rows, rows.length < 5 ? 0.8 : 0.45)
}

/** Where no letter stands in any row: gaps from and to, of this width and more, as a multiple of the size. */
function guttersOf(rows: readonly Row[], least = 0.8): Array<[from: number, to: number]> {
  const spans = rows.flatMap(({ clusters }) => clusters.filter(({ text }) => text.trim() !== '').map(({ left, right }) => [left, right] as const)).sort((a, b) => a[0] - b[0])
  const gutters: Array<[number, number]> = []
  let end = spans[0]?.[1] ?? 0
  const size = rows[0]?.size ?? 10
  for (const [left, right] of spans) {
    if (left - end > least * size) gutters.push([end, left])
    end = Math.max(end, right)
  }
  return gutters
}
