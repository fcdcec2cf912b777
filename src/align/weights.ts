/** Every number of the aligner that is fitted, in one place for `bench/align/fit.ts` and for ablations. */
import { type BeadTypeWeights, beadTypeWeights } from './search/bead-type.ts'
import { type CalibrationWeights, calibrationWeights } from './score/calibrate.ts'
import { type DoubtWeights, doubtWeights } from './score/doubt.ts'
import { type PriorWeights, priorWeights } from './links/prior.ts'
import { type ScoreWeights, scoreWeights } from './score/score.ts'

/** Every number of the aligner that is fitted. */
export interface AlignWeights extends CalibrationWeights, DoubtWeights, PriorWeights, ScoreWeights, BeadTypeWeights {
  /** Threshold of a pair in the choice of the path, and of a null. */
  threshold: number
  nullThreshold: number
  /** Sightings that a known link counts for in training. */
  priorCount: number
  /** Least G² of a learned link. */
  minimumG2: number
  /** Sightings taken off every learned link. */
  discount: number
  /** Of what the ends of segments say. */
  ends: number
  /** Imagined beads of the usual types when a text's own shares are fitted. */
  shareCount: number
  /** Imagined sightings of a word at the usual share without counterpart. */
  unlinkedCount: number
  /** Posterior from which a 1:1 bead is learned from, and any other. */
  learnSingle: number
  learnJoined: number
  /** Most segments a side in the first search, which has only to find the line. */
  coarseSpan: number
  /** Rounds of learning. */
  rounds: number
  /** 1 for the names that ICU knows, 0 without. */
  names: number
}

export const alignWeights: AlignWeights = {
  ...scoreWeights,
  ...priorWeights,
  ...beadTypeWeights,
  ...calibrationWeights,
  ...doubtWeights,
  threshold: 0.4,
  nullThreshold: 0.47,
  priorCount: 2,
  minimumG2: 12,
  discount: 0.4,
  ends: 0.88,
  shareCount: 20,
  unlinkedCount: 2,
  learnSingle: 0.6,
  learnJoined: 0.995,
  coarseSpan: 2,
  rounds: 2,
  names: 1
}
