import type { MappedText } from '../../tree/mapped-text.ts'
import { joinTexts } from '../lines/join-texts.ts'
import type { Line } from '../lines/line.ts'
import type { FoundTable } from './found-table.ts'
import type { Geometry } from '../geometry/index.ts'

/** Lines that are looked at at once. */
const longestTable = 200

/** A row is at most so many lines: a cell may have line breaks in it. */
const longestRow = 40

const nothing: MappedText = { value: '', runs: [] }

/** A row between upright strokes: its lines, and the pieces of each of its cells. */
interface PipeRow {
  lines: Line[]
  cells: MappedText[][]
}

/** Finds the table of Markdown that begins at a line: two rows or more between upright strokes, with as many cells in each; one cell is a frame. */
export function findPipeRows(lines: readonly Line[], start: number, geometry: Geometry): FoundTable | undefined {
  const width = rowAt(lines, start, geometry)?.cells.length ?? 0
  if (width < 2) return undefined
  const rules: number[] = []
  let [used, to] = [0, start]
  const rows: MappedText[][] = []
  for (let index = start; index < lines.length && used < longestTable;) {
    const row = rowAt(lines, index, geometry)
    if (row?.cells.length !== width) break
    const end = index + row.lines.length
    const cells = row.cells.map((pieces) => (pieces.length === 0 ? nothing : joinTexts(pieces, geometry.language)))
    if (cells.every(({ value }) => /^:?-+:?$/.test(value))) for (let at = index; at < end; at++) rules.push(at)
    else {
      used += row.lines.length
      to = end
      rows.push(cells)
    }
    index = end
  }
  return rows.length < 2 ? undefined : { from: start, to, rows, rules }
}

/** The row that begins with a line: up to the line that ends in a stroke, no other of which begins with one. */
function rowAt(lines: readonly Line[], start: number, geometry: Geometry): PipeRow | undefined {
  const from = lines[start]?.start ?? 0
  if (geometry.printed(from, from + 1) !== '|') return undefined
  const row: PipeRow = { lines: [], cells: [[]] }
  for (let index = start; index < Math.min(lines.length, start + longestRow); index++) {
    const line = lines[index] as Line
    const whole = geometry.printed(line.start, line.end)
    const first = index === start
    if (line.role !== 'body' || whole.startsWith('|') !== first) return undefined
    row.lines.push(line)
    const closed = whole.endsWith('|')
    readPieces(row.cells, line, whole.slice(first ? 1 : 0, closed ? -1 : undefined), first ? 1 : 0, geometry)
    if (closed) return row
  }
  return undefined
}

/** Adds what a line has in each cell, with the strokes in front of it; the first piece goes on in the cell that is open. */
function readPieces(cells: MappedText[][], line: Line, inner: string, skipped: number, { read }: Geometry): void {
  const pieces = inner.split('|')
  const last = pieces.findLastIndex((piece) => piece.trim() !== '')
  let from = line.start
  let at = line.start + skipped
  pieces.forEach((piece, index) => {
    if (index > 0) cells.push([])
    at += piece.length + 1
    if (piece.trim() === '') return
    const end = index === last ? line.end : at - 1 - (piece.length - piece.trimEnd().length)
    cells.at(-1)?.push(read(from, end))
    from = end
  })
}
