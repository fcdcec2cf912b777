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
import { maxSpan } from './shape.ts'
import { type Shares, sharesOf } from './word-share.ts'

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

/** A part of the score brought from outside, such as the likeness of sentence vectors: nats for a bead. */
export type OuterScore = (sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number) => number

/** Words of one source segment against spans of target segments, for the columns of a band row. */
interface BackwardRow {
  row: number
  from: number
  /** By span − 1: evidence at each column. */
  spans: Float64Array[]
}

/** Largest product of ratios before its logarithm is taken; one more word cannot take it out of range. */
const productLimit = 1e200

/** Scores beads row by row; the words of four rows are remembered, so rows may be asked for in rising order. */
export class BeadScorer implements RowScorer {
  readonly #source: Side
  readonly #target: Side
  readonly #links: LinkTable
  readonly #length: LengthModel
  readonly #weights: ScoreWeights
  readonly #outer: OuterScore | undefined
  readonly #spanLimit: number
  readonly #sourceShares: Shares
  readonly #targetShares: Shares
  /** By target type: the row that touched it last, and the translation mass it gets from 1 to 4 segments. */
  readonly #stamp: Int32Array
  readonly #mass: Float64Array
  /** By target type: the first node of its list of linked words of the row. */
  readonly #head: Int32Array
  #nexts = new Int32Array(256)
  #words = new Int32Array(256)
  #nodeWeights = new Float64Array(256)
  /** Hits of the last four columns: pairs of word and weight. */
  readonly #hitWords = Array.from({ length: maxSpan }, () => new Int32Array(64))
  readonly #hitWeights = Array.from({ length: maxSpan }, () => new Float64Array(64))
  readonly #hitCounts = new Int32Array(maxSpan)
  #sums = new Float64Array(64)
  #seen = new Int32Array(64)
  #row = -1
  #mark = 0
  #from = 0
  /** By span − 1: evidence of target words given the last segments of the row, as running sums over columns. */
  readonly #forward: Float64Array[] = Array.from({ length: maxSpan }, () => new Float64Array(0))
  readonly #backward: BackwardRow[] = Array.from({ length: maxSpan }, () => ({ row: -1, from: 0, spans: [] }))

