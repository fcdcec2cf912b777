import { languages, type LanguageCode } from '../../language/code.ts'
import { isFigureWord, isGroupOf } from '../../language/figure.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../line.ts'
import type { FoundTable } from './found-table.ts'
import { headOverLines, isShortName, type TableHead } from './table-head.ts'
import { closesTable } from './table-edge.ts'
import { readWords, type Words } from './words.ts'

/** A line of words and then figures: one row of a table, its gaps lost. */
interface FigureRow {
  line: Line
  words: Words
  /** The word with which each figure begins, the groups of a number together. */
  grouped: readonly number[]
  /** The same, each word for itself. */
  single: readonly number[]
}

/** Rows that are looked at at once. */
const longestTable = 200

/** A row is no longer; characters. */
const longestRow = 160

/** Finds the table that begins at a line: words and at least two figures, over two lines or more. */
export function findFigureRows(lines: readonly Line[], start: number, raw: string, language: LanguageCode): FoundTable | undefined {
  const first = readFigureRow(lines[start], raw, language)
  if (!first) return undefined
  const rows: FigureRow[] = [first]
  for (let index = start + 1; index < lines.length && rows.length < longestTable; index++) {
    const row = lines[index]?.page === first.line.page ? readFigureRow(lines[index], raw, language) : undefined
    if (!row) break
    rows.push(row)
  }
  const columns = commonCount(rows)
  const end = rows.findIndex((row) => startsFor(row, columns) === undefined)
  const table = end < 0 ? rows : rows.slice(0, end)
  if (columns < 2 || table.length < 2) return undefined
  const head = headAbove(lines, start, columns + 1, raw, language)
  return {
    lines: [...(head?.lines ?? []), ...table.map(({ line }) => line)],
    rows: [...(head ? [head.cells] : []), ...table.map((row) => cut(row.words, [0, ...(startsFor(row, columns) ?? [])]))]
  }
}

function readFigureRow(line: Line | undefined, raw: string, language: LanguageCode): FigureRow | undefined {
  if (line?.role !== 'body' || line.value.length > longestRow || !/[\d%)–—‒-]$/.test(line.value) || closesTable(line, language)) return undefined
  const words = readWords(line, raw, language)
  const lead = words.values.findLastIndex((word) => !isFigureWord(word)) + 1
  const figures = words.values.slice(lead)
  if (lead === 0 || figures.length < 2 || !/\d/.test(figures.join('')) || !/\p{L}/u.test(words.values.slice(0, lead).join(''))) return undefined
  const grouped: number[] = []
  let open = ''
  figures.forEach((figure, index) => {
    const goesOn = open !== '' && isGroupOf(open, figure)
    if (!goesOn) grouped.push(lead + index)
    open = goesOn ? `${open} ${figure}` : figure
  })
  return { line, words, grouped, single: figures.map((_, index) => lead + index) }
}

/** How many figures the rows have: as many as there are words where that is the same in all, or the commonest count. */
function commonCount(rows: readonly FigureRow[]): number {
  const [first] = rows
  if (first && rows.every(({ single }) => single.length === first.single.length)) return first.single.length
  const counts = new Map<number, number>()
  for (const { grouped } of rows) counts.set(grouped.length, (counts.get(grouped.length) ?? 0) + 1)
  return [...counts].sort(([a, one], [b, two]) => two - one || a - b)[0]?.[0] ?? 0
}

/** Where the figures of a row begin, so that there are so many. */
function startsFor({ grouped, single }: FigureRow, columns: number): readonly number[] | undefined {
  return grouped.length === columns ? grouped : single.length === columns ? single : undefined
}

/** The line of column heads above the first row, where it has as many beginnings as there are columns; or one line a column. */
function headAbove(lines: readonly Line[], start: number, columns: number, raw: string, language: LanguageCode): TableHead | undefined {
  const line = lines[start - 1]
  if (!line || !isShortName(line, lines[start]) || closesTable(line, language)) return undefined
  const words = readWords(line, raw, language)
  const starts = words.values.flatMap((word, index) => (opensHead(word, language) ? [index] : []))
  if (starts.length === columns && starts[0] === 0) return { lines: [line], cells: cut(words, starts) }
  return headOverLines(lines, start, columns, language)
}

/** Heads of columns begin with a capital or a number; Chinese parts nothing else with spaces. */
function opensHead(word: string, language: LanguageCode): boolean {
  return languages[language].cased ? /^[\p{Lu}\d]/u.test(word) : language === 'zh'
}

function cut(words: Words, starts: readonly number[]): MappedText[] {
  return starts.map((from, index) => words.stretch(from, starts[index + 1] ?? words.values.length))
}
