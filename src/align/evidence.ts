/** What words, numbers and marks say for or against beads, row by row: the words of each side, given spans of the other. */
import type { Side } from './encode.ts'
import { ExplainedAway } from './explained-away.ts'
import { emptyHits, HitFinder, type RowHits } from './hits.ts'
import type { LinkTable } from './link.ts'
import { maxSpan } from './bead-type.ts'
import { lackOfSupport } from './support.ts'
import { type Shares, sharesOf } from './word-share.ts'

/** Largest product of ratios before its logarithm is taken; one more word cannot take it out of range. */
const productLimit = 1e200

/** One source segment and its evidence: that of its words, by target span, where the span ends at each boundary. */
interface EvidenceRow {
  hits: RowHits
  spans: Float64Array[]
}

/** Evidence of beads that end at one source boundary after another; the last {@link maxSpan} segments are remembered. */
export class Evidence {
  readonly #source: Side
  readonly #target: Side
  readonly #sourceShares: Shares
  readonly #targetShares: Shares
  readonly #finder: HitFinder
  readonly #spanLimit: number
  readonly #rows: EvidenceRow[]
  /** Evidence of target words by source span, as running sums over the target boundaries of the prepared row. */
  readonly #forward: Float64Array[]
  readonly #tally: Tally
  readonly #explained: ExplainedAway
  readonly #bead: RowHits[] = []
  #row = 0
  #first = 0

  constructor(source: Side, target: Side, links: LinkTable, unlinked: { source: Float32Array; target: Float32Array }, spanLimit: number) {
    this.#source = source
    this.#target = target
    this.#sourceShares = sharesOf(source, unlinked.source)
    this.#targetShares = sharesOf(target, unlinked.target)
    this.#finder = new HitFinder(source, target, links, this.#sourceShares, this.#targetShares)
    this.#spanLimit = spanLimit
    this.#rows = Array.from({ length: maxSpan }, () => ({ hits: emptyHits(), spans: Array.from({ length: spanLimit }, () => new Float64Array(64)) }))
    this.#forward = Array.from({ length: spanLimit }, () => new Float64Array(64))
    this.#explained = new ExplainedAway(source, target)
    this.#tally = new Tally(Math.max(longestOf(source), longestOf(target)))
  }

