import { extent, Row } from './rows.ts'

/** Rows that are read one after the other, and the ends of their column. */
export interface Zone {
  rows: Row[]
  left: number
  right: number
}

/**
 * Parts rows that stand in two columns of prose; the right one comes first where the page is read from right to left.
 *
 * Two columns are told where a gap at one place parts many rows, and the lines on both of its sides are full: the rows of a
 * table are not. `before` is where the columns of the page before part: few rows at the end of a text go on in them.
 */
export function splitColumns(rows: readonly Row[], rtl: boolean, before?: number): { zones: Zone[]; gutter?: number } {
  const { left, right } = extent(rows)
  const gutter = findGutter(rows, left, right) ?? (before !== undefined && goesOn(rows, before) ? before : undefined)
  if (gutter === undefined) return { zones: rows.length === 0 ? [] : [{ rows: [...rows], left, right }] }
  const zones: Zone[] = []
  let [one, other]: [Row[], Row[]] = [[], []]
  const flush = (): void => {
    const sides: Zone[] = [
      { rows: one, left, right: gutter },
      { rows: other, left: gutter, right }
    ]
    for (const zone of rtl ? sides.reverse() : sides) if (zone.rows.length > 0) zones.push(zone)
    ;[one, other] = [[], []]
  }
  for (const row of rows) {
    const crossing = row.clusters.some((cluster) => cluster.text.trim() !== '' && cluster.left < gutter && cluster.right > gutter)
    if (crossing) {
      flush()
      const last = zones.at(-1)
      if (last && last.left === left && last.right === right) last.rows.push(row)
      else zones.push({ rows: [row], left, right })
      continue
    }
    const [before, behind] = [part(row, -Infinity, gutter), part(row, gutter, Infinity)]
    if (before) one.push(before)
    if (behind) other.push(behind)
  }
  flush()
  return { zones, gutter }
}

/** Whether rows go on in two columns: nothing crosses what parts them, and on both sides there is a line that is nearly full. */
function goesOn(rows: readonly Row[], gutter: number): boolean {
  const { left, right } = extent(rows)
  const printed = rows.map(({ clusters }) => clusters.filter(({ text }) => text.trim() !== ''))
  if (printed.some((clusters) => clusters.some((cluster) => cluster.left < gutter && cluster.right > gutter))) return false
  const isFull = (from: number, to: number): boolean =>
    printed.some((clusters) => {
      const own = extent(clusters.filter((cluster) => cluster.left >= from && cluster.right <= to))
      return own.right - own.left > 0.8 * (to - from)
    })
  return isFull(left, gutter) && isFull(gutter, right)
}

function part(row: Row, from: number, to: number): Row | undefined {
  const clusters = row.clusters.filter((cluster) => (cluster.left + cluster.right) / 2 > from && (cluster.left + cluster.right) / 2 < to)
  const printed = clusters.filter(({ text }) => text.trim() !== '')
  if (printed.length === 0) return undefined
  return new Row(clusters, row, extent(printed))
}

/** Rows that a gap must part: fewer are a table or a letterhead. */
const fewestRows = 8

function findGutter(rows: readonly Row[], left: number, right: number): number | undefined {
  const width = right - left
  if (rows.length < fewestRows || width < 200) return undefined
  const parted = rows.map((row) => ({ row, gaps: gapsOf(row) })).filter(({ gaps }) => gaps.length > 0)
  let best: { from: number; to: number; rows: number } | undefined
  for (let x = left + 0.3 * width; parted.length >= fewestRows && x <= left + 0.7 * width; x += 2) {
    const own = parted.filter(({ gaps }) => gaps.some(([from, to]) => from <= x && x <= to)).map(({ row }) => row)
    if (own.length < fewestRows || own.length < (best?.rows ?? 0) || !isFull(own, x, left, right)) continue
    // In its middle: at its edge a letter that is a little wider would stand in both columns.
    best = { from: best?.rows === own.length && x - best.to < 3 ? best.from : x, to: x, rows: own.length }
  }
  return best ? (best.from + best.to) / 2 : findStaggered(rows, left, right)
}

/** Lines that each column must have where those of one stand between those of the other. */
const fewestLines = 6

/** Whether some lines stand at the left and others at the right of a gap, at heights of their own: two columns with other leading. */
function findStaggered(rows: readonly Row[], left: number, right: number): number | undefined {
  const width = right - left
  const gaps = new Map(rows.map((row) => [row, gapsOf(row)]))
  let best: { x: number; lines: number } | undefined
  for (let x = left + 0.35 * width; x <= left + 0.65 * width; x += 2) {
    const before = rows.filter((row) => row.right <= x && row.right - row.left > 0.6 * (x - left))
    const behind = rows.filter((row) => row.left >= x && row.right - row.left > 0.6 * (right - x))
    if (before.length < fewestLines || behind.length < fewestLines) continue
    const from = Math.max(before[0]?.baseline ?? 0, behind[0]?.baseline ?? 0) - 1
    const to = Math.min(before.at(-1)?.baseline ?? 0, behind.at(-1)?.baseline ?? 0) + 1
    const isWithin = ({ baseline }: Row): boolean => baseline >= from && baseline <= to
    const [one, other] = [before.filter(isWithin).length, behind.filter(isWithin).length]
    // A line of each column may stand at one height by chance.
    const crossing = rows.filter((row) => isWithin(row) && row.left < x && row.right > x && !gaps.get(row)?.some(([start, end]) => start <= x && x <= end)).length
    if (Math.min(one, other) < fewestLines || 10 * crossing > one + other || one + other <= (best?.lines ?? 0)) continue
    best = { x: (extent(before).right + extent(behind).left) / 2, lines: one + other }
  }
  return best?.x
}

/** The gaps of a row that are wider than any space. */
function gapsOf({ clusters, size }: Row): Array<[from: number, to: number]> {
  const gaps: Array<[number, number]> = []
  let end = Infinity
  for (const { left, right } of clusters.filter(({ text }) => text.trim() !== '').sort((a, b) => a.left - b.left)) {
    if (left - end > 0.8 * size) gaps.push([end, left])
    end = end === Infinity ? right : Math.max(end, right)
  }
  return gaps
}

/** Whether most lines on both sides of a gap reach over most of their column. */
function isFull(rows: readonly Row[], x: number, left: number, right: number): boolean {
  const full = rows.filter((row) => {
    const printed = row.clusters.filter(({ text }) => text.trim() !== '')
    const before = printed.filter((cluster) => cluster.right <= x)
    const behind = printed.filter((cluster) => cluster.left >= x)
    const [beforeWidth, behindWidth] = [before, behind].map((side) => side.reduce((sum, cluster) => sum + cluster.right - cluster.left, 0))
    return (beforeWidth ?? 0) > 0.6 * (x - left) && (behindWidth ?? 0) > 0.6 * (right - x)
  })
  return full.length > 0.6 * rows.length
}
