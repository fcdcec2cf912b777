/** The forward pass over the band: what all paths into each cell weigh, and the beads that carry it. */
import type { Band } from './band.ts'
import { Reach } from './reach.ts'
import { isNullType, maxSpan, replaced, sourceNull, sourceSpans, targetNull, targetSpans, typeCount, type TypePriors } from './bead-type.ts'

/** What the search asks for the score of a bead. */
export interface RowScorer {
  /**
   * Makes ready the beads of at most so many source segments that end at source boundary `row` and hold target segments of
   * `[first, to)`. Rows come one after another; the source segment that ends here is in beads that end at later rows, too,
   * and those go up to target segment `last`.
   */
  prepare(row: number, first: number, to: number, last: number, spans: number): void
  /** Score in nats of the bead with these spans that ends at the prepared row and at `column`; minus infinity where it is below `least`. */
  scoreFrom(least: number, sourceSpan: number, targetSpan: number, column: number): number
  /** Nats for every path that comes to the prepared row at `column`. */
  corner(column: number): number
  /** Whether joined beads get a second look. */
  readonly refines: boolean
  /** Nats, 0 or below, that a joined bead loses by it. */
  refine(sourceSpan: number, targetSpan: number, column: number): number
}

/** Log weight of a cell without a path. */
export const nothing = -1e300
/** Arcs that carry less than this share of the paths into their cell are forgotten: they can carry no more of the whole. */
export const leastShare = 1e-7
/** Nats below the best path into a cell within which a joined bead gets a second look. */
const refinedWithin = 12
/** Log of a share that is nothing beside 1, even a hundred times. */
const leastLog = -24
/** Nats below the best path into a cell from which a bead is not weighed: what is rounded must not matter. */
const neverWeighed = leastLog - 0.01

/** Types in use, those without a counterpart first. */
interface Types {
  types: Uint8Array
  priors: Float64Array
  /** Those that pair something, by rising number of source segments. */
  pairing: Uint8Array
  /** Most source segments of one bead. */
  mostSources: number
}

function typesOf(priors: TypePriors): Types {
  const pairing = [...priors.keys()].filter((type) => (priors[type] as number) > -Infinity && !isNullType(type))
  const types = [sourceNull, targetNull, ...((priors[replaced] as number) > -Infinity ? [replaced] : []), ...pairing]
  return {
    types: Uint8Array.from(types),
    priors: Float64Array.from(types, (type) => priors[type] as number),
    pairing: Uint8Array.from(pairing),
    mostSources: Math.max(...types.map((type) => sourceSpans[type] as number))
  }
}

/**
 * The forward pass over one stretch of the band after another: log weight of all paths into each cell, and the arcs that
 * carry it. Cells are counted from the first of the stretch; the arrays are used again for the next stretch.
 */
export class Forward {
  alpha = new Float64Array(0)
  /** First arc of each cell. */
  starts = new Int32Array(0)
  types = new Uint8Array(1024)
  scores = new Float32Array(1024)
  /** Number of the stretch's first cell in the band, and of its cells. */
  origin = 0
  cells = 0
  readonly #scorer: RowScorer
  readonly #band: Band
  readonly #types: Types
  readonly #reach: Reach
  #arcs = 0
  /** By source span: the columns of the row that so many segments lead back to, and the index of its column 0. */
  readonly #low = new Int32Array(maxSpan + 1)
  readonly #high = new Int32Array(maxSpan + 1)
  readonly #base = new Int32Array(maxSpan + 1)
  /** The arcs into one cell, before the weak ones are dropped. */
  readonly #kinds = new Uint8Array(typeCount)
  readonly #worths = new Float64Array(typeCount)
  readonly #paths = new Float64Array(typeCount)

  /** `priors` are the log priors of the types. */
  constructor(scorer: RowScorer, band: Band, priors: TypePriors) {
    this.#scorer = scorer
    this.#band = band
    this.#types = typesOf(priors)
    this.#reach = new Reach(band, this.#types.pairing)
  }

