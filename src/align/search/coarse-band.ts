/** Where to look first: a band around the anchors, wide where they are far apart. */
import { AnchorFinder, type Anchor, type Rectangle } from './anchor.ts'
import { type Band, fullBand, makeBand } from './band.ts'
import type { Side } from '../text/encode.ts'
import type { LinkTable } from '../links/link.ts'

/** A square of so many cells is searched whole: the safest, and quick. */
const wholeSquare = 400
/** A gap between anchors of so many cells is left to the search. */
const smallGap = 100
/** The same in long texts; larger ones are searched along their diagonal. */
const wholeGap = 4
/** Rows of a window that is moved along where nothing is rare enough in the whole. */
const windowRows = 1200
/** Columns kept on both sides of the line; the band widens where it is too narrow. */
const margin = 2
/** The same for long texts, where it is paid for a million times; the band widens where it is too narrow. One did no worse than three. */
const longMargin = 1
/** Segments of both sides together from which a text is long. */
export const longText = 6000
/** Widest margin, however far apart the anchors are: a constant, for the work to grow with the lines alone. */
const widestMargin = 120

/** The band of the first search. */
export function coarseBand(left: Side, right: Side, links: LinkTable): Band {
  if (left.count * right.count <= wholeSquare) return fullBand(left.count, right.count)
  const finder = new AnchorFinder(left, right, links)
  const area = { top: 0, bottom: left.count, left: 0, right: right.count }
  return bandAround(fill(finder, finder.find(area, 2), area, 0), left.count, right.count)
}

/** Anchors with the large gaps between them filled by words that are rare there. */
function fill(finder: AnchorFinder, anchors: readonly Anchor[], area: Rectangle, depth: number): Anchor[] {
  const result: Anchor[] = []
  let [top, left] = [area.top, area.left]
  for (const anchor of [...anchors, { source: area.bottom, target: area.right, weight: 0 }]) {
    const gap: Rectangle = { top, bottom: anchor.source, left, right: anchor.target }
    for (const found of fillGap(finder, gap, depth)) result.push(found)
    if (anchor.weight > 0) result.push(anchor)
    top = anchor.source + 1
    left = anchor.target + 1
  }
  return result
}

function fillGap(finder: AnchorFinder, gap: Rectangle, depth: number): Anchor[] {
  const [rows, columns] = [gap.bottom - gap.top, gap.right - gap.left]
  if (rows <= 1 || columns <= 1 || rows * columns <= smallGap || depth > 6) return []
  if (rows > 2 * windowRows || columns > 2 * windowRows) {
    const found = depth > 0 ? [] : finder.find(gap, 3)
    return found.length > 0 ? fill(finder, found, gap, depth + 1) : roll(finder, gap)
  }
  const found = finder.find(gap, depth === 0 ? 2 : 3)
  return found.length > 0 ? fill(finder, found, gap, depth + 1) : []
}

/** Anchors of a long stretch where every word comes again and again: found in a window that moves along the line. */
function roll(finder: AnchorFinder, gap: Rectangle): Anchor[] {
  const slope = (gap.right - gap.left) / (gap.bottom - gap.top)
  const result: Anchor[] = []
  let [top, left] = [gap.top, gap.left]
  while (top < gap.bottom && left < gap.right) {
    const bottom = Math.min(gap.bottom, top + windowRows)
    const right = Math.min(gap.right, left + Math.ceil(windowRows * Math.max(1, slope)) + 200)
    const found = finder.find({ top, bottom, left, right }, 3)
    // The end of a window is torn off from what follows, so only its first part is believed.
    const trusted = bottom === gap.bottom && right === gap.right ? found : found.filter((anchor) => anchor.source < top + windowRows * 0.6)
    const last = trusted.at(-1)
    if (last) {
      for (const anchor of trusted) result.push(anchor)
      top = last.source + 1
      left = last.target + 1
    } else {
      top += windowRows / 2
      left += Math.ceil((windowRows / 2) * slope)
    }
  }
  return result
}

/** A band that follows a line through anchors. */
function bandAround(anchors: readonly Anchor[], rows: number, columns: number): Band {
  const isLong = rows + columns > longText
  const near = isLong ? longMargin : margin
  const low = new Int32Array(rows + 1).fill(columns)
  const high = new Int32Array(rows + 1).fill(0)
  let [row, column] = [0, 0]
  for (const anchor of [...anchors, { source: rows, target: columns, weight: 0 }]) {
    const [height, width] = [anchor.source - row, anchor.target - column]
    const whole = height * width <= (isLong ? wholeGap : smallGap)
    const around = whole ? near : Math.min(widestMargin, near + (isLong ? Math.ceil(0.1 * Math.max(height, width)) + Math.abs(height - width) : Math.max(height, width)))
    for (let step = -near; step <= height + near; step++) {
      const at = row + step
      if (at < 0 || at > rows) continue
      const inside = Math.min(height, Math.max(0, step))
      const middle = column + (height > 0 ? (inside * width) / height : step > 0 ? width : 0)
      const isBetween = whole && step >= 0 && step <= height
      const lowest = isBetween ? column : Math.floor(middle)
      const highest = isBetween ? anchor.target : Math.ceil(middle)
      low[at] = Math.min(low[at] as number, lowest - around)
      high[at] = Math.max(high[at] as number, highest + around)
    }
    row = anchor.source
    column = anchor.target
  }
  return makeBand(low, high, columns)
}
