/** The path of a pair of versions, asked for by its corners: the pairs of boundaries at which a bead ends. */
import type { RawBead } from '../search/choose-path.ts'

/** What corners stand at a boundary of one side: those with boundaries `low … high` of the other; none where `low` is −1. */
interface Corners {
  low: Int32Array
  high: Int32Array
}

export class PairPath {
  readonly #bySource: Corners
  readonly #byTarget: Corners
  /** By source boundary: number of its first corner along the path; corners of one boundary follow each other. */
  readonly #first: Int32Array
  readonly #beads: readonly RawBead[]

  /** The beads of two lists of so many segments, in order, nulls one by one. */
  constructor(beads: readonly RawBead[], sourceCount: number, targetCount: number) {
    this.#beads = beads
    this.#bySource = emptyCorners(sourceCount)
    this.#byTarget = emptyCorners(targetCount)
    this.#first = new Int32Array(sourceCount + 1).fill(-1)
    this.#add(0, 0, 0)
    for (const [index, { sourceEnd, targetEnd }] of beads.entries()) this.#add(sourceEnd, targetEnd, index + 1)
  }

  #add(source: number, target: number, number: number): void {
    addCorner(this.#bySource, source, target)
    addCorner(this.#byTarget, target, source)
    if ((this.#first[source] as number) < 0) this.#first[source] = number
  }

  /** Boundary of the target that goes with one of the source, the last of several if so wanted; −1 inside of a bead. */
  targetOf(source: number, isLast: boolean): number {
    return (isLast ? this.#bySource.high : this.#bySource.low)[source] as number
  }

  /** The same from target to source. */
  sourceOf(target: number, isLast: boolean): number {
    return (isLast ? this.#byTarget.high : this.#byTarget.low)[target] as number
  }

  /** How many beads come before a corner of the path. */
  #numberAt(source: number, target: number): number {
    return (this.#first[source] as number) + target - (this.#bySource.low[source] as number)
  }

  /** The beads between two corners of the path. */
  beadsBetween(source: number, target: number, sourceEnd: number, targetEnd: number): readonly RawBead[] {
    return this.#beads.slice(this.#numberAt(source, target), this.#numberAt(sourceEnd, targetEnd))
  }

  /** Posterior of a corner; 0 where the path has none. */
  cornerPosterior(source: number, target: number): number {
    const low = this.#bySource.low[source] as number
    if (low < 0 || target < low || target > (this.#bySource.high[source] as number)) return 0
    const number = (this.#first[source] as number) + target - low
    return number === 0 ? 1 : (this.#beads[number - 1]?.cornerPosterior ?? 0)
  }

  /** Posterior of the bead from one corner to another; 0 where the path has none such. */
  beadPosterior(source: number, target: number, sourceEnd: number, targetEnd: number): number {
    if (this.cornerPosterior(source, target) === 0) return 0
    const bead = this.#beads[(this.#first[source] as number) + target - (this.#bySource.low[source] as number)]
    return bead?.sourceEnd === sourceEnd && bead.targetEnd === targetEnd ? bead.posterior : 0
  }

  /** Posterior that what lies between two corners goes together: that of the bead between them, or of both corners. */
  between(source: number, target: number, sourceEnd: number, targetEnd: number): number {
    const bead = this.beadPosterior(source, target, sourceEnd, targetEnd)
    return bead > 0 ? bead : Math.min(this.cornerPosterior(source, target), this.cornerPosterior(sourceEnd, targetEnd))
  }
}

function emptyCorners(count: number): Corners {
  return { low: new Int32Array(count + 1).fill(-1), high: new Int32Array(count + 1).fill(-1) }
}

function addCorner({ low, high }: Corners, at: number, other: number): void {
  if ((low[at] as number) < 0) low[at] = other
  high[at] = other
}
