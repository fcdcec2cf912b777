/**
 * Anchors: places where rare words of both sides meet, chained into one rising line. They only say where to look; the search
 * around them decides, and a wrong one is outvoted or widened away.
 *
 * Chaining follows the minimizer chains of genome aligners (Li 2018): a bounded look back with a price on drift, and the best
 * of all earlier chains at the price of a jump.
 */
import type { Side } from './encode.ts'
import type { LinkTable } from './link.ts'

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

  constructor(source: Side, target: Side, links: LinkTable) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#sourceCount = new Int32Array(source.keys.length)
    this.#targetCount = new Int32Array(target.keys.length)
    this.#places = new Int32Array(target.keys.length * 3)
  }

  /** The best rising chain of anchors in a rectangle, from words that stand there at most `limit` (1 to 3) times a side. */
  find(area: Rectangle, limit: number): Anchor[] {
    return chain(this.#points(area, limit), area)
  }

  #points(area: Rectangle, limit: number): Anchor[] {
    const { tokens: sourceTokens, offsets: sourceOffsets } = this.#source
    const { tokens: targetTokens, offsets: targetOffsets } = this.#target
    const [sourceCount, targetCount, places, links] = [this.#sourceCount, this.#targetCount, this.#places, this.#links]
    const [first, last] = [sourceOffsets[area.top] as number, sourceOffsets[area.bottom] as number]
    const [start, end] = [targetOffsets[area.left] as number, targetOffsets[area.right] as number]
    for (let place = first; place < last; place++) {
      const type = sourceTokens[place] as number
      sourceCount[type] = (sourceCount[type] as number) + 1
    }
    for (let segment = area.left; segment < area.right; segment++) {
      for (let place = targetOffsets[segment] as number; place < (targetOffsets[segment + 1] as number); place++) {
        const type = targetTokens[place] as number
        const seen = targetCount[type] as number
        if (seen < limit) places[type * 3 + seen] = segment
        targetCount[type] = seen + 1
      }
    }
    const points: Anchor[] = []
    for (let segment = area.top; segment < area.bottom; segment++) {
      const here = new Map<number, number>()
      for (let place = sourceOffsets[segment] as number; place < (sourceOffsets[segment + 1] as number); place++) {
        const type = sourceTokens[place] as number
        const count = sourceCount[type] as number
        if (count > limit) continue
        for (let link = links.offsets[type] as number; link < (links.offsets[type + 1] as number); link++) {
          const other = links.targets[link] as number
          const seen = targetCount[other] as number
          const strength = Math.max(links.forward[link] as number, links.backward[link] as number)
          if (seen === 0 || seen > limit || strength < leastLink) continue
          const weight = (4 * strength) / (count * seen)
          for (let copy = 0; copy < seen; copy++) {
            const target = places[other * 3 + copy] as number
            here.set(target, (here.get(target) ?? 0) + weight)
          }
        }
      }
      for (const [target, weight] of [...here].sort((a, b) => a[0] - b[0])) if (weight >= 1) points.push({ source: segment, target, weight })
    }
    for (let place = first; place < last; place++) sourceCount[sourceTokens[place] as number] = 0
    for (let place = start; place < end; place++) targetCount[targetTokens[place] as number] = 0
    return points
  }
}

/** Price of going from one anchor to a later one: how far the line bends, in the kinder of two measures. */
function bendPrice(rows: number, columns: number, slope: number): number {
  const drift = Math.min(Math.abs(columns - rows), Math.abs(columns - slope * rows))
  return Math.min(driftPrice * drift, jumpPrice + Math.log1p(drift))
}

/** Heaviest rising chain of points, which are in order of source, then target. */
function chain(points: readonly Anchor[], area: Rectangle): Anchor[] {
  const slope = Math.min(2, Math.max(0.5, (area.right - area.left) / Math.max(1, area.bottom - area.top)))
  const total = new Float64Array(points.length)
  const before = new Int32Array(points.length).fill(-1)
  // Best finished chain by target column, as a Fenwick tree of prefix maxima; points of one row enter together.
  const tree = new Int32Array(area.right - area.left + 2).fill(-1)
  let entered = 0
  let best = -1
  for (const [index, point] of points.entries()) {
    while (entered < index && (points[entered]?.source ?? 0) < point.source) enter(entered++)
    let [top, from] = [-bendPrice(point.source - area.top, point.target - area.left, slope), -1]
    const jump = query(point.target - area.left)
    if (jump >= 0) {
      const gain = (total[jump] as number) - jumpPrice - 4
      if (gain > top) [top, from] = [gain, jump]
    }
    for (let back = index - 1; back >= 0 && back >= index - lookBack; back--) {
      const other = points[back]
      if (!other || other.source >= point.source || other.target >= point.target) continue
      const gain = (total[back] as number) - bendPrice(point.source - other.source, point.target - other.target, slope)
      if (gain > top) [top, from] = [gain, back]
    }
    total[index] = top + point.weight
    before[index] = from
    if (best < 0 || (total[index] as number) > (total[best] as number)) best = index
  }
  const result: Anchor[] = []
  for (let index = best; index >= 0; index = before[index] as number) {
    const point = points[index]
    if (point) result.push(point)
  }
  return result.reverse()

  function enter(index: number): void {
    for (let at = (points[index]?.target ?? 0) - area.left + 1; at < tree.length; at += at & -at) {
      const held = tree[at] as number
      if (held < 0 || (total[index] as number) > (total[held] as number)) tree[at] = index
    }
  }

  /** Best chain that ends at a column before this one. */
  function query(column: number): number {
    let found = -1
    for (let at = column; at > 0; at -= at & -at) {
      const held = tree[at] as number
      if (held >= 0 && (found < 0 || (total[held] as number) > (total[found] as number))) found = held
    }
    return found
  }
}
