import type { Gutter } from './gutters.ts'
import type { PrintedRow } from './printed-row.ts'

/** So many lines must have but a space at a strip that is wide in one of them only. */
const alignedLines = 2

/**
 * The strips that part columns. A strip that is wide in one line only counts where others have a space there; and where a
 * long cell reaches into a gap, its own spaces leave strips beside the true one: they go.
 */
export function settleGutters(gutters: readonly Gutter[], rows: readonly PrintedRow[]): Gutter[] {
  const [left, right] = [Math.min(...rows.map(({ pieces }) => pieces[0]?.from ?? Infinity)), Math.max(...rows.map(({ pieces }) => pieces.at(-1)?.to ?? 0))]
  const strips = gutters
    .filter(({ from, to }) => from > left && to < right)
    .map((gutter) => ({ gutter, ...measure(gutter, rows) }))
    .filter(({ gutter, single }) => gutter.support > 1 || (gutter.support === 1 && single >= alignedLines && rows.length > 3))
  for (let weak = weakColumn(strips, rows); weak !== undefined; weak = weakColumn(strips, rows)) {
    const [before, behind] = [strips[weak - 1], strips[weak]]
    const first = before && (!behind || before.single > behind.single || (before.single === behind.single && before.edges < behind.edges))
    strips.splice(first ? weak - 1 : weak, 1)
  }
  return withoutHalves(strips.map(({ gutter }) => gutter), rows)
}

/** A head and the figures below it may not overlap: two columns that no line has words in both of are one. */
function withoutHalves(gutters: readonly Gutter[], rows: readonly PrintedRow[]): Gutter[] {
  return gutters.filter((gutter, index) => {
    const [left, right] = [gutters[index - 1]?.to ?? -1, gutters[index + 1]?.from ?? Infinity]
    return rows.some(({ pieces }) => hasWords(pieces, left, gutter.from) && hasWords(pieces, gutter.to, right))
  })
}

function hasWords(pieces: PrintedRow['pieces'], from: number, to: number): boolean {
  return pieces.some((piece) => piece.from < to && piece.to > from)
}

interface Strip {
  gutter: Gutter
  /** Lines that have but a space there, inside running words. */
  single: number
  /** Lines whose words begin or end exactly at the strip, behind a wide gap or at the end of a piece. */
  edges: number
}

function measure({ from, to }: Gutter, rows: readonly PrintedRow[]): Omit<Strip, 'gutter'> {
  let single = 0
  let edges = 0
  for (const { pieces } of rows) {
    if (pieces.some((piece) => piece.from < from && piece.to > to)) single++
    if (pieces.some((piece) => piece.from === to || piece.to === from)) edges++
  }
  return { single, edges }
}

/** A column that has words of its own in no line: all of them hang on those beside it. */
function weakColumn(strips: readonly Strip[], rows: readonly PrintedRow[]): number | undefined {
  for (let column = 0; column <= strips.length && strips.length > 0; column++) {
    const from = strips[column - 1]?.gutter.to ?? -1
    const to = strips[column]?.gutter.from ?? Infinity
    if (!rows.some(({ pieces }) => pieces.some((piece) => piece.from >= from && piece.to <= to))) return column
  }
  return undefined
}
