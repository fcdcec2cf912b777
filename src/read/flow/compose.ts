import type { LineFacts, Source, SourceLine } from '../../source/source.ts'
import type { Flow, FlowParagraph, FlowPiece } from './flow.ts'
import { openLetterhead } from './letterhead.ts'

/**
 * Paragraphs to a source: their text with a blank line between two, and a line for each printed stretch.
 *
 * A note stands behind the paragraph that first refers to it, or behind its table; notes without a reference stand last. Those of
 * one paragraph stand by their numbers: the order of its words differs from language to language.
 * The cells of a row are parted by tabs, its label and a paragraph by what the list sets between them.
 */
export function composeFlow({ paragraphs: all, notes }: Flow): Source {
  const paragraphs = openLetterhead(all)
  const composer = new Composer()
  const left = new Map(notes)
  const waiting: string[] = []
  const placeNotes = (): void => {
    for (const id of waiting.splice(0)) {
      const body = left.get(id) ?? []
      left.delete(id)
      for (const paragraph of body) {
        composer.add({ ...paragraph, note: id })
        // A note may refer to another.
        for (const { reference } of paragraph.pieces) if (reference !== undefined && left.has(reference)) waiting.push(reference)
      }
    }
    if (waiting.length > 0) placeNotes()
  }
  for (const [index, paragraph] of paragraphs.entries()) {
    composer.add(paragraph)
    for (const { reference } of byNumber(paragraph.pieces)) if (reference !== undefined && left.has(reference)) waiting.push(reference)
    const next = paragraphs[index + 1]
    if (paragraph.cell === undefined || next?.cell?.table !== paragraph.cell.table) placeNotes()
  }
  for (const reference of left.keys()) waiting.push(reference)
  placeNotes()
  return composer.source()
}

/** Pieces that refer to notes, by the numbers that they print; as they come where one prints no number. */
function byNumber(pieces: readonly FlowPiece[]): FlowPiece[] {
  const marks = pieces.filter(({ reference }) => reference !== undefined)
  return marks.every(({ text }) => /^\d+$/.test(text.trim())) ? marks.toSorted((a, b) => Number(a.text) - Number(b.text)) : marks
}

class Composer {
  readonly #texts: string[] = []
  readonly #lines: SourceLine[] = []
  #length = 0
  /** Empty paragraphs since the last one with text. */
  #empty = 0
  #last: FlowParagraph | undefined

  add(paragraph: FlowParagraph): void {
    const whole = paragraph.pieces.map(({ text }) => text).join('')
    const empty = whole.trim() === '' && (paragraph.label === undefined || paragraph.label.text === '')
    if (empty) {
      if (paragraph.cell === undefined) this.#empty++
      return
    }
    const gap = this.#part(paragraph)
    const label = this.#label(paragraph)
    const stretches = this.#stretches(paragraph)
    let broken = gap
    let before: LineFacts | undefined
    stretches.forEach((pieces, index) => {
      const start = this.#length
      const facts: LineFacts = { ends: index === stretches.length - 1 }
      this.#write(pieces, facts)
      const line = this.#trim(index === 0 && label ? label.start : start)
      if (line) {
        if (index === 0 && label) facts.label = label
        this.#describe(facts, paragraph)
        this.#lines.push({ ...line, page: 0, indent: index === 0 ? (paragraph.indent ?? 0) : 0, gap: broken, facts })
        before = facts
        broken = 0
      } else {
        // A line break does not end a paragraph, two of them do.
        if (before) before.ends = true
        broken++
      }
      if (index < stretches.length - 1) this.#append('\n')
    })
    this.#last = paragraph
    this.#empty = 0
  }

