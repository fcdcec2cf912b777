import type { LanguageCode } from '../../language/code.ts'
import { readLabel } from '../../grammar/label.ts'
import type { Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'
import type { FoundTable } from './found-table.ts'
import { guttersOf, narrowGutters, slip, type Gutter } from '../geometry/gutters.ts'
import { joinRows, type CellLine } from './join-rows.ts'
import { cutPiece, readPrintedRow, type Piece, type PrintedRow } from '../geometry/printed-row.ts'
import type { Geometry } from '../geometry/index.ts'
import { settleGutters } from '../geometry/settle-gutters.ts'
import { closesTable } from './table-edge.ts'

/** So many lines of a table in a row may stand in one column: a cell that goes on. */
const longestCell = 4

/** Lines that are looked at at once. */
const longestTable = 400

/** Columns that a space in a justified line takes at most. */
const justified = 3

/** Lines with words in several columns that a table has; two are enough where both fill three columns. */
const fewestRows = 3

/** Finds the table that begins at a line, by the columns that stay blank over consecutive lines. */
export function findLayoutTable(lines: readonly Line[], start: number, geometry: Geometry): FoundTable | undefined {
  const { language } = geometry
  const line = lines[start]
  const first = line && isSideBySide(line, language) ? readRow(lines, start, geometry) : undefined
  if (!first || first.pieces.length < 2 || closesTable(first.line, language) || isParagraph(first, language)) return undefined
  const rows = [first]
  let gutters = guttersOf(first)
  let end = start + 1
  let side = 1
  /** Lines since the last one with words in several columns: they belong to the table if another such line follows. */
  let waiting: PrintedRow[] = []
  let narrowed = gutters
  for (let index = start + 1; index < lines.length && rows.length < longestTable && waiting.length < longestCell; index++) {
    const row = readRow(lines, index, geometry)
    if (!row || row.line.page !== first.line.page || closesTable(row.line, language) || isParagraph(row, language)) break
    const next = narrowGutters(narrowed, row)
    const isSide = row.pieces.length > 1 && isSideBySide(row.line, language)
    if (!isSide && !fitsColumns(row, narrowed)) break
    // A line apart, where no row has stood apart yet.
    if (!isSide && row.line.gap > 0 && rows.length > 2 && rows.every(({ line }, at) => at === 0 || line.gap === 0)) break
    if (isSide && count(next, 2) < Math.max(1, count(narrowed, Math.min(2, side)) / 2)) break
    narrowed = next
    waiting.push(row)
    if (!isSide) continue
    for (const each of waiting) rows.push(each)
    gutters = narrowed
    waiting = []
    side++
    end = index + 1
  }
  const between = settleGutters(gutters, rows)
  if (between.length === 0 || (side < fewestRows && !(between.length > 1 && rows.length === 2 && rows.every(({ pieces }) => pieces.length > between.length)))) return undefined
  const last = continuation(lines, end, geometry, rows, between)
  const lead = lines[start - 1]?.role === 'body' ? headAbove(lines, start, geometry, between) : []
  const all = [...lead, ...rows, ...last]
  const turned = all.some(({ line }) => geometry.printed(line.start, line.end).includes('\u202B'))
  const cells = all.map((row) => cellsOf(row, between, geometry, turned))
  return { from: start - lead.length, to: end + last.length, rows: joinRows(cells, language) ?? [] }
}

function readRow(lines: readonly Line[], index: number, geometry: Geometry): PrintedRow | undefined {
  const line = lines[index]
  return line?.role === 'body' ? readPrintedRow(line, geometry) : undefined
}

/** Whether a line has words side by side, a label in front of its text aside. */
function isSideBySide({ fields }: Line, language: LanguageCode): boolean {
  if (fields.length < 2) return false
  const label = language === 'ar' ? fields.at(-1) : fields[0]
  const text = language === 'ar' ? fields[0] : fields.at(-1)
  // A letter counts the notes of a table: a sentence stands behind it.
  const labelled = label !== undefined && (readLabel(label)?.value === label || /^[-–—•*]$/.test(label) || (/^\p{Ll}$|^\p{Lo}$/u.test(label) && endsSentence(text ?? '')))
  return fields.length > (labelled ? 2 : 1)
}

/** A numbered paragraph whose justified words stand apart: no gap but that behind its label is wide. */
function isParagraph({ line, pieces }: PrintedRow, language: LanguageCode): boolean {
  const inside = language === 'ar' ? pieces.slice(0, -1) : pieces.slice(1)
  return line.label !== undefined && inside.every((piece, index) => index === 0 || piece.from - (inside[index - 1]?.to ?? 0) <= justified)
}

/** Whether a line without wide gaps stands in the columns: inside one of them, or with a word at the edge of each. */
function fitsColumns({ blanks, pieces }: PrintedRow, gutters: readonly Gutter[]): boolean {
  const [left, right] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0]
  return gutters.every(({ from, to, support }) => {
    if (support < 1 || to <= left || from >= right) return true
    const strip = blanks.find(([start, end]) => start < to + slip && end > from - slip)
    return strip !== undefined && (Math.abs(strip[1] - to) <= slip || Math.abs(strip[0] - from) <= slip || strip[1] - strip[0] > 1)
  })
}

