import type { LanguageCode } from '../../language/code.ts'
import type { Line } from '../line.ts'
import { findCellLines } from './cell-lines.ts'
import { findColumnLines } from './column-lines.ts'
import { findFigureRows } from './figure-rows.ts'
import { findLayoutTable } from './layout-table.ts'
import { markUntold } from './mark-untold.ts'
import { findWordRows } from './word-rows.ts'
import type { FoundTable } from './found-table.ts'

export type { FoundTable } from './found-table.ts'

/**
 * Marks the lines of tables and gives the tables, in order: by columns where the layout is there, by what figures tell
 * where it is lost. What cannot be told stays text.
 */
export function markTables(lines: readonly Line[], raw: string, language: LanguageCode): FoundTable[] {
  const tables: FoundTable[] = []
  for (let index = 0; index < lines.length; index++) {
    if (lines[index]?.role !== 'body') continue
    const table =
      findLayoutTable(lines, index, raw, language) ??
      findFigureRows(lines, index, raw, language) ??
      findWordRows(lines, index, raw, language) ??
      findColumnLines(lines, index, language) ??
      findCellLines(lines, index, language)
    if (!table) continue
    for (const line of table.lines) line.role = 'table'
    const behind = lines.slice(index).find(({ role }) => role === 'body')
    if (behind) behind.opens = true
    tables.push(table)
  }
  markUntold(lines, language)
  return joinOverPages(tables, lines)
}

/** A table that goes on behind the foot of a page, or behind the longest stretch that is looked at at once, is one table. */
function joinOverPages(tables: readonly FoundTable[], lines: readonly Line[]): FoundTable[] {
  const at = new Map(lines.map((line, index) => [line, index] as const))
  const joined: FoundTable[] = []
  for (const table of tables) {
    const before = joined.at(-1)
    const last = before?.lines.at(-1)
    const [first] = table.lines
    const between = last && first ? lines.slice((at.get(last) ?? 0) + 1, at.get(first)) : []
    const goesOn = before?.rows[0]?.length === table.rows[0]?.length && between.every(({ role }) => role === 'furniture' || role === 'note')
    if (before && goesOn) joined[joined.length - 1] = { lines: [...before.lines, ...table.lines], rows: [...before.rows, ...table.rows] }
    else joined.push(table)
  }
  return joined
}
