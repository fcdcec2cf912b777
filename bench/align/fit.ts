/**
 * Fits the weights of the aligner on the development sets: coordinate by coordinate, each tried a step down and a step up, as
 * long as the mean quality of the sets rises. The same is done with each group of sets held out, which tells what the fitting
 * is worth on texts that it has not seen. Then the logistic curve for the scores, likewise. Changes no file.
 *
 *     tsx bench/align/fit.ts --gold DIR [--rounds N] [--only evidence,unlinked] [--held-out] [--curve]
 */
import { parseArgs } from 'node:util'
import { type AlignWeights, alignWeights } from '../../src/align/index.ts'
import { crossCalibrate } from './cross-calibrate.ts'
import { readGold } from '../../evaluation/align/gold.ts'
import { developmentSets, type DevelopmentSet } from './development-set.ts'
import { measure } from '../../evaluation/align/measure.ts'
import { f1Of } from '../../evaluation/align/strict-lax.ts'

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: '../shared/gold' },
    rounds: { type: 'string', default: '1' },
    only: { type: 'string' },
    'held-out': { type: 'boolean', default: false },
    curve: { type: 'boolean', default: false }
  }
})

/** Weights that are fitted; the rest are switches, or follow from these. */
const fitted: ReadonlyArray<keyof AlignWeights> = [
  'evidence', 'explaining', 'support', 'length', 'ends', 'unlinked', 'unlinkedCount', 'number', 'mark', 'identical', 'cognate', 'shareNull', 'shareReplaced', 'shareSplit', 'shareBoth', 'shareDecay',
  'shareCount', 'minimumG2', 'discount', 'priorCount', 'learnSingle', 'threshold', 'nullThreshold', 'doubtShare', 'doubtJoined', 'easeJoined', 'doubtCrossing', 'doubtLength', 'doubtUnsure', 'doubtNull', 'doubtBeside'
]
/** Probabilities: no step may leave them at 1 or above. */
const mostOf = (name: keyof AlignWeights): number => (['number', 'mark', 'identical', 'cognate', 'unlinked', 'learnSingle'].includes(name) ? 0.97 : Infinity)
/** What a step must win, lest weights follow single beads. */
const leastGain = 0.0004
/** Worth of a nat of the mean log score beside F1, which moves by whole beads alone. */
const logWorth = 0.05

interface Quality {
  /** Strict F1. */
  strict: number
  /** Strict F1, and how well the scores told right beads from wrong. */
  whole: number
}

const known = new Map<string, Quality>()

function qualityOf(set: DevelopmentSet, weights: AlignWeights): Quality {
  const key = `${set.name} ${JSON.stringify(weights)}`
  const found = known.get(key)
  if (found) return found
  const measured = set.texts.map((text) => measure(text, { weights: { ...weights, ...set.weights } }))
  const judged = measured.flatMap((one) => one.judged)
  const log = judged.reduce((sum, { score, right }) => sum + Math.log(Math.max(0.01, right ? score : 1 - score)), 0) / judged.length
  const { strict } = f1Of(measured.map(({ counts }) => counts))
  const quality = { strict, whole: strict + logWorth * log }
  known.set(key, quality)
  return quality
}

/** Mean over the groups of the means of their sets: made texts must not outvote real ones by their number. */
function meanOf(sets: readonly DevelopmentSet[], weights: AlignWeights, part: keyof Quality): number {
  const groups = [...new Set(sets.map(({ group }) => group))].map((group) => sets.filter((set) => set.group === group))
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length
  return mean(groups.map((group) => mean(group.map((set) => qualityOf(set, weights)[part]))))
}

/** Coordinate descent from the weights as they are; `tell` is given every step taken. */
function fit(sets: readonly DevelopmentSet[], tell: (step: string) => void): AlignWeights {
  const names = values.only ? fitted.filter((name) => values.only?.split(',').includes(name)) : fitted
  let weights = { ...alignWeights }
  let best = meanOf(sets, weights, 'whole')
  for (let round = 0; round < Number(values.rounds); round++) {
    const before = best
    for (const name of names) {
      for (const factor of [0.8, 1.25]) {
        const next = { ...weights, [name]: Math.min(mostOf(name), Number((weights[name] * factor).toPrecision(2))) }
        const found = next[name] === weights[name] ? best : meanOf(sets, next, 'whole')
        if (found < best + leastGain) continue
        tell(`${name} ${weights[name]} → ${next[name]}: ${best.toFixed(4)} → ${found.toFixed(4)}`)
        ;[best, weights] = [found, next]
        break
      }
    }
    if (best === before) break
  }
  return weights
}

const line = (name: string, sets: readonly DevelopmentSet[], weights: AlignWeights): string =>
  `| ${[name, ...sets.map((set) => qualityOf(set, weights).strict.toFixed(4)), meanOf(sets, weights, 'strict').toFixed(4)].join(' | ')} |`

/** Fits, prints, and returns the weights fitted on all sets. */
function run(sets: readonly DevelopmentSet[]): AlignWeights {
  console.log(`| strict F1 | ${sets.map(({ name }) => name).join(' | ')} | mean |\n|${' --- |'.repeat(sets.length + 2)}`)
  console.log(line('as they are', sets, alignWeights))
  const weights = fit(sets, (step) => console.error(step))
  console.log(line('fitted on all', sets, weights))
  if (values['held-out']) {
    for (const group of new Set(sets.map((set) => set.group))) {
      const others = fit(sets.filter((set) => set.group !== group), (step) => console.error(`without ${group}: ${step}`))
      console.log(line(`fitted without ${group}`, sets, others))
    }
  }
  console.log(JSON.stringify(Object.fromEntries(fitted.filter((name) => weights[name] !== alignWeights[name]).map((name) => [name, weights[name]]))))
  return weights
}

const gold = readGold(values.gold)
if (gold.length === 0) {
  console.log(`No gold in ${values.gold}: nothing to fit on. Give its folder with --gold.`)
  process.exitCode = 1
} else {
  const sets = developmentSets(gold)
  crossCalibrate(sets, values.curve ? alignWeights : run(sets))
}
