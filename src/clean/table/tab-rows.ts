import { readLabel } from '../../grammar/label.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../line.ts'
import type { FoundTable } from './found-table.ts'
import type { Geometry } from '../geometry/index.ts'
import { readTabCells } from '../geometry/tab-cells.ts'

/** Rows that are looked at at once. */
const longestTable = 200

/** Finds the table that begins at a line by its tabs: two lines or more with as many in each, a tab behind a label aside. */
export function findTabRows(lines: readonly Line[], start: number, geometry: Geometry): FoundTable | undefined {
  const rows: MappedText[][] = []
  const used: Line[] = []
  for (let index = start; index < lines.length && rows.length < longestTable; index++) {
    const line = lines[index]
    const cells = line?.role === 'body' && line.page === lines[start]?.page ? readCells(line, geometry) : undefined
    if (!line || !cells || cells.length !== (rows[0] ?? cells).length) break
    rows.push(cells)
    used.push(line)
  }
  return rows.length > 1 ? { lines: used, rows } : undefined
}

/** The cells of a line that tabs part, where there are two and more beside a label. */
function readCells(line: Line, geometry: Geometry): MappedText[] | undefined {
  const cells = readTabCells(line, geometry)
  const [first] = cells ?? []
  if (!cells || !first) return undefined
  const labelled = readLabel(first.value)?.value === first.value || /^[-–—•*]?$/.test(first.value)
  return cells.length - Number(labelled) > 1 ? cells : undefined
}
