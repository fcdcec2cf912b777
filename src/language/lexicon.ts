/**
 * The project's own lexicon: one concept a row in the six languages, in the TSV files of the folder `lexicon` beside this file.
 *
 * Header `ar en es fr ru zh`; alternatives in a cell are parted by `|`. Written for this project. It is a prior, not evidence.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { isLanguageCode, languageCodes, type LanguageCode } from './code.ts'

/** One concept: the ways each language says it, the commonest first. */
export type LexiconRow = Readonly<Partial<Record<LanguageCode, readonly string[]>>>

let loaded: readonly LexiconRow[] | undefined

/** All rows of the lexicon, files in the order of their names. Read once, at the first call. */
export function lexicon(): readonly LexiconRow[] {
  loaded ??= readLexicon(new URL('./lexicon/', import.meta.url))
  return loaded
}

/** Reads every `.tsv` file of a folder as lexicon rows. Throws what the file system throws. */
export function readLexicon(folder: URL): LexiconRow[] {
  return readFiles(folder).flatMap(parseLexicon)
}

function readFiles(folder: URL): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
  return names.sort().map((name) => readFileSync(new URL(name, folder), 'utf8'))
}

let files: readonly string[] | undefined

/** What all rows of the lexicon have in one language, in their order; nothing where a row lacks it. Other columns are not read. */
export function lexiconColumn(language: LanguageCode): Array<readonly string[]> {
  files ??= readFiles(new URL('./lexicon/', import.meta.url))
  return files.flatMap((tsv) => parseColumn(tsv, language))
}

function parseColumn(tsv: string, language: LanguageCode): Array<readonly string[]> {
  const [header = '', ...lines] = tsv.split('\n')
  const column = header.split('\t').findIndex((name) => name.trim() === language)
  return lines.filter((line) => line.trim() !== '').map((line) => (column < 0 ? [] : alternativesIn(cellOf(line, column))))
}

function cellOf(line: string, column: number): string {
  let start = 0
  for (let before = 0; before < column; before++) {
    const tab = line.indexOf('\t', start)
    if (tab < 0) return ''
    start = tab + 1
  }
  const end = line.indexOf('\t', start)
  return end < 0 ? line.slice(start) : line.slice(start, end)
}

function alternativesIn(cell: string): string[] {
  return cell.split('|').map((word) => word.trim()).filter((word) => word !== '')
}

/** Rows of a lexicon in TSV: the header names the languages, in any order; cells may be empty. Other columns are left out. */
export function parseLexicon(tsv: string): LexiconRow[] {
  const [header = '', ...lines] = tsv.split(/\r?\n/)
  const columns = header.split('\t').map((name) => name.trim())
  return lines.filter((line) => line.trim() !== '').map((line) => parseRow(line, columns))
}

function parseRow(line: string, columns: readonly string[]): LexiconRow {
  const row: Partial<Record<LanguageCode, readonly string[]>> = {}
  line.split('\t').forEach((cell, index) => {
    const language = columns[index]
    const alternatives = alternativesIn(cell)
    if (language !== undefined && isLanguageCode(language) && alternatives.length > 0) row[language] = alternatives
  })
  return row
}

/** A concept in two languages. */
export interface WordPair {
  source: readonly string[]
  target: readonly string[]
}

/** The rows that have both languages; none for a language outside the six. */
export function lexiconPairs(source: string, target: string, rows: readonly LexiconRow[] = lexicon()): WordPair[] {
  if (!isLanguageCode(source) || !isLanguageCode(target)) return []
  return rows.flatMap((row) => {
    const [left, right] = [row[source], row[target]]
    return left && right ? [{ source: left, target: right }] : []
  })
}

/** Languages that have an entry in every row, for the checks of the lexicon. */
export function isComplete(row: LexiconRow): boolean {
  return languageCodes.every((code) => (row[code]?.length ?? 0) > 0)
}
