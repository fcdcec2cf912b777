/**
 * Anchors: places where rare words of both sides meet, chained into one rising line. They only say where to look; the search
 * around them decides, and a wrong one is outvoted or widened away.
 *
 * Chaining follows the minimizer chains of genome aligners (Li 2018): a bounded look back with a price on drift, and the best
 * of all earlier chains at the price of a jump.
 */
import { doubled } from '../text/doubled.ts'
import type { Side } from '../text/encode.ts'
import type { LinkTable } from '../links/link.ts'

/** A source and a target segment that share rare words. */
export interface Anchor {
  source: number
  target: number
  weight: number
}

/** Part of the square: source segments `[top, bottom)`, target segments `[left, right)`. */
export interface Rectangle {
  top: number
  bottom: number
  left: number
  right: number
}

/** Chains looked back at one by one; farther ones only through the best of all. */
const lookBack = 40
/** Price of each segment of drift between two anchors, and the most it can cost before the logarithm. */
const driftPrice = 0.4
const jumpPrice = 10
/** Links below this probability do not anchor. */
const leastLink = 0.15

/** Counts of types within rectangles, kept between calls so that nothing is cleared that was not touched. */
export class AnchorFinder {
  readonly #source: Side
  readonly #target: Side
  readonly #links: LinkTable
  readonly #sourceCount: Int32Array
  readonly #targetCount: Int32Array
  /** The last few target segments of each type, `limit` a type. */
  readonly #places: Int32Array
  /** By target segment: weight of the point that a source segment makes with it; and the segments that have any. */
  readonly #weights: Float64Array
  #met = new Int32Array(64)
  #metSize = 0

  constructor(source: Side, target: Side, links: LinkTable) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#sourceCount = new Int32Array(source.keys.length)
    this.#targetCount = new Int32Array(target.keys.length)
    this.#places = new Int32Array(target.keys.length * 3)
    this.#weights = new Float64Array(target.count)
  }

  /** The best rising chain of anchors in a rectangle, from words that stand there at most `limit` (1 to 3) times a side. */
  find(area: Rectangle, limit: number): Anchor[] {
    return chain(this.#points(area, limit), area)
  }

  #points(area: Rectangle, limit: number): Anchor[] {
    const { tokens: sourceTokens, offsets: sourceOffsets } = this.#source
    const { tokens: targetTokens, offsets: targetOffsets } = this.#target
    const sourceCount = this.#sourceCount
    const targetCount = this.#targetCount
    const first = sourceOffsets[area.top] as number
    const last = sourceOffsets[area.bottom] as number
    const start = targetOffsets[area.left] as number
    const end = targetOffsets[area.right] as number
    addEach(sourceCount, sourceTokens, first, last)
    for (let segment = area.left; segment < area.right; segment++) this.#countTarget(segment, limit)
    const points: Anchor[] = []
    for (let segment = area.top; segment < area.bottom; segment++) this.#addPoints(points, segment, limit)
    clearEach(sourceCount, sourceTokens, first, last)
    clearEach(targetCount, targetTokens, start, end)
    return points
  }

  #countTarget(segment: number, limit: number): void {
    const { tokens, offsets } = this.#target
    const counts = this.#targetCount
    const places = this.#places
    const end = offsets[segment + 1] as number
    for (let place = offsets[segment] as number; place < end; place++) {
      const type = tokens[place] as number
      const seen = counts[type] as number
      if (seen < limit) places[type * 3 + seen] = segment
      counts[type] = seen + 1
    }
  }

  /** Adds the points of a source segment that have weight enough, in order of target. */
  #addPoints(points: Anchor[], source: number, limit: number): void {
    const { tokens, offsets } = this.#source
    this.#metSize = 0
    const end = offsets[source + 1] as number
    for (let place = offsets[source] as number; place < end; place++) {
      const type = tokens[place] as number
      const count = this.#sourceCount[type] as number
      if (count <= limit) this.#meet(type, count, limit)
    }
    const met = this.#met
    if (this.#metSize > 1) met.subarray(0, this.#metSize).sort()
    for (let at = 0; at < this.#metSize; at++) {
      const target = met[at] as number
      const weight = this.#weights[target] as number
      this.#weights[target] = 0
      if (weight >= 1) points.push({ source, target, weight })
    }
  }

  /** Adds up what a rare source word says for the target segments where a rare word stands that it is linked to. */
  #meet(type: number, count: number, limit: number): void {
    const { offsets, targets, forward, backward } = this.#links
    const end = offsets[type + 1] as number
    for (let link = offsets[type] as number; link < end; link++) {
      const other = targets[link] as number
      const seen = this.#targetCount[other] as number
      const strength = Math.max(forward[link] as number, backward[link] as number)
      if (seen === 0 || seen > limit || strength < leastLink) continue
      const weight = (4 * strength) / (count * seen)
      for (let copy = 0; copy < seen; copy++) {
        const target = this.#places[other * 3 + copy] as number
        const before = this.#weights[target] as number
        if (before === 0) {
          if (this.#metSize === this.#met.length) this.#met = doubled(this.#met)
          this.#met[this.#metSize++] = target
        }
        this.#weights[target] = before + weight
      }
    }
  }
}

