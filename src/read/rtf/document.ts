import type { Flow, FlowParagraph, FlowPiece } from '../flow/flow.ts'
import { formatNumber, type NumberFormat } from '../flow/number-format.ts'
import { symbolCharacter } from '../flow/symbol-font.ts'
import { decodePage, pageOfCharset } from './code-page.ts'
import { destinations, signs, type Destination } from './words.ts'
import type { RtfToken } from './tokens.ts'

/** What a group hands down to the groups in it. */
interface State {
  destination: Destination
  /** Bytes that follow `\u` for readers that know no Unicode. */
  skipped: number
  font: number
  raised: boolean
  bold: boolean
  hidden: boolean
  deleted: boolean
  /** Points. */
  size: number | undefined
  /** Index in the stack of texts: body, note, header. */
  story: Story
}

/** A text of its own: the body, a note, a header. */
interface Story {
  paragraphs: FlowParagraph[]
  pieces: FlowPiece[]
  label: string
  /** The mark of the note that the story is. */
  mark?: string
  /** How the open paragraph is set. */
  properties: Properties
  page: boolean
  row: number
  column: number
  table: number
}

interface Properties {
  inTable: boolean
  level: number
  heading: number | undefined
  /** Twips. */
  left: number
  first: number
}

interface NoteCount {
  number: number
  format: NumberFormat
}

const noteFormats: Readonly<Record<string, NumberFormat>> = { nar: 'decimal', nalc: 'lowerLetter', nauc: 'upperLetter', nrlc: 'lowerRoman', nruc: 'upperRoman', nchi: 'stars', nchosung: 'decimal', ncnum: 'enclosedCircle', ndbnum: 'hanDigit', ndbnumd: 'hanCount', nzodiac: 'branch', ngbnum: 'decimal' }

/** Puts an RTF together, token by token. */
export class RtfDocument {
  readonly #body = newStory()
  readonly #notes = new Map<string, FlowParagraph[]>()
  readonly #furniture: FlowParagraph[] = []
  readonly #fonts = new Map<number, number>()
  readonly #symbolFonts = new Map<number, string>()
  readonly #headings = new Map<number, number>()
  readonly #stack: State[] = []
  readonly #counts: Record<'endnote' | 'footnote', NoteCount> = { footnote: { number: 0, format: 'decimal' }, endnote: { number: 0, format: 'lowerRoman' } }
  #state: State = { destination: 'text', skipped: 1, font: 0, raised: false, bold: false, hidden: false, deleted: false, size: 12, story: this.#body }
  #page = 1252
  #defaultFont = 0
  /** `\*` was read: a destination that is not known is skipped. */
  #optional = false
  /** Bytes to pass over behind `\u`. */
  #pass = 0
  #tables = 0
  /** Font or style whose definition is read, and its name so far. */
  #defined = 0
  #definedOutline: number | undefined
  #name = ''