/** Lines below the last row that go on in its cells. */
function continuation(lines: readonly Line[], end: number, geometry: Geometry, rows: readonly PrintedRow[], gutters: readonly Gutter[]): PrintedRow[] {
  const found: PrintedRow[] = []
  const parted = rows.some(({ line }, index) => index > 0 && line.gap > 0)
  const [gutter] = gutters
  for (let index = end; gutter && index < lines.length && found.length < longestCell; index++) {
    const row = readRow(lines, index, geometry)
    const last = found.at(-1) ?? rows.at(-1)
    const [left, right] = [row?.pieces[0]?.from ?? 0, row?.pieces.at(-1)?.to ?? 0]
    if (!row || !last || row.line.gap > 0 || row.line.page !== last.line.page || closesTable(row.line, geometry.language)) break
    const inside = gutters.every(({ from, to }) => right <= from + 1 || left >= to - 1)
    const first = left < gutter.from
    if (!inside || (first && !(parted && last.pieces.some(({ from }) => Math.abs(from - left) < 2)))) break
    found.push(row)
  }
  return found
}

/** Lines of a head that stands above the first row in later columns: `In` above `operation`. */
function headAbove(lines: readonly Line[], start: number, geometry: Geometry, gutters: readonly Gutter[]): PrintedRow[] {
  const below = lines[start]
  const row = readRow(lines, start - 1, geometry)
  const [gutter] = gutters
  if (!row || !below || !gutter || below.gap > 0 || row.line.page !== below.page) return []
  const [left, right] = [row.pieces[0]?.from ?? 0, row.pieces.at(-1)?.to ?? 0]
  const inside = gutters.every(({ from, to }) => right <= from + 1 || left >= to - 1)
  return inside && left >= gutter.to - 1 && row.pieces.length === 1 ? [row] : []
}

/** The cells of a line, in the order in which they are read. */
function cellsOf({ line, pieces, blanks }: PrintedRow, gutters: readonly Gutter[], geometry: Geometry, turned: boolean): CellLine {
  const columns: Piece[][] = Array.from({ length: gutters.length + 1 }, () => [])
  let rest = [...pieces]
  gutters.forEach(({ from, to }, column) => {
    const behind: Piece[] = []
    for (const piece of rest) {
      if (piece.to <= to) columns[column]?.push(piece)
      else if (piece.from >= from) behind.push(piece)
      else {
        const [left, right] = cutPiece(piece, spaceNear(blanks, from, to), geometry)
        if (left) columns[column]?.push(left)
        if (right) behind.push(right)
      }
    }
    rest = behind
  })
  for (const piece of rest) columns.at(-1)?.push(piece)
  const cells = columns.map((each) => (turned ? each.toReversed() : each).map(({ start, end }) => geometry.read(start, end)))
  const widths = columns.map((each) => (each.at(-1)?.to ?? 0) - (each[0]?.from ?? 0))
  const indent = turned ? -(pieces.at(-1)?.to ?? 0) : (pieces[0]?.from ?? 0)
  return { gap: line.gap, indent, cells: turned ? cells.reverse() : cells, widths: turned ? widths.reverse() : widths }
}

/** The space at a gutter, or the one that slipped. */
function spaceNear(blanks: PrintedRow['blanks'], from: number, to: number): number {
  const middle = (from + to - 1) / 2
  const near = blanks.filter(([start, end]) => end - start === 1 && start < to + slip && end > from - slip)
  return near.sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle))[0]?.[0] ?? to - 1
}

function count(gutters: readonly Gutter[], support: number): number {
  return gutters.filter((gutter) => gutter.support >= support).length
}
