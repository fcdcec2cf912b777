/** The part of the search square that is looked at: for each source boundary a range of target boundaries. */

/** Row `i` (0 … rows − 1) has the columns `low[i] … high[i]`, both included; both never fall. */
export interface Band {
  low: Int32Array
  high: Int32Array
  /** Index of the first cell of each row in flat arrays, and the number of cells at the end. */
  starts: Float64Array
  settled?: Settled
  /** Columns that what is settled before and after a row leaves to it at most. */
  limits?: Limits
}

/** Cells that are looked at in one search of a band. */
export function cellsOf({ starts }: Band): number {
  return starts.at(-1) ?? 0
}

interface Limits {
  least: Int32Array
  most: Int32Array
}

/**
 * Segments whose 1:1 bead is beyond doubt, by the source boundary that the bead ends at: its target boundary, and the
 * posterior that it was given, 0 where nothing is settled. The band is one cell there, and no bead goes across.
 */
export interface Settled {
  columns: Int32Array
  posteriors: Float32Array
}

/** What each row is left by what is settled: one column at both ends of a settled bead, nothing beyond them before and after. */
function limitsOf(rows: number, columns: number, { columns: ends, posteriors }: Settled): Limits {
  const limits = { least: new Int32Array(rows), most: new Int32Array(rows) }
  for (let row = 0, least = 0; row < rows; row++) {
    if ((posteriors[row] as number) > 0) least = ends[row] as number
    else if (row + 1 < rows && (posteriors[row + 1] as number) > 0) least = (ends[row + 1] as number) - 1
    limits.least[row] = least
  }
  for (let row = rows - 1, most = columns; row >= 0; row--) {
    if ((posteriors[row] as number) > 0) most = ends[row] as number
    else if (row + 1 < rows && (posteriors[row + 1] as number) > 0) most = (ends[row + 1] as number) - 1
    limits.most[row] = most
  }
  return limits
}

/** A band from ranges, mended so that it never falls, joins up and holds both corners. */
export function makeBand(low: Int32Array, high: Int32Array, columns: number, settled?: Settled): Band {
  const rows = low.length
  low[0] = 0
  high[rows - 1] = columns
  const limits = settled && limitsOf(rows, columns, settled)
  for (let row = 0; limits && row < rows; row++) {
    low[row] = Math.min(limits.most[row] as number, Math.max(low[row] as number, limits.least[row] as number))
    high[row] = Math.max(limits.least[row] as number, Math.min(high[row] as number, limits.most[row] as number))
  }
  for (let row = 1; row < rows; row++) high[row] = Math.max(high[row] as number, high[row - 1] as number)
  for (let row = rows - 2; row >= 0; row--) low[row] = Math.min(low[row] as number, low[row + 1] as number)
  const starts = new Float64Array(rows + 1)
  for (let row = 0; row < rows; row++) {
    low[row] = Math.min(columns, Math.max(0, low[row] as number))
    high[row] = Math.min(columns, Math.max(high[row] as number, low[row] as number))
    // A row must be reachable from the one before, as a settled bead is by itself.
    const isSettled = settled !== undefined && (settled.posteriors[row] as number) > 0
    if (row > 0 && !isSettled && (low[row] as number) > (high[row - 1] as number)) low[row] = high[row - 1] as number
    starts[row + 1] = (starts[row] as number) + (high[row] as number) - (low[row] as number) + 1
  }
  return settled && limits ? { low, high, starts, settled, limits } : { low, high, starts }
}

/** The whole square. */
export function fullBand(rows: number, columns: number): Band {
  return makeBand(new Int32Array(rows + 1), new Int32Array(rows + 1).fill(columns), columns)
}
