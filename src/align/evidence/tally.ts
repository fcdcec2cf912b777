/** What hits say for the words of a segment, added up word by word and weighed. */
import type { Side } from '../text/encode.ts'

/** Largest product of ratios before its logarithm is taken; one more word cannot take it out of range. */
export const productLimit = 1e200

/** Adds up what hits say for each word of a segment, and weighs them all. */
export class Tally {
  readonly #sums: Float64Array
  readonly #seen: Int32Array
  #count = 0

  constructor(words: number) {
    this.#sums = new Float64Array(words)
    this.#seen = new Int32Array(words)
  }

  add(word: number, weight: number): void {
    if (weight === 0) return
    const before = this.#sums[word] as number
    if (before === 0) this.#seen[this.#count++] = word
    this.#sums[word] = before + weight
  }

  /** Adds the hits `start … end` of such a list. */
  addAll(words: Int32Array, weights: Float64Array, start: number, end: number): void {
    const sums = this.#sums
    const seen = this.#seen
    let count = this.#count
    for (let hit = start; hit < end; hit++) {
      const weight = weights[hit] as number
      if (weight === 0) continue
      const word = words[hit] as number
      const before = sums[word] as number
      if (before === 0) seen[count++] = word
      sums[word] = before + weight
    }
    this.#count = count
  }

  /** Log of the product over all words of one and what speaks for them, shared by so many words. Forgets it all. */
  weigh(others: number): number {
    const sums = this.#sums
    const seen = this.#seen
    const count = this.#count
    if (count === 0) return 0
    const portion = 1 / Math.max(1, others)
    let logarithm = 0
    let product = 1
    for (let at = 0; at < count; at++) {
      const word = seen[at] as number
      product *= 1 + portion * (sums[word] as number)
      sums[word] = 0
      if (product > productLimit) {
        logarithm += Math.log(product)
        product = 1
      }
    }
    this.#count = 0
    return logarithm + Math.log(product)
  }
}

/** A tally with room for any segment of two sides. */
export function tallyFor(...sides: readonly Side[]): Tally {
  return new Tally(Math.max(...sides.map(longestOf)))
}

function longestOf({ count, offsets }: Side): number {
  let most = 0
  for (let segment = 0; segment < count; segment++) most = Math.max(most, (offsets[segment + 1] as number) - (offsets[segment] as number))
  return most
}
