import type { LineFacts, Source, SourceLine } from '../../source/source.ts'
import type { PdfLine, PdfPage } from './line.ts'
import { openLetterhead } from './letterhead.ts'
import { findNotes, underscores, type NoteBefore, type PdfNote } from './notes.ts'
import { marginalLines, markFurniture } from './furniture.ts'
import { endsBetween, measureEdges, measureSetting, type Setting } from './paragraphs.ts'

/** A line and what it is, in the order in which it is written. */
interface PlacedLine {
  line: PdfLine
  note?: PdfNote
  ends?: boolean
  references: ReadonlyArray<{ start: number; end: number; note: string }>
}

/**
 * Pages to a source: lines in their order, with their boxes; notes behind the text of their page. The pages are empty then: of a
 * thousand of them, what is written and what is not yet stand in memory once.
 */
export function composePages(pages: readonly PdfPage[]): Source {
  markFurniture(pages)
  openLetterhead(pages)
  const setting = measureSetting(pages)
  const placed = placeLines(pages, setting)
  markEnds(placed, pages, setting)
  placed.forEach((one, index) => {
    if (one.ends !== false) return
    const next = placed.slice(index + 1, index + 4).find(({ line, note }) => line.furniture === undefined && note === one.note)
    if (next) mendNumber(one, next)
  })
  for (const page of pages) page.lines = []
  return write(placed.reverse(), pages)
}

/** The lines of each page, and behind them those of its notes. */
function placeLines(pages: readonly PdfPage[], { size }: Setting): PlacedLine[] {
  const placed: PlacedLine[] = []
  let before: NoteBefore | undefined
  for (const [number, page] of pages.entries()) {
    const notes = findNotes(page, number, size, before)
    const noteLines = new Set(notes.flatMap(({ lines }) => lines))
    const text = page.lines.flatMap((line): PlacedLine[] => (noteLines.has(line) ? [] : [{ line, references: referencesIn(line, notes) }]))
    tieStars(text, notes)
    for (const one of text) placed.push(one)
    for (const note of notes) note.lines.forEach((line, index) => placed.push({ line, note, ends: index === note.lines.length - 1, references: none }))
    const note = notes.at(-1)
    before = note && { note, page }
  }
  return placed
}

/** Most lines refer to nothing. */
const none: PlacedLine['references'] = []

/** Raised marks of notes of the same page. */
function referencesIn(line: PdfLine, notes: readonly PdfNote[]): PlacedLine['references'] {
  if (line.furniture !== undefined || line.raised.length === 0) return none
  return line.raised.flatMap(([start, end]) => {
    const mark = line.text.slice(start, end)
    const note = notes.find(({ marker }) => marker === mark.trim())
    const from = start + mark.length - mark.trimStart().length
    return note ? [{ start: from, end: from + mark.trim().length, note: note.id }] : []
  })
}

/** A star that is not raised refers to its note where it is the only one of the page. */
function tieStars(text: readonly PlacedLine[], notes: readonly PdfNote[]): void {
  for (const { marker, id } of notes) {
    if (!marker.startsWith('*')) continue
    const found = text.flatMap((one) => {
      // The bars of a job number are printed between stars.
      if (one.line.furniture !== undefined || /\*\d{5,9}\*/.test(one.line.text)) return []
      return [...one.line.text.matchAll(/\*+/g)].filter(({ 0: stars, index }) => stars === marker && index > 0).map(({ index }) => ({ one, index }))
    })
    const [only, more] = found
    if (only && !more && only.one.references.length === 0) only.one.references = [{ start: only.index, end: only.index + marker.length, note: id }]
  }
}

function markEnds(placed: readonly PlacedLine[], pages: readonly PdfPage[], setting: Setting): void {
  const edgesOf = measureEdges(pages)
  const marginal = new Set(pages.flatMap(marginalLines))
  let open: PlacedLine | undefined
  for (const one of placed) {
    const { line, note } = one
    if (line.cell) {
      if (open) open.ends = true
      open = undefined
    }
    if (line.furniture !== undefined || note || line.cell) continue
    if (marginal.has(line) || underscores.test(line.text.trim())) {
      one.ends = true
      continue
    }
    const ends = open && (isRuled(open.line, line, pages) || endsBetween(open.line, line, setting, edgesOf))
    if (open && ends !== undefined) open.ends = ends
    open = one
  }
  if (open) open.ends = true
}

/** Whether a line is drawn between two lines of a page: one of them is in a frame. What is under words is an underline. */
function isRuled(line: PdfLine, next: PdfLine, pages: readonly PdfPage[]): boolean {
  const [from, to] = [line.baseline + 0.22 * line.size, next.baseline - 0.75 * next.size]
  return line.page === next.page && (pages[line.page]?.rules.some(({ y, left, right }) => y > from && y < to && right > line.left && left < line.right) ?? false)
}

