/**
 * A second look at the beads of a path, for what is thought of them. What a text has taught comes of wrong pairs, too: two lines of
 * one topic, each without a counterpart, confirm each other. So words are learned once more, from those pairs alone that what was
 * known beforehand supports, and each pair is weighed by them against lines without counterpart.
 */
import type { Side } from '../text/encode.ts'
import type { RawBead } from '../search/choose-path.ts'
import type { LinkTable } from '../links/link.ts'
import { isSingle } from '../evidence/support.ts'

/** What beads are weighed by a second time. */
export interface SecondLook {
  /** What supported pairs teach. */
  links: LinkTable
  /** How sure the text is on the whole: log odds of its mean posterior. */
  sureness: number
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
