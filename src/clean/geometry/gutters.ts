import type { PrintedRow } from './printed-row.ts'

/** Where a cell has no room left, the next one begins so many columns late. */
export const slip = 1

/** A strip of columns that is blank over consecutive lines. */
export interface Gutter {
  from: number
  to: number
  /** How many lines have a wide gap here, with words on both sides. */
  support: number
}

/** Blank columns of one line, and which of them are wide gaps. */
export function guttersOf(row: PrintedRow): Gutter[] {
  return row.blanks.map(([from, to]) => ({ from, to, support: Number(isWideGap(row, from, to)) }))
}

/** The strips that stay blank in one more line. */
export function narrowGutters(gutters: readonly Gutter[], row: PrintedRow): Gutter[] {
  const found: Gutter[] = []
  let next = 0
  for (const { from, to, support } of gutters) {
    while (next < row.blanks.length && widened(row, next)[1] <= from) next++
    for (let index = next; index < row.blanks.length; index++) {
      const [start, end] = widened(row, index)
      if (start >= to) break
      const [left, right] = [Math.max(from, start), Math.min(to, end)]
      found.push({ from: left, to: right, support: support + Number(isWideGap(row, left, right)) })
    }
  }
  return found
}

/** A blank; a single space with what it may have slipped by. */
function widened({ blanks }: PrintedRow, index: number): readonly [from: number, to: number] {
  const [from, to] = blanks[index] ?? [0, 0]
  return to - from === 1 ? [from - slip, to + slip] : [from, to]
}

/** Whether two pieces of a line stand on the two sides of a strip. */
function isWideGap({ pieces }: PrintedRow, from: number, to: number): boolean {
  return pieces.some((piece, index) => {
    const next = pieces[index + 1]
    return next !== undefined && piece.to < to && next.from > from
  })
}
