import type { Line } from '../lines/line.ts'
import type { Geometry } from './index.ts'

/** A stretch of a printed line without a gap of two spaces in it, and the columns of the page that it takes. */
export interface Piece {
  /** Raw offsets `[start, end)`. */
  start: number
  end: number
  /** Columns `[from, to)`, counted in characters from the left edge, as `pdftotext -layout` counts them. */
  from: number
  to: number
}

/** A printed line as pieces side by side, from left to right as they are seen. */
export interface PrintedRow {
  line: Line
  pieces: readonly Piece[]
  /** Blank columns, single spaces inside pieces among them, as `[from, to)`; the last one goes on for ever. */
  blanks: ReadonlyArray<readonly [from: number, to: number]>
}

/** No table is wider; a line without end must not cost time. Characters. */
const mostColumns = 400

/** Marks of direction, which take no column. */
const invisible = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/** The pieces of a line; `undefined` for a line that is over-long or printed over two lines, or has tabs or marks of direction between its words. */
export function readPrintedRow(line: Line, geometry: Geometry): PrintedRow | undefined {
  const { start, end } = line
  if (end - start > mostColumns || end <= start) return undefined
  const whole = geometry.printed(start, end)
  if (/[\t\n\r\f\v\u0085\u2028\u2029]/.test(whole)) return undefined
  const pieces: Piece[] = []
  let column = line.indent
  let at = 0
  for (const { 0: gap, index } of [...whole.matchAll(/ {2,}/g), { 0: '', index: whole.length }]) {
    const width = visibleLength(whole.slice(at, index))
    // Marks of direction alone hold no cell of their own.
    if (index > at && width === 0) return undefined
    if (index > at) pieces.push({ start: start + at, end: start + index, from: column, to: column + width })
    column += width + gap.length
    at = index + gap.length
  }
  return { line, pieces, blanks: blanksOf(pieces, geometry) }
}

/** The columns that a line leaves blank. */
function blanksOf(pieces: readonly Piece[], geometry: Geometry): Array<readonly [number, number]> {
  const blanks: Array<readonly [number, number]> = []
  let last = 0
  for (const piece of pieces) {
    if (piece.from > last) blanks.push([last, piece.from])
    for (const column of spacesOf(piece, geometry)) blanks.push([column, column + 1])
    last = piece.to
  }
  blanks.push([last, Infinity])
  return blanks
}

/** The columns of the single spaces of a piece, from left to right. */
function spacesOf(piece: Piece, { printed }: Geometry): number[] {
  const columns: number[] = []
  const text = printed(piece.start, piece.end)
  const rightToLeft = isRightToLeft(text)
  let column = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (invisible.test(character)) continue
    if (character === ' ') columns.push(rightToLeft ? piece.to - 1 - column : piece.from + column)
    column++
  }
  return rightToLeft ? columns.reverse() : columns
}

/** Parts a piece at a column that is blank; the parts from left to right. */
export function cutPiece(piece: Piece, column: number, { printed }: Geometry): Piece[] {
  const text = printed(piece.start, piece.end)
  const rightToLeft = isRightToLeft(text)
  const wanted = rightToLeft ? piece.to - 1 - column : column - piece.from
  let seen = 0
  for (let at = piece.start; at < piece.end; at++) {
    if (invisible.test(text[at - piece.start] ?? '')) continue
    if (seen++ < wanted) continue
    const before = { start: piece.start, end: at }
    const behind = { start: at + 1, end: piece.end }
    const [left, right] = rightToLeft ? [behind, before] : [before, behind]
    return [
      { start: left.start, end: left.end, from: piece.from, to: column },
      { start: right.start, end: right.end, from: column + 1, to: piece.to }
    ]
  }
  return [piece]
}

/** Arabic pieces are in logical order, which begins at the right. */
function isRightToLeft(text: string): boolean {
  return text.startsWith('\u202B')
}

function visibleLength(text: string): number {
  let length = text.length
  // Only Arabic has such marks.
  if (!invisible.test(text)) return length
  for (const character of text) if (invisible.test(character)) length--
  return length
}