  take(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        this.#stack.push({ ...this.#state })
        this.#optional = false
        this.#pass = 0
        return
      case 'close':
        this.#close()
        return
      case 'bytes':
        this.#bytes(token.bytes)
        return
      case 'control':
        this.#control(token.name, token.value)
    }
  }

  finish(): Flow {
    this.#endParagraph(this.#body)
    return { paragraphs: [...this.#body.paragraphs, ...this.#furniture], notes: this.#notes }
  }

  #close(): void {
    this.#pass = 0
    const before = this.#state
    const after = this.#stack.pop()
    if (after === undefined) return
    if (before.story !== after.story) this.#endStory(before)
    if (before.destination === 'font' || before.destination === 'style') this.#define(before.destination)
    this.#state = after
  }

  #bytes(bytes: readonly number[]): void {
    const passed = Math.min(this.#pass, bytes.length)
    this.#pass -= passed
    const rest = passed === 0 ? bytes : bytes.slice(passed)
    if (rest.length === 0) return
    const font = this.#symbolFonts.get(this.#state.font)
    if (font !== undefined && isPrinted(this.#state.destination)) this.#text(rest.map((byte) => symbolCharacter(byte, font)).join(''))
    else this.#text(decodePage(rest, this.#fonts.get(this.#state.font) ?? this.#page))
  }

  #text(text: string): void {
    this.#optional = false
    const { destination, hidden, deleted, story, raised, bold, size } = this.#state
    if (destination === 'font' || destination === 'style') {
      this.#name += text
      if (text.includes(';')) this.#define(destination)
      return
    }
    if (destination === 'code') {
      if (/\b(?:PAGE|NUMPAGES)\b/.test(text)) story.page = true
      return
    }
    if (!isPrinted(destination) || deleted) return
    if (destination === 'label') {
      story.label += text
      return
    }
    if (hidden) return
    story.pieces.push({ text, ...(raised ? { raised } : {}), ...(bold ? { bold } : {}), ...(size === undefined ? {} : { size }) })
  }

  #control(name: string, value: number | undefined): void {
    if (name === '*') {
      this.#optional = true
      return
    }
    const known = destinations[name]
    if (known !== undefined) this.#enter(name, known)
    else if (this.#optional) this.#state.destination = 'skipped'
    this.#optional = false
    if (known !== undefined) return
    const sign = signs[name]
    if (sign !== undefined) {
      if (this.#pass > 0) this.#pass--
      else this.#text(sign)
    } else if (name === 'u') this.#unicode(value ?? 0)
    else if (!this.#format(name, value)) this.#structure(name, value)
  }

  #unicode(value: number): void {
    const code = value < 0 ? value + 65_536 : value
    const font = this.#symbolFonts.get(this.#state.font)
    this.#text(code >= 0xf000 && code <= 0xf0ff ? symbolCharacter(code, font) : String.fromCharCode(code))
    this.#pass = this.#state.skipped
  }

  /** Letters. */
  #format(name: string, value: number | undefined): boolean {
    const state = this.#state
    const on = value !== 0
    switch (name) {
      case 'b':
        state.bold = on
        return true
      case 'super':
        state.raised = on
        return true
      case 'nosupersub':
      case 'sub':
        state.raised = false
        return true
      case 'up':
        state.raised = (value ?? 6) > 3
        return true
      case 'v':
        state.hidden = on
        return true
      case 'deleted':
        state.deleted = on
        return true
      case 'fs':
        state.size = (value ?? 24) / 2
        return true
      case 'f':
        if (state.destination === 'font') this.#defined = value ?? 0
        state.font = value ?? 0
        return true
      case 'plain':
        Object.assign(state, { raised: false, bold: false, hidden: false, deleted: false, size: 12, font: this.#defaultFont })
        return true
      case 'uc':
        state.skipped = Math.max(0, value ?? 1)
        return true
    }
    return false
  }

  #structure(name: string, value: number | undefined): void {
    const state = this.#state
    const { story } = state
    const { properties } = story
    switch (name) {
      case 'par':
      case 'sect':
        if (isPrinted(state.destination)) this.#endParagraph(story)
        return
      case 'cell':
      case 'nestcell':
        if (!isPrinted(state.destination)) return
        properties.inTable = true
        this.#endParagraph(story)
        if (name === 'cell') story.column++
        return
      case 'row':
        story.row++
        story.column = 0
        return
      case 'pard':
        if (!isPrinted(state.destination) || state.destination === 'label') return
        story.properties = newProperties()
        return
      case 'intbl':
        properties.inTable = true
        return
      case 'ilvl':
        properties.level = value ?? 0
        return
      case 'outlinelevel':
        if (state.destination === 'style') this.#definedOutline = value
        else properties.heading = headingOf(value)
        return
      case 's':
        if (state.destination === 'style') this.#defined = value ?? 0
        else properties.heading = this.#headings.get(value ?? 0) ?? properties.heading
        return
      case 'li':
        properties.left = value ?? 0
        return
      case 'fi':
        properties.first = value ?? 0
        return
      case 'chftn':
        this.#ownMark()
        return
      case 'chpgn':
        story.page = true
        return
      case 'ftnalt':
        if (state.story !== this.#body) state.story.mark ??= ''
        return
      case 'ansicpg':
        this.#page = value ?? 1252
        return
      case 'mac':
        this.#page = 10000
        return
      case 'deff':
        this.#defaultFont = value ?? 0
        this.#state.font = this.#defaultFont
        return
      case 'fcharset':
        if (value === 2) this.#symbolFonts.set(this.#defined, 'symbol')
        else {
          const page = pageOfCharset(value ?? 0)
          // Character set 0 is that of the whole file.
          if (page !== undefined && value !== 0) this.#fonts.set(this.#defined, page)
        }
        return
      case 'cpg':
        if (state.destination === 'font') this.#fonts.set(this.#defined, value ?? 1252)
        return
    }
    const note = /^(a?)ftn(start|n[a-z]+)$/.exec(name)
    if (note) {
      const count = this.#counts[note[1] === 'a' ? 'endnote' : 'footnote']
      const format = noteFormats[note[2] ?? '']
      if (format !== undefined) count.format = format
      else if (note[2] === 'start') count.number = (value ?? 1) - 1
    }
  }

  #enter(name: string, destination: Destination): void {
    const state = this.#state
    const { story } = state
    if (state.destination === 'skipped' && destination !== 'box') return
    state.destination = destination
    if (destination === 'note') {
      const id = `note ${String(this.#notes.size + 1)}`
      const note = newStory()
      note.mark = this.#reference(story, id)
      this.#notes.set(id, note.paragraphs)
      state.story = note
      state.destination = 'text'
    } else if (destination === 'furniture') {
      state.story = newStory()
      state.destination = 'text'
    } else if (destination === 'box') {
      const box = newStory()
      state.story = box
      state.destination = 'text'
    } else if (destination === 'font' || destination === 'style') this.#name = ''
    if (name === 'pntext' || name === 'listtext') story.label = ''
  }

  /** The mark in front of a note: counted, or typed. */
  #reference(story: Story, id: string): string {
    const last = story.pieces.findLast(({ text }) => text.trim() !== '')
    if (last === undefined) return ''
    if (last.reference === undefined && (last.raised === true || /^[*†‡§]{1,4}$/.test(last.text.trim()))) last.reference = id
    return last.reference === id ? last.text.trim() : ''
  }

  /** `\chftn`: the number of the next note in the text, of its own in a note. */
  #ownMark(): void {
    const { story, raised, deleted, size } = this.#state
    if (deleted) return
    const look = { ...(raised ? { raised } : {}), ...(size === undefined ? {} : { size }) }
    if (story.mark !== undefined) story.pieces.push({ text: story.mark, mark: true, ...look })
    else {
      const count = this.#counts.footnote
      count.number++
      // LibreOffice sets a raised space before the mark where text runs from right to left: no one typed it.
      const before = story.pieces.at(-1)
      if (before?.raised === true && before.text === ' ') story.pieces.pop()
      story.pieces.push({ text: formatNumber(count.number, count.format), ...look, raised: true })
    }
  }

  #endStory({ story }: State): void {
    this.#endParagraph(story)
    // Groups that a damaged file closes in the wrong place.
    if (story === this.#body) return
    if (story.mark !== undefined) {
      markFirst(story)
      return
    }
    // Headers and footers, each text once; boxes go behind the paragraph that they are tied to.
    const after = this.#stack.at(-1)
    const box = after !== undefined && after.destination === 'skipped'
    if (box) {
      for (const paragraph of story.paragraphs) this.#body.paragraphs.push(paragraph)
      return
    }
    for (const paragraph of story.paragraphs) {
      const text = paragraph.pieces.map((piece) => piece.text).join('').trim()
      const known = this.#furniture.some(({ pieces }) => pieces.map((piece) => piece.text).join('').trim() === text)
      if (text !== '' && !known) this.#furniture.push({ pieces: paragraph.pieces, furniture: paragraph.furniture ?? 'running-head' })
    }
  }

  #endParagraph(story: Story): void {
    const { pieces, label, properties } = story
    const paragraph: FlowParagraph = { pieces }
    const text = pieces.map((piece) => piece.text).join('')
    if (label.trim() !== '' && text.trim() !== '') paragraph.label = { text: label.trim(), level: properties.level, suffix: label.endsWith('\t') ? '\t' : label.endsWith(' ') ? ' ' : '' }
    else if (properties.left + properties.first >= 60) paragraph.indent = Math.round((properties.left + properties.first) / 120)
    if (properties.heading !== undefined) paragraph.heading = properties.heading
    if (properties.inTable) {
      if (story.table < 0) story.table = this.#tables++
      paragraph.cell = { table: story.table, row: story.row, column: story.column }
    } else {
      story.table = -1
      story.row = 0
      story.column = 0
    }
    if (story.page && !/\p{L}{3}/u.test(text)) {
      paragraph.furniture = 'page-number'
      // The field may have no result: the number is nothing but a field.
      if (text.trim() === '') paragraph.pieces = []
    }
    story.page = false
    story.pieces = []
    story.label = ''
    story.paragraphs.push(paragraph)
  }

  #define(destination: 'font' | 'style'): void {
    const name = (this.#name.split(';')[0] ?? '').trim()
    this.#name = ''
    if (name === '') return
    if (destination === 'font') {
      if (/^(?:symbol|wingdings)/i.test(name)) this.#symbolFonts.set(this.#defined, name)
      return
    }
    const level = /^heading (\d)$/i.exec(name)?.[1]
    const heading = level === undefined ? (/^title$/i.test(name) ? 1 : headingOf(this.#definedOutline)) : Number(level)
    if (heading !== undefined) this.#headings.set(this.#defined, heading)
    this.#definedOutline = undefined
    this.#defined = 0
  }
}

/** The mark that was typed into a note. */
function markFirst({ mark, paragraphs }: Story): void {
  const pieces = paragraphs[0]?.pieces
  if (mark === undefined || mark === '' || pieces === undefined || pieces.some((piece) => piece.mark)) return
  const index = pieces.findIndex(({ text }) => text.trim() !== '')
  const first = pieces[index]
  if (first?.text.trimStart().startsWith(mark) !== true) return
  const rest = first.text.trimStart().slice(mark.length)
  pieces.splice(0, index + 1, { ...first, text: mark, mark: true }, { ...first, text: rest })
}

function headingOf(outline: number | undefined): number | undefined {
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined
}

function isPrinted(destination: Destination): boolean {
  return destination === 'text' || destination === 'label'
}

function newProperties(): Properties {
  return { inTable: false, level: 0, heading: undefined, left: 0, first: 0 }
}

function newStory(): Story {
  return { paragraphs: [], pieces: [], label: '', properties: newProperties(), page: false, row: 0, column: 0, table: -1 }
}