  source(): Source {
    if (this.#length > 0) this.#append('\n')
    return { text: this.#texts.join(''), lines: this.#lines }
  }

  /** What stands in front of a paragraph; gives the blank lines. */
  #part(paragraph: FlowParagraph): number {
    const [before, cell] = [this.#last, paragraph.cell]
    if (before === undefined) return 0
    if (cell !== undefined && before.cell?.table === cell.table) {
      const same = before.cell.row === cell.row
      this.#append(same && before.cell.column !== cell.column ? '\t' : '\n')
      return 0
    }
    const blank = 1 + Math.min(this.#empty, 3)
    this.#append('\n'.repeat(1 + blank))
    return blank
  }

  #label({ label }: FlowParagraph): LineFacts['label'] | undefined {
    if (label === undefined || label.text.trim() === '') return undefined
    const before = label.text.length - label.text.trimStart().length
    const start = this.#length + before
    this.#append(label.text)
    const found = { start, end: start + label.text.trim().length, level: label.level }
    this.#append(label.suffix)
    return found
  }

  /** The pieces between line breaks. */
  #stretches({ pieces }: FlowParagraph): FlowPiece[][] {
    const stretches: FlowPiece[][] = [[]]
    for (const piece of pieces)
      piece.text.split('\n').forEach((text, index) => {
        if (index > 0) stretches.push([])
        if (text !== '') stretches.at(-1)?.push({ ...piece, text })
      })
    while (stretches.length > 1 && isBlank(stretches.at(-1))) stretches.pop()
    while (stretches.length > 1 && isBlank(stretches[0])) stretches.shift()
    return stretches
  }

  #write(pieces: readonly FlowPiece[], facts: LineFacts): void {
    const raised: Array<[number, number]> = []
    const references: Array<{ start: number; end: number; note: string }> = []
    const sizes = new Map<number, number>()
    let [bold, all] = [0, 0]
    for (const piece of pieces) {
      const start = this.#length
      this.#append(piece.text)
      const letters = piece.text.trim().length
      all += letters
      if (letters === 0) continue
      // White space around a mark is none of it: at the end of a line it would be outside.
      const from = start + piece.text.length - piece.text.trimStart().length
      const end = from + letters
      if (piece.raised === true) {
        const last = raised.at(-1)
        if (last?.[1] === from) last[1] = end
        else raised.push([from, end])
      }
      if (piece.reference !== undefined) references.push({ start: from, end, note: piece.reference })
      if (piece.mark) facts.note = { id: '', marker: [from, end] }
      if (piece.bold === true) bold += letters
      if (piece.size !== undefined) sizes.set(piece.size, (sizes.get(piece.size) ?? 0) + letters)
    }
    if (raised.length > 0) facts.raised = raised
    if (references.length > 0) facts.references = references
    if (all > 0 && 2 * bold > all) facts.bold = true
    const [size] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? []
    if (size !== undefined) facts.size = size
  }

  #describe(facts: LineFacts, { note, cell, heading, furniture }: FlowParagraph): void {
    if (note !== undefined) facts.note = { ...facts.note, id: note }
    else delete facts.note
    if (cell !== undefined) facts.cell = cell
    if (heading !== undefined) facts.heading = heading
    if (furniture !== undefined) facts.furniture = furniture
  }

  #append(text: string): void {
    if (text === '') return
    this.#texts.push(text)
    this.#length += text.length
  }

  /** The stretch from an offset to the end, without white space at its ends. */
  #trim(start: number): { start: number; end: number } | undefined {
    const pieces: string[] = []
    for (let index = this.#texts.length - 1, at = this.#length; at > start && index >= 0; index--) {
      const text = this.#texts[index] ?? ''
      at -= text.length
      pieces.unshift(text.slice(Math.max(0, start - at)))
    }
    const text = pieces.join('')
    const words = text.trim()
    if (words === '') return undefined
    const from = start + text.length - text.trimStart().length
    return { start: from, end: from + words.length }
  }
}

function isBlank(pieces: readonly FlowPiece[] | undefined): boolean {
  return (pieces ?? []).every(({ text }) => text.trim() === '')
}
