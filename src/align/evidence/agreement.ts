/** Whether two aligned texts are of one document at all: right pairs must have more in common than wrong ones. */
import type { RawBead } from '../search/choose-path.ts'

/** Beads that are looked at, spread evenly. */
const sampleSize = 300
/** How far off the pairs are that cannot be right. */
const shift = 5
/** Nats of difference that are rounding: the same words in two places. */
const rounding = 1e-6

/** What the words known beforehand say of the beads. */
export interface Agreement {
  /** Mean evidence a bead, in nats. */
  evidence: number
  /** Share of the beads that have more in common than their source has with a target some beads on; near 0.5 for strangers. */
  agreement: number
  /** Beads that could be compared. */
  compared: number
}

/** The segments of a bead. */
export type BeadRange = Pick<RawBead, 'sourceStart' | 'sourceEnd' | 'targetStart' | 'targetEnd'>

/** Evidence of the words of a bead, in nats. */
export type EvidenceOf = (bead: BeadRange) => number

/** Compares each bead with the wrong pair of its source and a target {@link shift} beads on, by words known beforehand. */
export function agreementOf(beads: readonly RawBead[], knownEvidence: EvidenceOf): Agreement {
  const paired = beads.filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)
  const step = Math.max(1, paired.length / sampleSize)
  let [sum, better, compared] = [0, 0, 0]
  for (let at = 0; at < paired.length; at += step) {
    const bead = paired[Math.floor(at)]
    const other = paired[(Math.floor(at) + shift) % paired.length]
    if (!bead || !other || bead === other) continue
    const found = knownEvidence(bead)
    const wrong = knownEvidence({ ...bead, targetStart: other.targetStart, targetEnd: other.targetEnd })
    // Pairs without any known word on both counts say nothing, nor does a text that stands in both places.
    if (Math.abs(found - wrong) < rounding) continue
    sum += found
    compared++
    if (found > wrong) better++
  }
  return { evidence: compared > 0 ? sum / compared : 0, agreement: compared > 0 ? better / compared : 0, compared }
}
