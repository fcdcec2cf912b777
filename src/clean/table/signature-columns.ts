import { namesSignatory, opensSignature } from '../../grammar/signature-word.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'
import { joinTexts } from '../lines/join-texts.ts'
import { readPrintedRow, type Piece, type PrintedRow } from '../geometry/printed-row.ts'
import type { Geometry } from '../geometry/index.ts'
import { closesTable } from './table-edge.ts'

/** Signatures that stand side by side, each with the lines below it, in the order in which they are read. */
export interface SignatureColumns {
  /** How many lines they take. */
  height: number
  signatures: readonly MappedText[]
}

/** Lines of a signature below the one that is signed; in Chinese the offices stand above it. */
const furthest = 6

/** Finds the signatures side by side that begin at a line: two or more of its columns are signed, or say for whom. */
export function findSignatureColumns(lines: readonly Line[], start: number, geometry: Geometry): SignatureColumns | undefined {
  const { language, read: readPiece } = geometry
  if ((lines[start]?.fields.length ?? 0) < 2) return undefined
  const first = readRow(lines, start, geometry)
  if (!first || first.pieces.length < 2) return undefined
  const rows = [first]
  let signed = isSigned(first, geometry) ? 1 : 0
  for (let index = start + 1; index <= start + furthest; index++) {
    const row = readRow(lines, index, geometry)
    const next = row !== undefined && isSigned(row, geometry)
    // Blank lines end a signature, except above the line that is signed.
    if (!row || row.line.page !== first.line.page || (signed > 0 && (next || row.line.gap > 0))) break
    if (!next && closesTable(row.line, language)) break
    if (next) signed++
    rows.push(row)
    if (language === 'zh' && next) break
  }
  const leads = language === 'zh' || isSigned(first, geometry) || first.pieces.filter((piece) => namesSignatory(wordsOf(piece, geometry), language)).length > 1
  if (signed === 0 || !leads) return undefined
  const columns: Piece[][] = first.pieces.map(() => [])
  for (const { pieces } of rows) for (const piece of pieces) columns[nearest(first.pieces, piece)]?.push(piece)
  const read = language === 'ar' ? columns.reverse() : columns
  return { height: rows.length, signatures: read.map((pieces) => joinTexts(pieces.map(({ start, end }) => readPiece(start, end)), language, undefined, true)) }
}

function readRow(lines: readonly Line[], index: number, geometry: Geometry): PrintedRow | undefined {
  const line = lines[index]
  return line?.role === 'body' ? readPrintedRow(line, geometry) : undefined
}

/** Whether two or more columns of a line are signed. */
function isSigned({ pieces }: PrintedRow, geometry: Geometry): boolean {
  return pieces.length > 1 && pieces.filter((piece) => opensSignature(wordsOf(piece, geometry), geometry.language)).length > 1
}

/** The column that a piece overlaps most, or stands nearest to. */
function nearest(columns: readonly Piece[], { from, to }: Piece): number {
  const middles = columns.map((column) => Math.abs(column.from + column.to - from - to))
  const overlaps = columns.map((column) => Math.min(to, column.to) - Math.max(from, column.from))
  const most = Math.max(...overlaps)
  return most > 0 ? overlaps.indexOf(most) : middles.indexOf(Math.min(...middles))
}

function wordsOf({ start, end }: Piece, { read }: Geometry): string {
  return read(start, end).value.trim()
}
