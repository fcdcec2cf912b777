/**
 * Words of a bead that find more in the segment just before or behind their counterpart than in that. Of a bead that is cut in the
 * wrong place most words are in the right one, and it is sure of itself; these are not.
 */
import type { RawBead } from '../search/choose-path.ts'
import type { Side } from '../text/encode.ts'
import { type LinkTable, usualUnlinked } from '../links/link.ts'
import { ratiosOf } from '../evidence/word-share.ts'

/** Nats that the words of each side find more beside their counterpart. */
export interface Crossings {
  source: number
  target: number
}

/** Where a word stands: in the segment before the bead's own, in those, or in the one behind; how many such places there are. */
const [before, own, behind, zones] = [0, 1, 2, 3]

/**
 * Weighs the beads of two sides by links. All that a bead and the segments beside it have in common is found by one reading of their
 * source words: what a word finds before, in and behind its counterpart is added up apart.
 */
export class Crossing {
  readonly #source: Side
  readonly #target: Side
  readonly #links: LinkTable
  readonly #unlinked: { source: Float32Array; target: Float32Array }
  /** How much a whole translation speaks for a bead, by type; see `Shares`. */
  readonly #sourceRatios: Float64Array
  readonly #targetRatios: Float64Array
  /** By target type and zone: the place in the zone that was marked last, one up. */
  readonly #places: Int32Array
  /** By word of the bead and zone of the other side: what speaks for the word there. */
  #sourceSums: Float64Array = new Float64Array(64)
  #targetSums: Float64Array = new Float64Array(64)

  /** `usual` is the share of words without counterpart where the links do not tell. */
  constructor(source: Side, target: Side, links: LinkTable, usual: number) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#unlinked = links.unlinked ?? usualUnlinked(links, target.keys.length, usual)
    this.#sourceRatios = ratiosOf(source, this.#unlinked.source)
    this.#targetRatios = ratiosOf(target, this.#unlinked.target)
    this.#places = new Int32Array(target.keys.length * zones)
  }

  /** Each side by the better of the two segments beside; 0 where there is none. */
  of({ sourceStart, sourceEnd, targetStart, targetEnd }: RawBead): Crossings {
    const sources = zonesOf(this.#source, sourceStart, sourceEnd, targetStart < targetEnd)
    const targets = zonesOf(this.#target, targetStart, targetEnd, sourceStart < sourceEnd)
    const here = (this.#sourceSums = cleared(this.#sourceSums, sizeOf(sources, own) * zones))
    const there = (this.#targetSums = cleared(this.#targetSums, sizeOf(targets, own) * zones))
    this.#mark(targets, 1)
    for (let zone = before; zone <= behind; zone++) this.#meet(sources, zone, here, there)
    this.#mark(targets, 0)
    return {
      source: gainOf(here, this.#source.tokens, sources, this.#unlinked.source, targets),
      target: gainOf(there, this.#target.tokens, targets, this.#unlinked.target, sources)
    }
  }

  /** Marks the target words of all zones by their places, or takes the marks away. */
  #mark(targets: Zones, isMarked: 0 | 1): void {
    const { tokens } = this.#target
    for (let zone = before; zone <= behind; zone++) {
      const first = targets[zone] as number
      for (let place = first; place < (targets[zone + 1] as number); place++) this.#places[(tokens[place] as number) * zones + zone] = isMarked * (place - first + 1)
    }
  }

  /** Adds up what the source words of a zone find; those beside the bead only in the bead's own target words. */
  #meet(sources: Zones, zone: number, here: Float64Array, there: Float64Array): void {
    const { offsets, targets, forward, backward } = this.#links
    const { tokens } = this.#source
    const places = this.#places
    const start = sources[zone] as number
    for (let place = start; place < (sources[zone + 1] as number); place++) {
      const type = tokens[place] as number
      const ratio = this.#sourceRatios[type] as number
      const end = offsets[type + 1] as number
      for (let link = offsets[type] as number; link < end; link++) {
        const other = targets[link] as number
        const mark = other * zones
        const found = (places[mark + own] as number) - 1
        if (found >= 0) {
          const at = found * zones + zone
          there[at] = (there[at] as number) + (forward[link] as number) * (this.#targetRatios[other] as number)
        }
        if (zone !== own) continue
        for (let at = before; at <= behind; at++) {
          if (places[mark + at] === 0) continue
          const sum = (place - start) * zones + at
          here[sum] = (here[sum] as number) + (backward[link] as number) * ratio
        }
      }
    }
  }
}

/** First words of the zones of a side, and the end of the last one. */
type Zones = readonly [number, number, number, number]

/** Zones around the segments of a bead; those beside are empty where nothing asks for them. */
function zonesOf({ offsets, count }: Side, start: number, end: number, hasOther: boolean): Zones {
  const [first, last] = hasOther ? [Math.max(0, start - 1), Math.min(count, end + 1)] : [start, end]
  return [offsets[first] as number, offsets[start] as number, offsets[end] as number, offsets[last] as number]
}

function sizeOf(side: Zones, zone: number): number {
  return (side[zone + 1] as number) - (side[zone] as number)
}

/** This array or a longer one, with so many sums of nothing. */
function cleared(sums: Float64Array, size: number): Float64Array {
  return (sums.length < size ? new Float64Array(size * 2) : sums).fill(0, 0, size)
}

/** What the words of a bead's side find more before or behind the other side's than in it, whichever is more. */
function gainOf(sums: Float64Array, tokens: Int32Array, words: Zones, unlinked: Float32Array, others: Zones): number {
  const [first, size] = [words[own] as number, sizeOf(words, own)]
  const [most, beforeMost, behindMost] = [Math.max(1, sizeOf(others, own)), Math.max(1, sizeOf(others, before)), Math.max(1, sizeOf(others, behind))]
  let [beforeGain, behindGain] = [0, 0]
  for (let word = 0; word < size; word++) {
    const at = word * zones
    const [earlier, later] = [sums[at + before] as number, sums[at + behind] as number]
    // What finds nothing beside its counterpart gains nothing there.
    if (earlier === 0 && later === 0) continue
    const silence = Math.log(unlinked[tokens[first + word] as number] as number)
    // What finds nothing in its counterpart, as all of a null, speaks neither for nor against the bead.
    const found = Math.max(0, silence + Math.log1p((sums[at + own] as number) / most))
    if (earlier > 0) beforeGain += Math.max(0, silence + Math.log1p(earlier / beforeMost) - found)
    if (later > 0) behindGain += Math.max(0, silence + Math.log1p(later / behindMost) - found)
  }
  return Math.max(beforeGain, behindGain)
}
