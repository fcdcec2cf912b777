/** The path whose beads are worth most: the sum of posterior less the price of a bead. */
import { type Backward, cellBefore } from './backward-pass.ts'
import type { Band } from './band.ts'
import { type Forward, nothing } from './forward-pass.ts'
import { replaced, sourceNull, sourceSpans, targetNull, targetSpans } from './bead-type.ts'

/** One bead with its posterior by the model, before calibration. */
export interface RawBead {
  sourceStart: number
  sourceEnd: number
  targetStart: number
  targetEnd: number
  posterior: number
  /** Posterior that a bead ends where this one does, whatever its type. */
  cornerPosterior: number
}

/** What a bead must be worth. */
export interface PathPrices {
  /** What a pair must be worth to be made, 0 to 1: near half the F1 that is hoped for. */
  threshold: number
  /** The same of a null: where it is as likely as not, its line is kept with its neighbour. */
  nullThreshold: number
}

/** Chooses the path through one stretch of the band after another. */
export class PathChooser {
  #best = new Float64Array(0)
  #choice = new Uint8Array(0)
  #posterior = new Float32Array(0)
  readonly #band: Band
  readonly #prices: PathPrices

  constructor(band: Band, prices: PathPrices) {
    this.#band = band
    this.#prices = prices
  }

  /** The beads of the stretch of rows `first … last`. Of paths worth the same, the one whose beads have the lower types. */
  choose(forward: Forward, backward: Backward, first: number, last: number): RawBead[] {
    const { cells } = forward
    if (this.#best.length < cells) {
      this.#best = new Float64Array(cells * 1.5)
      this.#choice = new Uint8Array(cells * 1.5)
      this.#posterior = new Float32Array(cells * 1.5)
    }
    this.#best.fill(0, 0, cells)
    this.#choice.fill(0, 0, cells)
    for (let row = last; row >= first; row--) this.#chooseRow(forward, backward, row)
    return this.#trace(forward, backward, first, last)
  }

  #chooseRow(forward: Forward, backward: Backward, row: number): void {
    const { low, high, starts } = this.#band
    const base = (starts[row] as number) - forward.origin - (low[row] as number)
    for (let column = high[row] as number; column >= (low[row] as number); column--) {
      // A cell without a way to the end is on no path.
      if ((backward.beta[base + column] as number) > nothing) this.#chooseCell(forward, backward, row, column, base + column)
    }
  }

  #chooseCell(forward: Forward, backward: Backward, row: number, column: number, cell: number): void {
    const { alpha, types, scores, starts, origin } = forward
    const { beta, total } = backward
    const { threshold, nullThreshold } = this.#prices
    const best = this.#best
    const choice = this.#choice
    const end = starts[cell + 1] as number
    for (let arc = starts[cell] as number; arc < end; arc++) {
      const type = types[arc] as number
      // Its two nulls are there by themselves.
      if (type === replaced) continue
      const from = cellBefore(this.#band, origin, row, column, type)
      const isNull = type === sourceNull || type === targetNull
      // A null counts for all places where it can stand.
      const share =
        type === sourceNull ? (backward.sourceNulls[row] as number)
        : type === targetNull ? (backward.targetNulls[column] as number)
        : Math.exp((alpha[from] as number) + (scores[arc] as number) + (beta[cell] as number) - total)
      const posterior = Math.min(1, share)
      const worth = posterior - (isNull ? nullThreshold : threshold) + (best[cell] as number)
      if (choice[from] !== 0 && worth <= (best[from] as number)) continue
      best[from] = worth
      choice[from] = type
      this.#posterior[from] = posterior
    }
  }

  #trace({ origin, alpha }: Forward, { beta, total }: Backward, first: number, last: number): RawBead[] {
    const { low, high, starts } = this.#band
    const beads: RawBead[] = []
    const columns = high[last] as number
    let row = first
    let column = low[first] as number
    while (row < last || column < columns) {
      const cell = (starts[row] as number) - origin + column - (low[row] as number)
      const type = this.#choice[cell] as number
      if (type === 0) throw new RangeError(`No path from ${row}:${column}`)
      const sourceEnd = row + (sourceSpans[type] as number)
      const targetEnd = column + (targetSpans[type] as number)
      const corner = (starts[sourceEnd] as number) - origin + targetEnd - (low[sourceEnd] as number)
      const cornerPosterior = Math.min(1, Math.exp((alpha[corner] as number) + (beta[corner] as number) - total))
      beads.push({ sourceStart: row, sourceEnd, targetStart: column, targetEnd, posterior: this.#posterior[cell] as number, cornerPosterior })
      row = sourceEnd
      column = targetEnd
    }
    return beads
  }
}
