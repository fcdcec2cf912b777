/** The backward pass over the arcs that the forward pass kept: what share of all paths goes through each cell and type. */
import type { Band } from './band.ts'
import { type Forward, leastShare, nothing } from './forward-pass.ts'
import { replaced, sourceNull, sourceSpans, targetNull, targetSpans } from './bead-type.ts'

/** A cell at the edge of the band with this share of the paths touches it. */
const touchingShare = 1e-3

/** Index in the stretch of the cell that an arc of this type comes from. */
export function cellBefore(band: Band, origin: number, row: number, column: number, type: number): number {
  const before = row - (sourceSpans[type] as number)
  return (band.starts[before] as number) - origin + column - (targetSpans[type] as number) - (band.low[before] as number)
}

/** What a search tells of the rows of a band. */
export interface Extent {
  /** Columns of each row that hold all cells of weight. */
  low: Int32Array
  high: Int32Array
  /** Rows whose weight lies on an inner edge of the band: it is too narrow there. */
  touched: Uint8Array
}

/** The backward pass over one stretch of the band after another. */
export class Backward {
  /** Log weight of all paths from each cell to the end of the stretch. */
  beta = new Float64Array(0)
  /** Log weight of all paths through the stretch. */
  total = 0
  /** Probability that a segment has no counterpart, by the boundary behind it, wherever in the other text the null stands. */
  readonly sourceNulls: Float64Array
  readonly targetNulls: Float64Array
  readonly #band: Band
  readonly #extent: Extent
  readonly #keep: number

  /** Cells of less than the share `keep` of all paths are without weight. */
  constructor(band: Band, extent: Extent, keep: number) {
    const boundaries = band.low.length
    this.#band = band
    this.#extent = extent
    this.#keep = keep
    this.sourceNulls = new Float64Array(boundaries)
    this.targetNulls = new Float64Array((band.high[boundaries - 1] as number) + 1)
  }

  /** Weighs the stretch of rows `first … last`, and adds the expected number of beads of each type to `counts`. */
  weigh(forward: Forward, first: number, last: number, counts: Float64Array): void {
    const { cells, alpha } = forward
    if (this.beta.length < cells) this.beta = new Float64Array(cells * 1.5)
    this.beta.fill(nothing, 0, cells)
    this.beta[cells - 1] = 0
    this.total = alpha[cells - 1] as number
    for (let row = last; row >= first; row--) this.#weighRow(forward, row, counts)
  }

  #weighRow(forward: Forward, row: number, counts: Float64Array): void {
    const band = this.#band
    const { alpha, origin } = forward
    const rows = band.low.length - 1
    const first = band.low[row] as number
    const last = band.high[row] as number
    const leastColumn = band.limits?.least[row] ?? 0
    const mostColumn = band.limits?.most[row] ?? (band.high[rows] as number)
    const base = (band.starts[row] as number) - origin - first
    let least = last
    let most = first
    let isTouched = false
    for (let column = last; column >= first; column--) {
      const after = this.beta[base + column] as number
      const weight = after <= nothing ? 0 : Math.exp((alpha[base + column] as number) + after - this.total)
      if (weight < leastShare) continue
      if (weight > this.#keep) {
        if (column < least) least = column
        if (column > most) most = column
        // Weight on an edge that is not the edge of the square, or of what is settled around.
        const isEdge = (column === first && column > leastColumn && row < rows) || (column === last && column < mostColumn && row > 0)
        if (isEdge && weight > touchingShare) isTouched = true
      }
      this.#goBack(forward, row, column, base + column, counts)
    }
    const { low, high, touched } = this.#extent
    low[row] = least
    high[row] = Math.max(least, most)
    touched[row] = Number(isTouched)
  }

  /** Follows the arcs into a cell. */
  #goBack(forward: Forward, row: number, column: number, cell: number, counts: Float64Array): void {
    const { alpha, origin, starts, types, scores } = forward
    const { beta, total } = this
    const after = beta[cell] as number
    const end = starts[cell + 1] as number
    for (let arc = starts[cell] as number; arc < end; arc++) {
      const type = types[arc] as number
      const from = cellBefore(this.#band, origin, row, column, type)
      const through = (scores[arc] as number) + after
      beta[from] = logAdd(beta[from] as number, through)
      const share = Math.min(1, Math.exp((alpha[from] as number) + through - total))
      counts[type] = (counts[type] as number) + share
      if (type === sourceNull || type === replaced) this.sourceNulls[row] = (this.sourceNulls[row] as number) + share
      if (type === targetNull || type === replaced) this.targetNulls[column] = (this.targetNulls[column] as number) + share
    }
  }
}

/** Sum of two probabilities given as logarithms. */
function logAdd(a: number, b: number): number {
  if (a < b) return b - a > 40 ? b : b + Math.log1p(Math.exp(a - b))
  return a - b > 40 ? a : a + Math.log1p(Math.exp(b - a))
}
