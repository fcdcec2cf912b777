/** Pairs of words that stand together far more often than by chance, by G², the log-likelihood ratio (Dunning 1993). */
import { type Bags, invert } from './bags.ts'
import { doubled } from '../text/doubled.ts'
import type { LinkTable } from './link.ts'

/** Which pairs are worth learning. */
export interface CandidateOptions {
  /** Beads in which a pair must stand together. */
  minimumCount: number
  /** Least G²; 12 is p < 0.001. */
  minimumG2: number
  /** Links kept a source word, the strongest by G². */
  linksPerWord: number
}

/** Beads of a word from which its company is well enough known. */
const manyBeads = 500

/** Twice the log-likelihood ratio of "together" against "by chance", from a 2 × 2 table of counts. */
function logLikelihoodRatio(both: number, left: number, right: number, total: number): number {
  const notLeft = total - left
  const notRight = total - right
  return 2 * (
    surprise(both, (left * right) / total) +
    surprise(left - both, (left * notRight) / total) +
    surprise(right - both, (notLeft * right) / total) +
    surprise(total - left - right + both, (notLeft * notRight) / total)
  )
}

function surprise(observed: number, expected: number): number {
  return observed > 0 ? observed * Math.log(observed / expected) : 0
}

/** Rounding of two ways to the same number. */
const nearly = 1 - 1e-9

/** Pearson's χ² of the same table. G² is never more than twice as large: log x ≤ x − 1. */
function pearson(both: number, left: number, right: number, total: number): number {
  const surplus = both * total - left * right
  return (surplus * surplus * total) / (left * right * (total - left) * (total - right))
}

/** Pairs worth learning, with 0 in both directions, and those known beforehand with what is known. */
export function candidates(source: Bags, target: Bags, options: CandidateOptions, prior?: LinkTable): LinkTable {
  const types = source.frequency.length
  const company = new Company(source, target, options)
  const rows = new Rows(prior ?? { offsets: new Int32Array(types + 1), targets: new Int32Array(0), forward: new Float32Array(0), backward: new Float32Array(0) })
  for (let type = 0; type < types; type++) rows.add(type, company.met, company.find(type))
  return rows.table()
}

/** A table of links with more links in its rows, made row by row. */
class Rows {
  readonly #prior: LinkTable
  readonly #offsets: Int32Array
  #targets: Int32Array
  #forward: Float32Array
  #backward: Float32Array
  #size = 0
  /** Links of the prior up to which all were taken over: those of rows that stay as they are wait, and come at once. */
  #taken = 0

  constructor(prior: LinkTable) {
    const links = prior.targets.length + prior.offsets.length
    this.#prior = prior
    this.#offsets = new Int32Array(prior.offsets.length)
    this.#targets = new Int32Array(links)
    this.#forward = new Float32Array(links)
    this.#backward = new Float32Array(links)
  }

  /** Adds the first `count` target types of a rising list to the row of a type; rows come one after another. */
  add(type: number, list: Int32Array, count: number): void {
    const { offsets, targets, forward, backward } = this.#prior
    const end = offsets[type + 1] as number
    if (count > 0) {
      this.#takeUpTo(offsets[type] as number)
      let at = 0
      for (let link = this.#taken; link < end; link++) {
        const other = targets[link] as number
        while (at < count && (list[at] as number) < other) this.#push(list[at++] as number, 0, 0)
        if (at < count && list[at] === other) at++
        this.#push(other, forward[link] as number, backward[link] as number)
      }
      while (at < count) this.#push(list[at++] as number, 0, 0)
      this.#taken = end
    }
    this.#offsets[type + 1] = this.#size + end - this.#taken
  }

  table(): LinkTable {
    this.#takeUpTo(this.#prior.targets.length)
    const size = this.#size
    return { offsets: this.#offsets, targets: this.#targets.slice(0, size), forward: this.#forward.slice(0, size), backward: this.#backward.slice(0, size) }
  }

  #takeUpTo(end: number): void {
    const start = this.#taken
    while (this.#size + end - start > this.#targets.length) this.#grow()
    this.#targets.set(this.#prior.targets.subarray(start, end), this.#size)
    this.#forward.set(this.#prior.forward.subarray(start, end), this.#size)
    this.#backward.set(this.#prior.backward.subarray(start, end), this.#size)
    this.#size += end - start
    this.#taken = end
  }

  #push(target: number, there: number, back: number): void {
    if (this.#size === this.#targets.length) this.#grow()
    this.#targets[this.#size] = target
    this.#forward[this.#size] = there
    this.#backward[this.#size++] = back
  }

  #grow(): void {
    this.#targets = doubled(this.#targets)
    this.#forward = doubled(this.#forward)
    this.#backward = doubled(this.#backward)
  }
}