  /** Fills the stretch of rows `first … last`. */
  fill(first: number, last: number): void {
    const { high, starts } = this.#band
    const { from, to } = this.#reach.measure(first, last)
    this.origin = starts[first] as number
    this.cells = (starts[last + 1] as number) - this.origin
    this.#arcs = 0
    if (this.alpha.length < this.cells) {
      this.alpha = new Float64Array(this.cells * 1.5)
      this.starts = new Int32Array(this.cells * 1.5 + 1)
    }
    this.alpha.fill(nothing, 0, this.cells)
    this.alpha[0] = 0
    for (let row = first; row <= last; row++) {
      if (row > first) {
        const end = to[row - first] as number
        this.#scorer.prepare(row, Math.min(from[row - first] as number, end), Math.min(high[row] as number, end), end, Math.min(this.#types.mostSources, row - first))
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
    const first = low[row] as number
    const last = high[row] as number
    const base = this.#base[0] as number
    for (let column = first; column <= last; column++) this.#addCell(base + column, column)
  }

  #addCell(cell: number, column: number): void {
    const { types, priors } = this.#types
    const low = this.#low
    const high = this.#high
    const base = this.#base
    const kinds = this.#kinds
    const worths = this.#worths
    const paths = this.#paths
    const alpha = this.alpha
    const scorer = this.#scorer
    const corner = cell === 0 ? 0 : scorer.corner(column)
    let count = 0
    let most = alpha[cell] as number
    // The best of what gets no second look: nothing that is far below it matters.
    let sure = most
    for (let at = 0; at < types.length; at++) {
      const type = types[at] as number
      const a = sourceSpans[type] as number
      const from = column - (targetSpans[type] as number)
      if (from < (low[a] as number) || from > (high[a] as number)) continue
      const before = alpha[(base[a] as number) + from] as number
      if (before <= nothing) continue
      const prior = (priors[at] as number) + corner
      const b = column - from
      const isSingle = a + b < 3
      const score =
        isNullType(type) ? 0
        : scorer.scoreFrom(isSingle ? -Infinity : sure + neverWeighed - before - prior, a, b, column)
      if (score === -Infinity) continue
      // Rounded as it is kept, or the way back would not add up to the same.
      const worth = Math.fround(prior + score)
      const path = before + worth
      if ((isSingle || !scorer.refines) && path > sure) sure = path
      kinds[count] = type
      worths[count] = worth
      paths[count++] = path
      if (path > most) most = path
    }
    if (this.#scorer.refines) most = this.#refine(count, column, alpha[cell] as number, most)
    let sum = cell === 0 ? 1 : 0
    for (let arc = 0; arc < count; arc++) {
      const logarithm = (paths[arc] as number) - most
      if (logarithm < leastLog) continue
      const share = Math.exp(logarithm)
      sum += share
      if (share >= leastShare) this.#push(kinds[arc] as number, worths[arc] as number)
    }
    if (sum > 0) alpha[cell] = most + Math.log(sum)
    this.starts[cell + 1] = this.#arcs
  }

  /** Takes a second look at the joined beads into a cell that count beside the best. Returns the best after it. */
  #refine(count: number, column: number, least: number, most: number): number {
    const kinds = this.#kinds
    const worths = this.#worths
    const paths = this.#paths
    let best = least
    for (let arc = 0; arc < count; arc++) {
      const type = kinds[arc] as number
      const a = sourceSpans[type] as number
      const b = targetSpans[type] as number
      if (a + b > 2 && (paths[arc] as number) > most - refinedWithin) {
        const worth = Math.fround((worths[arc] as number) + this.#scorer.refine(a, b, column))
        paths[arc] = (paths[arc] as number) + worth - (worths[arc] as number)
        worths[arc] = worth
      }
      if ((paths[arc] as number) > best) best = paths[arc] as number
    }
    return best
  }

  #push(type: number, score: number): void {
    if (this.#arcs === this.types.length) {
      const types = new Uint8Array(this.#arcs * 1.5 + 64)
      const scores = new Float32Array(this.#arcs * 1.5 + 64)
      types.set(this.types)
      scores.set(this.scores)
      this.types = types
      this.scores = scores
    }
    this.types[this.#arcs] = type
    this.scores[this.#arcs++] = score
  }
}
