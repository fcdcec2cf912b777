import type { LanguageCode } from '../../language/code.ts'
import { isTableUnit, readTableCaption } from '../../grammar/table-word.ts'
import { tell, type Line } from '../lines/line.ts'
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
export function markUntold(lines: Line[], language: LanguageCode, blockLines: number): void {
  const blocks = blockLines > 0.5
  for (const { below, title } of captions(lines, language, blocks ? widestBlock : widestRow)) {
    const isRemark = (index: number): boolean => isTableRemark(lines[index]?.value ?? '')
    for (const remark of below.slice(0, 3)) if (isRemark(remark)) tell(lines, remark, { opens: true })
    const cells = below.slice(title).filter((index) => !isRemark(index))
    if (cells.length < fewest) continue
    let above: Line | undefined
    for (const index of cells) {
      const cell = lines[index] as Line
      tell(lines, index, opensCell(above, cell, blocks, language) ? { cell: true, opens: true } : { cell: true })
      above = cell
    }
  }
}

/** So many short lines above a table are heads of its columns; of fewer one may be a heading. */
const fewestHeads = 3

/** Marks the lines above tables that are heads of columns which could not be told apart: the first may be the title, unless something else stands above it. */
export function markUntoldHeads(lines: Line[], language: LanguageCode): void {
  lines.forEach(({ role, page }, end) => {
    if (role !== 'table' || lines[end - 1]?.role !== 'body') return
    let start = end
    for (let line = lines[start - 1]; line?.role === 'body' && line.page === page && isColumnHead(line, language); line = lines[--start - 1]);
    const above = lines[start - 1]
    const titled = above !== undefined && (isTableRemark(above.value) || readTableCaption(above.value, language) !== undefined)
    if (end - start >= fewestHeads) for (let index = titled ? start : start + 1; index < end; index++) tell(lines, index, { cell: true })
  })
}

function isColumnHead(line: Line, language: LanguageCode): boolean {
  return line.columns < shortCell && !endsInMark(line.value) && !isTableRemark(line.value) && !closesTable(line, language)
}

/** Indices of the lines that may be cells of tables, told or not: they say nothing of how paragraphs are printed. */
export function mayBeCells(lines: readonly Line[], language: LanguageCode): ReadonlySet<number> {
  return new Set([...captions(lines, language, widestBlock)].map(({ below, title }) => below.slice(title)).filter(({ length }) => length >= fewest).flat())
}

/** For each caption the indices of what stands below it and may be a table, and how many of those lines are its title. */
function* captions(lines: readonly Line[], language: LanguageCode, widest: number): Generator<{ below: number[]; title: number }> {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    const caption = line?.role === 'body' ? (readTableCaption(line.value, language) ?? (isTableUnit(line.value, language) ? 'titled' : undefined)) : undefined
    if (caption !== undefined) yield { below: linesBelow(lines, index + 1, language, widest), title: Number(caption === 'alone') }
  }
}

/** Indices of the lines up to the next paragraph, heading or caption; only remarks where a table was told. */
function linesBelow(lines: readonly Line[], start: number, language: LanguageCode, widest: number): number[] {
  const found: number[] = []
  for (let index = start; index < start + farthest; index++) {
    const line = lines[index]
    if (line?.role === 'table') return found.filter((each) => isTableRemark(lines[each]?.value ?? ''))
    if (line?.role !== 'body') continue
    if (line.columns > widest || closesTable(line, language) || endsSentence(line.value)) break
    found.push(index)
  }
  return found
}
