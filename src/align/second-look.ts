/**
 * A second look at the beads of a path, for what is thought of them. What a text has taught comes of wrong pairs, too: two lines of
 * one topic, each without a counterpart, confirm each other. So words are learned once more, from those pairs alone that what was
 * known beforehand supports, and each pair is weighed by them against lines without counterpart.
 */
import type { Side } from './encode.ts'
import { beadTypeOf, sourceNull, targetNull, type TypePriors } from './bead-type.ts'
import type { RawBead } from './choose-path.ts'
import type { LinkTable } from './link.ts'
import { logOdds } from './log-odds.ts'
import type { BeadScorer } from './score.ts'
import { isSingle } from './support.ts'

/** How far beads are doubted; fitted with the curve of the scores. */
export interface DoubtWeights {
  /** Least evidence a word of known words, as a share of the usual, of pairs that words are learned from once more. */
  doubtShare: number
  /** Log odds taken off beads of several segments a side. */
  doubtJoined: number
  /** Log odds taken off a null, for each that the text is less sure on the whole than `sureText`. */
  doubtNull: number
}

export const doubtWeights: DoubtWeights = { doubtShare: 0.5, doubtJoined: 1.1, doubtNull: 1.8 }

/** Log odds of the mean posterior of a text that is sure on the whole. */
const sureText = 5
/** Log odds that the second look can be against a pair at most: of those that it speaks against more, as many are right. */
const mostAgainst = 1

/** What beads are weighed by a second time. */
export interface SecondLook {
  /** What supported pairs teach. */
  links: LinkTable
  /** How sure the text is on the whole: log odds of its mean posterior. */
  sureness: number
}

/** Log odds of the mean posterior of beads. */
export function surenessOf(beads: readonly RawBead[]): number {
  return logOdds(beads.reduce((sum, { posterior }) => sum + posterior, 0) / Math.max(1, beads.length))
}

/**
 * Those of the beads that words known beforehand support: at least a share of what likely 1:1 beads usually have of them.
 *
 * @param evidenceOf evidence of known words in nats
 */
export function supportedBeads(beads: readonly RawBead[], left: Side, right: Side, evidenceOf: (bead: RawBead) => number, share: number): RawBead[] {
  const rates = beads.map((bead) => evidenceOf(bead) / Math.max(1, wordsIn(left, bead.sourceStart, bead.sourceEnd) + wordsIn(right, bead.targetStart, bead.targetEnd)))
  const likely = rates.filter((_, at) => isLikely(beads[at])).sort((a, b) => a - b)
  const least = share * Math.max(0, likely[Math.floor(likely.length / 2)] ?? 0)
  return beads.filter((_, at) => (rates[at] ?? 0) >= least)
}

function isLikely(bead: RawBead | undefined): boolean {
  return bead !== undefined && isSingle(bead) && bead.posterior > 0.5
}

function wordsIn({ offsets }: Side, start: number, end: number): number {
  return (offsets[end] as number) - (offsets[start] as number)
}

/** Lowers the posteriors of beads by what the second look has against them. `scorer` weighs by the links of that look. */
export function doubt(beads: readonly RawBead[], scorer: BeadScorer, types: TypePriors, sureness: number, { doubtJoined, doubtNull }: DoubtWeights): void {
  const [sourceAlone, targetAlone] = [types[sourceNull] as number, types[targetNull] as number]
  for (const bead of beads) {
    const { sourceStart, sourceEnd, targetStart, targetEnd, posterior } = bead
    const [sources, targets] = [sourceEnd - sourceStart, targetEnd - targetStart]
    let odds = logOdds(posterior)
    if (sources === 0 || targets === 0) odds += doubtNull * Math.min(0, sureness - sureText)
    else {
      const paired = scorer.scoreOf(sourceStart, sourceEnd, targetStart, targetEnd) + (types[beadTypeOf(sources, targets)] as number)
      const alone = sources * sourceAlone + targets * targetAlone
      // Against it: what the search has, and that its lines stand side by side without counterpart.
      odds = -Math.log(Math.exp(-odds) + Math.exp(Math.min(mostAgainst, alone - paired)))
      if (sources + targets > 2) odds -= doubtJoined
    }
    bead.posterior = 1 / (1 + Math.exp(-odds))
  }
}
