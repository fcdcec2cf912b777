/** From the posterior of the model to a probability that means what it says. */
import type { RawBead } from '../search/choose-path.ts'
import { logOdds } from '../text/log-odds.ts'
import type { IndexBead } from '../text/segment.ts'

/** The logistic curve from log odds of the model to log odds of the score; fitted by `bench/align/fit.ts`. */
export interface CalibrationWeights {
  calibrationSlope: number
  calibrationShift: number
}

export const calibrationWeights: CalibrationWeights = { calibrationSlope: 0.53, calibrationShift: 0.66 }

/** The bead with its calibrated score. */
export function calibrate(bead: RawBead, weights: CalibrationWeights): IndexBead {
  const { sourceStart, sourceEnd, targetStart, targetEnd } = bead
  return { sourceStart, sourceEnd, targetStart, targetEnd, score: calibrateScore(bead.posterior, weights) }
}

/** A posterior of the model as a calibrated probability, rounded to six places so that bytes do not depend on the last bit. */
export function calibrateScore(posterior: number, weights: CalibrationWeights): number {
  const odds = weights.calibrationSlope * logOdds(posterior) + weights.calibrationShift
  return Math.round(1e6 / (1 + Math.exp(-odds))) / 1e6
}
