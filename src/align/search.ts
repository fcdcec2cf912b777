/** Forward-backward over the band, and the path of most right beads to be expected. */
import { type Band, makeBand } from './band.ts'
import { type Forward, forwardPass, leastShare, nothing, type RowScorer } from './forward-pass.ts'
import { maxSpan, type ShapePriors, shapeCount, shapeOf } from './shape.ts'

export interface SearchOptions {
  /** Log probability of each shape. */
  shapes: ShapePriors
  /** What a bead must be worth to be made, 0 to 1: near half the F1 that is hoped for. */
  threshold: number
  /** What a null is worth beside a bead that pairs something, 0 to 1. */
  nullWorth: number
  /** Cells of less than this share of all paths are left out of the next band. */
  keep: number
  /** Columns kept beyond those cells, on both sides. */
  margin: number
}

/** One bead with its posterior by the model, before calibration. */
export interface RawBead {
  sourceStart: number
  sourceEnd: number
  targetStart: number
  targetEnd: number
  posterior: number
}

export interface SearchResult {
  beads: RawBead[]
  /** Expected number of beads of each shape. */
  shapeCounts: Float64Array
  /** The band that holds all cells of weight. */
  next: Band
  /** Rows whose weight lies on an inner edge of the band: the band was too narrow there. */
  touched: Uint8Array
}

/** Aligns within a band. Time and memory are linear in its cells. */
export function search(scorer: RowScorer, band: Band, options: SearchOptions): SearchResult {
  return decode(forwardPass(scorer, band, options.shapes), band, options)
}

/** Index of a cell in flat arrays; −1 outside the band. */
function cellAt(band: Band, row: number, column: number): number {
  if (row < 0 || column < (band.low[row] as number) || column > (band.high[row] as number)) return -1
  return (band.starts[row] as number) + column - (band.low[row] as number)
}

/** The backward pass over the edges kept: what share of all paths goes through each cell and shape. */
function decode(forward: Forward, band: Band, options: SearchOptions): SearchResult {
  const { alpha, starts } = forward
  const rows = band.low.length - 1
  const columns = band.high[rows] as number
  const total = alpha[alpha.length - 1] as number
  const beta = new Float64Array(alpha.length).fill(nothing)
  const shapeCounts = new Float64Array(shapeCount)
  const low = new Int32Array(rows + 1)
  const high = new Int32Array(rows + 1)
  const touched = new Uint8Array(rows + 1)
  beta[alpha.length - 1] = 0
  const nulls = { source: new Float64Array(rows + 1), target: new Float64Array(columns + 1) }
  for (let row = rows; row >= 0; row--) {
    const [first, last] = [band.low[row] as number, band.high[row] as number]
    let [least, most] = [last, first]
    const [leastColumn, mostColumn] = [band.limits?.least[row] ?? 0, band.limits?.most[row] ?? columns]
    for (let column = last; column >= first; column--) {
      const cell = (band.starts[row] as number) + column - first
      const after = beta[cell] as number
      const weight = after <= nothing ? 0 : Math.exp((alpha[cell] as number) + after - total)
      if (weight < leastShare) continue
      if (weight > options.keep) {
        least = Math.min(least, column)
        most = Math.max(most, column)
        // Weight on an edge that is not the edge of the square, or of what is settled around.
        const onEdge = (column === first && column > leastColumn && row < rows) || (column === last && column < mostColumn && row > 0)
        if (onEdge && weight > 1e-3) touched[row] = 1
      }
      for (let edge = starts[cell] as number; edge < (starts[cell + 1] as number); edge++) {
        const shape = forward.shapes[edge] as number
        const from = cellAt(band, row - Math.floor(shape / (maxSpan + 1)), column - (shape % (maxSpan + 1)))
        const through = (forward.scores[edge] as number) + after
        beta[from] = logAdd(beta[from] as number, through)
        const share = Math.min(1, Math.exp((alpha[from] as number) + through - total))
        shapeCounts[shape] = (shapeCounts[shape] as number) + share
        if (shape === sourceNull) nulls.source[row] = (nulls.source[row] as number) + share
        else if (shape === targetNull) nulls.target[column] = (nulls.target[column] as number) + share
      }
    }
    low[row] = least - options.margin
    high[row] = Math.max(least, most) + options.margin
  }
  const beads = choosePath(forward, beta, band, nulls, options)
  const mean = beads.reduce((sum, bead) => sum + bead.posterior, 0) / Math.max(1, beads.length)
  // Where hardly anything is sure, as in a line repeated, the price of a bead must fall with what beads are worth.
  const path = mean < options.threshold ? choosePath(forward, beta, band, nulls, { ...options, threshold: mean / 4 }) : beads
  return { beads: path, shapeCounts, next: makeBand(low, high, columns), touched }
}

