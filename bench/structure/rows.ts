/**
 * How real documents are read that nobody here wrote: files of `kind<TAB>text`, a block a line, as an extractor of layouts told
 * them, are printed in several ways and read back. All files together, and the worst of so many slices of them: a sample of
 * that size may be as bad.
 *
 *     tsx bench/structure/rows.ts DIR [--lang fr] [--slices 26] [--misses FILE]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isLanguageCode, languages } from '../../src/language/code.ts'
import { measureRows, rowFigures, type Row, type RowFigure } from '../../evaluation/structure/measure-rows.ts'
import { printLines, type Print } from '../../evaluation/structure/print-lines.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string', default: 'fr' }, slices: { type: 'string', default: '26' }, misses: { type: 'string' } }
})
const [folder] = positionals
const { lang } = values
if (folder === undefined || !isLanguageCode(lang)) throw new Error('Expected a folder of files kind<TAB>text, and --lang ar, en, es, fr, ru or zh')

const slices = Number(values.slices)
const ways: ReadonlyArray<readonly [name: string, print: Print, columns: number]> = [
  ['a block a line', 'block', 0],
  ['lines of 92', 'plain', 92],
  ['lines of 72', 'plain', 72],
  ['lines of 92, blank lines between blocks', 'spaced', 92]
]
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv')).sort()
const documents = files.map((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n').map(rowOf))
const misses: string[] = []

console.log(`| ${files.length} documents, ${lang} | ${rowFigures.join(' | ')} |\n| --- |${' --- |'.repeat(rowFigures.length)}`)
for (const [name, print, columns] of ways) {
  const right = countsOf()
  const all = countsOf()
  documents.forEach((rows, document) => {
    const printed = printLines(rows.map(({ text }) => text), print, columns, languages[lang].spaced)
    measureRows(rows, printed, lang, (figure, isRight, row) => {
      const slice = document % slices
      all[figure][slice] = (all[figure][slice] ?? 0) + 1
      if (isRight) right[figure][slice] = (right[figure][slice] ?? 0) + 1
      else misses.push([name, figure, `${files[document]}:${row + 1}`, rows[row]?.text, rows[row + 1]?.text].join('\t'))
    })
  })
  console.log(`| ${name} | ${rowFigures.map((figure) => `${share(total(right[figure]), total(all[figure]))} / ${worst(right[figure], all[figure])}`).join(' | ')} |`)
}
if (values.misses !== undefined) writeFileSync(values.misses, misses.join('\n'))

function rowOf(line: string): Row {
  const at = line.indexOf('\t')
  return { kind: line.slice(0, at), text: line.slice(at + 1) }
}

function countsOf(): Record<RowFigure, number[]> {
  return Object.fromEntries(rowFigures.map((figure) => [figure, new Array<number>(slices).fill(0)])) as Record<RowFigure, number[]>
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function worst(right: readonly number[], all: readonly number[]): string {
  const shares = all.map((count, slice) => (count === 0 ? 1 : (right[slice] ?? 0) / count))
  return share(Math.min(...shares), 1)
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3)
}