/** The figures at the end of a line of Chinese, and those at the start of the next. */
const figuresBefore = /(?:^|[^\d])(\d{1,6})$/
const figuresBehind = /^(\d{1,6})(.?)/

/**
 * LibreOffice breaks numbers in Chinese at the end of a line: `2` and `021年`. Where they are no groups of three, which a space
 * would part, the number stands whole on the second line.
 */
function mendNumber({ line }: PlacedLine, next: PlacedLine): void {
  const [, before] = figuresBefore.exec(line.text) ?? []
  const [, behind, sign] = figuresBehind.exec(next.line.text) ?? []
  if (before === undefined || behind === undefined || line.spaced || !/\p{Script=Han}/u.test(line.text)) return
  if (behind.length === 3 && before.length <= 3 && sign !== '年') return
  if (line.raised.some(([, end]) => end > line.text.length - before.length) || next.line.raised.some(([start]) => start < behind.length)) return
  line.text = line.text.slice(0, -before.length)
  next.line.text = before + next.line.text
  next.line.raised = next.line.raised.map(([start, end]) => [start + before.length, end + before.length])
  if (next.references.length > 0) next.references = next.references.map((one) => ({ ...one, start: one.start + before.length, end: one.end + before.length }))
}

/** Writes lines from the last to the first of a list, which is empty then. */
function write(left: PlacedLine[], pages: readonly PdfPage[]): Source {
  const texts: string[] = []
  const lines: SourceLine[] = []
  const starts: number[] = []
  let length = 0
  const append = (text: string): void => {
    texts.push(text)
    length += text.length
  }
  let before: PlacedLine | undefined
  for (let one = left.pop(); one; one = left.pop()) {
    const { line } = one
    if (line.text.trim() === '') continue
    const gap = before ? separate(before, one, append, starts, () => length) : 0
    const lead = line.text.length - line.text.trimStart().length
    const start = length + lead
    append(line.text)
    lines.push({ start, end: length - (line.text.length - line.text.trimEnd().length), page: line.page, indent: indentOf(line, pages), gap, facts: factsOf(one, start - lead) })
    before = one
  }
  if (length > 0) append('\n')
  return { text: texts.join(''), lines, pages: starts }
}

/** What stands between two lines; gives the blank lines. */
function separate(before: PlacedLine, { line, note }: PlacedLine, append: (text: string) => void, starts: number[], length: () => number): number {
  if (before.line.page !== line.page) {
    append('\n')
    for (let page = before.line.page; page < line.page; page++) {
      append('\f')
      starts.push(length())
    }
    return 0
  }
  const [one, other] = [before.line.cell, line.cell]
  if (one && other?.table === one.table && other.row === one.row && other.column !== one.column) {
    append('\t')
    return 0
  }
  const isText = one === undefined && other === undefined && before.line.furniture === undefined && line.furniture === undefined
  const together = (before.ends !== true && before.note === note && isText) || (one && other?.table === one.table)
  append(together ? '\n' : '\n\n')
  return together ? 0 : 1
}

function indentOf(line: PdfLine, pages: readonly PdfPage[]): number {
  const width = pages[line.page]?.width ?? 0
  const from = line.rtl ? Math.min(width, line.column.right) - line.right : line.left - Math.max(0, line.column.left)
  return Math.max(0, Math.round(from / (0.5 * line.size)))
}

function factsOf({ line, note, ends, references }: PlacedLine, offset: number): LineFacts {
  const facts: LineFacts = {
    box: { x: round(line.left), y: round(line.baseline - 0.8 * line.size), width: round(line.right - line.left), height: round(line.size) },
    size: line.size
  }
  if (line.bold) facts.bold = true
  if (line.raised.length > 0) facts.raised = line.raised.map(([start, end]) => [start + offset, end + offset] as const)
  if (ends !== undefined) facts.ends = ends
  if (line.cell) {
    const { table, row, column, last } = line.cell
    facts.cell = { table, row, column }
    facts.ends = last
  }
  if (references.length > 0) facts.references = references.map(({ start, end, note: id }) => ({ start: start + offset, end: end + offset, note: id }))
  if (note) {
    const length = note.lines[0] === line ? note.printed.length : 0
    facts.note = { id: note.id, ...(length === 0 ? {} : { marker: [offset, offset + length] as const }) }
  }
  if (line.furniture !== undefined) facts.furniture = line.furniture
  else if (underscores.test(line.text.trim())) facts.furniture = 'rule'
  return facts
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
