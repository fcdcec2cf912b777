import { codeUnitTable } from '../../language/code-unit-table.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { isFigureWord, isGroupOf } from '../../language/figure.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'
import type { FoundTable } from './found-table.ts'
import { digitsOf, distance, readings } from './group-figures.ts'
import { headOverLines, isShortName, type TableHead } from './table-head.ts'
import { closesTable } from './table-edge.ts'
import type { Geometry } from '../geometry/index.ts'
import { readWords, type Words } from '../geometry/words.ts'

/** A line of words and then figures: one row of a table, its gaps lost. */
interface FigureRow {
  line: Line
  words: Words
  /** Index of the first figure among the words. */
  lead: number
  figures: readonly string[]
  /** How many numbers they are, every group that may be one with the word before it taken so. */
  fewest: number
}

/** Rows that are looked at at once. */
const longestTable = 200

/** A row is no longer; characters. */
const longestRow = 160

/** What a row of figures ends in; asked of each line. */
const rowEnds = codeUnitTable((character) => Number(/[\d%)–—‒-]/.test(character)))

function endsRow(code: number): boolean {
  return rowEnds(code) === 1
}

/** Finds the table that begins at a line: words and at least two figures, over two lines or more. */
export function findFigureRows(lines: readonly Line[], start: number, geometry: Geometry): FoundTable | undefined {
  const first = readFigureRow(lines[start], geometry)
  if (!first) return undefined
  const rows: FigureRow[] = [first]
  for (let index = start + 1; index < lines.length && rows.length < longestTable; index++) {
    const row = lines[index]?.page === first.line.page ? readFigureRow(lines[index], geometry) : undefined
    if (!row) break
    rows.push(row)
  }
  const columns = commonCount(rows)
  const starts = settle(rows, columns)
  const end = starts.indexOf(undefined)
  const table = end < 0 ? rows : rows.slice(0, end)
  if (columns < 2 || table.length < 2) return undefined
  const head = headAbove(lines, start, columns + 1, geometry)
  return {
    from: start - (head?.height ?? 0),
    to: start + table.length,
    rows: [...(head ? [head.cells] : []), ...table.map(({ words, lead }, row) => cut(words, [0, ...(starts[row] ?? []).map((at) => lead + at)]))]
  }
}

function readFigureRow(line: Line | undefined, geometry: Geometry): FigureRow | undefined {
  if (line?.role !== 'body' || line.value.length > longestRow || !endsRow(line.value.charCodeAt(line.value.length - 1)) || !isFigureWord(line.value.slice(line.value.lastIndexOf(' ') + 1)) || closesTable(line, geometry.language)) return undefined
  const words = readWords(line, geometry)
  const lead = words.values.findLastIndex((word) => !isFigureWord(word)) + 1
  const figures = words.values.slice(lead)
  if (lead === 0 || figures.length < 2 || !/\d/.test(figures.join('')) || !/\p{L}/u.test(words.values.slice(0, lead).join(''))) return undefined
  let fewest = 0
  let open = ''
  for (const figure of figures) {
    const goesOn = isGroupOf(open, figure)
    if (!goesOn) fewest++
    open = goesOn ? `${open} ${figure}` : figure
  }
  return { line, words, lead, figures, fewest }
}

/** How many figures the rows have: as many as there are words where that is the same in all, or the commonest count. */
function commonCount(rows: readonly FigureRow[]): number {
  const [first] = rows
  if (first && rows.every(({ figures }) => figures.length === first.figures.length)) return first.figures.length
  const counts = new Map<number, number>()
  for (const { fewest } of rows) counts.set(fewest, (counts.get(fewest) ?? 0) + 1)
  return [...counts].sort(([a, one], [b, two]) => two - one || a - b)[0]?.[0] ?? 0
}

/** Where the figures of each row begin; of several readings the one whose figures are as long as those of other rows. */
function settle(rows: readonly FigureRow[], columns: number): Array<readonly number[] | undefined> {
  const all = rows.map(({ figures }) => (figures.length === columns ? [figures.map((_, index) => index)] : readings(figures, columns)))
  const sure = rows.flatMap(({ figures }, row) => (all[row]?.length === 1 ? [{ figures, starts: all[row][0] ?? [] }] : []))
  const usual = Array.from({ length: columns }, (_, column) => {
    const digits = sure.map(({ figures, starts }) => digitsOf(figures.slice(starts[column], starts[column + 1])))
    return digits.reduce((sum, count) => sum + count, 0) / Math.max(1, digits.length)
  })
  return all.map((each, row) => {
    if (each.length > 1 && sure.length === 0) return undefined
    const far = each.map((starts) => distance(rows[row]?.figures ?? [], starts, usual))
    return each[far.indexOf(Math.min(...far))]
  })
}

/** The line of column heads above the first row, where it has as many beginnings as there are columns; or one line a column. */
function headAbove(lines: readonly Line[], start: number, columns: number, geometry: Geometry): TableHead | undefined {
  const line = lines[start - 1]
  if (!line || !isShortName(line, lines[start]) || closesTable(line, geometry.language)) return undefined
  const words = readWords(line, geometry)
  const starts = words.values.flatMap((word, index) => (opensHead(word, geometry.language) ? [index] : []))
  if (starts.length === columns && starts[0] === 0) return { height: 1, cells: cut(words, starts) }
  return headOverLines(lines, start, columns, geometry.language)
}

/** Heads of columns begin with a capital or a number; Chinese parts nothing else with spaces. */
function opensHead(word: string, language: LanguageCode): boolean {
  return languages[language].cased ? /^[\p{Lu}\d]/u.test(word) : language === 'zh'
}

function cut(words: Words, starts: readonly number[]): MappedText[] {
  return starts.map((from, index) => words.stretch(from, starts[index + 1] ?? words.values.length))
}
