/**
 * The score of a bead, its parts visible: how often such beads are, length, and evidence of words and numbers.
 *
 * The evidence is a log-likelihood ratio against "nothing to do with each other", in both directions:
 * `½ Σ over covered words t of the target: log(l0 + (1 − l0) · Σ_s τ(t|s) / (|S| · p(t)))`, and the same the other way.
 * A word without known links says nothing. Rare matches weigh more by 1/p(t).
 */
import type { Side } from './encode.ts'
import { squaredDeviation, type LengthModel } from './length.ts'
import { type LinkTable, usualUnlinked } from './link.ts'
import type { RowScorer } from './search.ts'

/** Most segments of a side in one bead. */
export const maxSpan = 4

/** How much each part counts; fitted by `bench/align/fit.ts`. */
export interface ScoreWeights {
  /** Of the evidence of words, numbers and marks. */
  evidence: number
  /** Of half the squared deviation of length. */
  length: number
  /** Most that a length can cost, in nats: one odd sentence must not outweigh everything else. */
  lengthLimit: number
  /** l0: probability that a word of a right pair has no counterpart among the links. */
  unlinked: number
}

export const scoreWeights: ScoreWeights = { evidence: 0.6, length: 1, lengthLimit: 8, unlinked: 0.3 }

/** Log probability of each bead shape: entry `a * 5 + b` for a:b; minus infinity for shapes that are not tried. */
export type ShapePriors = Float64Array

export const shapeCount = (maxSpan + 1) * (maxSpan + 1)

/** Index of shape a:b in {@link ShapePriors}. */
export function shapeOf(sourceSpan: number, targetSpan: number): number {
  return sourceSpan * (maxSpan + 1) + targetSpan
}

/** How texts are usually cut: the shares of the shapes of beads before a text has shown its own habits. */
export interface ShapeWeights {
  /** Share of 1:0, and of 0:1. */
  shapeNull: number
  /** Share of 1:2, and of 2:1. */
  shapeSplit: number
  /** How much rarer each further segment is. */
  shapeDecay: number
  /** Share of 2:2, from which larger ones decay likewise. */
  shapeBoth: number
}

export const shapeWeights: ShapeWeights = { shapeNull: 0.012, shapeSplit: 0.045, shapeDecay: 0.12, shapeBoth: 0.0006 }

/** Shares of the shapes; they add up to 1. */
export function usualShapes(weights: ShapeWeights): Float64Array {
  const shares = new Float64Array(shapeCount)
  for (let a = 1; a <= maxSpan; a++) {
    for (let b = 1; b <= maxSpan; b++) {
      const [first, least] = Math.min(a, b) > 1 ? [weights.shapeBoth, 4] : [weights.shapeSplit, 3]
      shares[shapeOf(a, b)] = first * weights.shapeDecay ** (a + b - least)
    }
  }
  shares[shapeOf(1, 0)] = shares[shapeOf(0, 1)] = weights.shapeNull
  shares[shapeOf(1, 1)] = 0
  const others = shares.reduce((sum, share) => sum + share, 0)
  shares[shapeOf(1, 1)] = Math.max(0.1, 1 - others)
  return shares
}

/** A part of the score brought from outside, such as the likeness of sentence vectors: nats for a bead. */
export type OuterScore = (sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number) => number

/** Everything that a row of the search needs. Rows are computed one at a time, four remembered, in either direction. */
export class BeadScorer implements RowScorer {
  readonly source: Side
  readonly target: Side
  readonly #links: LinkTable
  readonly #length: LengthModel
  readonly #weights: ScoreWeights
  readonly #outer: OuterScore | undefined
  readonly #sourceShares: Shares
  readonly #targetShares: Shares
  readonly #stamp: Int32Array
  readonly #mass: Float64Array
  readonly #head: Int32Array
  #row = -1
  #mark = 0
  #from = 0
  /** Evidence for target words given a span of 1 to 4 source segments: running sums over columns. */
  readonly #forward: Float64Array[] = []
  /** Evidence for the words of one source segment given a span of target segments: by row modulo 4 and span. */
  readonly #backward: Array<{ row: number; from: number; spans: Float64Array[] }> = []

