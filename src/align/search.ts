/** Forward-backward over the band, and the path of most right beads to be expected. */
import type { Band } from './band.ts'
import { cellsOf, makeBand } from './band.ts'
import { maxSpan, type ShapePriors, shapeCount, shapeOf } from './score.ts'

export interface SearchOptions {
  /** Log probability of each shape. */
  shapes: ShapePriors
  /** What a bead must be worth to be made, 0 to 1: near half the F1 that is hoped for. */
  threshold: number
  /** Cells of less than this share of all paths are left out of the next band. */
  keep: number
}

/** What the search asks for the score of a bead. */
export interface RowScorer {
  /** Makes ready the beads that end at source boundary `row` and at target boundaries `from … to`. */
  prepare(row: number, from: number, to: number, rangeOf: (row: number) => readonly [from: number, to: number]): void
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

/** Shapes in use, as pairs of spans; nulls apart. */
function shapesOf(priors: ShapePriors): Array<readonly [source: number, target: number, prior: number]> {
  const list: Array<readonly [number, number, number]> = []
  for (let a = 1; a <= maxSpan; a++) {
    for (let b = 1; b <= maxSpan; b++) {
      const prior = priors[shapeOf(a, b)] as number
      if (prior > -Infinity) list.push([a, b, prior])
    }
  }
  return list
}

const nothing = -1e300

/** Sum of two probabilities given as logarithms. */
function logAdd(a: number, b: number): number {
  if (a < b) return b - a > 40 ? b : b + Math.log1p(Math.exp(a - b))
  return a - b > 40 ? a : a + Math.log1p(Math.exp(b - a))
}

/**
 * Aligns within a band. Time and memory are linear in its cells: a number a cell is kept from the forward pass, and the
 * scores are computed again on the way back.
 */
export function search(scorer: RowScorer, band: Band, options: SearchOptions): SearchResult {
  const rows = band.low.length - 1
  const columns = band.high[rows] as number
  const shapes = shapesOf(options.shapes)
  const nullSource = options.shapes[shapeOf(1, 0)] as number
  const nullTarget = options.shapes[shapeOf(0, 1)] as number
  const rangeOf = (row: number): readonly [number, number] => [band.low[row] as number, band.high[Math.min(rows, row + maxSpan - 1)] as number]
  const index = (row: number, column: number): number =>
    row < 0 || column < (band.low[row] as number) || column > (band.high[row] as number)
      ? -1
      : (band.starts[row] as number) + column - (band.low[row] as number)

  const alpha = new Float64Array(cellsOf(band)).fill(nothing)
  alpha[0] = 0
  for (let row = 0; row <= rows; row++) {
    const [low, high] = [band.low[row] as number, band.high[row] as number]
    if (row > 0) scorer.prepare(row, low, high, rangeOf)
    for (let column = low; column <= high; column++) {
      const cell = index(row, column)
      let sum = alpha[cell] as number
      const above = index(row - 1, column)
      if (above >= 0 && (alpha[above] as number) > nothing) sum = logAdd(sum, (alpha[above] as number) + nullSource)
      if (column > low && (alpha[cell - 1] as number) > nothing) sum = logAdd(sum, (alpha[cell - 1] as number) + nullTarget)
      for (const [a, b, prior] of shapes) {
        if (b > column || a > row) continue
        const from = index(row - a, column - b)
        if (from < 0) continue
        const before = alpha[from] as number
        if (before > nothing && before + prior > sum - 200) sum = logAdd(sum, before + prior + scorer.pair(a, b, column))
      }
      alpha[cell] = sum
    }
  }
  return decode()

  function decode(): SearchResult {
    const total = alpha[alpha.length - 1] as number
    const beta = new Float64Array(alpha.length).fill(nothing)
    const best = new Float64Array(alpha.length).fill(-1)
    const choice = new Uint8Array(alpha.length)
    const posterior = new Float32Array(alpha.length)
    const shapeCounts = new Float64Array(shapeCount)
    const low = new Int32Array(rows + 1)
    const high = new Int32Array(rows + 1)
    const touched = new Uint8Array(rows + 1)
    beta[alpha.length - 1] = 0
    best[alpha.length - 1] = 0
    for (let row = rows; row >= 0; row--) {
      const [first, last] = [band.low[row] as number, band.high[row] as number]
      if (row > 0) scorer.prepare(row, first, last, rangeOf)
      let [least, most] = [last, first]
      for (let column = last; column >= first; column--) {
        const cell = index(row, column)
        const after = beta[cell] as number
        if (after <= nothing) continue
        const weight = Math.exp((alpha[cell] as number) + after - total)
        if (weight > options.keep) {
          least = Math.min(least, column)
          most = Math.max(most, column)
          // Weight on an edge that is not the edge of the square.
          if ((column === first && column > 0 && row < rows) || (column === last && column < columns && row > 0)) {
            if (weight > 1e-3) touched[row] = 1
          }
        }
        take(index(row - 1, column), cell, shapeOf(1, 0), nullSource)
        if (column > first) take(cell - 1, cell, shapeOf(0, 1), nullTarget)
        for (const [a, b, prior] of shapes) {
          if (b > column || a > row) continue
          const from = index(row - a, column - b)
          if (from < 0 || (alpha[from] as number) + prior + after < total - 200) continue
          take(from, cell, shapeOf(a, b), prior + scorer.pair(a, b, column))
        }
      }
      low[row] = least
      high[row] = Math.max(least, most)
    }
    return { beads: trace(), shapeCounts, next: widen(), touched }

    function take(from: number, cell: number, shape: number, score: number): void {
      if (from < 0 || (alpha[from] as number) <= nothing) return
      const through = score + (beta[cell] as number)
      beta[from] = logAdd(beta[from] as number, through)
      const share = Math.exp((alpha[from] as number) + through - total)
      shapeCounts[shape] = (shapeCounts[shape] as number) + share
      const worth = share - options.threshold + (best[cell] as number)
      if (choice[from] !== 0 && worth <= (best[from] as number)) return
      best[from] = worth
      choice[from] = shape
      posterior[from] = share
    }

    function trace(): RawBead[] {
      const beads: RawBead[] = []
      let [row, column] = [0, 0]
      while (row < rows || column < columns) {
        const cell = index(row, column)
        const shape = choice[cell] as number
        const [a, b] = [Math.floor(shape / (maxSpan + 1)), shape % (maxSpan + 1)]
        if (shape === 0) throw new RangeError(`No path from ${row}:${column}`)
        beads.push({ sourceStart: row, sourceEnd: row + a, targetStart: column, targetEnd: column + b, posterior: posterior[cell] as number })
        row += a
        column += b
      }
      return beads
    }

    function widen(): Band {
      const [left, right] = [new Int32Array(rows + 1), new Int32Array(rows + 1)]
      for (let row = 0; row <= rows; row++) {
        left[row] = (low[row] as number) - 3
        right[row] = (high[row] as number) + 3
      }
      return makeBand(left, right, columns)
    }
  }
}
