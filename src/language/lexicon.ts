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
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
  return names.sort().flatMap((name) => parseLexicon(readFileSync(new URL(name, folder), 'utf8')))
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
    const alternatives = cell.split('|').map((word) => word.trim()).filter((word) => word !== '')
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