/** The target words that stand in the same beads as a source word. */
class Company {
  readonly #source: Bags
  readonly #target: Bags
  readonly #minimumCount: number
  readonly #minimumG2: number
  readonly #linksPerWord: number
  readonly #index: { offsets: Int32Array; beads: Int32Array }
  /** By target type: beads with both words, all 0 between two source words, and G². */
  readonly #counts: Int32Array
  readonly #strengths: Float64Array
  /** Target words met. */
  readonly met: Int32Array
  #size = 0

  constructor(source: Bags, target: Bags, { minimumCount, minimumG2, linksPerWord }: CandidateOptions) {
    this.#source = source
    this.#target = target
    this.#minimumCount = minimumCount
    this.#minimumG2 = minimumG2
    this.#linksPerWord = linksPerWord
    this.#index = invert(source)
    this.#counts = new Int32Array(target.frequency.length)
    this.#strengths = new Float64Array(target.frequency.length)
    this.met = new Int32Array(target.frequency.length)
  }

  /** Puts the target words that are worth a link to a source word in front of those met, in rising order. Returns their number. */
  find(type: number): number {
    const count = this.#source.frequency[type] as number
    this.#size = 0
    // A word seen less often than a pair must be has no pair; of a very common one a part of its beads tells enough.
    if (count < this.#minimumCount) return 0
    const step = Math.max(1, Math.floor(count / manyBeads))
    const first = this.#index.offsets[type] as number
    for (let at = first; at < first + count; at += step) this.#meet(this.#index.beads[at] as number)
    const kept = this.#strongest(this.#select(count, step === 1 ? 1 : count / Math.ceil(count / step)))
    if (kept > 1) this.met.subarray(0, kept).sort()
    return kept
  }

  #meet(bead: number): void {
    const { offsets, tokens } = this.#target
    const counts = this.#counts
    const end = offsets[bead + 1] as number
    for (let place = offsets[bead] as number; place < end; place++) {
      const other = tokens[place] as number
      const count = counts[other] as number
      if (count === 0) this.met[this.#size++] = other
      counts[other] = count + 1
    }
  }

  /** Moves those that pass the filter to the front. Returns their number. */
  #select(left: number, scale: number): number {
    const minimumCount = this.#minimumCount
    const minimumG2 = this.#minimumG2
    const linksPerWord = this.#linksPerWord
    const counts = this.#counts
    const met = this.met
    const strengths = this.#strengths
    const frequency = this.#target.frequency
    const total = this.#source.offsets.length - 1
    // Where all are kept there is nothing to measure.
    const keepsAll = minimumG2 <= 0 && this.#size <= linksPerWord
    let kept = 0
    for (let at = 0; at < this.#size; at++) {
      const other = met[at] as number
      const found = (counts[other] as number) * scale
      counts[other] = 0
      // Most words meet but once.
      if (found < minimumCount) continue
      const right = frequency[other] as number
      const both = Math.min(left, right, found)
      if (both < minimumCount || both * total <= left * right) continue
      // Most of what stands together by chance is told without a logarithm.
      if (!keepsAll && 2 * pearson(both, left, right, total) < nearly * minimumG2) continue
      const strength = keepsAll ? 0 : logLikelihoodRatio(both, left, right, total)
      if (strength < minimumG2) continue
      strengths[other] = strength
      met[kept++] = other
    }
    return kept
  }

  /** Moves the strongest of so many to the front. Returns how many stay. */
  #strongest(kept: number): number {
    const linksPerWord = this.#linksPerWord
    if (kept <= linksPerWord) return kept
    this.met.subarray(0, kept).sort((a, b) => (this.#strengths[b] as number) - (this.#strengths[a] as number) || a - b)
    return linksPerWord
  }
}
