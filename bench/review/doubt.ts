/**
 * What the signs of doubt are worth: by threshold of the score, which share of the rows a reviser has to look at, and which share of
 * the wrong ones is among them. `tsx bench/review/doubt.ts --gold DIR --real DIR`
 *
 * Wrong is what the gold does not have exactly so. Pairs are those of the gold; six versions are sentences of UNPC, one in 25 of
 * each version dropped and one in ten joined with the next, and whole documents with what one version lacks.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { alignVersions } from '../../src/pipeline/align-versions.ts'
import { alignDocuments, alignLines } from '../../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import type { Unit } from '../../src/tree/unit.ts'
import { doubtOf } from '../../src/write/index.ts'
import { readGold, type GoldPair } from '../../evaluation/align/gold.ts'
import { makeDocument, treeOf } from '../../evaluation/align/made-text.ts'

const { values } = parseArgs({ options: { gold: { type: 'string', default: '../shared/gold' }, real: { type: 'string', default: '../shared/real' } } })

/** A row as a reviser gets it. */
interface Judged {
  score: number
  wrong: boolean
  /** A version is missing, or numbers differ: looked at whatever the score. */
  signed: boolean
}

const thresholds = [0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98]

function judged(texts: ReadonlyMap<string, readonly string[]>, languages: readonly string[], score: number | undefined, wrong: boolean): Judged {
  const { oneSided, numbersDiffer } = doubtOf({ texts, languages, score: 1, status: undefined })
  return { score: score ?? 1, wrong, signed: oneSided || numbersDiffer }
}

function ofPair({ source, target, sourceLines, targetLines, gold }: GoldPair): Judged[] {
  const right = new Set(gold.map((bead) => `${bead.source.join()}:${bead.target.join()}`))
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)
  return alignLines(sourceLines, targetLines, { source, target }).beads.map(({ sourceStart, sourceEnd, targetStart, targetEnd, score }) => {
    const [left, other] = [range(sourceStart, sourceEnd), range(targetStart, targetEnd)]
    const texts = new Map([[source, left.map((line) => sourceLines[line] ?? '')], [target, other.map((line) => targetLines[line] ?? '')]])
    return judged(texts, [source, target], left.length > 0 && other.length > 0 ? score : undefined, !right.has(`${left.join()}:${other.join()}`))
  })
}

const textsOf = (unit: Unit): Map<string, string[]> => new Map(Object.entries(unit.versions).map(([code, { segments }]) => [code, segments]))

/** Sentences that say the same in six languages, as a document in which versions are cut otherwise and lack something. */
function ofMade(rows: ReadonlyArray<Record<LanguageCode, string>>, seed: number): Judged[] {
  const document = makeDocument(rows, seed)
  const closed = new Map<string, Set<string>>()
  for (const holder of document.holders) {
    const names = languageCodes.flatMap((code) => (holder[code] < 0 ? [] : [`${code}:${holder[code]}`]))
    const unit = new Set(names.flatMap((name) => [...(closed.get(name) ?? [name])]))
    for (const name of unit) closed.set(name, unit)
  }
  const right = new Set([...closed.values()].map((unit) => [...unit].sort().join(' ')))
  const { units } = alignDocuments(Object.fromEntries(languageCodes.map((code) => [code, treeOf(document.versions[code], code)])), { force: true })
  return units.map((unit) => {
    const names = Object.entries(unit.versions).flatMap(([code, { addresses }]) => addresses.map((address) => `${code}:${address}`))
    return judged(textsOf(unit), languageCodes, unit.score, !right.has(names.sort().join(' ')))
  })
}

/** A whole document from its raw texts; what counts is what is in the same row. */
function ofDocument(folder: string): Judged[] {
  const plain = (text: string): string => text.normalize('NFC').replace(/[\s\u0640\d]+/gu, '')
  const [head = '', ...lines] = readFileSync(join(folder, 'gold.tsv'), 'utf8').split(/\r?\n/u).filter((line) => line !== '')
  const columns = head.split('\t')
  const right = new Set(lines.map((line) => { const cells = line.split('\t'); return languageCodes.map((code) => plain(cells[columns.indexOf(code)] ?? '')).join('|') }))
  const roots = languageCodes.map((code) => ({ root: readVersion(readFileSync(join(folder, `${code}.txt`), 'utf8')), file: `${code}.txt` }))
  return alignVersions(roots).units.filter(({ granularity }) => granularity === 'sentence').map((unit) => {
    const texts = textsOf(unit)
    return judged(texts, languageCodes, unit.score, !right.has(languageCodes.map((code) => plain((texts.get(code) ?? []).join(''))).join('|')))
  })
}

function report(title: string, rows: readonly Judged[]): void {
  const wrong = rows.filter((row) => row.wrong)
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  console.log(`\n${title}: ${rows.length} rows, ${wrong.length} wrong; signs other than the score: ${share(rows.filter((row) => row.signed).length, rows.length)} of rows, ${share(wrong.filter((row) => row.signed).length, wrong.length)} of the wrong\n`)
  console.log('| below | rows by score | wrong among them | of all wrong | rows in all | of all wrong |\n| --- | --- | --- | --- | --- | --- |')
  for (const least of thresholds) {
    const below = rows.filter((row) => row.score < least)
    const all = rows.filter((row) => row.signed || row.score < least)
    const found = (list: readonly Judged[]): number => list.filter((row) => row.wrong).length
    console.log(`| ${least} | ${share(below.length, rows.length)} | ${share(found(below), below.length)} | ${share(found(below), wrong.length)} | ${share(all.length, rows.length)} | ${share(found(all), wrong.length)} |`)
  }
}

const sets = new Map<string, Judged[]>()
for (const pair of readGold(values.gold)) sets.set(pair.set, [...(sets.get(pair.set) ?? []), ...ofPair(pair)])
for (const [set, rows] of sets) report(set, rows)

const lines = (code: LanguageCode): string[] => readFileSync(join(values.real, 'unpc-1200', `${code}.txt`), 'utf8').trim().split('\n').map((line) => line.replace(/^\d+(?:\.| -|、|．) ?/u, ''))
if (existsSync(join(values.real, 'unpc-1200'))) {
  const texts = new Map(languageCodes.map((code) => [code, lines(code)]))
  const rows = lines('en').map((_, at) => Object.fromEntries(languageCodes.map((code) => [code, texts.get(code)?.[at] ?? ''])) as Record<LanguageCode, string>)
  report('six versions, cut otherwise', [ofMade(rows.slice(0, 600), 1), ofMade(rows.slice(600), 2)].flat())
}
const documents = join(values.real, 'documents')
if (existsSync(documents)) report('whole documents in six', readdirSync(documents).sort().filter((name) => existsSync(join(documents, name, 'gold.tsv'))).flatMap((name) => ofDocument(join(documents, name))))
