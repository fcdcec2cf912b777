/** The forward pass over the band: what all paths into each cell weigh, and the beads that carry it. */
import { type Band, cellsOf } from './band.ts'
import { maxSpan, type ShapePriors, shapeCount, shapeOf } from './shape.ts'

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

/** Log weight of a cell without a path. */
export const nothing = -1e300
/** Edges that carry less than this share of the paths into their cell are forgotten: they can carry no more of the whole. */
export const leastShare = 1e-7
/** Log of a share that is nothing beside 1, even a hundred times. */
const leastLog = -24

/** Shapes in use, nulls first. */
interface Shapes {
  sourceSpans: Int32Array
  targetSpans: Int32Array
  priors: Float64Array
  /** Most source segments of one bead. */
  reach: number
}

function shapesOf(priors: ShapePriors): Shapes {
  const spans: Array<readonly [source: number, target: number]> = [[1, 0], [0, 1]]
  for (let a = 1; a <= maxSpan; a++) for (let b = 1; b <= maxSpan; b++) if ((priors[shapeOf(a, b)] as number) > -Infinity) spans.push([a, b])
  return {
    sourceSpans: Int32Array.from(spans, ([a]) => a),
    targetSpans: Int32Array.from(spans, ([, b]) => b),
    priors: Float64Array.from(spans, ([a, b]) => priors[shapeOf(a, b)] as number),
    reach: Math.max(...spans.flat())
  }
}

/** The forward pass, row by row: log weight of all paths into each cell, and the edges that carry it. */
export class Forward {
  readonly alpha: Float64Array
  /** First edge of each cell. */
  readonly starts: Int32Array
  shapes: Uint8Array
  scores: Float32Array
  #size = 0
  readonly #band: Band
  readonly #shapes: Shapes
  /** By source span: the columns of the row that so many segments lead back to, and the index of its column 0. */
  readonly #low = new Int32Array(maxSpan + 1)
  readonly #high = new Int32Array(maxSpan + 1)
  readonly #base = new Float64Array(maxSpan + 1)
  /** The edges into one cell, before the weak ones are dropped. */
  readonly #kinds = new Uint8Array(shapeCount)
  readonly #worths = new Float64Array(shapeCount)
  readonly #paths = new Float64Array(shapeCount)

  constructor(band: Band, shapes: Shapes) {
    const cells = cellsOf(band)
    this.#band = band
    this.#shapes = shapes
    this.alpha = new Float64Array(cells).fill(nothing)
    this.alpha[0] = 0
    this.starts = new Int32Array(cells + 1)
    this.shapes = new Uint8Array(cells * 2 + 64)
    this.scores = new Float32Array(cells * 2 + 64)
  }

  /** A row of one cell, with the one bead that leads to it. */
  addSettled(row: number): void {
    const cell = this.#band.starts[row] as number
    this.alpha[cell] = this.alpha[cell - 1] as number
    this.#push(shapeOf(1, 1), 0)
    this.starts[cell + 1] = this.#size
  }

  /** All cells of a row; no bead goes back behind row `floor`. */
  addRow(row: number, floor: number, scorer: RowScorer): void {
    const { low, high, starts } = this.#band
    for (let back = 0; back <= maxSpan; back++) {
      const isReached = row - back >= floor
      this.#low[back] = isReached ? (low[row - back] as number) : 0
      this.#high[back] = isReached ? (high[row - back] as number) : -1
      this.#base[back] = isReached ? (starts[row - back] as number) - (low[row - back] as number) : 0
    }
    const last = high[row] as number
    const base = this.#base[0] as number
    for (let column = low[row] as number; column <= last; column++) this.#addCell(base + column, column, scorer)
  }

  #addCell(cell: number, column: number, scorer: RowScorer): void {
    const { sourceSpans, targetSpans, priors } = this.#shapes
    const [low, high, base] = [this.#low, this.#high, this.#base]
    const [kinds, worths, paths, alpha] = [this.#kinds, this.#worths, this.#paths, this.alpha]
    let count = 0
    let most = alpha[cell] as number
    for (let shape = 0; shape < priors.length; shape++) {
      const a = sourceSpans[shape] as number
      const b = targetSpans[shape] as number
      const from = column - b
      if (from < (low[a] as number) || from > (high[a] as number)) continue
      const before = alpha[(base[a] as number) + from] as number
      if (before <= nothing) continue
      const prior = priors[shape] as number
      // Rounded as it is kept, or the way back would not add up to the same.
      const worth = Math.fround(a === 0 || b === 0 ? prior : prior + scorer.pair(a, b, column))
      const path = before + worth
      kinds[count] = shapeOf(a, b)
      worths[count] = worth
      paths[count++] = path
      if (path > most) most = path
    }
    let sum = cell === 0 ? 1 : 0
    for (let edge = 0; edge < count; edge++) {
      const logarithm = (paths[edge] as number) - most
      if (logarithm < leastLog) continue
      const share = Math.exp(logarithm)
      sum += share
      if (share >= leastShare) this.#push(kinds[edge] as number, worths[edge] as number)
    }
    if (sum > 0) alpha[cell] = most + Math.log(sum)
    this.starts[cell + 1] = this.#size
  }

  #push(shape: number, score: number): void {
    if (this.#size === this.shapes.length) {
      const [shapes, scores] = [new Uint8Array(this.#size * 1.5 + 64), new Float32Array(this.#size * 1.5 + 64)]
      shapes.set(this.shapes)
      scores.set(this.scores)
      this.shapes = shapes
      this.scores = scores
    }
    this.shapes[this.#size] = shape
    this.scores[this.#size++] = score
  }
}

/** Fills the forward pass. `priors` are the log priors of the shapes. */
export function forwardPass(scorer: RowScorer, band: Band, priors: ShapePriors): Forward {
  const { low, high, settled } = band
  const rows = low.length - 1
  const shapes = shapesOf(priors)
  const { reach } = shapes
  const forward = new Forward(band, shapes)
  // No bead goes back behind this row.
  let floor = 0
  for (let row = 0; row <= rows; row++) {
    if (settled && (settled.posteriors[row] as number) > 0) {
      forward.addSettled(row)
      floor = row
      continue
    }
    if (row > 0) {
      const spans = Math.min(reach, row - floor)
      const first = Math.max(0, (low[row] as number) - reach, low[row - spans] as number)
      scorer.prepare(row, first, high[row] as number, high[Math.min(rows, row + reach - 1)] as number, spans)
    }
    forward.addRow(row, floor, scorer)
  }
  return forward
}
