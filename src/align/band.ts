/** The part of the search square that is looked at: for each source boundary a range of target boundaries. */

/** Row `i` (0 … rows − 1) has the columns `low[i] … high[i]`, both included; both never fall. */
export interface Band {
  low: Int32Array
  high: Int32Array
  /** Index of the first cell of each row in flat arrays, and the number of cells at the end. */
  starts: Float64Array
}

/** A band from ranges, mended so that it never falls, joins up and holds both corners. */
export function makeBand(low: Int32Array, high: Int32Array, columns: number): Band {
  const rows = low.length
  low[0] = 0
  high[rows - 1] = columns
  for (let row = 1; row < rows; row++) high[row] = Math.max(high[row] as number, high[row - 1] as number)
  for (let row = rows - 2; row >= 0; row--) low[row] = Math.min(low[row] as number, low[row + 1] as number)
  const starts = new Float64Array(rows + 1)
  for (let row = 0; row < rows; row++) {
    low[row] = Math.min(columns, Math.max(0, low[row] as number))
    high[row] = Math.min(columns, Math.max(high[row] as number, low[row] as number))
    // A row must be reachable from the one before.
    if (row > 0 && (low[row] as number) > (high[row - 1] as number)) low[row] = high[row - 1] as number
    starts[row + 1] = (starts[row] as number) + (high[row] as number) - (low[row] as number) + 1
  }
  return { low, high, starts }
}

/** The whole square. */
export function fullBand(rows: number, columns: number): Band {
  return makeBand(new Int32Array(rows + 1), new Int32Array(rows + 1).fill(columns), columns)
}

/** Number of cells. */
export function cellsOf(band: Band): number {
  return band.starts[band.starts.length - 1] ?? 0
}
