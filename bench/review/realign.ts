/**
 * How right and how fast a realignment is: six versions of UNPC with sentences cut, changed and missing, aligned again by what was
 * learned before, and from nothing. `tsx bench/review/realign.ts --real DIR`
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { alignLineVersions, FittedVersions, type StretchSegment } from '../../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { sequence } from '../../evaluation/align/made-text.ts'

const { values } = parseArgs({ options: { real: { type: 'string', default: '../shared/real' } } })
const next = sequence(12_345)
const versions = languageCodes.map((code) => ({
  language: code,
  name: code,
  lines: readFileSync(join(values.real, 'unpc-1200', `${code}.txt`), 'utf8').trim().split('\n').map((line) => line.replace(/^\d+(?:\.| -|、|．) ?/u, ''))
}))

/** A column as it is after edits: its segments, and the row that each is of. */
interface Edited {
  segments: StretchSegment[]
  rows: number[]
}

/** So many in a thousand are cut, as many have another word, some are gone. */
function edited(lines: readonly string[], share: number): Edited {
  const column: Edited = { segments: [], rows: [] }
  const put = (row: number, ...segments: StretchSegment[]): void => {
    column.segments.push(...segments)
    column.rows.push(...segments.map(() => row))
  }
  for (const [row, line] of lines.entries()) {
    const chance = next() * 1000
    const middle = line.indexOf(' ', line.length / 2) > 0 ? line.indexOf(' ', line.length / 2) : line.length >> 1
    if (chance < share) put(row, line.slice(0, middle).trim(), line.slice(middle).trim())
    else if (chance < 2 * share) put(row, `${line} X`)
    else if (chance >= 2.4 * share) put(row, row)
  }
  return column
}

function timed<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return { result, milliseconds: Math.round((user + system) / 1000) }
}

const first = timed(() => new FittedVersions(versions))
const fitted = first.result
fitted.rehearse()
console.log(`read once: ${first.milliseconds} ms of one core\n`)
console.log('| edits | again, ms | anew, ms | units | same | right | right anew | of |\n| --- | --- | --- | --- | --- | --- | --- | --- |')
for (const share of [1, 5, 10, 20, 30]) {
  const columns = new Map(versions.map(({ language, lines }) => [language, edited(lines, share)]))
  const segmentsOf = (code: LanguageCode): StretchSegment[] => columns.get(code)?.segments ?? []
  const again = timed(() => fitted.realign(Object.fromEntries(languageCodes.map((code) => [code, segmentsOf(code)]))))
  const texts = versions.map((version) => ({ ...version, lines: segmentsOf(version.language).map((segment) => (typeof segment === 'string' ? segment : (version.lines[segment] ?? ''))) }))
  const anew = timed(() => alignLineVersions(texts).units)
  const { languages, ends } = again.result
  const units = ends.map((end, unit) => languages.flatMap((code, version) => Array.from({ length: (end[version] ?? 0) - (ends[unit - 1]?.[version] ?? 0) }, (_, at) => `${code}${(ends[unit - 1]?.[version] ?? 0) + at + 1}`)).sort().join(' '))
  const others = anew.result.map(({ versions: parts }) => Object.entries(parts).flatMap(([code, { addresses }]) => addresses.map((address) => `${code}${address.slice(1)}`)).sort().join(' '))
  const gold = new Map<number, string[]>()
  for (const [code, { rows }] of columns) for (const [at, row] of rows.entries()) gold.set(row, [...(gold.get(row) ?? []), `${code}${at + 1}`])
  const right = new Set([...gold.values()].map((names) => names.sort().join(' ')))
  const edits = [...columns.values()].reduce((sum, { segments }) => sum + 1200 - segments.filter((segment) => typeof segment === 'number').length, 0)
  const count = (list: readonly string[], among: ReadonlySet<string>): number => list.filter((unit) => among.has(unit)).length
  console.log(`| ${edits} | ${again.milliseconds} | ${anew.milliseconds} | ${units.length} of ${others.length} | ${((100 * count(units, new Set(others))) / others.length).toFixed(1)} % | ${count(units, right)} | ${count(others, right)} | ${right.size} |`)
}
