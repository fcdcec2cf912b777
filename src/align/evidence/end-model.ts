/**
 * What the ends of segments say of a bead. Segments that say the same end alike, in the way of their two languages, and a
 * semicolon before a small letter is often inside a bead. What goes with what is learned from the text, so a text in which
 * everything ends in a full stop is left as it is.
 */
import { maxSpan } from '../search/bead-type.ts'
import type { RawBead } from '../search/choose-path.ts'
import type { OuterScore } from '../text/outer-score.ts'
import { endClasses, endFeatures, isTornOff } from '../text/segment-end.ts'

/** One side with the classes of its boundaries. */
interface EndedSide {
  count: number
  ends: Uint8Array
}

/** Nats for a bead by the boundaries at its end and inside it. */
export interface EndModel {
  /** By class of the source boundary, then of the target boundary, at the end of a bead. */
  ends: Float64Array
  /** By class, for a boundary inside a bead. */
  sourceInner: Float64Array
  targetInner: Float64Array
}

/** What is known of the boundaries of a text of which nothing was learned. */
export const noEnds: EndModel = { ends: new Float64Array(endClasses * endClasses), sourceInner: new Float64Array(endClasses), targetInner: new Float64Array(endClasses) }

/** Nats for a bead that ends before a closing mark, before anything is learned. */
const tornOff = -4
/** Imagined boundaries as chance would have them, before those of the text. */
const imagined = 20

/** What `of` says of each pair of classes, the source boundary first. */
function pairsOf(of: (source: number, target: number) => number): Uint8Array {
  const pairs = new Uint8Array(endClasses * endClasses)
  let pair = 0
  for (let source = 0; source < endClasses; source++) for (let target = 0; target < endClasses; target++) pairs[pair++] = of(source, target)
  return pairs
}

/** Pairs of classes by the kind that each feature takes them for. */
const pairFeatures = endFeatures.map(({ kinds, of }) => ({ kinds: kinds * kinds, kindOf: pairsOf((source, target) => of(source) * kinds + of(target)) }))
/** 1 for the pairs in which a boundary stands before a closing mark. */
const tornPairs = pairsOf((source, target) => Number(isTornOff(source) || isTornOff(target)))

/** What the beads of a path teach of the boundaries of their text; `weight` is what a nat of it counts for. */
export function fitEnds(beads: readonly RawBead[], left: EndedSide, right: EndedSide, weight: number): EndModel {
  const ends = new Float64Array(endClasses * endClasses)
  const sourceInner = new Float64Array(endClasses)
  const targetInner = new Float64Array(endClasses)
  for (const { sourceStart, sourceEnd, targetStart, targetEnd, posterior } of beads) {
    if (sourceStart === sourceEnd || targetStart === targetEnd) continue
    add(ends, (left.ends[sourceEnd] as number) * endClasses + (right.ends[targetEnd] as number), posterior)
    for (let at = sourceStart + 1; at < sourceEnd; at++) add(sourceInner, left.ends[at] as number, posterior)
    for (let at = targetStart + 1; at < targetEnd; at++) add(targetInner, right.ends[at] as number, posterior)
  }
  const source = sharesOf(left)
  const target = sharesOf(right)
  const model = { ends: new Float64Array(ends.length), sourceInner: ratios(sourceInner, source, weight), targetInner: ratios(targetInner, target, weight) }
  const chance = chanceOf(source, target)
  const found = pairFeatures.map(({ kinds, kindOf }) => ({ kindOf, nats: ratios(folded(ends, kindOf, kinds), folded(chance, kindOf, kinds), weight) }))
  for (let pair = 0; pair < ends.length; pair++) {
    let sum = 0
    for (let at = 0; at < found.length; at++) {
      const { kindOf, nats } = found[at] as (typeof found)[number]
      sum += nats[kindOf[pair] as number] as number
    }
    model.ends[pair] = tornPairs[pair] === 1 ? sum + tornOff : sum
  }
  return model
}

/** Shares that chance would give the pairs of classes. */
function chanceOf(source: Float64Array, target: Float64Array): Float64Array {
  const chance = new Float64Array(endClasses * endClasses)
  for (let one = 0; one < endClasses; one++) {
    const share = source[one] as number
    if (share === 0) continue
    for (let other = 0; other < endClasses; other++) chance[one * endClasses + other] = share * (target[other] as number)
  }
  return chance
}

function add(list: Float64Array, at: number, value: number): void {
  list[at] = (list[at] as number) + value
}

/** Sums of a list over the kinds of its places. */
function folded(list: Float64Array, kindOf: Uint8Array, kinds: number): Float64Array {
  const sums = new Float64Array(kinds)
  for (let at = 0; at < list.length; at++) {
    const value = list[at] as number
    // Most pairs of classes are in no text.
    if (value !== 0) add(sums, kindOf[at] as number, value)
  }
  return sums
}

/** Shares of the classes among the boundaries of a side. */
function sharesOf({ ends }: EndedSide): Float64Array {
  const shares = new Float64Array(endClasses)
  for (const end of ends) add(shares, end, 1 / ends.length)
  return shares
}

/** Log ratios of counts to the shares that chance would give them. */
function ratios(counts: Float64Array, chance: Float64Array, weight: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, imagined)
  return counts.map((count, at) => {
    const share = chance[at] as number
    return share > 0 ? weight * Math.log((count + imagined * share) / (total * share)) : 0
  })
}

/** The model as a part of the score of two sides, beside another part; that one alone where there is no model. */
export function withEnds(model: EndModel | undefined, left: EndedSide, right: EndedSide, other?: OuterScore): OuterScore | undefined {
  if (!model) return other
  const { ends, sourceInner, targetInner } = model
  const [sources, targets] = [running(left, sourceInner), running(right, targetInner)]
  const of: OuterScore['of'] = (sourceStart, sourceEnd, targetStart, targetEnd) =>
    (other ? other.of(sourceStart, sourceEnd, targetStart, targetEnd) : 0) +
    (ends[(left.ends[sourceEnd] as number) * endClasses + (right.ends[targetEnd] as number)] as number) +
    (sources[sourceEnd - 1] as number) - (sources[sourceStart] as number) +
    (targets[targetEnd - 1] as number) - (targets[targetStart] as number)
  const mostInner = (maxSpan - 1) * (mostOf(sourceInner, 0) + mostOf(targetInner, 0))
  return { of, most: (other?.most ?? 0) + mostOf(ends, -Infinity) + mostInner, ...(other?.corner && { corner: other.corner }) }
}

/** The largest of a list, and of `least`. */
function mostOf(list: Float64Array, least: number): number {
  let most = least
  for (let at = 0; at < list.length; at++) if ((list[at] as number) > most) most = list[at] as number
  return most
}

/** Nats of the inner boundaries up to each, as a running sum. */
function running(side: EndedSide, nats: Float64Array): Float64Array {
  const sums = new Float64Array(side.count + 1)
  for (let at = 1; at <= side.count; at++) sums[at] = (sums[at - 1] as number) + (nats[side.ends[at] as number] as number)
  return sums
}
