/**
 * How literal a text is. In a literal translation hardly any right pair has nothing in common that is known, in a free one some
 * have; so in a literal one, a pair without is no pair, and a line that finds nothing in the other side was swallowed.
 */
import type { RawBead } from '../search/choose-path.ts'

/** Pairs that are looked at, spread evenly. */
const sampleSize = 2000
/** Imagined pairs of a free translation, before those of the text. */
const imagined = 50
/** Standard deviations between the evidence of a middling pair and none, in free translations. */
const freeDistance = 2.2
/** Most of them that are believed. */
const mostDistance = 5
/** Standard deviations between the middle of a normal distribution and its lowest tenth. */
const tenthDistance = 1.28

/**
 * Log of how much rarer right pairs without support are in this text than in free translations, 0 or below: the share below 0 of
 * a normal distribution that has the median and the lowest tenth of the evidence of the likely 1:1 beads. Wrong ones among them
 * are in the lowest tenth, and do not matter.
 *
 * @param evidenceOf evidence of the words of a bead in nats
 */
export function fitSupport(beads: readonly RawBead[], evidenceOf: (bead: RawBead) => number): number {
  const likely = beads.filter((bead) => isSingle(bead) && bead.posterior >= 0.5)
  const step = Math.max(1, likely.length / sampleSize)
  const found: number[] = []
  for (let at = 0; at < likely.length; at += step) {
    const bead = likely[Math.floor(at)]
    if (bead) found.push(evidenceOf(bead))
  }
  found.sort((a, b) => a - b)
  const [low, middle] = [found[Math.floor(found.length / 10)] ?? 0, found[Math.floor(found.length / 2)] ?? 0]
  const own = Math.min(mostDistance, Math.max(0, (tenthDistance * middle) / Math.max(1, middle - low)))
  const distance = (own * found.length + freeDistance * imagined) / (found.length + imagined)
  return Math.min(0, logTail(distance) - logTail(freeDistance))
}

/** Log of the share of a normal distribution below so many standard deviations from its middle, but for a constant. */
function logTail(distance: number): number {
  return -(distance * distance) / 2 - Math.log(distance)
}

/** Nats against a line from which it has no support at all. */
const wholeAgainst = 2

/** 0 to 1: how far a line is without support, by the evidence of its words. */
export function lackOfSupport(evidence: number): number {
  return Math.min(1, Math.max(0, -evidence / wholeAgainst))
}

/** Whether a bead is of one line a side. */
export function isSingle({ sourceStart, sourceEnd, targetStart, targetEnd }: RawBead): boolean {
  return sourceEnd - sourceStart === 1 && targetEnd - targetStart === 1
}