  /** `spanLimit` is the most segments a side that will be asked for. */
  constructor(source: Side, target: Side, links: LinkTable, length: LengthModel, weights: ScoreWeights, outer?: OuterScore, spanLimit = maxSpan) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#length = length
    this.#weights = weights
    this.#outer = outer
    this.#spanLimit = spanLimit
    const unlinked = links.unlinked ?? usualUnlinked(links, target.keys.length, weights.unlinked)
    this.#sourceShares = sharesOf(source, unlinked.source)
    this.#targetShares = sharesOf(target, unlinked.target)
    this.#stamp = new Int32Array(target.keys.length)
    this.#mass = new Float64Array(target.keys.length * maxSpan)
    this.#head = new Int32Array(target.keys.length)
  }

  prepare(row: number, from: number, to: number, rangeOf: (row: number) => readonly [from: number, to: number]): void {
    this.#prepareForward(row, Math.max(0, from - this.#spanLimit), to)
    for (let back = 0; back < this.#spanLimit && row - back > 0; back++) {
      const slot = this.#backward[(row - back) % maxSpan]
      if (slot === undefined || slot.row === row - back) continue
      const [start, end] = rangeOf(row - back)
      this.#prepareBackward(slot, row - back, start, end)
    }
    this.#row = row
  }

  /** Adds up what the last 1 to 4 source segments offer each target type. */
  #gather(row: number, spans: number): Int32Array {
    const { offsets, tokens } = this.#source
    const { offsets: linkOffsets, targets, forward } = this.#links
    const [stamp, mass] = [this.#stamp, this.#mass]
    const mark = ++this.#mark
    const sizes = new Int32Array(maxSpan)
    for (let back = 0; back < spans; back++) {
      const start = offsets[row - 1 - back] as number
      const end = offsets[row - back] as number
      for (let span = back; span < spans; span++) sizes[span] = (sizes[span] as number) + end - start
      for (let place = start; place < end; place++) {
        const type = tokens[place] as number
        const last = linkOffsets[type + 1] as number
        for (let link = linkOffsets[type] as number; link < last; link++) {
          const other = targets[link] as number
          const at = other * maxSpan
          if (stamp[other] !== mark) {
            stamp[other] = mark
            mass[at] = mass[at + 1] = mass[at + 2] = mass[at + 3] = 0
          }
          const weight = forward[link] as number
          for (let span = back; span < spans; span++) mass[at + span] = (mass[at + span] as number) + weight
        }
      }
    }
    return sizes
  }

  #prepareForward(row: number, from: number, to: number): void {
    const { offsets, tokens } = this.#target
    const [stamp, mass] = [this.#stamp, this.#mass]
    const { ratio, silence } = this.#targetShares
    const spans = Math.min(this.#spanLimit, row)
    const sizes = this.#gather(row, spans)
    const mark = this.#mark
    this.#from = from
    const width = to - from + 1
    for (let span = 0; span < spans; span++) {
      let running = this.#forward[span] as Float64Array
      if (running.length < width) this.#forward[span] = running = new Float64Array(width * 2)
      const share = 1 / Math.max(1, sizes[span] as number)
      let sum = 0
      running[0] = 0
      for (let column = from; column < to; column++) {
        const end = offsets[column + 1] as number
        let product = 1
        for (let place = offsets[column] as number; place < end; place++) {
          const type = tokens[place] as number
          if (stamp[type] !== mark) continue
          product *= 1 + (ratio[type] as number) * (mass[type * maxSpan + span] as number) * share
          if (product > productLimit) {
            sum += Math.log(product)
            product = 1
          }
        }
        sum += (silence[column + 1] as number) - (silence[column] as number)
        if (product !== 1) sum += Math.log(product)
        running[column + 1 - from] = sum
      }
    }
  }

  /** Lists, by target type, of the words of a source segment that it is linked to. Returns the types that have a list. */
  #listWords(start: number, size: number): number[] {
    const { offsets, targets, backward } = this.#links
    const head = this.#head
    const touched: number[] = []
    let nodes = 1
    for (let word = 0; word < size; word++) {
      const type = this.#source.tokens[start + word] as number
      const last = offsets[type + 1] as number
      for (let link = offsets[type] as number; link < last; link++) {
        const other = targets[link] as number
        if (nodes === this.#nexts.length) this.#growNodes()
        if (head[other] === 0) touched.push(other)
        this.#nexts[nodes] = head[other] as number
        this.#words[nodes] = word
        this.#nodeWeights[nodes] = backward[link] as number
        head[other] = nodes++
      }
    }
    if (size > this.#sums.length) {
      this.#sums = new Float64Array(size * 2)
      this.#seen = new Int32Array(size * 2)
    }
    return touched
  }

  #growNodes(): void {
    this.#nexts = doubledIntegers(this.#nexts)
    this.#words = doubledIntegers(this.#words)
    this.#nodeWeights = doubledNumbers(this.#nodeWeights)
  }

  /** Finds the words of the row that a column's words are linked to. */
  #findHits(column: number): void {
    const { offsets, tokens } = this.#target
    const slot = column % maxSpan
    let words = this.#hitWords[slot] as Int32Array
    let weights = this.#hitWeights[slot] as Float64Array
    let count = 0
    const end = offsets[column + 1] as number
    for (let place = offsets[column] as number; place < end; place++) {
      for (let node = this.#head[tokens[place] as number] as number; node > 0; node = this.#nexts[node] as number) {
        if (count === words.length) {
          this.#hitWords[slot] = words = doubledIntegers(words)
          this.#hitWeights[slot] = weights = doubledNumbers(weights)
        }
        words[count] = this.#words[node] as number
        weights[count++] = this.#nodeWeights[node] as number
      }
    }
    this.#hitCounts[slot] = count
  }

  #prepareBackward(slot: BackwardRow, row: number, from: number, to: number): void {
    const start = this.#source.offsets[row - 1] as number
    const size = (this.#source.offsets[row] as number) - start
    const touched = this.#listWords(start, size)
    const width = to - from + 1
    slot.row = row
    slot.from = from
    for (let span = 0; span < this.#spanLimit; span++) {
      if ((slot.spans[span]?.length ?? 0) < width) slot.spans[span] = new Float64Array(width * 2)
    }
    const first = Math.max(0, from - this.#spanLimit)
    for (let column = first; column < to; column++) {
      this.#findHits(column)
      if (column + 1 >= from) this.#spanEvidence(slot, start, column, first)
    }
    for (const other of touched) this.#head[other] = 0
  }

  /** Evidence of the row's words given the last 1 to 4 columns. */
  #spanEvidence(slot: BackwardRow, start: number, column: number, first: number): void {
    const { offsets } = this.#target
    const { ratio, silence } = this.#sourceShares
    const [sums, seen, tokens] = [this.#sums, this.#seen, this.#source.tokens]
    const base = (silence[slot.row] as number) - (silence[slot.row - 1] as number)
    let count = 0
    for (let span = 1; span <= this.#spanLimit && column + 1 - span >= first; span++) {
      const at = (column + 1 - span) % maxSpan
      const [words, weights] = [this.#hitWords[at] as Int32Array, this.#hitWeights[at] as Float64Array]
      const hits = this.#hitCounts[at] as number
      for (let hit = 0; hit < hits; hit++) {
        const word = words[hit] as number
        if (sums[word] === 0) seen[count++] = word
        sums[word] = (sums[word] as number) + (weights[hit] as number)
      }
      const share = 1 / Math.max(1, (offsets[column + 1] as number) - (offsets[column + 1 - span] as number))
      let sum = base
      let product = 1
      for (let index = 0; index < count; index++) {
        const word = seen[index] as number
        product *= 1 + (ratio[tokens[start + word] as number] as number) * (sums[word] as number) * share
        if (product > productLimit) {
          sum += Math.log(product)
          product = 1
        }
      }
      ;(slot.spans[span - 1] as Float64Array)[column + 1 - slot.from] = product === 1 ? sum : sum + Math.log(product)
    }
    for (let index = 0; index < count; index++) sums[seen[index] as number] = 0
  }

  /** Evidence of the words in a bead that ends at the prepared row and at a column of its range, in nats, before any weight. */
  evidence(sourceSpan: number, targetSpan: number, column: number): number {
    const running = this.#forward[sourceSpan - 1] as Float64Array
    let sum = (running[column - this.#from] as number) - (running[column - this.#from - targetSpan] as number)
    for (let back = 0; back < sourceSpan; back++) {
      const slot = this.#backward[(this.#row - back) % maxSpan] as BackwardRow
      sum += (slot.spans[targetSpan - 1] as Float64Array)[column - slot.from] as number
    }
    return sum / 2
  }

  /** Evidence of one bead out of any order, in nats, before any weight. At most {@link maxSpan} segments a side. */
  evidenceOf(sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number): number {
    for (const slot of this.#backward) slot.row = -1
    this.prepare(sourceEnd, targetEnd, targetEnd, () => [targetEnd, targetEnd])
    return this.evidence(sourceEnd - sourceStart, targetEnd - targetStart, targetEnd)
  }

  pair(sourceSpan: number, targetSpan: number, column: number): number {
    const { length, lengthLimit, evidence } = this.#weights
    const row = this.#row
    const left = (this.#source.letters[row] as number) - (this.#source.letters[row - sourceSpan] as number)
    const right = (this.#target.letters[column] as number) - (this.#target.letters[column - targetSpan] as number)
    const cost = Math.min((length * squaredDeviation(left, right, this.#length)) / 2, lengthLimit)
    const outer = this.#outer ? this.#outer(row - sourceSpan, row, column - targetSpan, column) : 0
    return evidence * this.evidence(sourceSpan, targetSpan, column) - cost + outer
  }
}

function doubledIntegers(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

function doubledNumbers(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2)
  larger.set(array)
  return larger
}
