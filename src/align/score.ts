/**
 * The score of a bead, its parts visible: how often such beads are, length, and evidence of words and numbers.
 *
 * The evidence is a log-likelihood ratio against "nothing to do with each other", in both directions:
 * `½ Σ over covered words t of the target: log(l0 + (1 − l0) · Σ_s τ(t|s) / (|S| · p(t)))`, and the same the other way.
 * A word without known links says nothing. Rare matches weigh more by 1/p(t).
 */
import { BackwardEvidence } from './backward-evidence.ts'
import type { Side } from './encode.ts'
import { ForwardEvidence } from './forward-evidence.ts'
import { squaredDeviation, type LengthModel } from './length.ts'
import { type LinkTable, usualUnlinked } from './link.ts'
import type { RowScorer } from './search.ts'
import { maxSpan } from './shape.ts'
import { sharesOf } from './word-share.ts'

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

export const scoreWeights: ScoreWeights = { evidence: 0.6, length: 1.15, lengthLimit: 8, unlinked: 0.3 }

/** A part of the score brought from outside, such as the likeness of sentence vectors: nats for a bead. */
export type OuterScore = (sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number) => number

/** Scores beads row by row; the words of four rows are remembered, so rows may be asked for in rising order. */
export class BeadScorer implements RowScorer {
  readonly #source: Side
  readonly #target: Side
  readonly #length: LengthModel
  readonly #weights: ScoreWeights
  readonly #outer: OuterScore | undefined
  readonly #spanLimit: number
  readonly #forward: ForwardEvidence
  readonly #backward: BackwardEvidence
  #row = -1

  /** `spanLimit` is the most segments a side that will be asked for. */
  constructor(source: Side, target: Side, links: LinkTable, length: LengthModel, weights: ScoreWeights, outer?: OuterScore, spanLimit = maxSpan) {
    this.#source = source
    this.#target = target
    this.#length = length
    this.#weights = weights
    this.#outer = outer
    this.#spanLimit = spanLimit
    const unlinked = links.unlinked ?? usualUnlinked(links, target.keys.length, weights.unlinked)
    this.#forward = new ForwardEvidence(source, target, links, sharesOf(target, unlinked.target), spanLimit)
    this.#backward = new BackwardEvidence(source, target, links, sharesOf(source, unlinked.source), spanLimit)
  }

  prepare(row: number, from: number, to: number, rangeOf: (row: number) => readonly [from: number, to: number], reach: number): void {
    const spans = Math.min(this.#spanLimit, reach)
    this.#forward.prepare(row, Math.max(0, from - this.#spanLimit), to, spans)
    this.#backward.prepare(row, rangeOf, spans)
    this.#row = row
  }

  /** Evidence of the words in a bead that ends at the prepared row and at a column of its range, in nats, before any weight. */
  evidence(sourceSpan: number, targetSpan: number, column: number): number {
    return (this.#forward.at(sourceSpan, targetSpan, column) + this.#backward.at(sourceSpan, targetSpan, column)) / 2
  }

  /** Evidence of one bead out of any order, in nats, before any weight. At most {@link maxSpan} segments a side. */
  evidenceOf(sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number): number {
    this.#backward.reset()
    this.prepare(sourceEnd, targetEnd, targetEnd, () => [targetEnd, targetEnd], sourceEnd - sourceStart)
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
