import type { Rule } from './glyph.ts'

/** A printed line of a page, or of a cell, in the order in which it is read. */
export interface PdfLine {
  text: string
  /** Stretches of the text that are raised. */
  raised: ReadonlyArray<readonly [start: number, end: number]>
  page: number
  left: number
  right: number
  baseline: number
  /** Of most of its letters, points. */
  size: number
  bold: boolean
  rtl: boolean
  /** A space is drawn behind its last word. */
  spaced: boolean
  /** Width of its first word, points. */
  firstWord: number
  /** Ends of the column that it stands in, points. */
  column: { left: number; right: number }
  /** Wide gaps part it: it is no line of a paragraph. */
  parted: boolean
  cell?: { table: number; row: number; column: number; last: boolean }
  furniture?: 'invisible' | 'page-number' | 'running-head'
}

/** What is kept of a page. */
export interface PdfPage {
  width: number
  height: number
  lines: PdfLine[]
  rtl: boolean
  /** Short rules that may stand above notes: their distance from the top. */
  noteRules: number[]
  /** Rules over most of a line: frames of paragraphs, lines of tables. */
  rules: Rule[]
}
