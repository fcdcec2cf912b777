/** What words, numbers and marks say for or against beads, row by row: the words of each side, given spans of the other. */
import type { Side } from '../text/encode.ts'
import { ExplainedAway } from './explained-away.ts'
import { emptyHits, HitFinder, type RowHits } from './hits.ts'
import type { LinkTable } from '../links/link.ts'
import { maxSpan } from '../search/bead-type.ts'
import { lackOfSupport } from './support.ts'
import { type Tally, tallyFor } from './tally.ts'
import { hidingOf, type Shares, sharesOf } from './word-share.ts'

/** One source segment and its evidence, from the first target boundary that was looked at. */
interface EvidenceRow {
  hits: RowHits
  /** That of its words, by target span, where the span ends at each boundary; NaN until it is asked for. */
  spans: Float64Array[]
  /** What its words and those of each single target segment say for each other, silence left out, as a running sum. */
  single: Float64Array
}

/**
 * Evidence of beads that end at one source boundary after another; the last {@link maxSpan} segments are remembered. What is joined
 * is weighed when it is asked for: of most joined beads the single segments tell that they are not worth it.
 */
export class Evidence {
  readonly #source: Side
  readonly #target: Side
  readonly #sourceShares: Shares
  readonly #targetShares: Shares
  readonly #finder: HitFinder
  readonly #spanLimit: number
  readonly #rows: EvidenceRow[]
  /** The prepared row and those before it, the last one first. */
  readonly #behind: EvidenceRow[]
  /** Evidence of each target segment's words by source span, from the first one on; NaN until it is asked for. */
  readonly #forward: Float64Array[]
  readonly #tally: Tally
  readonly #explained: ExplainedAway
  readonly #bead: RowHits[] = []
  /** Share of each segment's words that may hide a counterpart, as running sums; missing where no segment has any. */
  readonly #hiding: { source: Float64Array; target: Float64Array } | undefined
  #row = 0
  #first = 0

  constructor(source: Side, target: Side, links: LinkTable, unlinked: { source: Float32Array; target: Float32Array }, spanLimit: number) {
    this.#source = source
    this.#target = target
    this.#sourceShares = sharesOf(source, unlinked.source)
    this.#targetShares = sharesOf(target, unlinked.target)
    this.#finder = new HitFinder(source, target, links, this.#sourceShares, this.#targetShares)
    this.#spanLimit = spanLimit
    this.#rows = Array.from({ length: maxSpan }, () => ({ hits: emptyHits(), spans: emptySpans(spanLimit), single: new Float64Array(64) }))
    this.#behind = [...this.#rows]
    this.#forward = emptySpans(spanLimit)
    this.#explained = new ExplainedAway(source, target)
    this.#tally = tallyFor(source, target)
    const [sources, targets] = [hidingOf(source, unlinked.source), hidingOf(target, unlinked.target)]
    if ((sources[source.count] as number) + (targets[target.count] as number) > 0) this.#hiding = { source: sources, target: targets }
  }

