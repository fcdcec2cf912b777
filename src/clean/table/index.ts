import { tell, type Line } from '../lines/line.ts'
import { endsInMark, endsSentence } from '../lines/sentence-end.ts'
import { findCellLines } from './cell-lines.ts'
import { findColumnLines } from './column-lines.ts'
import { findFigureRows } from './figure-rows.ts'
import type { FoundTable, Rows } from './found-table.ts'
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
  lines: readonly Line[]
  tables: readonly Rows[]
  signatures: readonly SignatureColumns[]
}

/**
 * The lines, those that stand in columns marked, and the tables and the signatures, each in order.
 *
 * Tables are told by columns where the layout is there, and by what figures tell where it is lost. What cannot be told
 * stays text.
 */
export function markColumns(printed: readonly Line[], geometry: Geometry, blockLines: number): Columns {
  const lines = [...printed]
  const tables: FoundTable[] = []
  const signatures: SignatureColumns[] = []
  /** Index behind running text in columns. */
  let running = 0
  lines.forEach((line, index) => {
    if (line.role !== 'body') return
    const signed = findSignatureColumns(lines, index, geometry)
    if (signed) {
      take(lines, index, index, index + signed.height)
      signatures.push(signed)
      return
    }
    const told = findPipeRows(lines, index, geometry) ?? findTabRows(lines, index, geometry, blockLines)
    const table = told ?? (index < running ? undefined : findLayoutTable(lines, index, geometry))
    if (table?.rows.length === 0) running = table.to
    const found = table && table.rows.length > 0 ? table : findWithoutLayout(lines, index, geometry)
    if (!found) return
    for (const rule of found.rules ?? []) tell(lines, rule, { role: 'furniture', furniture: 'rule', why: 'between the rows of a table' })
    take(lines, index, found.from, found.to)
    tables.push(found)
  })
  markUntold(lines, geometry.language, blockLines)
  markUntoldHeads(lines, geometry.language)
  markCells(lines, geometry.language, blockLines)
  return { lines, tables: joinOverPages(tables, lines), signatures }
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
function take(lines: Line[], index: number, from: number, to: number): void {
  for (let at = from; at < to; at++) if (lines[at]?.role === 'body') tell(lines, at, { role: 'table', why: 'find-tables' })
  let first = index
  while (lines[first - 1]?.role === 'table') first--
  const [above, title] = [lines[first - 2], lines[first - 1]]
  if (title?.role === 'body' && !endsInMark(title.value) && above?.role === 'body' && endsSentence(above.value)) tell(lines, first - 1, { opens: true })
  for (let next = index; next < lines.length; next++) {
    if (lines[next]?.role !== 'body') continue
    tell(lines, next, { opens: true })
    return
  }
}

/** A table that goes on behind the foot of a page is one table. */
function joinOverPages(tables: readonly FoundTable[], lines: readonly Line[]): Rows[] {
  const joined: FoundTable[] = []
  for (const table of tables) {
    const before = joined.at(-1)
    const between = lines.slice(before?.to ?? table.from, table.from)
    const goesOn = before?.rows[0]?.length === table.rows[0]?.length && between.length > 0 && between.every(({ role }) => role === 'furniture' || role === 'note')
    if (before && goesOn) joined[joined.length - 1] = { from: before.from, to: table.to, rows: [...before.rows, ...table.rows] }
    else joined.push(table)
  }
  return joined.map(({ rows }) => rows)
}
