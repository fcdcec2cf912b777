/** Forward-backward over the band, and the path of most right beads to be expected. */
import type { Band } from './band.ts'
import { cellsOf, makeBand } from './band.ts'
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

/** What the search asks for the score of a bead. */
export interface RowScorer {
  /**
   * Makes ready the beads of at most so many source segments that end at source boundary `row` and hold target segments of
   * `[first, to)`. Rows come one after another; the source segment that ends here is in beads that end at later rows, too,
   * and those go up to target segment `last`.
   */
  prepare(row: number, first: number, to: number, last: number, spans: number): void
  /** Score in nats of the bead with these spans that ends at the prepared row and at `column`. */
  pair(sourceSpan: number, targetSpan: number, column: number): number
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

/** Shapes in use, as pairs of spans, nulls first. */
function shapesOf(priors: ShapePriors): Array<readonly [source: number, target: number, prior: number]> {
  const list: Array<readonly [number, number, number]> = [[1, 0, priors[shapeOf(1, 0)] as number], [0, 1, priors[shapeOf(0, 1)] as number]]
  for (let a = 1; a <= maxSpan; a++) {
    for (let b = 1; b <= maxSpan; b++) {
      const prior = priors[shapeOf(a, b)] as number
      if (prior > -Infinity) list.push([a, b, prior])
    }
  }
  return list
}

const nothing = -1e300
/** Edges that carry less than this share of the paths into their cell are forgotten: they can carry no more of the whole. */
const leastShare = 1e-7

/** The forward pass: log weight of all paths into each cell, and the edges that carry it. */
class Forward {
  readonly alpha: Float64Array
  /** First edge of each cell. */
  readonly starts: Int32Array
  shapes: Uint8Array
  scores: Float32Array
  size = 0

  constructor(cells: number) {
    this.alpha = new Float64Array(cells).fill(nothing)
    this.starts = new Int32Array(cells + 1)
    this.shapes = new Uint8Array(cells * 2 + 64)
    this.scores = new Float32Array(cells * 2 + 64)
  }

  push(shape: number, score: number): void {
    if (this.size === this.shapes.length) {
      const [shapes, scores] = [new Uint8Array(this.size * 1.5 + 64), new Float32Array(this.size * 1.5 + 64)]
      shapes.set(this.shapes)
      scores.set(this.scores)
      this.shapes = shapes
      this.scores = scores
    }
    this.shapes[this.size] = shape
    this.scores[this.size++] = score
  }
}

/** Aligns within a band. Time and memory are linear in its cells. */
export function search(scorer: RowScorer, band: Band, options: SearchOptions): SearchResult {
  return decode(forwardPass(scorer, band, options), band, options)
}

/** Index of a cell in flat arrays; −1 outside the band. */
function cellAt(band: Band, row: number, column: number): number {
  if (row < 0 || column < (band.low[row] as number) || column > (band.high[row] as number)) return -1
  return (band.starts[row] as number) + column - (band.low[row] as number)
}

function forwardPass(scorer: RowScorer, band: Band, options: SearchOptions): Forward {
  const rows = band.low.length - 1
  const shapes = shapesOf(options.shapes)
  const reach = shapes.reduce((most, [a, b]) => Math.max(most, a, b), 1)
  const forward = new Forward(cellsOf(band))
  const { alpha, starts } = forward
  // The edges into one cell, before the weak ones are dropped.
  const [kinds, scores, paths] = [new Uint8Array(shapeCount), new Float64Array(shapeCount), new Float64Array(shapeCount)]
  const posteriors = band.settled?.posteriors
  const single = shapeOf(1, 1)
  // No bead goes back behind this row.
  let floor = 0
  alpha[0] = 0
  for (let row = 0; row <= rows; row++) {
    const [low, high] = [band.low[row] as number, band.high[row] as number]
    if (posteriors && (posteriors[row] as number) > 0) {
      const cell = band.starts[row] as number
      alpha[cell] = alpha[cell - 1] as number
      forward.push(single, 0)
      starts[cell + 1] = forward.size
      floor = row
      continue
    }
    if (row > 0) {
      const spans = Math.min(reach, row - floor)
      const first = Math.max(0, low - reach, band.low[row - spans] as number)
      scorer.prepare(row, first, high, band.high[Math.min(rows, row + reach - 1)] as number, spans)
    }
    for (let column = low; column <= high; column++) {
      const cell = (band.starts[row] as number) + column - low
      let count = 0
      let most = alpha[cell] as number
      for (const [a, b, prior] of shapes) {
        const from = row - a < floor || b > column ? -1 : cellAt(band, row - a, column - b)
        if (from < 0 || (alpha[from] as number) <= nothing) continue
        const score = a === 0 || b === 0 ? prior : prior + scorer.pair(a, b, column)
        const path = (alpha[from] as number) + score
        kinds[count] = shapeOf(a, b)
        scores[count] = score
        paths[count++] = path
        if (path > most) most = path
      }
      let sum = cell === 0 ? 1 : 0
      for (let edge = 0; edge < count; edge++) {
        const share = Math.exp((paths[edge] as number) - most)
        sum += share
        if (share >= leastShare) forward.push(kinds[edge] as number, scores[edge] as number)
      }
      if (sum > 0) alpha[cell] = most + Math.log(sum)
      starts[cell + 1] = forward.size
    }
  }
  return forward
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
