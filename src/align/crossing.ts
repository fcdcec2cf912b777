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
  of({ sourceStart, sourceEnd, targetStart, targetEnd }: RawBead): Crossings {
    const own = this.#words.between(sourceStart, sourceEnd, targetStart, targetEnd)
    // What a null finds in nothing speaks neither for nor against its words.
    const [source, target] = [Float64Array.from(own.source, atLeastNothing), Float64Array.from(own.target, atLeastNothing)]
    const found: Crossings = { source: 0, target: 0 }
    const [hasSource, hasTarget] = [source.length > 0, target.length > 0]
    if (hasSource && targetStart > 0) found.source = gainOf(source, this.#words.between(sourceStart, sourceEnd, targetStart - 1, targetStart).source)
    if (hasSource && targetEnd < this.#target.count) found.source = Math.max(found.source, gainOf(source, this.#words.between(sourceStart, sourceEnd, targetEnd, targetEnd + 1).source))
    if (hasTarget && sourceStart > 0) found.target = gainOf(target, this.#words.between(sourceStart - 1, sourceStart, targetStart, targetEnd).target)
    if (hasTarget && sourceEnd < this.#source.count) found.target = Math.max(found.target, gainOf(target, this.#words.between(sourceEnd, sourceEnd + 1, targetStart, targetEnd).target))
    return found
  }
}

const atLeastNothing = (nats: number): number => Math.max(0, nats)

function gainOf(own: Float64Array, beside: Float64Array): number {
  let sum = 0
  for (let word = 0; word < own.length; word++) sum += Math.max(0, (beside[word] as number) - (own[word] as number))
  return sum
}
