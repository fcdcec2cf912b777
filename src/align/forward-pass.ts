/** The forward pass over the band: what all paths into each cell weigh, and the beads that carry it. */
import type { Band } from './band.ts'
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

/**
 * The forward pass over one stretch of the band after another: log weight of all paths into each cell, and the edges that
 * carry it. Cells are counted from the first of the stretch; the arrays are used again for the next stretch.
 */
export class Forward {
  alpha = new Float64Array(0)
  /** First edge of each cell. */
  starts = new Int32Array(0)
  shapes = new Uint8Array(1024)
  scores = new Float32Array(1024)
  /** Number of the stretch's first cell in the band, and of its cells. */
  origin = 0
  cells = 0
  readonly #scorer: RowScorer
  readonly #band: Band
  readonly #shapes: Shapes
  #edges = 0
  /** By source span: the columns of the row that so many segments lead back to, and the index of its column 0. */
  readonly #low = new Int32Array(maxSpan + 1)
  readonly #high = new Int32Array(maxSpan + 1)
  readonly #base = new Int32Array(maxSpan + 1)
  /** The edges into one cell, before the weak ones are dropped. */
  readonly #kinds = new Uint8Array(shapeCount)
  readonly #worths = new Float64Array(shapeCount)
  readonly #paths = new Float64Array(shapeCount)

  /** `priors` are the log priors of the shapes. */
  constructor(scorer: RowScorer, band: Band, priors: ShapePriors) {
    this.#scorer = scorer
    this.#band = band
    this.#shapes = shapesOf(priors)
  }

  /** Fills the stretch of rows `first … last`. */
  fill(first: number, last: number): void {
    const { low, high, starts } = this.#band
    const { reach } = this.#shapes
    this.origin = starts[first] as number
    this.cells = (starts[last + 1] as number) - this.origin
    this.#edges = 0
    if (this.alpha.length < this.cells) {
      this.alpha = new Float64Array(this.cells * 1.5)
      this.starts = new Int32Array(this.cells * 1.5 + 1)
    }
    this.alpha.fill(nothing, 0, this.cells)
    this.alpha[0] = 0
    for (let row = first; row <= last; row++) {
      if (row > first) {
        const spans = Math.min(reach, row - first)
        const from = Math.max(0, (low[row] as number) - reach, low[row - spans] as number)
        this.#scorer.prepare(row, from, high[row] as number, high[Math.min(last, row + reach - 1)] as number, spans)
      }
      this.#addRow(row, first)
    }
  }

  /** All cells of a row; no bead goes back behind row `floor`. */
  #addRow(row: number, floor: number): void {
    const { low, high, starts } = this.#band
    for (let back = 0; back <= maxSpan; back++) {
      const isReached = row - back >= floor
      this.#low[back] = isReached ? (low[row - back] as number) : 0
      this.#high[back] = isReached ? (high[row - back] as number) : -1
      this.#base[back] = isReached ? (starts[row - back] as number) - this.origin - (low[row - back] as number) : 0
    }
    const last = high[row] as number
    const base = this.#base[0] as number
    for (let column = low[row] as number; column <= last; column++) this.#addCell(base + column, column)
  }

  #addCell(cell: number, column: number): void {
    const { sourceSpans, targetSpans, priors } = this.#shapes
    const [low, high, base] = [this.#low, this.#high, this.#base]
    const [kinds, worths, paths, alpha, scorer] = [this.#kinds, this.#worths, this.#paths, this.alpha, this.#scorer]
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
    this.starts[cell + 1] = this.#edges
  }

  #push(shape: number, score: number): void {
    if (this.#edges === this.shapes.length) {
      const [shapes, scores] = [new Uint8Array(this.#edges * 1.5 + 64), new Float32Array(this.#edges * 1.5 + 64)]
      shapes.set(this.shapes)
      scores.set(this.scores)
      this.shapes = shapes
      this.scores = scores
    }
    this.shapes[this.#edges] = shape
    this.scores[this.#edges++] = score
  }
}
