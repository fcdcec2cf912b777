/**
 * Words of a bead that find more in the segment just before or behind their counterpart than in that. Of a bead that is cut in the
 * wrong place most words are in the right one, and it is sure of itself; these are not.
 */
import type { RawBead } from './choose-path.ts'
import type { Side } from './encode.ts'
import { type LinkTable, usualUnlinked } from './link.ts'
import { WordEvidence } from './word-evidence.ts'

/** Nats that the words of each side find more beside their counterpart. */
export interface Crossings {
  source: number
  target: number
}

/** Weighs the beads of two sides by links. */
export class Crossing {
  readonly #source: Side
  readonly #target: Side
  readonly #words: WordEvidence

  /** `usual` is the share of words without counterpart where the links do not tell. */
  constructor(source: Side, target: Side, links: LinkTable, usual: number) {
    this.#source = source
    this.#target = target
    this.#words = new WordEvidence(source, target, links, links.unlinked ?? usualUnlinked(links, target.keys.length, usual))
  }

  /** Each side by the better of the two segments beside; 0 where there is none. */
  of({ sourceStart: first, sourceEnd: last, targetStart: from, targetEnd: to }: RawBead): Crossings {
    const words = this.#words
    const own = words.between(first, last, from, to)
    // What a null finds in nothing speaks neither for nor against its words.
    const [source, target] = [Float64Array.from(own.source, atLeastNothing), Float64Array.from(own.target, atLeastNothing)]
    const found: Crossings = { source: 0, target: 0 }
    if (first < last && from > 0) found.source = gainOf(source, words.between(first, last, from - 1, from).source)
    if (first < last && to < this.#target.count) found.source = Math.max(found.source, gainOf(source, words.between(first, last, to, to + 1).source))
    if (from < to && first > 0) found.target = gainOf(target, words.between(first - 1, first, from, to).target)
    if (from < to && last < this.#source.count) found.target = Math.max(found.target, gainOf(target, words.between(last, last + 1, from, to).target))
    return found
  }
}

const atLeastNothing = (nats: number): number => Math.max(0, nats)

function gainOf(own: Float64Array, beside: Float64Array): number {
  let sum = 0
  for (let word = 0; word < own.length; word++) sum += Math.max(0, (beside[word] as number) - (own[word] as number))
  return sum
}