  constructor(source: Side, target: Side, links: LinkTable, length: LengthModel, weights: ScoreWeights, outer?: OuterScore) {
    this.source = source
    this.target = target
    this.#links = links
    this.#length = length
    this.#weights = weights
    this.#outer = outer
    const unlinked = links.unlinked ?? usualUnlinked(links, target.keys.length, weights.unlinked)
    this.#sourceShares = sharesOf(source, unlinked.source)
    this.#targetShares = sharesOf(target, unlinked.target)
    this.#stamp = new Int32Array(target.keys.length).fill(-1)
    this.#mass = new Float64Array(target.keys.length * maxSpan)
    this.#head = new Int32Array(target.keys.length)
    for (let span = 0; span < maxSpan; span++) {
      this.#forward.push(new Float64Array(0))
      this.#backward.push({ row: -1, from: 0, spans: [] })
    }
  }

  /**
   * Makes ready the scores of beads that end at source boundary `row` and at target boundaries `from … to`.
   * `reach` is the last target boundary at which any of the next three rows will ask for this row's words.
   */
  prepare(row: number, from: number, to: number, rangeOf: (row: number) => readonly [from: number, to: number]): void {
    this.#prepareForward(row, Math.max(0, from - maxSpan), to)
    for (let back = 0; back < maxSpan && row - back > 0; back++) {
      const slot = this.#backward[(row - back) % maxSpan]
      if (slot === undefined || slot.row === row - back) continue
      const [start, end] = rangeOf(row - back)
      this.#prepareBackward(slot, row - back, start, end)
    }
    this.#row = row
  }

