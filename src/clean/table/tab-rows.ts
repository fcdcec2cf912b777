import { readArticle } from '../../grammar/article-word.ts'
import { readLabel, readWeakLabel } from '../../grammar/label.ts'
import type { LanguageCode } from '../../language/code.ts'
import { isFigure } from '../../language/figure.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'
import type { FoundTable } from './found-table.ts'
import type { Geometry } from '../geometry/index.ts'
import { readTabCells } from '../geometry/tab-cells.ts'
import { isShortName } from './table-head.ts'

/** Rows that are looked at at once. */
const longestTable = 200

/**
 * Finds the table that begins at a line by its tabs: two lines or more with as many cells in each, words side by side in one
 * of them or many cells, and in another words side by side or cells that tabs leave empty. Where each line is a block, one line
 * of three cells and more is a table, too. A label in front of its text is no column, nor
 * is what a line is set in by.
 */
export function findTabRows(lines: readonly Line[], start: number, geometry: Geometry, blockLines: number): FoundTable | undefined {
  const first = cellsAt(lines, start, geometry)
  if (!first || !(isRow(first) || isHead(lines[start], first)) || isLabelled(first, geometry.language)) return undefined
  const rows: MappedText[][] = []
  let last = 0
  let beside = false
  for (let index = start; index < lines.length && rows.length < longestTable; index++) {
    const line = lines[index]
    const cells = line?.page === lines[start]?.page ? cellsAt(lines, index, geometry) : undefined
    if (!line || cells?.length !== first.length || isLabelled(cells, geometry.language)) break
    rows.push(cells)
    beside ||= isSideBySide(cells)
    if (!isRow(cells)) continue
    last = rows.length
  }
  if (last === 1 && blockLines > 0.5 && withoutLabels(first).length > 2) return { from: start, to: start + 1, rows: [first.slice(first.findIndex(({ value }) => value !== ''))] }
  if (last < 2 || !(beside || first.length > 3)) return undefined
  const empty = Math.min(...rows.slice(0, last).map((cells) => cells.findIndex(({ value }) => value !== '')))
  return { from: start, to: start + last, rows: rows.slice(0, last).map((cells) => cells.slice(empty)) }
}

/** Whether a line has words side by side, or cells that tabs behind its words leave empty. */
function isRow(cells: readonly MappedText[]): boolean {
  return cells.at(-1)?.value === '' || isSideBySide(cells)
}

/** Whether a line has words in its last cell alone, and may be the head of that column: short, and no sentence. */
function isHead(line: Line | undefined, cells: readonly MappedText[]): boolean {
  return line !== undefined && cells.length > 1 && isShortName(line, line) && cells.slice(0, -1).every(({ value }) => value === '')
}

function cellsAt(lines: readonly Line[], index: number, geometry: Geometry): MappedText[] | undefined {
  const line = lines[index]
  return line?.role === 'body' ? readTabCells(line, geometry) : undefined
}

/** Whether two cells and more have words, labels in front of them aside. */
function isSideBySide(cells: readonly MappedText[]): boolean {
  return withoutLabels(cells).length > 1
}

/** Whether a line is labels and one text, an item, or the number of an article and its text. */
function isLabelled(cells: readonly MappedText[], language: LanguageCode): boolean {
  const [head, ...rest] = cells.filter(({ value }) => value !== '')
  if (head && rest.length === 1 && readArticle(head.value, language)?.rest === '') return true
  const words = withoutLabels(cells)
  return words.length === 1 && words.length < cells.filter(({ value }) => value !== '').length
}

/** The cells that have words, from the first that is no label on; in a row of figures none is. */
function withoutLabels(cells: readonly MappedText[]): MappedText[] {
  const filled = cells.filter(({ value }) => value !== '')
  if (filled.length > 2 && filled.every(({ value }) => isFigure(value))) return filled
  const from = filled.findIndex(({ value }) => !/^[*]$/.test(value) && (readLabel(value) ?? readWeakLabel(value))?.value !== value)
  return from < 0 ? filled.slice(-1) : filled.slice(from)
}
