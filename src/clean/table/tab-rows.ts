import { readLabel } from '../../language/label.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../line.ts'
import type { FoundTable } from './found-table.ts'
import type { Source } from './source.ts'

/** Rows that are looked at at once. */
const longestTable = 200

/** Finds the table that begins at a line by its tabs: two lines or more with as many in each, a tab behind a label aside. */
export function findTabRows(lines: readonly Line[], start: number, source: Source): FoundTable | undefined {
  const rows: MappedText[][] = []
  const used: Line[] = []
  for (let index = start; index < lines.length && rows.length < longestTable; index++) {
    const line = lines[index]
    const cells = line?.role === 'body' && line.page === lines[start]?.page ? readCells(line, source) : undefined
    if (!line || !cells || cells.length !== (rows[0] ?? cells).length) break
    rows.push(cells)
    used.push(line)
  }
  return rows.length > 1 ? { lines: used, rows } : undefined
}

/** The cells of a line that tabs part; what stands in front of the first tab may be empty. */
function readCells(line: Line, { raw, read }: Source): MappedText[] | undefined {
  const end = line.text.runs.at(-1)?.end ?? 0
  const start = (line.text.runs[0]?.start ?? 0) - line.indent
  const whole = raw.slice(start, end)
  if (!whole.includes('\t') || /[\n\r]/.test(whole)) return undefined
  let at = start
  const cells = whole.split('\t').map((cell) => {
    const text = read(at + cell.length - cell.trimStart().length, at + cell.trimEnd().length)
    at += cell.length + 1
    return text
  })
  // Marks alone hold no cell of their own.
  if (cells.some(({ value }, index) => value === '' && whole.split('\t')[index]?.trim() !== '')) return undefined
  const [first] = cells
  const labelled = first !== undefined && (readLabel(first.value)?.value === first.value || /^[-–—•*]?$/.test(first.value))
  return cells.length - Number(labelled) > 1 ? cells : undefined
}
