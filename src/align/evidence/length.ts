/**
 * The length of a translation: ratio and variance, fitted to the pair and the text.
 *
 * Gale and Church 1993, with the ratio measured in place of assumed: with ratio 1 every Chinese text is lost.
 */
import type { Side } from '../text/encode.ts'

export interface LengthModel {
  /** Letters of the target for one of the source. */
  ratio: number
  /** Variance of the difference per letter. */
  variance: number
}

/** The usual variance of translations, until the text has shown its own (Gale and Church found 6.8). */
const usualVariance = 6.8

/** Sides whose numbers of segments are farther apart than this are compared by segment: one of them lacks something. */
const likeCounts = 1.7

/** The model before anything is aligned: the ratio of the whole texts, kept within what languages can do. */
export function initialLength(source: Pick<Side, 'count' | 'letters'>, target: Pick<Side, 'count' | 'letters'>): LengthModel {
  const [left, right] = [source.letters[source.count] ?? 0, target.letters[target.count] ?? 0]
  const counts = target.count / Math.max(1, source.count)
  const whole = left > 0 && right > 0 ? right / left : 1
  const ratio = counts > likeCounts || counts < 1 / likeCounts ? whole / counts : whole
  return { ratio: Math.min(5, Math.max(0.2, ratio)), variance: usualVariance }
}

/** Squared deviations δ² of a pair of lengths, in standard deviations. */
export function squaredDeviation(source: number, target: number, model: LengthModel): number {
  const difference = target - model.ratio * source
  // One letter keeps two empty lines from dividing by nothing.
  const size = (model.ratio * source + target) / 2 + 1
  return (difference * difference) / (model.variance * size)
}

/** Fits the model to lengths of beads `[source, target, weight]`, with a few imagined usual ones in front. */
export function fitLength(beads: Iterable<readonly [source: number, target: number, weight: number]>, start: LengthModel): LengthModel {
  let [left, right, weights] = [0, 0, 0]
  const list = [...beads]
  for (const [source, target, weight] of list) {
    left += source * weight
    right += target * weight
    weights += weight
  }
  if (weights < 5 || left === 0 || right === 0) return start
  const ratio = right / left
  // Ten imagined beads of usual variance keep a short text from certainty.
  let [sum, count] = [10 * usualVariance, 10]
  for (const [source, target, weight] of list) {
    const difference = target - ratio * source
    sum += (weight * difference * difference) / ((ratio * source + target) / 2 + 1)
    count += weight
  }
  return { ratio, variance: sum / count }
}
