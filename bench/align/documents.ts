/**
 * Documents of numbered lines, a sentence a block, aligned as documents: units with text in all versions, pair by pair and
 * together, whole and in slices. The folder has `xx.txt` files that are one to one; without it, made sentences are measured.
 *
 *     tsx bench/align/documents.ts [--folder DIR] [--pairs en-fr,all,six] [--slices 90] [--made 5000,20000]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { alignVersions } from '../../src/pipeline/align-versions.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import type { Unit } from '../../src/tree/unit.ts'
import { linesOf } from '../../evaluation/align/gold.ts'
import { madeSentences } from '../../evaluation/align/made-sentences.ts'
import { timed } from '../../evaluation/align/measure.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    pairs: { type: 'string', default: 'all,six' },
    slices: { type: 'string' },
    made: { type: 'string', default: '5000' }
  }
})

type Lines = Readonly<Record<LanguageCode, readonly string[]>>

function linesOfFolder(folder: string): Lines {
  return Object.fromEntries(languageCodes.map((code) => {
    const file = join(folder, `${code}.txt`)
    return [code, existsSync(file) ? linesOf(readFileSync(file, 'utf8')).map((line) => line.replace(/^\d+\. /, '')) : []]
  })) as Record<LanguageCode, string[]>
}

function madeLines(count: number): Lines {
  const sentences = madeSentences(count, 9)
  return Object.fromEntries(languageCodes.map((code) => [code, sentences.map((one) => one[code])])) as Record<LanguageCode, string[]>
}

const pairs = languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => [source, target]))
const chosen: readonly LanguageCode[][] = values.pairs.split(',').flatMap((name) =>
  name === 'all' ? pairs : name === 'six' ? [[...languageCodes]] : [name.split('-').filter((code): code is LanguageCode => languageCodes.some((one) => one === code))]
)

/** Lines as text of numbered blocks. */
const numbered = (lines: readonly string[]): string => lines.map((line, index) => `${index + 1}. ${line}\n`).join('')

/** Units of some versions of lines, by sentences. */
function unitsOf(lines: Lines, languages: readonly LanguageCode[], start: number, end: number): { units: Unit[]; seconds: number } {
  const versions = languages.map((code) => ({ root: readVersion(numbered(lines[code].slice(start, end)), { language: code }), file: `${code}.txt` }))
  const { result, seconds } = timed(() => alignVersions(versions, { units: ['sentence', 'paragraph'], force: true }))
  return { units: result.units.filter(({ granularity }) => granularity === 'sentence'), seconds }
}

/** What a unit holds, for comparing two runs. */
const keyOf = (unit: Unit, languages: readonly LanguageCode[]): string => languages.map((code) => unit.versions[code]?.segments.join(' ') ?? '').join('\n')
/** Over those that have a score: a unit of one version has none. */
const mean = (units: readonly Unit[]): number => {
  const scores = units.flatMap(({ score }) => score ?? [])
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
}

function tell(lines: Lines): void {
  const count = lines[chosen[0]?.[0] ?? 'en'].length
  console.log(`\n| versions | units with all, of ${count} | all units | score | align CPU s${values.slices ? ` | like slices of ${values.slices} | score in slices` : ''} |`)
  console.log(`|${' --- |'.repeat(values.slices ? 7 : 5)}`)
  for (const languages of chosen) {
    const { units, seconds } = unitsOf(lines, languages, 0, count)
    const whole = units.filter((unit) => languages.every((code) => unit.versions[code]))
    const cells = [languages.join('-'), whole.length, units.length, mean(whole).toFixed(4), seconds.toFixed(2)]
    if (values.slices) {
      const size = Number(values.slices)
      const parts = Array.from({ length: Math.ceil(count / size) }, (_, at) => unitsOf(lines, languages, at * size, Math.min(count, (at + 1) * size)).units).flat()
      const keys = new Set(units.map((unit) => keyOf(unit, languages)))
      const shared = parts.filter((unit) => keys.has(keyOf(unit, languages))).length
      cells.push((shared / parts.length).toFixed(4), mean(parts.filter((unit) => languages.every((code) => unit.versions[code]))).toFixed(4))
    }
    console.log(`| ${cells.join(' | ')} |`)
  }
}

if (values.folder) tell(linesOfFolder(values.folder))
else for (const size of values.made.split(',')) tell(madeLines(Number(size)))
