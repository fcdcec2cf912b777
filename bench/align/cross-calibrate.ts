/** The logistic curve from posteriors to scores, fitted on all development sets and with each group of them held out in turn. */
import { calibrateScore } from '../../src/align/score/calibrate.ts'
import { type AlignWeights, alignWeights } from '../../src/align/index.ts'
import { calibrationError, fitLogistic, type Judged, precisionFrom } from '../../evaluation/align/calibration.ts'
import type { DevelopmentSet } from './development-set.ts'
import { measure } from '../../evaluation/align/measure.ts'

interface JudgedSet {
  name: string
  group: string
  judged: Judged[]
}

/** Prints the curve of all sets, and how scores do in each set by the curve of the other groups. */
export function crossCalibrate(sets: readonly DevelopmentSet[], fitted: AlignWeights = alignWeights): void {
  const raw = { ...fitted, calibrationSlope: 1, calibrationShift: 0 }
  const all = sets.map(({ name, group, texts, weights }): JudgedSet => {
    return { name, group, judged: texts.flatMap((text) => measure(text, { weights: { ...raw, ...weights } }).judged) }
  })
  const curveOf = (list: readonly JudgedSet[]): Curve => fitLogistic(list.map(({ judged }) => judged))
  console.log('\n| scores of | by the curve of | slope | shift | beads | expected calibration error | right at score ≥ 0.9 | beads of such scores |')
  console.log(`|${' --- |'.repeat(8)}`)
  for (const { name, group, judged } of all) tell(name, `all but ${group}`, curveOf(all.filter((other) => other.group !== group)), judged)
  tell('all', 'all', curveOf(all), all.flatMap(({ judged }) => judged))
}

interface Curve {
  slope: number
  shift: number
}

function tell(of: string, by: string, { slope, shift }: Curve, judged: readonly Judged[]): void {
  const scored = judged.map(({ score, right }) => ({ score: calibrateScore(score, { calibrationSlope: slope, calibrationShift: shift }), right }))
  const sure = scored.filter(({ score }) => score >= 0.9).length
  const cells = [of, by, slope.toFixed(3), shift.toFixed(3), judged.length, calibrationError(scored).toFixed(4), precisionFrom(scored, 0.9).toFixed(4), sure]
  console.log(`| ${cells.join(' | ')} |`)
}
