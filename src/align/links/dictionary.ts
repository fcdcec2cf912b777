/** The user's own dictionaries, in TSV: two columns, or one a language with a header. */
import type { WordPair } from '../../language/lexicon.ts'
import { primaryLanguage } from '../../language/tag.ts'

/** A dictionary as read: with languages where the header names them, else two plain columns. */
export interface Dictionary {
  /** Codes of the header; missing where there is none, and the columns are source and target. */
  languages?: readonly string[]
  /** Alternatives of each cell, row by row. */
  rows: ReadonlyArray<ReadonlyArray<readonly string[]>>
}

/**
 * Reads a dictionary. A first line that begins with two language codes (`en<TAB>fr`, `ar<TAB>en<TAB>es<TAB>fr<TAB>ru<TAB>zh`) is a header; its
 * other columns may be languages or not.
 * Alternatives in a cell are parted by `|`. Throws a `SyntaxError` that names the line where it has not two columns at least.
 */
export function parseDictionary(tsv: string): Dictionary {
  const lines = tsv.replace(/^\uFEFF/, '').split(/\r?\n/)
  const header = (lines[0] ?? '').split('\t').map((cell) => cell.trim())
  const hasHeader = header.length >= 2 && header.slice(0, 2).every((cell) => /^[a-z]{2,3}$/.test(cell)) && header.slice(2).every((cell) => /^[a-z_]+$/.test(cell))
  const rows: Array<Array<readonly string[]>> = []
  for (const [index, line] of lines.entries()) {
    if ((index === 0 && hasHeader) || line.trim() === '' || line.startsWith('#')) continue
    const cells = line.split('\t').map((cell) => cell.split('|').map((word) => word.trim()).filter((word) => word !== ''))
    if (cells.length < 2) throw new SyntaxError(`Unexpected line ${index + 1} of a dictionary, expected at least two columns parted by a tab`)
    rows.push(cells)
  }
  return hasHeader ? { languages: header, rows } : { rows }
}

/** The pairs of a dictionary for two languages; none where its header lacks one of them. Plain columns are source and target. */
export function dictionaryPairs(dictionary: Dictionary, source: string, target: string): WordPair[] {
  const left = dictionary.languages ? dictionary.languages.indexOf(primaryLanguage(source)) : 0
  const right = dictionary.languages ? dictionary.languages.indexOf(primaryLanguage(target)) : 1
  if (left < 0 || right < 0) return []
  return dictionary.rows.flatMap((row) => {
    const [one, other] = [row[left] ?? [], row[right] ?? []]
    return one.length > 0 && other.length > 0 ? [{ source: one, target: other }] : []
  })
}
