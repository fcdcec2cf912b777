/** From the posterior of the model to a probability that means what it says. */
import type { RawBead } from './search.ts'
import type { IndexBead } from './segment.ts'

/** The bead with its calibrated score. */
export function calibrate(bead: RawBead): IndexBead {
  const { sourceStart, sourceEnd, targetStart, targetEnd } = bead
  return { sourceStart, sourceEnd, targetStart, targetEnd, score: calibrateScore(bead.posterior) }
}

/** A posterior of the model as a calibrated probability, rounded to six places so that bytes do not depend on the last bit. */
export function calibrateScore(posterior: number): number {
  return Math.round(Math.min(1, Math.max(0, posterior)) * 1e6) / 1e6
}
