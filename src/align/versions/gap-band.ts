/** The band of a search of some gaps of a stretch: one cell where it stands as it did, all of a small gap, the way of the path in a large one. */
import { makeBand, type Band, type Settled } from '../search/band.ts'
import type { Excerpt } from '../search/excerpt.ts'
import type { VersionPath } from './join-versions.ts'
import type { Gap } from './stretch-gaps.ts'

/** The columns that are looked at at a boundary, both included. */
type RangeOf = (row: number) => readonly [low: number, high: number]

/** Columns on both sides of the path as it was, in a larger gap. */
const pathMargin = 12

/** The band of a search of some gaps. */
export class GapBand {
  readonly changed: Uint8Array
  isWide = false
  readonly #columns: number
  readonly #low: Int32Array
  readonly #high: Int32Array
  readonly #settled: Settled

  constructor(rows: number, columns: number) {
    this.#columns = columns
    this.#low = new Int32Array(rows + 1)
    this.#high = new Int32Array(rows + 1)
    this.changed = new Uint8Array(rows + 1)
    this.#settled = { columns: new Int32Array(rows + 1), posteriors: new Float32Array(rows + 1) }
  }

  /** A gap that is not searched. */
  keep(top: number, bottom: number, first: number, last: number): void {
    for (let row = top; row <= bottom; row++) this.#low[row] = this.#high[row] = first + Math.round(((row - top) * (last - first)) / Math.max(1, bottom - top))
  }

  /** A gap that is searched, within a range of columns of each boundary. */
  open(top: number, bottom: number, rangeOf: RangeOf): void {
    for (let row = top; row <= bottom; row++) [this.#low[row], this.#high[row]] = rangeOf(row)
    this.changed.fill(1, top, bottom + 1)
  }

  openWide(top: number, bottom: number, rangeOf: RangeOf): void {
    this.open(top, bottom, rangeOf)
    this.isWide = true
  }

  /** One segment of each side that belong together. */
  settle(row: number, column: number, posterior: number): void {
    this.#settled.columns[row + 1] = column + 1
    this.#settled.posteriors[row + 1] = posterior
  }

  build(): Band {
    return makeBand(this.#low, this.#high, this.#columns, this.#settled)
  }
}

/** The columns round the path of a large gap as it was; where it says nothing of a segment, the straight line has a say. */
export function alongPath({ left, right, path }: VersionPath, one: Excerpt, other: Excerpt, { from, to }: Gap): RangeOf {
  const [top, bottom, first, last] = [from[left] as number, to[left] as number, from[right] as number, to[right] as number]
  const places = new Map([...other.indexes.subarray(first, last)].map((index, at) => [index, first + at]))
  let middle = first
  return (row) => {
    const index = row < bottom ? (one.indexes[row] as number) : -1
    const column = index < 0 ? -1 : path.targetOf(index, false)
    middle = places.get(column) ?? middle
    const straight = column < 0 ? first + Math.round(((row - top) * (last - first)) / Math.max(1, bottom - top)) : middle
    return [Math.min(middle, straight) - pathMargin, Math.max(middle, straight) + pathMargin]
  }
}