  /**
   * Makes ready the beads of up to so many source segments that end at source boundary `row`, over target segments
   * `[first, to)`. The rows of those segments must have been made ready before. Beads that end at later rows go up to `last`.
   */
  prepare(row: number, first: number, to: number, last: number, spans: number): void {
    const own = this.#rows[row % maxSpan] as EvidenceRow
    this.#row = row
    this.#first = first
    this.#finder.find(own.hits, row - 1, first, last)
    for (let span = 0; span < this.#spanLimit; span++) {
      if ((own.spans[span] as Float64Array).length <= last - first) own.spans[span] = new Float64Array((last - first) * 2)
      if ((this.#forward[span] as Float64Array).length <= to - first) this.#forward[span] = new Float64Array((to - first) * 2)
    }
    this.#weighSource(own, first, last)
    this.#weighTarget(first, to, spans)
  }

  /** Evidence in nats of the bead with these spans that ends at the prepared row and at target boundary `column`. */
  at(sourceSpan: number, targetSpan: number, column: number): number {
    const sums = this.#forward[sourceSpan - 1] as Float64Array
    let sum = (sums[column - this.#first] as number) - (sums[column - this.#first - targetSpan] as number)
    for (let back = 0; back < sourceSpan; back++) {
      const { hits, spans } = this.#rows[(this.#row - back) % maxSpan] as EvidenceRow
      sum += (spans[targetSpan - 1] as Float64Array)[column - hits.first] as number
    }
    return sum / 2
  }

  /** The same at the target boundaries `first … last`, into `found` in this order. */
  along(sourceSpan: number, targetSpan: number, first: number, last: number, found: Float64Array): void {
    const sums = this.#forward[sourceSpan - 1] as Float64Array
    const [start, count] = [first - this.#first, last - first + 1]
    for (let at = 0; at < count; at++) found[at] = (sums[start + at] as number) - (sums[start + at - targetSpan] as number)
    for (let back = 0; back < sourceSpan; back++) {
      const { hits, spans } = this.#rows[(this.#row - back) % maxSpan] as EvidenceRow
      const words = spans[targetSpan - 1] as Float64Array
      const place = first - hits.first
      for (let at = 0; at < count; at++) found[at] = (found[at] as number) + (words[place + at] as number)
    }
    for (let at = 0; at < count; at++) found[at] = (found[at] as number) / 2
  }

  /** How many lines of such a joined bead find nothing in the other side: those beside others on their own side, each 0 to 1. */
  unsupported(sourceSpan: number, targetSpan: number, column: number): number {
    let sum = 0
    const sums = this.#forward[sourceSpan - 1] as Float64Array
    const end = column - this.#first
    for (let at = end; targetSpan > 1 && at > end - targetSpan; at--) sum += lackOfSupport(((sums[at] as number) - (sums[at - 1] as number)) / 2)
    for (let back = 0; sourceSpan > 1 && back < sourceSpan; back++) {
      const { hits, spans } = this.#rows[(this.#row - back) % maxSpan] as EvidenceRow
      sum += lackOfSupport(((spans[targetSpan - 1] as Float64Array)[column - hits.first] as number) / 2)
    }
    return sum
  }

  /** What such a bead loses where its segments explain the same words; see {@link ExplainedAway}. */
  overlap(sourceSpan: number, targetSpan: number, column: number): number {
    const rows = this.#bead
    rows.length = 0
    for (let back = sourceSpan - 1; back >= 0; back--) rows.push((this.#rows[(this.#row - back) % maxSpan] as EvidenceRow).hits)
    return this.#explained.lossOf(rows, this.#row - sourceSpan, column - targetSpan, column)
  }

  /** Evidence of the row's own words given the last target segments before each boundary. */
  #weighSource({ hits, spans }: EvidenceRow, first: number, last: number): void {
    const offsets = this.#target.offsets
    const { silence } = this.#sourceShares
    const quiet = (silence[this.#row] as number) - (silence[this.#row - 1] as number)
    const tally = this.#tally
    for (let column = first; column < last; column++) {
      const end = offsets[column + 1] as number
      for (let span = 0; span < this.#spanLimit && column - span >= first; span++) {
        const at = column - span - first
        tally.add(hits.words, hits.backward, hits.starts[at] as number, hits.starts[at + 1] as number)
        ;(spans[span] as Float64Array)[column + 1 - first] = quiet + tally.weigh(1 / Math.max(1, end - (offsets[column - span] as number)))
      }
      tally.clear()
    }
  }

  /** Evidence of target words given the last source segments. */
  #weighTarget(first: number, to: number, spans: number): void {
    const offsets = this.#source.offsets
    const { silence } = this.#targetShares
    const row = this.#row
    const tally = this.#tally
    const forward = this.#forward
    for (let span = 0; span < spans; span++) (forward[span] as Float64Array)[0] = 0
    const end = offsets[row] as number
    for (let column = first; column < to; column++) {
      const place = column - first
      const quiet = (silence[column + 1] as number) - (silence[column] as number)
      for (let span = 0; span < spans; span++) {
        const { hits } = this.#rows[(row - span) % maxSpan] as EvidenceRow
        const at = column - hits.first
        const sums = forward[span] as Float64Array
        tally.add(hits.places, hits.forward, hits.starts[at] as number, hits.starts[at + 1] as number)
        sums[place + 1] = (sums[place] as number) + quiet + tally.weigh(1 / Math.max(1, end - (offsets[row - span - 1] as number)))
      }
      tally.clear()
    }
  }
}

/** Adds up what hits say for each word of a segment, and weighs them all. */
class Tally {
  readonly #sums: Float64Array
  readonly #seen: Int32Array
  #count = 0

  constructor(words: number) {
    this.#sums = new Float64Array(words)
    this.#seen = new Int32Array(words)
  }

  add(words: Int32Array, weights: Float64Array, start: number, end: number): void {
    const [sums, seen] = [this.#sums, this.#seen]
    let count = this.#count
    for (let hit = start; hit < end; hit++) {
      const weight = weights[hit] as number
      if (weight === 0) continue
      const word = words[hit] as number
      if (sums[word] === 0) seen[count++] = word
      sums[word] = (sums[word] as number) + weight
    }
    this.#count = count
  }

  /** Log of the product over all words of one and the portion of what speaks for them. */
  weigh(portion: number): number {
    const [sums, seen, count] = [this.#sums, this.#seen, this.#count]
    if (count === 0) return 0
    let logarithm = 0
    let product = 1
    for (let at = 0; at < count; at++) {
      product *= 1 + portion * (sums[seen[at] as number] as number)
      if (product > productLimit) {
        logarithm += Math.log(product)
        product = 1
      }
    }
    return logarithm + Math.log(product)
  }

  clear(): void {
    for (let at = 0; at < this.#count; at++) this.#sums[this.#seen[at] as number] = 0
    this.#count = 0
  }
}

function longestOf({ count, offsets }: Side): number {
  let most = 0
  for (let segment = 0; segment < count; segment++) most = Math.max(most, (offsets[segment + 1] as number) - (offsets[segment] as number))
  return most
}
