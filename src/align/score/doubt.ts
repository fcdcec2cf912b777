/**
 * What is thought of the beads of a path, beside what the search has found. The search weighs a bead as if its model were true; of
 * those that it is sure of, these are wrong more often than it thinks: pairs that do not hold together by what supported pairs teach,
 * beads of many segments, those of which words find more beside their counterpart, odd lengths, and in a text that is not sure on the
 * whole every bead, long nulls most, and pairs beside a null, which may have swallowed less than they should.
 */
import { beadTypeOf, joinsOf, sourceNull, targetNull, type TypePriors } from '../search/bead-type.ts'
import type { RawBead } from '../search/choose-path.ts'
import type { Crossing } from './crossing.ts'
import type { Side } from '../text/encode.ts'
import { type LengthModel, squaredDeviation } from '../evidence/length.ts'
import { logOdds, posteriorOf } from '../text/log-odds.ts'
import type { BeadScorer } from './score.ts'

/** How far beads are doubted, in log odds; fitted with the curve of the scores. */
export interface DoubtWeights {
  /** Least evidence a word of known words, as a share of the usual, of pairs that words are learned from once more. */
  doubtShare: number
  /** Taken off for each segment of a pair beyond one a side, in a text that joins as many as `usualJoins`. */
  doubtJoined: number
  /** Given back of that for the logarithm of how many more the text joins. */
  easeJoined: number
  /** Taken off for the logarithm of what the words of either side find more beside their counterpart; see `Crossing`. */
  doubtCrossing: number
  /** Taken off a pair for each squared standard deviation of its length, up to `mostDeviation`. */
  doubtLength: number
  /** Taken off for how far the text is less sure on the whole than `sureText`. */
  doubtUnsure: number
  /** The same of a null, for the logarithm of its words. */
  doubtNull: number
  /** The same of a pair, for each null beside it. */
  doubtBeside: number
}

export const doubtWeights: DoubtWeights = {
  doubtShare: 0.5, doubtJoined: 1.2, easeJoined: 0.6, doubtCrossing: 0.6, doubtLength: 0.12, doubtUnsure: 0.37, doubtNull: 0.8, doubtBeside: 0.95
}

/** Log odds of the mean posterior of a text that is sure on the whole. */
const sureText = 5
/** Log odds that the second look can be against a pair at most: of those that it speaks against more, as many are right. */
const mostAgainst = 1
/** Segments beyond one a side of a mean pair of a usual text, and the logarithms of how far from it a text is believed to be. */
const usualJoins = 0.1
const [leastJoins, mostJoins] = [-1, 2]
/** Squared standard deviations of a length that are held against a pair at most. */
const mostDeviation = 9
/** Nats from which a pair begins to hold together in the second look, and holds together well. */
const [leastHeld, wellHeld] = [3, 7]
/** Crossing words of a usual bead, as they are held against it: fewer speak for it. */
const usualCrossing = 2.5

/** What beads are doubted by. */
export interface DoubtModel {
  source: Side
  target: Side
  /** Weighs by the links of the second look. */
  scorer: BeadScorer
  types: TypePriors
  length: LengthModel
  crossing: Crossing
  /** How sure the text is on the whole; see `surenessOf`. */
  sureness: number
}

/** Log odds of the mean posterior of beads. */
export function surenessOf(beads: readonly RawBead[]): number {
  return logOdds(beads.reduce((sum, { posterior }) => sum + posterior, 0) / Math.max(1, beads.length))
}

/** Gives the beads of a path their posteriors after doubt; of a path that is doubted already in part, only those that `isNew` names. */
export function doubt(beads: readonly RawBead[], model: DoubtModel, weights: DoubtWeights, isNew: (bead: RawBead) => boolean = () => true): void {
  const unsure = Math.max(0, sureText - model.sureness)
  const joins = Math.log(joinsOf(model.types.map(Math.exp)) / usualJoins)
  const joined = Math.max(0, weights.doubtJoined - weights.easeJoined * Math.min(mostJoins, Math.max(leastJoins, joins)))
  for (const [at, bead] of beads.entries()) {
    if (!isNew(bead)) continue
    const { source, target } = model.crossing.of(bead)
    const crossing = Math.log1p(source) + Math.log1p(target) - usualCrossing
    let odds = logOdds(bead.posterior)
    if (isNull(bead)) odds -= weights.doubtCrossing * crossing + weights.doubtNull * unsure * Math.log1p(wordsOf(bead, model))
    else {
      const held = heldTogether(bead, model)
      // Against a pair are what the search has, and that its lines stand side by side without counterpart.
      odds = -Math.log(Math.exp(-odds) + Math.exp(Math.min(mostAgainst, -held)))
      // Words that are linked to nothing find nothing beside either: that speaks for pairs that hold together, not for others.
      odds -= weights.doubtCrossing * (crossing > 0 ? crossing : crossing * Math.min(1, Math.max(0, (held - leastHeld) / (wellHeld - leastHeld))))
      odds -= joined * (segmentsOf(bead) - 2) + weights.doubtLength * deviationOf(bead, model)
      odds -= weights.doubtBeside * unsure * (Number(isNull(beads[at - 1])) + Number(isNull(beads[at + 1])))
    }
    odds -= weights.doubtUnsure * unsure
    bead.posterior = posteriorOf(odds)
  }
}

/** Nats by which the second look has a pair rather than its lines side by side without counterpart. */
function heldTogether({ sourceStart, sourceEnd, targetStart, targetEnd }: RawBead, { scorer, types }: DoubtModel): number {
  const [sources, targets] = [sourceEnd - sourceStart, targetEnd - targetStart]
  const paired = scorer.scoreOf(sourceStart, sourceEnd, targetStart, targetEnd) + (types[beadTypeOf(sources, targets)] as number)
  return paired - sources * (types[sourceNull] as number) - targets * (types[targetNull] as number)
}

function isNull(bead: RawBead | undefined): boolean {
  return bead !== undefined && (bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd)
}

function segmentsOf({ sourceStart, sourceEnd, targetStart, targetEnd }: RawBead): number {
  return sourceEnd - sourceStart + targetEnd - targetStart
}

function wordsOf({ sourceStart, sourceEnd, targetStart, targetEnd }: RawBead, { source, target }: DoubtModel): number {
  return between(source.offsets, sourceStart, sourceEnd) + between(target.offsets, targetStart, targetEnd)
}

function deviationOf({ sourceStart, sourceEnd, targetStart, targetEnd }: RawBead, { source, target, length }: DoubtModel): number {
  const deviation = squaredDeviation(between(source.letters, sourceStart, sourceEnd), between(target.letters, targetStart, targetEnd), length)
  return Math.min(mostDeviation, deviation)
}

function between(sums: ArrayLike<number>, start: number, end: number): number {
  return (sums[end] as number) - (sums[start] as number)
}
