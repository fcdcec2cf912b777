/**
 * What `memory check` finds of faults made on purpose, and how often it cries wolf, by pair of languages. Prints Markdown tables.
 *
 *     tsx bench/check/run.ts [--texts DIR] [--pairs en-fr,ar-zh] [--units 1200] [--seeds 3] [--first-seed 11] [--show]
 *
 * The folder has a file a language, `en.txt`, a sentence a line, the same in each; numbers in front are taken off. Flagged are
 * units that nobody has touched; false alarms are those of them that are right: in `unpc-1200` some are wrong in the corpus itself.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkMemory } from '../../src/check/index.ts'
import { Draw } from '../../src/check/made-fault.ts'
import { faultsOfUnpc } from '../../evaluation/check/corpus-faults.ts'
import { damageUnits, damageKinds, type Damage } from '../../evaluation/check/damage.ts'
import { languageCodes } from '../../src/language/code.ts'

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '../shared/real/unpc-1200' },
    pairs: { type: 'string' },
    units: { type: 'string', default: '1200' },
    seeds: { type: 'string', default: '2' },
    'first-seed': { type: 'string', default: '1' },
    show: { type: 'boolean', default: false }
  }
})

if (!existsSync(values.texts)) throw new Error(`No texts in ${values.texts}: name a folder with --texts`)

const textsOf = (code: string): string[] =>
  readFileSync(join(values.texts, `${code}.txt`), 'utf8').trimEnd().split('\n').slice(0, Number(values.units)).map((line) => line.replace(/^\d+[. -]+/, ''))
const pairs = values.pairs?.split(',') ?? languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => `${source}-${target}`))
/** Languages at fault in the corpus itself. */
const faultsOf = (unit: number): readonly string[] => (basename(values.texts) === 'unpc-1200' ? (faultsOfUnpc.get(unit + 1) ?? []) : [])
const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3).replace(/^0/, ''))

const wanted: readonly Damage[] = ['shifted', 'random', 'cut', 'swapped']
console.log(`| pair | ${wanted.join(' | ')} | the four | flagged | false alarms | ${damageKinds.filter((kind) => !wanted.includes(kind)).join(' | ')} | CPU s |`)
console.log(`| ${'--- | '.repeat(damageKinds.length + 5)}`)
for (const pair of pairs) {
  const [source = '', target = ''] = pair.split('-')
  const found = new Map<Damage, [found: number, made: number]>(damageKinds.map((kind) => [kind, [0, 0]]))
  let [flags, alarms, untouched, right] = [0, 0, 0, 0]
  const before = process.cpuUsage()
  const first = Number(values['first-seed'])
  for (let seed = first; seed < first + Number(values.seeds); seed++) {
    const { units, damage } = damageUnits({ source, target, sources: textsOf(source), targets: textsOf(target) }, 0.05, new Draw(seed))
    const { faults } = checkMemory(units)
    const flagged = new Set(faults.filter(({ kind }) => kind !== 'conflict' && kind !== 'duplicate').map(({ unit }) => unit))
    const repeated = new Set(faults.filter(({ kind }) => kind === 'duplicate').map(({ unit }) => unit))
    for (const [unit, made] of damage.entries()) {
      const isFound = made === 'duplicate' ? repeated.has(unit) : flagged.has(unit)
      if (made === undefined) {
        const isRight = faultsOf(unit).every((code) => code !== source && code !== target)
        untouched++
        if (isRight) right++
        if (isFound) flags++
        if (isFound && isRight) alarms++
        if (isFound && values.show) for (const { kind, evidence } of faults.filter((fault) => fault.unit === unit)) console.error('alarm', pair, unit + 1, kind, evidence, '|', units[unit]?.versions[source]?.segments[0], '|', units[unit]?.versions[target]?.segments[0])
      } else {
        const counts = found.get(made) ?? [0, 0]
        found.set(made, [counts[0] + Number(isFound), counts[1] + 1])
        if (!isFound && values.show) console.error('missed', pair, unit + 1, made, '|', units[unit]?.versions[source]?.segments[0], '|', units[unit]?.versions[target]?.segments[0])
      }
    }
  }
  const { user, system } = process.cpuUsage(before)
  const count = (kinds: readonly Damage[], at: 0 | 1): number => kinds.reduce((sum, kind) => sum + (found.get(kind)?.[at] ?? 0), 0)
  const of = (kinds: readonly Damage[]): string => share(count(kinds, 0), count(kinds, 1))
  console.log(`| ${[pair, ...wanted.map((kind) => of([kind])), of(wanted), `${((100 * flags) / untouched).toFixed(2)} %`, `${((100 * alarms) / right).toFixed(2)} %`, ...damageKinds.filter((kind) => !wanted.includes(kind)).map((kind) => of([kind])), ((user + system) / 1e6 / Number(values.seeds)).toFixed(1)].join(' | ')} |`)
}