  /**
   * Makes ready the beads of up to so many source segments that end at source boundary `row`, over target segments
   * `[first, to)`. The rows of those segments must have been made ready before. Beads that end at later rows go up to `last`.
   */
  prepare(row: number, first: number, to: number, last: number, spans: number): void {
    for (let back = 0; back < maxSpan; back++) this.#behind[back] = this.#rows[(row + maxSpan - back) % maxSpan] as EvidenceRow
    const own = this.#behind[0] as EvidenceRow
    this.#row = row
    this.#first = first
    this.#finder.find(own.hits, row - 1, first, last)
    for (let span = 0; span < this.#spanLimit; span++) own.spans[span] = unasked(own.spans[span] as Float64Array, last - first + 1)
    for (let span = 0; span < spans; span++) this.#forward[span] = unasked(this.#forward[span] as Float64Array, to - first)
    if (own.single.length <= last - first) own.single = new Float64Array((last - first) * 2)
    this.#weighSingles(own, first, to, last)
  }

  /** Evidence in nats of the bead with these spans that ends at the prepared row and at target boundary `column`. */
  at(sourceSpan: number, targetSpan: number, column: number): number {
    let sum = 0
    for (let place = column - targetSpan; place < column; place++) sum += this.#ofTarget(sourceSpan, place)
    for (let back = 0; back < sourceSpan; back++) sum += this.#ofSource(back, targetSpan, column)
    return (sum - this.#hidden(sourceSpan, targetSpan, column)) / 2
  }

  /** What that evidence is at most: what speaks for a word in several segments is no more than what speaks for it in each. */
  atMost(sourceSpan: number, targetSpan: number, column: number): number {
    const sources = this.#sourceShares.silence
    const targets = this.#targetShares.silence
    let sum = (sources[this.#row] as number) - (sources[this.#row - sourceSpan] as number) + (targets[column] as number) - (targets[column - targetSpan] as number)
    for (let back = 0; back < sourceSpan; back++) {
      const { hits, single } = this.#behind[back] as EvidenceRow
      sum += (single[column - hits.first] as number) - (single[column - hits.first - targetSpan] as number)
    }
    return (sum - this.#hidden(sourceSpan, targetSpan, column)) / 2
  }

  /** Of the silence of words without counterpart, 0 or below, what is owed to lines of the other side of which hardly a word is known. */
  #hidden(sourceSpan: number, targetSpan: number, column: number): number {
    if (!this.#hiding) return 0
    const { source, target } = this.#hiding
    const row = this.#row
    const first = row - sourceSpan
    const from = column - targetSpan
    const ofSource = ((source[row] as number) - (source[first] as number)) / sourceSpan
    const ofTarget = ((target[column] as number) - (target[from] as number)) / targetSpan
    if (ofSource + ofTarget === 0) return 0
    const sources = this.#sourceShares.silence
    const targets = this.#targetShares.silence
    return ofSource * ((targets[column] as number) - (targets[from] as number)) + ofTarget * ((sources[row] as number) - (sources[first] as number))
  }

  /** How many lines of such a joined bead find nothing in the other side: those beside others on their own side, each 0 to 1. */
  unsupported(sourceSpan: number, targetSpan: number, column: number): number {
    let sum = 0
    for (let place = column - 1; targetSpan > 1 && place >= column - targetSpan; place--) sum += lackOfSupport(this.#ofTarget(sourceSpan, place) / 2)
    for (let back = 0; sourceSpan > 1 && back < sourceSpan; back++) sum += lackOfSupport(this.#ofSource(back, targetSpan, column) / 2)
    return sum
  }

  /** What such a bead loses where its segments explain the same words; see {@link ExplainedAway}. */
  overlap(sourceSpan: number, targetSpan: number, column: number): number {
    const rows = this.#bead
    rows.length = 0
    for (let back = sourceSpan - 1; back >= 0; back--) rows.push((this.#behind[back] as EvidenceRow).hits)
    return this.#explained.lossOf(rows, this.#row - sourceSpan, column - targetSpan, column)
  }

  /** Evidence of the words of the source segment so many before the row's own, given the target segments before a boundary. */
  #ofSource(back: number, targetSpan: number, column: number): number {
    const { hits, spans } = this.#behind[back] as EvidenceRow
    const found = spans[targetSpan - 1] as Float64Array
    const end = column - hits.first
    const known = found[end] as number
    if (!Number.isNaN(known)) return known
    const { silence } = this.#sourceShares
    const { offsets } = this.#target
    const row = this.#row - back
    for (let at = end - 1; at >= end - targetSpan; at--) this.#tally.addAll(hits.words, hits.backward, hits.starts[at] as number, hits.starts[at + 1] as number)
    const words = (offsets[column] as number) - (offsets[column - targetSpan] as number)
    return (found[end] = (silence[row] as number) - (silence[row - 1] as number) + this.#tally.weigh(words))
  }

  /** Evidence of the words of target segment `place`, given so many source segments, the row's own the last of them. */
  #ofTarget(sourceSpan: number, place: number): number {
    const found = this.#forward[sourceSpan - 1] as Float64Array
    const known = found[place - this.#first] as number
    if (!Number.isNaN(known)) return known
    const { silence } = this.#targetShares
    const { offsets } = this.#source
    for (let back = 0; back < sourceSpan; back++) {
      const { hits } = this.#behind[back] as EvidenceRow
      const at = place - hits.first
      this.#tally.addAll(hits.places, hits.forward, hits.starts[at] as number, hits.starts[at + 1] as number)
    }
    const words = (offsets[this.#row] as number) - (offsets[this.#row - sourceSpan] as number)
    return (found[place - this.#first] = (silence[place + 1] as number) - (silence[place] as number) + this.#tally.weigh(words))
  }

  /** Takes over what the row's own segment and each target segment of `[first, last)` say for each other alone. */
  #weighSingles({ hits, spans, single }: EvidenceRow, first: number, to: number, last: number): void {
    const sources = this.#sourceShares.silence
    const targets = this.#targetShares.silence
    const quiet = (sources[this.#row] as number) - (sources[this.#row - 1] as number)
    const here = spans[0] as Float64Array
    const there = this.#forward[0] as Float64Array
    for (let column = first; column < last; column++) {
      const at = column - first
      const ofSource = hits.ofSource[at] as number
      const ofTarget = hits.ofTarget[at] as number
      here[at + 1] = quiet + ofSource
      if (column < to) there[at] = (targets[column + 1] as number) - (targets[column] as number) + ofTarget
      single[at + 1] = (single[at] as number) + ofSource + ofTarget
    }
  }
}

function emptySpans(limit: number): Float64Array[] {
  return Array.from({ length: limit }, () => new Float64Array(64))
}

/** This array or a longer one, with so many places that nothing has been asked for. */
function unasked(found: Float64Array, places: number): Float64Array {
  return (found.length < places ? new Float64Array(places * 2) : found).fill(NaN, 0, places)
}
