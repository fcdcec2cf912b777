/**
 * Where segments end: the mark that closes one, and what opens the next. Segments that say the same end alike, in the way of
 * their two languages, and a semicolon before a small letter is often inside a bead. What goes with what is learned from the
 * text, so a text in which everything ends in a full stop is left as it is.
 */
import type { OuterScore } from './outer-score.ts'
import type { RawBead } from './choose-path.ts'
import type { Segment } from './segment.ts'

/** Marks that close a segment, by class from 1; class 0 is anything else, such as a letter. */
const closings = ['.。．｡۔…', '?？؟', '!！', ':：', ';；؛', ',，、،', '"«»“”„’\'」』》›)）]】']
const closingOf = new Map(closings.flatMap((marks, index) => [...marks].map((mark) => [mark, index + 1] as const)))
const opener = /["«“„‘「『《‹(（[【–—-]/u
/** Classes of what opens a segment: 0 anything else, 1 a small letter, 2 an opening mark. */
const openings = 3

/** Two things are looked at by themselves at each boundary: what closes the segment before it, what opens the one behind. */
const features: ReadonlyArray<{ kinds: number; of: (edge: number) => number }> = [
  { kinds: closings.length + 1, of: (edge) => Math.floor(edge / openings) },
  { kinds: openings, of: (edge) => edge % openings }
]
const edgeClasses = (closings.length + 1) * openings

/** Class of each boundary, from before the first segment to behind the last. */
export function edgesOf(segments: readonly Segment[]): Uint8Array {
  const edges = new Uint8Array(segments.length + 1)
  let closing = 0
  for (const [index, { text }] of segments.entries()) {
    edges[index] = closing * openings + openingOf(text)
    closing = closingOf.get(text.trimEnd().slice(-1)) ?? 0
  }
  edges[segments.length] = closing * openings
  return edges
}

function openingOf(text: string): number {
  const first = text.trimStart().charAt(0)
  if (opener.test(first)) return 2
  return first === first.toUpperCase() ? 0 : 1
}

/** One side with the classes of its boundaries. */
interface Edged {
  count: number
  edges: Uint8Array
}

/** Nats for a bead by the boundaries at its end and inside it. */
export interface EdgeModel {
  /** By class of the source boundary, then of the target boundary, at the end of a bead. */
  ends: Float64Array
  /** By class, for a boundary inside a bead. */
  sourceInner: Float64Array
  targetInner: Float64Array
}

/** Imagined boundaries as chance would have them, before those of the text. */
const imagined = 20

/** What the beads of a path teach of the boundaries of their text; `weight` is what a nat of it counts for. */
export function fitEdges(beads: readonly RawBead[], left: Edged, right: Edged, weight: number): EdgeModel {
  const ends = new Float64Array(edgeClasses * edgeClasses)
  const [sourceInner, targetInner] = [new Float64Array(edgeClasses), new Float64Array(edgeClasses)]
  for (const { sourceStart, sourceEnd, targetStart, targetEnd, posterior } of beads) {
    if (sourceStart === sourceEnd || targetStart === targetEnd) continue
    add(ends, (left.edges[sourceEnd] as number) * edgeClasses + (right.edges[targetEnd] as number), posterior)
    for (let at = sourceStart + 1; at < sourceEnd; at++) add(sourceInner, left.edges[at] as number, posterior)
    for (let at = targetStart + 1; at < targetEnd; at++) add(targetInner, right.edges[at] as number, posterior)
  }
  const [source, target] = [sharesOf(left), sharesOf(right)]
  const model = { ends: new Float64Array(ends.length), sourceInner: ratios(sourceInner, source, weight), targetInner: ratios(targetInner, target, weight) }
  for (const { kinds, of } of features) {
    const pairOf = (pair: number): number => of(Math.floor(pair / edgeClasses)) * kinds + of(pair % edgeClasses)
    const chance = ends.map((_, pair) => (source[Math.floor(pair / edgeClasses)] as number) * (target[pair % edgeClasses] as number))
    const found = ratios(folded(ends, pairOf, kinds * kinds), folded(chance, pairOf, kinds * kinds), weight)
    for (let pair = 0; pair < ends.length; pair++) add(model.ends, pair, found[pairOf(pair)] as number)
  }
  return model
}

function add(list: Float64Array, at: number, value: number): void {
  list[at] = (list[at] as number) + value
}

/** Sums of a list over what `kindOf` makes of its places. */
function folded(list: Float64Array, kindOf: (at: number) => number, kinds: number): Float64Array {
  const sums = new Float64Array(kinds)
  for (let at = 0; at < list.length; at++) add(sums, kindOf(at), list[at] as number)
  return sums
}

/** Shares of the classes among the boundaries of a side. */
function sharesOf({ edges }: Edged): Float64Array {
  const shares = new Float64Array(edgeClasses)
  for (const edge of edges) add(shares, edge, 1 / edges.length)
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
export function withEdges(model: EdgeModel | undefined, left: Edged, right: Edged, other?: OuterScore): OuterScore | undefined {
  if (!model) return other
  const { ends, sourceInner, targetInner } = model
  const [sources, targets] = [running(left, sourceInner), running(right, targetInner)]
  return (sourceStart, sourceEnd, targetStart, targetEnd) =>
    (other ? other(sourceStart, sourceEnd, targetStart, targetEnd) : 0) +
    (ends[(left.edges[sourceEnd] as number) * edgeClasses + (right.edges[targetEnd] as number)] as number) +
    (sources[sourceEnd - 1] as number) - (sources[sourceStart] as number) +
    (targets[targetEnd - 1] as number) - (targets[targetStart] as number)
}

/** Nats of the inner boundaries up to each, as a running sum. */
function running(side: Edged, nats: Float64Array): Float64Array {
  const sums = new Float64Array(side.count + 1)
  for (let at = 1; at <= side.count; at++) sums[at] = (sums[at - 1] as number) + (nats[side.edges[at] as number] as number)
  return sums
}
