/** Which target segments a source segment can be in one bead with, by the band and the types of beads: no others are compared. */
import type { Band } from './band.ts'
import { sourceSpans, targetSpans } from './bead-type.ts'

/** Measures one stretch of a band after another; the arrays are used again for the next one. */
export class Reach {
  #from = new Int32Array(64)
  #to = new Int32Array(64)
  readonly #band: Band
  readonly #types: Uint8Array

  /** `types` are those of the beads that pair something. */
  constructor(band: Band, types: Uint8Array) {
    this.#band = band
    this.#types = types
  }

  /**
   * Measures the stretch of rows `first … last`: by row, counted from its first, the target segments `[from, to)` of the source
   * segment that ends there. Both are views that hold until the next call. Of a segment that nothing is paired with, `to` is 0.
   */
  measure(first: number, last: number): { from: Int32Array; to: Int32Array } {
    const { low, high } = this.#band
    const rows = last - first + 1
    if (this.#from.length < rows) {
      this.#from = new Int32Array(rows * 1.5)
      this.#to = new Int32Array(rows * 1.5)
    }
    this.#from.fill(high[last] as number, 0, rows)
    this.#to.fill(0, 0, rows)
    for (let row = first + 1; row <= last; row++) {
      for (let at = 0; at < this.#types.length; at++) {
        const type = this.#types[at] as number
        const before = row - (sourceSpans[type] as number)
        if (before < first) break
        const span = targetSpans[type] as number
        // Both corners of a bead are in the band.
        const least = Math.max(low[row] as number, (low[before] as number) + span)
        const most = Math.min(high[row] as number, (high[before] as number) + span)
        if (least <= most) this.#widen(before + 1 - first, row - first, least - span, most)
      }
    }
    return { from: this.#from, to: this.#to }
  }

  #widen(top: number, bottom: number, least: number, most: number): void {
    for (let row = top; row <= bottom; row++) {
      if (least < (this.#from[row] as number)) this.#from[row] = least
      if (most > (this.#to[row] as number)) this.#to[row] = most
    }
  }
}
