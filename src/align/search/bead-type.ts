/** Types of beads (1:1, 1:2, 1:0 …) and how often they come. */

/** Most segments of a side in one bead. */
export const maxSpan = 6
/** Most of them where the other side has more than one, too. */
const mostBoth = 4

/** Index of type a:b in {@link TypePriors}. */
export function beadTypeOf(sourceSpan: number, targetSpan: number): number {
  return sourceSpan * (maxSpan + 1) + targetSpan
}

export const sourceNull = beadTypeOf(1, 0)
export const targetNull = beadTypeOf(0, 1)

/** A segment of each side that stand in one place and do not say the same: two nulls, as likely as one editor's change. */
export const replaced = (maxSpan + 1) * (maxSpan + 1)

export const typeCount = replaced + 1

/** Segments of each side by type. */
export const sourceSpans = Uint8Array.from({ length: typeCount }, (_, type) => (type === replaced ? 1 : Math.floor(type / (maxSpan + 1))))
export const targetSpans = Uint8Array.from({ length: typeCount }, (_, type) => (type === replaced ? 1 : type % (maxSpan + 1)))

/** Whether a type pairs nothing. */
export function isNullType(type: number): boolean {
  return type === sourceNull || type === targetNull || type === replaced
}

/** Log probability of each type; minus infinity for types that are not tried. */
export type TypePriors = Float64Array

/** Segments beyond one a side of a mean pair. */
export function joinsOf(shares: Float64Array): number {
  let [joined, pairs] = [0, 0]
  for (const [type, share] of shares.entries()) {
    if (isNullType(type)) continue
    joined += share * (pairedIn(type) - 2)
    pairs += share
  }
  return joined / pairs
}

/** How texts are usually cut: the shares of the types of beads before a text has shown its own habits. */
export interface BeadTypeWeights {
  /** Share of 1:0, and of 0:1. */
  shareNull: number
  /** Share of `replaced`. */
  shareReplaced: number
  /** Share of 1:2, and of 2:1. */
  shareSplit: number
  /** How much rarer each further segment is. */
  shareDecay: number
  /** What is left of the share of a bead of more than four segments: such beads are rarer than the decay lets expect. */
  shareLong: number
  /** Share of 2:2, from which larger ones decay likewise. */
  shareBoth: number
  /** Most segments of a side in one bead that are tried, `maxSpan` at most. */
  largest: number
}

export const beadTypeWeights: BeadTypeWeights = { shareNull: 0.012, shareReplaced: 0.001, shareSplit: 0.045, shareDecay: 0.12, shareLong: 0.1, shareBoth: 0.0015, largest: maxSpan }

/** Shares of the types; they add up to 1. */
export function usualShares(weights: BeadTypeWeights): Float64Array {
  const shares = new Float64Array(typeCount)
  for (let a = 1; a <= weights.largest; a++) {
    for (let b = 1; b <= weights.largest; b++) {
      const isLong = Math.max(a, b) > mostBoth
      if (isLong && Math.min(a, b) > 1) continue
      const [first, least] = Math.min(a, b) > 1 ? [weights.shareBoth, 4] : [weights.shareSplit, 3]
      shares[beadTypeOf(a, b)] = first * weights.shareDecay ** (a + b - least) * (isLong ? weights.shareLong : 1)
    }
  }
  shares[sourceNull] = shares[targetNull] = weights.shareNull
  shares[replaced] = weights.shareReplaced
  shares[beadTypeOf(1, 1)] = 0
  const others = shares.reduce((sum, share) => sum + share, 0)
  shares[beadTypeOf(1, 1)] = Math.max(0.1, 1 - others)
  return shares
}

/** How much more than is usual a text joins, as far as it is believed. */
const mostJoins = 4

/**
 * Shares of types from expected counts, with so many imagined beads of the usual types in front; a text that joins more than is
 * usual is imagined to join many segments more often, too. The share of replaced passages stays usual: a text whose words are not
 * known looks replaced throughout, and would confirm it.
 */
export function fitShares(counts: Float64Array, usual: Float64Array, weight: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const shareOf = (share: number, type: number): number => (type === replaced ? share : (share * weight + (counts[type] ?? 0)) / (total + weight))
  const joins = Math.min(mostJoins, Math.max(1, joinsOf(usual.map(shareOf)) / joinsOf(usual)))
  return usual.map((share, type) => shareOf(share * joins ** Math.max(0, pairedIn(type) - 3), type))
}

/** Segments of a pair; of other types none. */
function pairedIn(type: number): number {
  return isNullType(type) ? 0 : (sourceSpans[type] as number) + (targetSpans[type] as number)
}
