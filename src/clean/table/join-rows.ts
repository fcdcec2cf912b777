import { languages, type LanguageCode } from '../../language/code.ts'
import { isFigure } from '../../language/figure.ts'
import { endsOpen } from '../../language/function-word.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import { joinTexts } from '../lines/join-texts.ts'
import { dropLeader } from './drop-leader.ts'

/** What one printed line has in each column. */
export interface CellLine {
  /** Blank lines in front. */
  gap: number
  cells: ReadonlyArray<readonly MappedText[]>
  /** How many columns of the page the words of each cell take. */
  widths: readonly number[]
  /** Columns that the first cell is set in by, against some edge. */
  indent: number
}

/** Where so many of the lines stand apart from the one above, blank lines part the rows. */
const apart = 0.3

/**
 * Printed lines to rows: a line goes on with the row above where nothing says that a new one begins. `undefined` where
 * it is running text in columns, not a table.
 */
export function joinRows(lines: readonly CellLine[], language: LanguageCode): MappedText[][] | undefined {
  const gaps = lines.slice(1).map(({ gap }) => gap)
  const least = Math.min(...gaps)
  const wide = gaps.filter((gap) => gap > least).length
  const parted = wide >= apart * gaps.length
  const fullest = (lines[0]?.cells ?? []).map((_, column) => Math.max(...lines.map(({ widths }) => widths[column] ?? 0)))
  const rows: CellLine[][] = []
  let head = true
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    const row = rows.at(-1)
    if (index > 1 && hasFigure(line) && !lines.slice(0, index).some(hasFigure)) head = false
    if (above && row && line.gap <= least && goesOn({ line, above, row, parted, head: head && rows.length === 1 && wide > 0, fullest, language })) row.push(line)
    else rows.push([line])
  })
  if (isRunningText(lines, rows, language)) return undefined
  return rows.map((row) => (row[0]?.cells ?? []).map((_, column) => joinTexts(row.flatMap(({ cells }) => dropLeader(cells[column] ?? [])), language)))
}

interface Pair {
  line: CellLine
  above: CellLine
  row: readonly CellLine[]
  /** Whether blank lines part the rows. */
  parted: boolean
  /** Whether the row above is the first one, and blank lines stand somewhere below it. */
  head: boolean
  fullest: readonly number[]
  language: LanguageCode
}

/** Whether a line without a blank line above goes on with the row above it. */
function goesOn({ line, above, row, parted, head, fullest, language }: Pair): boolean {
  const filled = filledColumns(line)
  const before = filledColumns(above)
  // Figures are not broken over lines, nor is what stands in place of one.
  if (filled.some((column) => row.some((each) => isValueCell(each, column)) && isValueCell(line, column))) return false
  if (!filled.includes(0)) return true
  if (languages[language].cased && /^["“«(]?\p{Ll}/u.test(firstWords(line))) return true
  if (before.includes(0) && languages[language].spaced && endsOpen(lastWords(above), language)) return true
  // The name of a group, with its first member set in below it.
  if (row.length === 1 && before.length === 1 && before[0] === 0 && filled.length > 1 && line.indent > above.indent + 1) return false
  if (parted || head) return true
  if (languages[language].cased) return false
  // Without capitals: only cells that are full go on, and no row is full of them.
  return filled.length < before.length && filled.every((column) => before.includes(column) && (above.widths[column] ?? 0) >= (fullest[column] ?? 0) - 2)
}

function filledColumns({ cells }: CellLine): number[] {
  return cells.flatMap((cell, column) => (cell.length > 0 ? [column] : []))
}

function hasFigure(line: CellLine): boolean {
  return line.cells.some((_, column) => column > 0 && isFigureCell(line, column))
}

function isFigureCell(line: CellLine, column: number): boolean {
  return isValueCell(line, column) && /\d/.test(line.cells[column]?.[0]?.value ?? '')
}

/** A figure, or a dash or points where there is none. */
function isValueCell({ cells }: CellLine, column: number): boolean {
  const [only, more] = cells[column] ?? []
  return only !== undefined && more === undefined && isFigure(only.value)
}

function firstWords({ cells }: CellLine): string {
  return cells[0]?.[0]?.value ?? ''
}

function lastWords({ cells }: CellLine): string {
  return cells[0]?.at(-1)?.value ?? ''
}

/** Two columns of prose, side by side: cells that all go on in mid sentence. */
function isRunningText(lines: readonly CellLine[], rows: readonly CellLine[][], language: LanguageCode): boolean {
  if (!languages[language].cased || lines.length < 6 || rows.length > lines.length / 3) return false
  const later = lines.slice(1).flatMap(({ cells }) => cells.flatMap((cell) => cell[0]?.value ?? []))
  return later.filter((value) => /^\p{Ll}/u.test(value)).length > 0.6 * later.length
}