  #prepareForward(row: number, from: number, to: number): void {
    const { source, target } = this
    const [stamp, mass, links] = [this.#stamp, this.#mass, this.#links]
    const spans = Math.min(maxSpan, row)
    const sizes = [0, 0, 0, 0]
    const mark = ++this.#mark
    for (let back = 0; back < spans; back++) {
      const start = source.offsets[row - 1 - back] as number
      const end = source.offsets[row - back] as number
      for (let span = back; span < spans; span++) sizes[span] = (sizes[span] as number) + end - start
      for (let place = start; place < end; place++) {
        const type = source.tokens[place] as number
        const last = links.offsets[type + 1] as number
        for (let link = links.offsets[type] as number; link < last; link++) {
          const other = links.targets[link] as number
          if (stamp[other] !== mark) {
            stamp[other] = mark
            mass.fill(0, other * maxSpan, other * maxSpan + maxSpan)
          }
          const weight = links.forward[link] as number
          for (let span = back; span < spans; span++) mass[other * maxSpan + span] = (mass[other * maxSpan + span] as number) + weight
        }
      }
    }
    this.#from = from
    const width = to - from + 1
    for (let span = 0; span < maxSpan; span++) {
      if ((this.#forward[span]?.length ?? 0) < width) this.#forward[span] = new Float64Array(width * 2)
    }
    const { unlinked, base, gain: gains } = this.#targetShares
    const sums = [0, 0, 0, 0]
    for (let span = 0; span < spans; span++) (this.#forward[span] as Float64Array)[0] = 0
    for (let column = from; column < to; column++) {
      const end = target.offsets[column + 1] as number
      for (let place = target.offsets[column] as number; place < end; place++) {
        const type = target.tokens[place] as number
        if (unlinked[type] === 1) continue
        if (stamp[type] !== mark) {
          for (let span = 0; span < spans; span++) sums[span] = (sums[span] as number) + (base[type] as number)
          continue
        }
        const [none, gain, floor] = [unlinked[type] as number, gains[type] as number, base[type] as number]
        for (let span = 0; span < spans; span++) {
          const weight = mass[type * maxSpan + span] as number
          sums[span] = (sums[span] as number) + (weight > 0 ? Math.log(none + (gain * weight) / (sizes[span] as number)) : floor)
        }
      }
      for (let span = 0; span < spans; span++) (this.#forward[span] as Float64Array)[column + 1 - from] = sums[span] as number
    }
  }

  #prepareBackward(slot: { row: number; from: number; spans: Float64Array[] }, row: number, from: number, to: number): void {
    const { source, target } = this
    const [links, head] = [this.#links, this.#head]
    const start = source.offsets[row - 1] as number
    const size = (source.offsets[row] as number) - start
    // Lists of the source words that each target word is linked to.
    const nexts: number[] = [0]
    const words: number[] = [0]
    const weights: number[] = [0]
    const touched: number[] = []
    const { unlinked, base, gain: gains } = this.#sourceShares
    let silence = 0
    for (let word = 0; word < size; word++) {
      const type = source.tokens[start + word] as number
      if (unlinked[type] === 1) continue
      silence += base[type] as number
      const last = links.offsets[type + 1] as number
      for (let link = links.offsets[type] as number; link < last; link++) {
        const other = links.targets[link] as number
        if (head[other] === 0) touched.push(other)
        nexts.push(head[other] as number)
        words.push(word)
        weights.push(links.backward[link] as number)
        head[other] = nexts.length - 1
      }
    }
    const first = Math.max(0, from - maxSpan)
    const width = to - from + 1
    slot.row = row
    slot.from = from
    while (slot.spans.length < maxSpan) slot.spans.push(new Float64Array(0))
    for (let span = 0; span < maxSpan; span++) if ((slot.spans[span]?.length ?? 0) < width) slot.spans[span] = new Float64Array(width * 2)
    // Hits of the last four columns, as word and weight.
    const hits: Array<Array<[word: number, weight: number]>> = [[], [], [], []]
    const sums = new Float64Array(size)
    for (let column = first; column < to; column++) {
      const list: Array<[number, number]> = []
      hits[column % maxSpan] = list
      const end = target.offsets[column + 1] as number
      for (let place = target.offsets[column] as number; place < end; place++) {
        for (let node = head[target.tokens[place] as number] as number; node > 0; node = nexts[node] as number) {
          list.push([words[node] as number, weights[node] as number])
        }
      }
      if (column + 1 < from) continue
      const seen: number[] = []
      for (let span = 1; span <= maxSpan && column + 1 - span >= first; span++) {
        for (const [word, weight] of hits[(column + 1 - span) % maxSpan] ?? []) {
          if (sums[word] === 0) seen.push(word)
          sums[word] = (sums[word] as number) + weight
        }
        const count = (target.offsets[column + 1] as number) - (target.offsets[column + 1 - span] as number)
        let sum = silence
        for (const word of seen) {
          const type = source.tokens[start + word] as number
          sum += Math.log((unlinked[type] as number) + ((gains[type] as number) * (sums[word] as number)) / count) - (base[type] as number)
        }
        ;(slot.spans[span - 1] as Float64Array)[column + 1 - from] = sum
      }
      for (const word of seen) sums[word] = 0
    }
    for (const other of touched) head[other] = 0
  }

  /** Evidence of the words in a bead that ends at the prepared row and at a column of its range, in nats, before any weight. */
  evidence(sourceSpan: number, targetSpan: number, column: number): number {
    const running = this.#forward[sourceSpan - 1] as Float64Array
    let sum = (running[column - this.#from] as number) - (running[column - this.#from - targetSpan] as number)
    for (let back = 0; back < sourceSpan; back++) {
      const slot = this.#backward[(this.#row - back) % maxSpan]
      if (slot) sum += (slot.spans[targetSpan - 1] as Float64Array)[column - slot.from] as number
    }
    return sum / 2
  }

  /** Score of a bead of at least one segment on each side, without the prior of its shape, in nats. */
  pair(sourceSpan: number, targetSpan: number, column: number): number {
    const { length, lengthLimit, evidence } = this.#weights
    const row = this.#row
    const left = (this.source.letters[row] as number) - (this.source.letters[row - sourceSpan] as number)
    const right = (this.target.letters[column] as number) - (this.target.letters[column - targetSpan] as number)
    const cost = Math.min((length * squaredDeviation(left, right, this.#length)) / 2, lengthLimit)
    const outer = this.#outer ? this.#outer(row - sourceSpan, row, column - targetSpan, column) : 0
    return evidence * this.evidence(sourceSpan, targetSpan, column) - cost + outer
  }
}

/** Words that a text is imagined to go on for, and how rare any one of them is there: a short text knows no rare words. */
const imaginedWords = 1500
const imaginedShare = 1 / 5000

/** What a word says, by type: l0, its logarithm, and (1 − l0) / p. */
interface Shares {
  unlinked: Float64Array
  base: Float64Array
  gain: Float64Array
}

function sharesOf(side: Side, shares: Float32Array): Shares {
  const total = side.tokens.length + imaginedWords
  const unlinked = Float64Array.from(shares)
  const gain = unlinked.map((share, type) => ((1 - share) * total) / ((side.frequency[type] as number) + imaginedWords * imaginedShare))
  return { unlinked, base: unlinked.map(Math.log), gain }
}
