import { setRole, type Line } from '../lines/line.ts'
import { endsInMark, endsSentence } from '../lines/sentence-end.ts'
import { findCellLines } from './cell-lines.ts'
import { findColumnLines } from './column-lines.ts'
import { findFigureRows } from './figure-rows.ts'
import type { FoundTable } from './found-table.ts'
import { findLayoutTable } from './layout-table.ts'
import { markCells } from './mark-cells.ts'
import { markUntold, markUntoldHeads } from './mark-untold.ts'
import { findSignatureColumns, type SignatureColumns } from './signature-columns.ts'
import type { Geometry } from '../geometry/index.ts'
import { findPipeRows } from './pipe-rows.ts'
import { findTabRows } from './tab-rows.ts'
import { findWordRows } from './word-rows.ts'

/** What stands side by side on the page. */
export interface Columns {
  tables: readonly FoundTable[]
  signatures: readonly SignatureColumns[]
}

/**
 * Marks the lines that stand in columns and gives the tables and the signatures, each in order.
 *
 * Tables are told by columns where the layout is there, and by what figures tell where it is lost. What cannot be told
 * stays text.
 */
export function markColumns(lines: readonly Line[], geometry: Geometry, blockLines: number): Columns {
  const tables: FoundTable[] = []
  const signatures: SignatureColumns[] = []
  const running = new Set<Line>()
  lines.forEach((line, index) => {
    if (line.role !== 'body') return
    const signed = findSignatureColumns(lines, index, geometry)
    if (signed) {
      take(signed.lines, lines, index)
      signatures.push(signed)
      return
    }
    const told = findPipeRows(lines, index, geometry) ?? findTabRows(lines, index, geometry, blockLines)
    const table = told ?? (running.has(line) ? undefined : findLayoutTable(lines, index, geometry))
    if (table?.rows.length === 0) for (const each of table.lines) running.add(each)
    const found = table && table.rows.length > 0 ? table : findWithoutLayout(lines, index, geometry)
    if (!found) return
    take(found.lines, lines, index)
    tables.push(found)
  })
  markUntold(lines, geometry.language, blockLines)
  markUntoldHeads(lines, geometry.language)
  markCells(lines, geometry.language, blockLines)
  return { tables: joinOverPages(tables, lines), signatures }
}

/** What figures tell of a table whose gaps are lost; in this order, for each finder takes less for sure than the one before. */
function findWithoutLayout(lines: readonly Line[], index: number, geometry: Geometry): FoundTable | undefined {
  return (
    findFigureRows(lines, index, geometry) ??
    findWordRows(lines, index, geometry) ??
    findColumnLines(lines, index, geometry.language) ??
    findCellLines(lines, index, geometry.language)
  )
}

/** Takes lines out of the running text; a block begins behind them, and with the line of a title above them. */
function take(taken: readonly Line[], lines: readonly Line[], index: number): void {
  for (const line of taken) setRole(line, 'table', 'find-tables')
  let first = index
  while (lines[first - 1]?.role === 'table') first--
  const [above, title] = [lines[first - 2], lines[first - 1]]
  if (title?.role === 'body' && !endsInMark(title.value) && above?.role === 'body' && endsSentence(above.value)) title.opens = true
  for (let next = index; next < lines.length; next++) {
    const line = lines[next]
    if (line?.role !== 'body') continue
    line.opens = true
    return
  }
}

/** A table that goes on behind the foot of a page is one table. */
function joinOverPages(tables: readonly FoundTable[], lines: readonly Line[]): FoundTable[] {
  if (tables.length < 2) return [...tables]
  const at = new Map<Line, number>()
  for (const [index, line] of lines.entries()) if (line.role === 'table') at.set(line, index)
  const joined: FoundTable[] = []
  for (const table of tables) {
    const before = joined.at(-1)
    const last = before?.lines.at(-1)
    const [first] = table.lines
    const between = last && first ? lines.slice((at.get(last) ?? 0) + 1, at.get(first)) : []
    const goesOn = before?.rows[0]?.length === table.rows[0]?.length && between.length > 0 && between.every(({ role }) => role === 'furniture' || role === 'note')
    if (before && goesOn) joined[joined.length - 1] = { lines: [...before.lines, ...table.lines], rows: [...before.rows, ...table.rows] }
    else joined.push(table)
  }
  return joined
}
