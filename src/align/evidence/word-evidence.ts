/** What each word of a pair says for or against it, both ways, in nats: the evidence of a bead taken to pieces. */
import type { Side } from '../text/encode.ts'
import type { LinkTable } from '../links/link.ts'
import { ratiosOf } from './word-share.ts'

/** Nats of the words of each side. */
export interface WordNats {
  source: Float64Array
  target: Float64Array
}

/** Reads pairs of segments word by word; keeps room for the longest. */
export class WordEvidence {
  readonly #source: Side
  readonly #target: Side
  readonly #links: LinkTable
  readonly #unlinked: { source: Float32Array; target: Float32Array }
  readonly #sourceRatios: Float64Array
  readonly #targetRatios: Float64Array
  /** By target type: the place in the segment that was marked last, one up. */
  readonly #places: Int32Array
  #sourceWords = new Float64Array(64)
  #targetWords = new Float64Array(64)

  constructor(source: Side, target: Side, links: LinkTable, unlinked: { source: Float32Array; target: Float32Array }) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#unlinked = unlinked
    this.#sourceRatios = ratiosOf(source, unlinked.source)
    this.#targetRatios = ratiosOf(target, unlinked.target)
    this.#places = new Int32Array(target.keys.length)
  }

  /**
   * Nats of each word of a source segment given a target segment, and of each target word given the source segment, in the order
   * of the words. The arrays are views that hold until the next call.
   */
  of(source: number, target: number): WordNats {
    const first = this.#source.offsets[source] as number
    const last = this.#source.offsets[source + 1] as number
    const start = this.#target.offsets[target] as number
    const end = this.#target.offsets[target + 1] as number
    const rows = last - first
    const columns = end - start
    if (rows > this.#sourceWords.length) this.#sourceWords = new Float64Array(rows * 2)
    if (columns > this.#targetWords.length) this.#targetWords = new Float64Array(columns * 2)
    const here = this.#sourceWords.subarray(0, rows).fill(0)
    const there = this.#targetWords.subarray(0, columns).fill(0)
    const sourceTokens = this.#source.tokens
    const targetTokens = this.#target.tokens
    for (let place = start; place < end; place++) this.#places[targetTokens[place] as number] = place - start + 1
    for (let place = first; place < last; place++) this.#meet(sourceTokens[place] as number, place - first, here, there)
    for (let place = start; place < end; place++) this.#places[targetTokens[place] as number] = 0
    weigh(here, sourceTokens, first, this.#unlinked.source, columns)
    weigh(there, targetTokens, start, this.#unlinked.target, rows)
    return { source: here, target: there }
  }

  #meet(type: number, at: number, here: Float64Array, there: Float64Array): void {
    const { offsets, targets, forward, backward } = this.#links
    const ratio = this.#sourceRatios[type] as number
    for (let link = offsets[type] as number; link < (offsets[type + 1] as number); link++) {
      const other = targets[link] as number
      const place = (this.#places[other] as number) - 1
      if (place < 0) continue
      here[at] = (here[at] as number) + (backward[link] as number) * ratio
      there[place] = (there[place] as number) + (forward[link] as number) * (this.#targetRatios[other] as number)
    }
  }
}

/** From what speaks for each word to nats: log of l0 · (1 + sum / words of the other side). */
function weigh(sums: Float64Array, tokens: Int32Array, first: number, unlinked: Float32Array, others: number): void {
  for (let at = 0; at < sums.length; at++) {
    sums[at] = Math.log(unlinked[tokens[first + at] as number] as number) + Math.log1p((sums[at] as number) / Math.max(1, others))
  }
}
