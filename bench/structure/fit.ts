/**
 * Fits the weights of the signs by which lines are joined (`src/clean/joints/weights.ts`) by coordinate search, on the project's
 * corpus and on real documents beside the project, with documents held out by fold. Each set and language counts the
 * same, whatever its size.
 *
 *     tsx bench/structure/fit.ts [--real DIR] [--write]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { clean } from '../../src/clean/index.ts'
import { breakWeights, openingWeights } from '../../src/clean/joints/weights.ts'
import { textSource } from '../../src/source/text-source.ts'
import { corpusTexts, realTexts, type JointText } from '../../evaluation/structure/joint-sets.ts'

const top = path.resolve(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { real: { type: 'string', default: path.join(top, '../shared/real') }, write: { type: 'boolean', default: false } } })

/** Documents are dealt to so many folds, in the order of their names. */
const folds = 5
const rounds = 10
const steps = [-1, -0.3, -0.1, 0.1, 0.3, 1] as const
/** What a step must win of the mean share of wrong joints, lest weights follow single lines. */
const leastGain = 0.0001
/** Shares are told apart in so many steps. */
const shares = 20
/** A weight is written in tenths. */
const grain = 10

const names = [...Object.keys(openingWeights), ...Object.keys(breakWeights)]
const handed = Float64Array.from([...Object.values(openingWeights), ...Object.values(breakWeights)])
const place = new Map(names.map((name, index) => [name, index]))

/** What was weighed between two lines, and whether a block does begin there. */
interface Joint {
  set: string
  /** Set and language: each counts the same, whatever its size. */
  group: string
  fold: number
  signs: ReadonlyArray<readonly [sign: number, share: number]>
  begins: boolean
  /** How many are alike. */
  count: number
}

const texts: JointText[] = [...corpusTexts()]
if (existsSync(values.real)) texts.push(...realTexts(values.real))
else console.log(`No real documents at ${values.real}: fitted on the corpus of the project alone.`)

const documents = [...new Set(texts.map(({ set, document }) => `${set} ${document}`))].sort()
const joints = alike(texts)
const sets = [...new Set(joints.map(({ set }) => set))]

const whole = fit(joints)
const held = Array.from({ length: folds }, (_, fold) => fit(joints.filter((joint) => joint.fold !== fold)))

console.log('| set | joints | wrong as they are | wrong, fitted on all | wrong, fitted on other documents |\n| --- | --- | --- | --- | --- |')
for (const set of [...sets, 'all']) {
  const own = joints.filter((joint) => set === 'all' || joint.set === set)
  const wrong = (weightsOf: (joint: Joint) => Float64Array): string => {
    const count = total(own.filter((joint) => sumOf(joint, weightsOf(joint)) > 0 !== joint.begins))
    return `${count} (${((100 * count) / total(own)).toFixed(2)} %)`
  }
  console.log(`| ${set} | ${total(own)} | ${wrong(() => handed)} | ${wrong(() => whole)} | ${wrong(({ fold }) => held[fold] ?? whole)} |`)
}
console.log('\n| sign | as it is | fitted | joints |\n| --- | --- | --- | --- |')
names.forEach((name, index) => {
  console.log(`| ${name} | ${handed[index]} | ${rounded(whole[index] ?? 0)} | ${total(joints.filter(({ signs }) => signs.some(([sign]) => sign === index)))} |`)
})
if (values.write) write()

/** What `clean` weighs in texts, where it is known whether a block begins; those that are alike are counted. */
function alike(all: readonly JointText[]): Joint[] {
  const found = new Map<string, Joint>()
  for (const text of all) weigh(text, found)
  return [...found.values()]
}

function weigh({ set, document, language, text, begins }: JointText, joints: Map<string, Joint>): void {
  const fold = documents.indexOf(`${set} ${document}`) % folds
  clean(textSource(text), language, {
    weighed: ({ next, rule, opening, held: signs }) => {
      const known = begins.get(next.start)
      if (rule !== undefined || known === undefined) return
      const all = [...opening.map((sign) => ({ sign, share: 1 })), ...signs]
      const weighed = all.flatMap(({ sign, share }) => (share > 0 ? [[place.get(sign) ?? 0, Math.round(share * shares) / shares] as const] : []))
      const key = JSON.stringify([set, language, fold, known, weighed])
      const joint = joints.get(key)
      if (joint) joint.count++
      else joints.set(key, { set, group: `${set} ${language}`, fold, begins: known, signs: weighed, count: 1 })
    }
  })
}

function sumOf({ signs }: Joint, weights: Float64Array): number {
  let sum = 0
  for (const [sign, share] of signs) sum += (weights[sign] ?? 0) * share
  return sum
}

/**
 * Weights of least error, one after the other: each is tried a step down and a step up, as long as the mean share of wrong
 * joints over sets and languages falls by enough.
 */
function fit(own: readonly Joint[]): Float64Array {
  const counts = new Map<string, number>()
  for (const { group, count } of own) counts.set(group, (counts.get(group) ?? 0) + count)
  const weights = Float64Array.from(handed)
  const sums = own.map((joint) => sumOf(joint, weights))
  const having = names.map((_, sign) => own.flatMap(({ signs }, index) => signs.filter(([each]) => each === sign).map(([, share]) => [index, share] as const)))
  const price = own.map(({ group, count }) => count / (counts.size * (counts.get(group) ?? 1)))
  const wrong = (index: number, sum: number): number => (sum > 0 === own[index]?.begins ? 0 : (price[index] ?? 0))
  for (let round = 0; round < rounds; round++) {
    let moved = false
    names.forEach((_, sign) => {
      for (const move of steps) {
        let gain = 0
        for (const [index, share] of having[sign] ?? []) gain += wrong(index, sums[index] ?? 0) - wrong(index, (sums[index] ?? 0) + move * share)
        if (gain < leastGain) continue
        weights[sign] = (weights[sign] ?? 0) + move
        for (const [index, share] of having[sign] ?? []) sums[index] = (sums[index] ?? 0) + move * share
        moved = true
      }
    })
    if (!moved) break
  }
  return weights
}

function total(some: readonly Joint[]): number {
  return some.reduce((sum, { count }) => sum + count, 0)
}

function rounded(value: number): number {
  return Math.round(value * grain) / grain
}

/** Puts the fitted weights in the place of those of the file. */
function write(): void {
  const file = path.join(top, 'src/clean/joints/weights.ts')
  let source = readFileSync(file, 'utf8')
  names.forEach((name, index) => {
    source = source.replace(new RegExp(`(^  '?${name}'?: )-?[\\d.]+`, 'm'), `$1${rounded(whole[index] ?? 0)}`)
  })
  writeFileSync(file, source)
}
