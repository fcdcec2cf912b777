/**
 * The score of a bead, its parts visible: how often such beads are, length, and evidence of words and numbers.
 *
 * The evidence is a log-likelihood ratio against "nothing to do with each other", in both directions:
 * `½ Σ over covered words t of the target: log(l0 + (1 − l0) · Σ_s τ(t|s) / (|S| · p(t)))`, and the same the other way.
 * A word without known links says nothing. Rare matches weigh more by 1/p(t).
 */
import type { Side } from '../text/encode.ts'
import { Evidence } from '../evidence/evidence.ts'
import { squaredDeviation, type LengthModel } from '../evidence/length.ts'
import { type LinkTable, usualUnlinked } from '../links/link.ts'
import type { RowScorer } from '../search/forward-pass.ts'
import type { OuterScore } from '../text/outer-score.ts'
import { lackOfSupport } from '../evidence/support.ts'
import { maxSpan } from '../search/bead-type.ts'

/** How much each part counts; fitted by `bench/align/fit.ts`. */
export interface ScoreWeights {
  /** Of the evidence of words, numbers and marks. */
  evidence: number
  /** Of what joined beads lose where their segments explain the same words. */
  explaining: number
  /** Of what a literal text has against pairs and lines without support; see `fitSupport`. */
  support: number
  /** Of half the squared deviation of length. */
  length: number
  /** Most that a length can cost, in nats: one odd sentence must not outweigh everything else. */
  lengthLimit: number
  /** l0: probability that a word of a right pair has no counterpart among the links. */
  unlinked: number
}

export const scoreWeights: ScoreWeights = { evidence: 0.6, explaining: 0.3, support: 3, length: 1.15, lengthLimit: 8, unlinked: 0.3 }

/** How a scorer works beside its parts; see {@link BeadScorer}. */
export interface ScorerOptions {
  /** Most segments a side that will be asked for; {@link maxSpan} unless told. */
  spanLimit?: number
  /** Whether joined beads get a second look. */
  refines?: boolean
  /** What the text has against lines without support, 0 or below; see `fitSupport`. */
  support?: number
  outer?: OuterScore | undefined
}

/** Scores beads row by row; the words of {@link maxSpan} rows are remembered, so rows are asked for one after another. */
export class BeadScorer implements RowScorer {
  readonly #source: Side
  readonly #target: Side
  readonly #length: LengthModel
  readonly #weights: ScoreWeights
  readonly #outer: OuterScore | undefined
  readonly #evidence: Evidence
  /** Nats against a line without support. */
  readonly #support: number
  readonly refines: boolean
  #row = -1

  constructor(source: Side, target: Side, links: LinkTable, length: LengthModel, weights: ScoreWeights, options: ScorerOptions = {}) {
    const { spanLimit = maxSpan, refines = false, support = 0, outer } = options
    this.refines = refines && (weights.explaining > 0 || support < 0)
    this.#support = weights.support * support
    this.#source = source
    this.#target = target
    this.#length = length
    this.#weights = weights
    this.#outer = outer
    this.#evidence = new Evidence(source, target, links, links.unlinked ?? usualUnlinked(links, target.keys.length, weights.unlinked), spanLimit)
  }

  prepare(row: number, first: number, to: number, last: number, spans: number): void {
    this.#evidence.prepare(row, first, to, last, spans)
    this.#row = row
  }

  /** Log weight of one bead out of any order, but for the share of its type. At most {@link maxSpan} segments a side. */
  scoreOf(sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number): number {
    for (let row = sourceStart + 1; row <= sourceEnd; row++) this.prepare(row, targetStart, targetEnd, targetEnd, row - sourceStart)
    const [sourceSpan, targetSpan] = [sourceEnd - sourceStart, targetEnd - targetStart]
    const score = this.scoreFrom(-Infinity, sourceSpan, targetSpan, targetEnd)
    return this.refines && sourceSpan + targetSpan > 2 ? score + this.refine(sourceSpan, targetSpan, targetEnd) : score
  }

  /** Evidence of one bead out of any order, in nats, before any weight. At most {@link maxSpan} segments a side. */
  evidenceOf(sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number): number {
    for (let row = sourceStart + 1; row <= sourceEnd; row++) this.#evidence.prepare(row, targetStart, targetEnd, targetEnd, row - sourceStart)
    return this.#evidence.at(sourceEnd - sourceStart, targetEnd - targetStart, targetEnd)
  }

  corner(column: number): number {
    return this.#outer?.corner?.(this.#row, column) ?? 0
  }

  refine(sourceSpan: number, targetSpan: number, column: number): number {
    const lost = this.#weights.evidence * this.#weights.explaining * this.#evidence.overlap(sourceSpan, targetSpan, column)
    return this.#support < 0 ? lost + this.#support * this.#evidence.unsupported(sourceSpan, targetSpan, column) : lost
  }

  scoreFrom(least: number, sourceSpan: number, targetSpan: number, column: number): number {
    const { evidence } = this.#weights
    const row = this.#row
    const outer = this.#outer
    const outerMost = outer ? outer.most : 0
    const most = least === -Infinity ? Infinity : evidence * this.#evidence.atMost(sourceSpan, targetSpan, column)
    if (most + outerMost < least) return -Infinity
    const cost = this.#lengthCost(sourceSpan, targetSpan, column)
    if (most - cost + outerMost < least) return -Infinity
    const outside = outer ? outer.of(row - sourceSpan, row, column - targetSpan, column) : 0
    if (most - cost + outside < least) return -Infinity
    const found = this.#evidence.at(sourceSpan, targetSpan, column)
    // Joined beads are looked at line by line; see `refine`.
    const against = sourceSpan + targetSpan > 2 || this.#support === 0 ? 0 : this.#support * lackOfSupport(found)
    return evidence * found + against - cost + outside
  }

  /** What the lengths of a bead's sides have against it, in nats. */
  #lengthCost(sourceSpan: number, targetSpan: number, column: number): number {
    const { length, lengthLimit } = this.#weights
    const sources = this.#source.letters
    const targets = this.#target.letters
    const left = (sources[this.#row] as number) - (sources[this.#row - sourceSpan] as number)
    const right = (targets[column] as number) - (targets[column - targetSpan] as number)
    return Math.min((length * squaredDeviation(left, right, this.#length)) / 2, lengthLimit)
  }
}
