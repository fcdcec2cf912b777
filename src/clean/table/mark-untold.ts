import type { LanguageCode } from '../../language/code.ts'
import { isTableUnit, readTableCaption } from '../../grammar/table-word.ts'
import type { Line } from '../lines/line.ts'
import { endsInMark, endsSentence } from '../lines/sentence-end.ts'
import { opensCell, shortCell } from './opens-cell.ts'
import { closesTable, isTableRemark } from './table-edge.ts'

/** Lines below a caption that are looked at, and how wide a cell or a row is at most, in columns of the page; and where each line is a block. */
const farthest = 120
const [widestRow, widestBlock] = [76, 240]
/** So few lines are no table. */
const fewest = 3

/**
 * Marks the lines below the caption of a table that could not be told: each is a cell or a row, or a part of one, and no
 * heading. Where a blank line or a short line stands above it, or each line is a block, it is a block of its own.
 */
export function markUntold(lines: readonly Line[], language: LanguageCode, blockLines: number): void {
  const blocks = blockLines > 0.5
  for (const { below, title } of captions(lines, language, blocks ? widestBlock : widestRow)) {
    for (const remark of below.slice(0, 3)) if (isTableRemark(remark.value)) remark.opens = true
    const cells = below.slice(title).filter(({ value }) => !isTableRemark(value))
    if (cells.length < fewest) continue
    let above: Line | undefined
    for (const cell of cells) {
      cell.cell = true
      if (opensCell(above, cell, blocks, language)) cell.opens = true
      above = cell
    }
  }
}

/** So many short lines above a table are heads of its columns; of fewer one may be a heading. */
const fewestHeads = 3

/** Marks the lines above tables that are heads of columns which could not be told apart: the first may be the title, unless something else stands above it. */
export function markUntoldHeads(lines: readonly Line[], language: LanguageCode): void {
  lines.forEach(({ role, page }, end) => {
    if (role !== 'table' || lines[end - 1]?.role !== 'body') return
    let start = end
    for (let line = lines[start - 1]; line?.role === 'body' && line.page === page && isColumnHead(line, language); line = lines[--start - 1]);
    const above = lines[start - 1]
    const titled = above !== undefined && (isTableRemark(above.value) || readTableCaption(above.value, language) !== undefined)
    if (end - start >= fewestHeads) for (const head of lines.slice(titled ? start : start + 1, end)) head.cell = true
  })
}

function isColumnHead(line: Line, language: LanguageCode): boolean {
  return line.columns < shortCell && !endsInMark(line.value) && !isTableRemark(line.value) && !closesTable(line, language)
}

/** The lines that may be cells of tables, told or not: they say nothing of how paragraphs are printed. */
export function mayBeCells(lines: readonly Line[], language: LanguageCode): ReadonlySet<Line> {
  return new Set([...captions(lines, language, widestBlock)].map(({ below, title }) => below.slice(title)).filter(({ length }) => length >= fewest).flat())
}

/** For each caption what stands below it and may be a table, and how many of those lines are its title. */
function* captions(lines: readonly Line[], language: LanguageCode, widest: number): Generator<{ below: Line[]; title: number }> {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    const caption = line?.role === 'body' ? (readTableCaption(line.value, language) ?? (isTableUnit(line.value, language) ? 'titled' : undefined)) : undefined
    if (caption !== undefined) yield { below: linesBelow(lines, index + 1, language, widest), title: Number(caption === 'alone') }
  }
}

/** The lines up to the next paragraph, heading or caption; only remarks where a table was told. */
function linesBelow(lines: readonly Line[], start: number, language: LanguageCode, widest: number): Line[] {
  const found: Line[] = []
  for (const line of lines.slice(start, start + farthest)) {
    if (line.role === 'table') return found.filter(({ value }) => isTableRemark(value))
    if (line.role !== 'body') continue
    if (line.columns > widest || closesTable(line, language) || endsSentence(line.value)) break
    found.push(line)
  }
  return found
}
