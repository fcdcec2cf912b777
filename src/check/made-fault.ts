/** Faults made on purpose: what a memory shows of right units tells, beside them, what wrong ones look like in it. */
import { type LanguageTag, traitsOf } from '../language/tag.ts'

/** Numbers from 0 to 1 that look like chance and are the same in every run. */
export class Draw {
  #state: number

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }
}

/** Share of a text that is cut off. */
const [leastCut, mostCut] = [0.3, 0.7]
/** Share of the cuts that take the end: lines and fields that are too short lose theirs. */
const endShare = 0.7

/** A text of which a part is cut off, at its end or at its beginning, between words. */
export function cutText(text: string, language: LanguageTag, draw: Draw): string {
  const pieces = traitsOf(language).spaced ? text.split(' ') : [...text]
  const kept = Math.max(1, Math.round(pieces.length * (1 - leastCut - (mostCut - leastCut) * draw.next())))
  const part = draw.next() < endShare ? pieces.slice(0, kept) : pieces.slice(-kept)
  return part.join(traitsOf(language).spaced ? ' ' : '')
}
