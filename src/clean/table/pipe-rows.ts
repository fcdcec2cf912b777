import type { MappedText } from '../../tree/mapped-text.ts'
import { setFurniture, type Line } from '../line.ts'
import type { FoundTable } from './found-table.ts'
import type { Geometry } from '../geometry/index.ts'

/** Rows that are looked at at once. */
const longestTable = 200

const nothing: MappedText = { value: '', runs: [] }

/** Finds the table of Markdown that begins at a line: two rows or more between upright strokes, with as many cells in each; one cell is a frame. */
export function findPipeRows(lines: readonly Line[], start: number, geometry: Geometry): FoundTable | undefined {
  const width = cellsOf(lines[start], geometry)?.length ?? 0
  if (width < 2) return undefined
  const used: Line[] = []
  const separators: Line[] = []
  const rows: MappedText[][] = []
  for (let index = start; index < lines.length && used.length < longestTable; index++) {
    const line = lines[index]
    const cells = cellsOf(line, geometry)
    if (!line || cells?.length !== width) break
    if (cells.every(({ value }) => /^:?-+:?$/.test(value))) separators.push(line)
    else {
      used.push(line)
      rows.push(cells)
    }
  }
  if (rows.length < 2) return undefined
  for (const line of separators) setFurniture(line, 'rule', 'between the rows of a table')
  return { lines: used, rows }
}

/** The cells of a line between upright strokes, each with the strokes in front of it; `undefined` for any other line. */
function cellsOf(line: Line | undefined, { printed, read }: Geometry): MappedText[] | undefined {
  if (line?.role !== 'body') return undefined
  const whole = printed(line.start, line.end)
  if (!whole.startsWith('|') || !whole.endsWith('|') || whole.length < 3) return undefined
  const pieces = whole.slice(1, -1).split('|')
  const last = pieces.findLastIndex((piece) => piece.trim() !== '')
  let from = line.start
  let at = line.start + 1
  return pieces.map((piece, index) => {
    at += piece.length + 1
    if (piece.trim() === '') return nothing
    const end = index === last ? line.end : at - 1 - (piece.length - piece.trimEnd().length)
    const text = read(from, end)
    from = end
    return text
  })
}
