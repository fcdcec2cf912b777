/** Whether a pair of versions looks like one document: how much of it is paired, how surely, and with how much in common. */
import type { LanguageTag } from '../../language/tag.ts'
import { agreementOf, type EvidenceOf } from './agreement.ts'
import type { Side } from '../text/encode.ts'
import type { RawBead } from '../search/choose-path.ts'

/** Share of pairs with more in common than wrong ones: strangers have 0.5 to 0.75 (up to 0.9 of a few), versions 0.97 and more. */
const strangeAgreement = 0.8
const doubtfulAgreement = 0.92
/** Mean posterior: strangers have 0 to 0.8 where agreement is in doubt, versions 0.93 and more. */
const doubtfulConfidence = 0.85

/** Share of the letters that is paired: 0.67 where half of a version is missing, 0.16 and less between strangers. */
const leastPaired = 0.45

/** Sentences of the shorter version, or pairs that can be compared, from which two versions may be said to differ. */
const leastSeen = 8

/** Whether a pair of versions looks like two documents: little is paired, or the pairs have hardly more in common than wrong ones. */
export function differs({ sentences, compared, paired, agreement, confidence }: PairEvidence): boolean {
  if (sentences >= leastSeen && paired < leastPaired) return true
  return compared >= leastSeen && (agreement < strangeAgreement || (agreement < doubtfulAgreement && confidence < doubtfulConfidence))
}

/** Evidence about a pair of versions, for judging whether they are of one document. */
export interface PairEvidence {
  source: LanguageTag
  target: LanguageTag
  /** Share of the letters of both that found a counterpart. */
  paired: number
  /** Mean posterior of what was paired. */
  confidence: number
  /** Share of the pairs with more in common than wrong pairs; near 0.5 for texts that have nothing to do with each other. */
  agreement: number
  /** Pairs that could be compared. */
  compared: number
  /** Sentences of the version that has fewer. */
  sentences: number
}

/** Evidence from the beads of two sides, and from that of their words that were known beforehand. */
export function evidenceOf(one: Side, other: Side, beads: readonly RawBead[], knownEvidence: EvidenceOf): Omit<PairEvidence, 'source' | 'target'> {
  const paired = beads.filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)
  const letters = paired.reduce(
    (sum, bead) =>
      sum +
      (one.letters[bead.sourceEnd] ?? 0) - (one.letters[bead.sourceStart] ?? 0) +
      (other.letters[bead.targetEnd] ?? 0) - (other.letters[bead.targetStart] ?? 0),
    0
  )
  const all = (one.letters[one.count] ?? 0) + (other.letters[other.count] ?? 0)
  const { agreement, compared } = agreementOf(beads, knownEvidence)
  const confidence = paired.reduce((sum, bead) => sum + bead.posterior, 0) / Math.max(1, paired.length)
  return { paired: letters / Math.max(1, all), confidence, agreement, compared, sentences: Math.min(one.count, other.count) }
}
