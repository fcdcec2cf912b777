/**
 * Fits the weights of the aligner on the gold sets: coordinate by coordinate, each tried a step down and up, as long as the
 * mean strict F1 of the sets rises. Prints what each try gave; then the logistic curve for the scores. Changes no file.
 *
 *     tsx bench/align/fit.ts --gold DIR [--rounds N] [--only evidence,unlinked]
 */
import { parseArgs } from 'node:util'
import { type AlignWeights, alignWeights } from '../../src/align/index.ts'
import { calibrationError, fitLogistic } from './calibration.ts'
import { readGold, type GoldPair } from './gold.ts'
import { measure, type Measured } from './measure.ts'
import { f1Of } from './strict-lax.ts'

const { values } = parseArgs({
  options: { gold: { type: 'string', default: '../shared/gold' }, rounds: { type: 'string', default: '1' }, only: { type: 'string' } }
})
const pairs = readGold(values.gold)
if (pairs.length === 0) {
  console.log(`No gold in ${values.gold}: nothing to fit on. Give its folder with --gold.`)
  process.exitCode = 1
} else fit(pairs)

function bySet(measured: readonly Measured[]): Map<string, Measured[]> {
  const sets = new Map<string, Measured[]>()
  for (const one of measured) sets.set(one.pair.set, [...(sets.get(one.pair.set) ?? []), one])
  return sets
}

/** Mean strict F1 over the sets, every set alike. */
function quality(gold: readonly GoldPair[], weights: AlignWeights): number {
  const sets = [...bySet(gold.map((pair) => measure(pair, { weights }))).values()]
  return sets.reduce((sum, set) => sum + f1Of(set.map(({ counts }) => counts)).strict, 0) / sets.length
}

function fit(gold: readonly GoldPair[]): void {
  const tried = (values.only?.split(',') ?? Object.keys(alignWeights)) as Array<keyof AlignWeights>
  let weights = { ...alignWeights }
  let best = quality(gold, weights)
  console.log(`start ${best.toFixed(4)}`)
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const name of tried) {
      for (const factor of [0.7, 1.4]) {
        const next = { ...weights, [name]: weights[name] * factor }
        const found = quality(gold, next)
        console.log(`${name} ${next[name].toPrecision(3)} ${found.toFixed(4)}${found > best ? ' better' : ''}`)
        if (found > best) [best, weights] = [found, next]
      }
    }
  }
  console.log(JSON.stringify(weights, undefined, 2))
  const sets = [...bySet(gold.map((pair) => measure(pair, { weights: { ...weights, calibrationSlope: 1, calibrationShift: 0 } }))).values()]
  const judged = sets.map((set) => set.flatMap((one) => one.judged))
  const { slope, shift } = fitLogistic(judged)
  console.log(`calibrationSlope ${slope.toFixed(3)} calibrationShift ${shift.toFixed(3)}; error before ${calibrationError(judged.flat()).toFixed(4)}`)
}
