/**
 * Explaining away: in a bead of several segments a side, each must explain words that the others do not explain already. A
 * segment that only repeats what its neighbour says was swallowed, and is not translated here.
 */
import type { Side } from '../text/encode.ts'
import type { RowHits } from './hits.ts'
import { maxSpan } from '../search/bead-type.ts'

/** Weighs joined beads; keeps room for the longest. */
export class ExplainedAway {
  readonly #source: Side
  readonly #target: Side
  /** Of the source words of the bead, by segment and place, and of its target words likewise. */
  #sourceWords = new Words(0)
  #targetWords = new Words(0)

  constructor(source: Side, target: Side) {
    this.#source = source
    this.#target = target
  }

  /**
   * Nats, 0 or below, that the evidence of a bead loses: the hits of its source segments from `first` on, in the target segments
   * `[from, to)`.
   */
  lossOf(rows: readonly RowHits[], first: number, from: number, to: number): number {
    const sourceOffsets = this.#source.offsets
    const targetOffsets = this.#target.offsets
    const sourceStart = sourceOffsets[first] as number
    const targetStart = targetOffsets[from] as number
    const sourceSize = (sourceOffsets[first + rows.length] as number) - sourceStart
    const targetSize = (targetOffsets[to] as number) - targetStart
    // What one segment explains alone is not explained twice: the other side has nothing to lose by it.
    const hasSources = rows.length > 1
    const hasTargets = to - from > 1
    const sources = (this.#sourceWords = this.#sourceWords.cleared(sourceSize))
    const targets = (this.#targetWords = this.#targetWords.cleared(targetSize))
    // What each segment explains of each word of the other side.
    for (let row = 0; row < rows.length; row++) {
      const { first: origin, starts, words, places, forward, backward } = rows[row] as RowHits
      const base = (sourceOffsets[first + row] as number) - sourceStart
      for (let column = from; column < to; column++) {
        const place = (targetOffsets[column] as number) - targetStart
        const end = starts[column + 1 - origin] as number
        for (let hit = starts[column - origin] as number; hit < end; hit++) {
          if (hasSources) targets.explain(place + (places[hit] as number), row, (forward[hit] as number) / sourceSize)
          if (hasTargets) sources.explain(base + (words[hit] as number), column - from, (backward[hit] as number) / targetSize)
        }
      }
    }
    if (hasSources) targets.settle(rows.length)
    if (hasTargets) sources.settle(to - from)
    // What is left of the hits where a word is explained by another segment already.
    for (let row = 0; row < rows.length; row++) {
      const { first: origin, starts, words, places, forward, backward } = rows[row] as RowHits
      const base = (sourceOffsets[first + row] as number) - sourceStart
      for (let column = from; column < to; column++) {
        const place = (targetOffsets[column] as number) - targetStart
        const end = starts[column + 1 - origin] as number
        for (let hit = starts[column - origin] as number; hit < end; hit++) {
          const word = base + (words[hit] as number)
          const other = place + (places[hit] as number)
          if (hasSources) sources.add(word, (backward[hit] as number) / targetSize, targets.leftFor(other, row))
          if (hasTargets) targets.add(other, (forward[hit] as number) / sourceSize, sources.leftFor(word, column - from))
        }
      }
    }
    return (sources.loss() + targets.loss()) / 2
  }
}

/** The words of one side of a bead. */
class Words {
  #size = 0
  /** Odds that a word is explained by each segment of the other side. */
  readonly #odds: Float64Array
  /** The segment that explains a word best, and the share that this leaves to others. */
  readonly #owner: Uint8Array
  readonly #left: Float64Array
  /** Odds by all hits, and by what is left of them. */
  readonly #before: Float64Array
  readonly #after: Float64Array

  constructor(size: number) {
    this.#odds = new Float64Array(size * maxSpan)
    this.#owner = new Uint8Array(size)
    this.#left = new Float64Array(size)
    this.#before = new Float64Array(size)
    this.#after = new Float64Array(size)
  }

  /** These or, where they are too few, other ones, with nothing explained yet. */
  cleared(size: number): Words {
    if (size > this.#left.length) return new Words(size * 2).cleared(size)
    this.#size = size
    this.#odds.fill(0, 0, size * maxSpan)
    this.#before.fill(0, 0, size)
    this.#after.fill(0, 0, size)
    return this
  }

  explain(word: number, segment: number, odds: number): void {
    const at = word * maxSpan + segment
    this.#odds[at] = (this.#odds[at] as number) + odds
  }

  /** Finds the owners among so many segments of the other side. */
  settle(segments: number): void {
    const odds = this.#odds
    for (let word = 0; word < this.#size; word++) {
      const first = word * maxSpan
      let best = first
      for (let at = first + 1; at < first + segments; at++) if ((odds[at] as number) > (odds[best] as number)) best = at
      this.#owner[word] = best - first
      this.#left[word] = 1 / (1 + (odds[best] as number))
    }
  }

  /** Share of a word that is left for a segment of the other side to explain. */
  leftFor(word: number, segment: number): number {
    return this.#owner[word] === segment ? 1 : (this.#left[word] as number)
  }

  add(word: number, odds: number, left: number): void {
    this.#before[word] = (this.#before[word] as number) + odds
    this.#after[word] = (this.#after[word] as number) + odds * left
  }

  loss(): number {
    let sum = 0
    for (let word = 0; word < this.#size; word++) {
      const before = this.#before[word] as number
      const after = this.#after[word] as number
      if (after < before) sum += Math.log((1 + after) / (1 + before))
    }
    return sum
  }
}
