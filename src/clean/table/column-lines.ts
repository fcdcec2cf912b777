import { isFigure } from '../../language/figure.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { Line } from '../lines/line.ts'
import type { FoundTable } from './found-table.ts'
import { isShortName } from './table-head.ts'
import { closesTable } from './table-edge.ts'

/** A column has a head and so many lines in all at least. */
const fewest = 3

/**
 * Finds the table whose columns come one after the other: the names of the rows above a line, then from it on in each
 * stretch a head and figures, as many in each.
 */
export function findColumnLines(lines: readonly Line[], start: number, language: LanguageCode): FoundTable | undefined {
  const first = readColumn(lines, start)
  const height = first?.length ?? 0
  if (!first || height < fewest || start < height) return undefined
  const columns = [first]
  for (let column = readColumn(lines, start + height); column?.length === height; column = readColumn(lines, start + height * columns.length)) columns.push(column)
  if (columns.length < 2) return undefined
  const names = lines.slice(start - height, start)
  if (!names.every((line, row) => isShortName(line, lines[start]) && (row === 0 || line.gap === 0) && !closesTable(line, language))) return undefined
  columns.unshift(names)
  return { from: start - height, to: start + height * (columns.length - 1), rows: names.map((_, row) => columns.flatMap((column) => column[row]?.text ?? [])) }
}

/** A head behind a blank line, and the figures right below it. */
function readColumn(lines: readonly Line[], start: number): Line[] | undefined {
  const head = lines[start]
  if (!head || head.gap === 0 || !isFigure(lines[start + 1]?.value ?? '') || !isShortName(head, head)) return undefined
  let end = start + 1
  for (let line = lines[end]; line?.role === 'body' && line.gap === 0 && line.page === head.page && isFigure(line.value); line = lines[++end]);
  return end > start + 1 ? lines.slice(start, end) : undefined
}
