/** Forward-backward over the band, and again in a wider one as long as the paths touch its edge. */
import { Backward, type Extent } from './backward-pass.ts'
import { type Band, cellsOf, makeBand } from './band.ts'
import { PathChooser, type PathPrices, type RawBead } from './choose-path.ts'
import { Forward, type RowScorer } from './forward-pass.ts'
import { settledOf, type Stretch, stretchesOf } from './settle.ts'
import { type TypePriors, typeCount, beadTypeOf } from './bead-type.ts'
import { widenTouched } from './widen.ts'

export interface SearchOptions extends PathPrices {
  /** Log probability of each type. */
  types: TypePriors
  /** Cells of less than this share of all paths are left out of the next band. */
  keep: number
  /** Columns kept beyond those cells, on both sides. */
  margin: number
  /** Whether what is beyond doubt is left alone when the rest is searched in a wider band. */
  settles: boolean
}

interface Found {
  beads: RawBead[]
  /** Expected number of beads of each type. */
  typeCounts: Float64Array
}

export interface SearchResult extends Found {
  /** The band that holds all cells of weight. */
  next: Band
  /** How often the band was widened. */
  widened: number
  /** Whether the paths touch the edge of the widest band, too. */
  touched: boolean
}

/** Widenings of the band before the result is taken as it is, and said to touch. */
const mostWidenings = 8
/** Cells for each segment that are looked at in all widenings together: work grows with the segments, whatever they say. */
const mostCells = 200
/** Cells that are looked at in any case. */
const freeCells = 1_000_000

/** Beads of an earlier search, all of them in order, and the source boundaries whose stretches are searched; the other beads stay. */
export interface KnownPath {
  beads: readonly RawBead[]
  rows: Uint8Array
}

/**
 * Aligns within a band, and in a wider one where the paths touch its edge. Time and memory are linear in its cells. With a path
 * that is `known`, only some of the stretches between what the band has settled are searched.
 */
export function search(scorer: RowScorer, band: Band, options: SearchOptions, known?: KnownPath): SearchResult {
  const rows = band.low.length - 1
  const columns = band.high[rows] as number
  const extent: Extent = { low: band.low.slice(), high: band.high.slice(), touched: new Uint8Array(rows + 1) }
  let pass = new Pass(scorer, band, extent, options)
  let found = pass.search(known?.beads ?? [], known?.rows ?? new Uint8Array(rows + 1).fill(1))
  let [within, widened, cells] = [band, 0, cellsOf(band)]
  for (; extent.touched.includes(1) && widened < mostWidenings; widened++) {
    const wider = widenTouched(options.settles ? { ...within, settled: settledOf(found.beads, rows) } : within, extent.touched)
    cells += cellsOf(wider.band)
    if (cells > Math.max(freeCells, mostCells * (rows + columns))) break
    within = wider.band
    pass = new Pass(scorer, within, extent, options)
    found = pass.search(found.beads, wider.rows)
  }
  const { margin } = options
  const next = makeBand(extent.low.map((column) => column - margin), extent.high.map((column) => column + margin), columns)
  return { ...pass.withFallenPrice(found), next, widened, touched: extent.touched.includes(1) }
}

/** One search of a band, stretch by stretch. */
class Pass {
  readonly #band: Band
  readonly #stretches: Stretch[]
  readonly #forward: Forward
  readonly #backward: Backward
  readonly #options: SearchOptions

  constructor(scorer: RowScorer, band: Band, extent: Extent, options: SearchOptions) {
    this.#band = band
    this.#stretches = stretchesOf(band)
    this.#forward = new Forward(scorer, band, options.types)
    this.#backward = new Backward(band, extent, options.keep)
    this.#options = options
  }

  /** Searches the stretches that have one of the `rows`; in the others what is known stays. */
  search(known: readonly RawBead[], rows: Uint8Array): Found {
    const chooser = new PathChooser(this.#band, this.#options)
    return this.#each(known, ({ first, last }, typeCounts) => {
      if (!hasOne(rows, first, last)) return undefined
      this.#weigh(first, last, typeCounts)
      return chooser.choose(this.#forward, this.#backward, first, last)
    })
  }

  /** Where hardly anything is sure, as in a line repeated, the price of a bead must fall with what beads are worth. */
  withFallenPrice(found: Found): Found {
    const mean = found.beads.reduce((sum, bead) => sum + bead.posterior, 0) / Math.max(1, found.beads.length)
    if (mean >= this.#options.threshold) return found
    const chooser = new PathChooser(this.#band, { ...this.#options, threshold: mean / 4, nullThreshold: mean / 4 })
    const { beads } = this.#each([], ({ first, last }, typeCounts) => {
      // Of several stretches only the last one is still there.
      if (this.#stretches.length > 1) this.#weigh(first, last, typeCounts)
      return chooser.choose(this.#forward, this.#backward, first, last)
    })
    return { ...found, beads }
  }

  #weigh(first: number, last: number, typeCounts: Float64Array): void {
    this.#forward.fill(first, last)
    this.#backward.weigh(this.#forward, first, last, typeCounts)
  }

  /** The stretches one after another, what is settled between them; where a stretch is not searched, its known beads. */
  #each(known: readonly RawBead[], searchIn: (stretch: Stretch, typeCounts: Float64Array) => RawBead[] | undefined): Found {
    const { low, high } = this.#band
    const found: Found = { beads: [], typeCounts: new Float64Array(typeCount) }
    let [row, at] = [0, 0]
    for (const stretch of this.#stretches) {
      const { first, last } = stretch
      for (; row < first; row++) keep(found, this.#settledAt(row))
      row = last
      const beads = searchIn(stretch, found.typeCounts)
      for (const bead of beads ?? []) found.beads.push(bead)
      if (beads) continue
      while (endsBy(known[at], first, low[first] as number)) at++
      for (; endsBy(known[at], last, high[last] as number); at++) keep(found, known[at] as RawBead)
    }
    return found
  }

  /** The settled bead of the source segment behind boundary `row`. */
  #settledAt(row: number): RawBead {
    const { settled } = this.#band
    const [targetEnd, posterior] = [settled?.columns[row + 1] ?? 0, settled?.posteriors[row + 1] ?? 0]
    return { sourceStart: row, sourceEnd: row + 1, targetStart: targetEnd - 1, targetEnd, posterior, cornerPosterior: posterior }
  }
}

/** Adds a bead that is known, and counts its type. */
function keep({ beads, typeCounts }: Found, bead: RawBead): void {
  const type = beadTypeOf(bead.sourceEnd - bead.sourceStart, bead.targetEnd - bead.targetStart)
  typeCounts[type] = (typeCounts[type] as number) + bead.posterior
  beads.push(bead)
}

function hasOne(rows: Uint8Array, first: number, last: number): boolean {
  for (let row = first; row <= last; row++) if (rows[row] === 1) return true
  return false
}

function endsBy(bead: RawBead | undefined, row: number, column: number): boolean {
  return bead !== undefined && bead.sourceEnd <= row && bead.targetEnd <= column
}
