import { isFigure } from '../../language/figure.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { Line } from '../lines/line.ts'
import type { FoundTable } from './found-table.ts'
import { headOverLines, isShortName } from './table-head.ts'
import { closesTable } from './table-edge.ts'

/** Finds the table that begins at a line and has each cell on a line of its own: a name and its figures, again and again. */
export function findCellLines(lines: readonly Line[], start: number, language: LanguageCode): FoundTable | undefined {
  // Cheapest first: few lines have a figure alone below them.
  if (!isFigure(lines[start + 1]?.value ?? '') || !isName(lines[start], language)) return undefined
  const columns = countFigures(lines, start + 1)
  if (columns < 2) return undefined
  const rows: Line[][] = []
  let index = start
  for (; isName(lines[index], language); index += columns + 1) {
    const count = countFigures(lines, index + 1)
    const behind = count > columns ? rowsBeforeNames(lines, index + 1 + columns, columns, language) : []
    if (count !== columns && behind.length === 0) break
    rows.push(lines.slice(index, index + 1 + columns), ...behind)
    if (behind.length > 0) break
  }
  if (rows.length < 2) return undefined
  const head = headOverLines(lines, start, columns + 1, language)
  return {
    from: start - (head?.height ?? 0),
    to: start + rows.length * (columns + 1),
    rows: [...(head ? [head.cells] : []), ...rows.map((row) => row.map(({ text }) => text))]
  }
}

/** The figures of several rows and then their names, as many as there are rows: extractors part columns so. */
function rowsBeforeNames(lines: readonly Line[], start: number, columns: number, language: LanguageCode): Line[][] {
  const figures = countFigures(lines, start)
  const count = figures / columns
  const names = lines.slice(start + figures, start + figures + count)
  const behind = lines[start + figures + count]
  // Where each line has a blank line above it, so have they.
  const inner = names[1]?.gap ?? 0
  const together = names.every((name, index) => isName(name, language) && (index === 0 || name.gap === inner))
  if (!Number.isInteger(count) || names.length < count || !together) return []
  if (behind?.role === 'body' && behind.gap === inner && isName(behind, language)) return []
  return names.map((name, row) => [name, ...lines.slice(start + row * columns, start + (row + 1) * columns)])
}

/** How many lines from here on are figures, each alone on its line. */
function countFigures(lines: readonly Line[], start: number): number {
  let end = start
  let some = false
  for (let line = lines[end]; line?.role === 'body' && line.page === lines[start]?.page && isFigure(line.value); line = lines[++end]) some ||= /\d/.test(line.value)
  return some ? end - start : 0
}

function isName(line: Line | undefined, language: LanguageCode): line is Line {
  return line !== undefined && isShortName(line, line) && /\p{L}/u.test(line.value) && !isFigure(line.value) && !closesTable(line, language)
}
