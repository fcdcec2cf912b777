import { concat, repaired, slice, type MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../line.ts'
import type { FoundTable } from './found-table.ts'

/** Rows that are looked at at once. */
const longestTable = 400

/** `| --- | :---: |`, which parts the head of a Markdown table from its rows. */
const between = /^\|(?: {0,4}:?-{2,99}:? {0,4}\|)+$/

/** Finds the table that begins at a line and has its cells between pipes, as Markdown writes tables. */
export function findPipeRows(lines: readonly Line[], start: number): FoundTable | undefined {
  const used: Line[] = []
  const rows: MappedText[][] = []
  for (const line of lines.slice(start, start + longestTable)) {
    const isRow = line.role === 'body' && hasPipes(line.value) && line.page === lines[start]?.page
    if (!isRow || (rows.length > 0 && line.gap > 0)) break
    used.push(line)
    const cells = readCells(line.text)
    const above = rows.at(-1)
    // The rule under the head holds no words: its signs stay with the last cell of the head.
    if (between.test(line.value) && above) above.push(concat([above.pop() ?? nothing, repaired(line.text, 0, line.value.length, '', 'drop-pipe')]))
    else if (cells.length > 0) rows.push(cells)
    else return undefined
  }
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  if (columns < 2) return undefined
  return { lines: used, rows: rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => nothing)]) }
}

/** Whether a line is a row between pipes. */
export function hasPipes(value: string): boolean {
  return value.length > 4 && value.startsWith('|') && value.endsWith('|') && !value.endsWith('\\|')
}

/** The cells of a row; each pipe goes with the cell behind it that has words, the last one with the last. */
function readCells(text: MappedText): MappedText[] {
  const cells: MappedText[] = []
  let dropped = 0
  for (const { 0: whole, index } of text.value.matchAll(/(?:\\\||[^|])+/g)) {
    const from = index + whole.length - whole.trimStart().length
    const to = index + whole.trimEnd().length
    if (from >= to) {
      cells.push(nothing)
      continue
    }
    cells.push(concat([repaired(text, dropped, from, '', 'drop-pipe'), slice(text, from, to)]))
    dropped = to
  }
  const last = cells.findLastIndex(({ runs }) => runs.length > 0)
  const own = cells[last]
  if (!own) return []
  cells[last] = concat([own, repaired(text, dropped, text.value.length, '', 'drop-pipe')])
  return cells
}

const nothing: MappedText = { value: '', runs: [] }