function addEach(counts: Int32Array, tokens: Int32Array, first: number, last: number): void {
  for (let place = first; place < last; place++) {
    const type = tokens[place] as number
    counts[type] = (counts[type] as number) + 1
  }
}

function clearEach(counts: Int32Array, tokens: Int32Array, first: number, last: number): void {
  for (let place = first; place < last; place++) counts[tokens[place] as number] = 0
}

/** Price of going from one anchor to a later one: how far the line bends, in the kinder of two measures. */
function bendPrice(rows: number, columns: number, slope: number): number {
  const drift = Math.min(Math.abs(columns - rows), Math.abs(columns - slope * rows))
  return Math.min(driftPrice * drift, jumpPrice + Math.log1p(drift))
}

/** Heaviest rising chain of points, which are in order of source, then target. */
function chain(points: readonly Anchor[], area: Rectangle): Anchor[] {
  const links = new ChainLinks(points, area)
  let best = -1
  for (let index = 0; index < points.length; index++) {
    links.add(index)
    if (best < 0 || (links.total[index] as number) > (links.total[best] as number)) best = index
  }
  const result: Anchor[] = []
  for (let index = best; index >= 0; index = links.before[index] as number) result.push(points[index] as Anchor)
  return result.reverse()
}

/** The best chain that ends at each point. */
class ChainLinks {
  readonly total: Float64Array
  /** The point before in that chain; −1 for none. */
  readonly before: Int32Array
  readonly #points: readonly Anchor[]
  readonly #area: Rectangle
  readonly #slope: number
  /** Best finished chain by target column, as a Fenwick tree of prefix maxima; points of one row enter together. */
  readonly #tree: Int32Array
  #entered = 0

  constructor(points: readonly Anchor[], area: Rectangle) {
    this.#points = points
    this.#area = area
    this.#slope = Math.min(2, Math.max(0.5, (area.right - area.left) / Math.max(1, area.bottom - area.top)))
    this.total = new Float64Array(points.length)
    this.before = new Int32Array(points.length).fill(-1)
    this.#tree = new Int32Array(area.right - area.left + 2).fill(-1)
  }

  add(index: number): void {
    const { top, left } = this.#area
    const { source, target, weight } = this.#points[index] as Anchor
    while (this.#entered < index && (this.#points[this.#entered] as Anchor).source < source) this.#enter(this.#entered++)
    let best = -bendPrice(source - top, target - left, this.#slope)
    let from = -1
    const jump = this.#query(target - left)
    if (jump >= 0 && (this.total[jump] as number) - jumpPrice - 4 > best) {
      best = (this.total[jump] as number) - jumpPrice - 4
      from = jump
    }
    for (let back = index - 1; back >= 0 && back >= index - lookBack; back--) {
      const other = this.#points[back] as Anchor
      if (other.source >= source || other.target >= target) continue
      const gain = (this.total[back] as number) - bendPrice(source - other.source, target - other.target, this.#slope)
      if (gain <= best) continue
      best = gain
      from = back
    }
    this.total[index] = best + weight
    this.before[index] = from
  }

  #enter(index: number): void {
    const tree = this.#tree
    const total = this.total
    for (let at = (this.#points[index] as Anchor).target - this.#area.left + 1; at < tree.length; at += at & -at) {
      const held = tree[at] as number
      if (held < 0 || (total[index] as number) > (total[held] as number)) tree[at] = index
    }
  }

  /** Best chain that ends at a column before this one. */
  #query(column: number): number {
    const tree = this.#tree
    const total = this.total
    let found = -1
    for (let at = column; at > 0; at -= at & -at) {
      const held = tree[at] as number
      if (held >= 0 && (found < 0 || (total[held] as number) > (total[found] as number))) found = held
    }
    return found
  }
}