const sourceNull = shapeOf(1, 0)
const targetNull = shapeOf(0, 1)

/** Probability that a segment has no counterpart, by the boundary behind it, wherever in the other text the null stands. */
interface Nulls {
  source: Float64Array
  target: Float64Array
}

/** The path whose beads are worth most: the sum of posterior less threshold. Of equal ones the shape with the lower index. */
function choosePath(forward: Forward, beta: Float64Array, band: Band, nulls: Nulls, { threshold, nullWorth }: SearchOptions): RawBead[] {
  const { alpha, starts } = forward
  const rows = band.low.length - 1
  const total = alpha[alpha.length - 1] as number
  const best = new Float64Array(alpha.length)
  const choice = new Uint8Array(alpha.length)
  const posterior = new Float32Array(alpha.length)
  for (let row = rows; row >= 0; row--) {
    for (let column = band.high[row] as number; column >= (band.low[row] as number); column--) {
      const cell = cellAt(band, row, column)
      // A cell without a way to the end is on no path.
      if ((beta[cell] as number) <= nothing) continue
      for (let edge = starts[cell] as number; edge < (starts[cell + 1] as number); edge++) {
        const shape = forward.shapes[edge] as number
        const from = cellAt(band, row - Math.floor(shape / (maxSpan + 1)), column - (shape % (maxSpan + 1)))
        const share = shareOf(shape, row, column, (alpha[from] as number) + (forward.scores[edge] as number) + (beta[cell] as number) - total)
        const isNull = shape === sourceNull || shape === targetNull
        const worth = (share - threshold) * (isNull ? nullWorth : 1) + (best[cell] as number)
        if (choice[from] !== 0 && worth <= (best[from] as number)) continue
        best[from] = worth
        choice[from] = shape
        posterior[from] = share
      }
    }
  }
  return trace(choice, posterior, band)

  /** Posterior of a bead; that of a null over all places where it can stand. */
  function shareOf(shape: number, row: number, column: number, logarithm: number): number {
    return Math.min(1, shape === sourceNull ? (nulls.source[row] as number) : shape === targetNull ? (nulls.target[column] as number) : Math.exp(logarithm))
  }
}

function trace(choice: Uint8Array, posterior: Float32Array, band: Band): RawBead[] {
  const beads: RawBead[] = []
  const rows = band.low.length - 1
  const columns = band.high[rows] as number
  let [row, column] = [0, 0]
  while (row < rows || column < columns) {
    const cell = cellAt(band, row, column)
    const shape = choice[cell] as number
    if (shape === 0) throw new RangeError(`No path from ${row}:${column}`)
    const [sourceEnd, targetEnd] = [row + Math.floor(shape / (maxSpan + 1)), column + (shape % (maxSpan + 1))]
    const settled = band.settled?.posteriors[sourceEnd] ?? 0
    beads.push({ sourceStart: row, sourceEnd, targetStart: column, targetEnd, posterior: settled > 0 ? settled : (posterior[cell] as number) })
    row = sourceEnd
    column = targetEnd
  }
  return beads
}

/** Sum of two probabilities given as logarithms. */
function logAdd(a: number, b: number): number {
  if (a < b) return b - a > 40 ? b : b + Math.log1p(Math.exp(a - b))
  return a - b > 40 ? a : a + Math.log1p(Math.exp(b - a))
}
