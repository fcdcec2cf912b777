import type { Flow, FlowParagraph } from '../flow/flow.ts'
import { symbolCharacter } from '../flow/symbol-font.ts'
import { TableColumns } from '../flow/table-columns.ts'
import { decodePage } from './code-page.ts'
import { Definitions, outlineHeading } from './definitions.ts'
import { RtfFormula } from './formula.ts'
import { type Letters, setLetters } from './letters.ts'
import { NoteCounts } from './note-counts.ts'
import { endParagraph, markFirst, newProperties, newStory, type Story } from './story.ts'
import type { RtfToken } from './tokens.ts'
import { destinations, signs, type Destination } from './words.ts'

/** What a group hands down to the groups in it. */
interface State extends Letters {
  destination: Destination
  /** Bytes that follow `\u` for readers that know no Unicode. */
  skipped: number
  /** Index in the stack of texts: body, note, header. */
  story: Story
}

/** Puts an RTF together, token by token. */
export class RtfDocument {
  readonly #body = newStory()
  readonly #notes = new Map<string, FlowParagraph[]>()
  readonly #furniture: FlowParagraph[] = []
  readonly #definitions = new Definitions()
  readonly #noteCounts = new NoteCounts()
  readonly #columns = new TableColumns()
  /** Where the cells of the row at hand end, twips. */
  #edges: number[] = []
  readonly #stack: State[] = []
  #state: State = { destination: 'text', skipped: 1, font: 0, raised: false, bold: false, hidden: false, deleted: false, size: 12, story: this.#body }
  /** `\*` was read: a destination that is not known is skipped. */
  #optional = false
  /** Bytes to pass over behind `\u`. */
  #pass = 0
  #tables = 0
  /** The formula that is read. */
  #formula: RtfFormula | undefined

  take(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        this.#stack.push({ ...this.#state })
        this.#formula?.open()
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
    this.#columns.place(this.#body.paragraphs)
    return { paragraphs: [...this.#body.paragraphs, ...this.#furniture], notes: this.#notes }
  }

  #close(): void {
    this.#pass = 0
    const before = this.#state
    const after = this.#stack.pop()
    if (after === undefined) return
    if (this.#formula?.close() === true) this.#endFormula(before)
    if (before.story !== after.story) this.#endStory(before)
    if (before.destination === 'font' || before.destination === 'style') this.#definitions.end(before.destination)
    this.#state = after
  }

  #bytes(bytes: readonly number[]): void {
    const passed = Math.min(this.#pass, bytes.length)
    this.#pass -= passed
    const rest = passed === 0 ? bytes : bytes.slice(passed)
    if (rest.length === 0) return
    const font = this.#definitions.symbolFontOf(this.#state.font)
    if (font !== undefined && isPrinted(this.#state.destination)) this.#text(rest.map((byte) => symbolCharacter(byte, font)).join(''))
    else this.#text(decodePage(rest, this.#definitions.pageOf(this.#state.font)))
  }

  #text(text: string): void {
    this.#optional = false
    const { destination, hidden, deleted, story, raised, bold, size } = this.#state
    if (destination === 'font' || destination === 'style') {
      this.#definitions.addName(text, destination)
      return
    }
    if (destination === 'code') {
      if (/\b(?:PAGE|NUMPAGES)\b/.test(text)) story.page = true
      return
    }
    if (!isPrinted(destination) || deleted) return
    if (this.#formula) {
      this.#formula.text(text)
      return
    }
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
    if (this.#formula) {
      this.#formula.name(name)
      this.#optional = false
    } else if (name === 'moMath' && isPrinted(this.#state.destination)) {
      this.#formula = new RtfFormula()
      this.#optional = false
      return
    } else if (name === 'moMathPara') this.#optional = false
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
    else {
      this.#definitions.take(name, value, this.#state.destination)
      if (!setLetters(this.#state, name, value, this.#definitions.plainFont)) this.#structure(name, value)
    }
  }

  /** Two formulas side by side are two. */
  #endFormula({ story, deleted }: State): void {
    const text = String(this.#formula)
    this.#formula = undefined
    const isBeside = story.formula !== undefined && story.pieces.at(-1) === story.formula
    if (text === '' || deleted) return
    story.formula = { text: isBeside ? ` ${text}` : text }
    story.pieces.push(story.formula)
  }

  #unicode(value: number): void {
    const code = value < 0 ? value + 65_536 : value
    const font = this.#definitions.symbolFontOf(this.#state.font)
    this.#text(code >= 0xf000 && code <= 0xf0ff ? symbolCharacter(code, font) : String.fromCharCode(code))
    this.#pass = this.#state.skipped
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
        if (story === this.#body) this.#columns.endRow(story.table, story.row, this.#edges)
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
        if (state.destination !== 'style') properties.heading = outlineHeading(value)
        return
      case 's':
        if (state.destination !== 'style') properties.heading = this.#definitions.headingOf(value ?? 0) ?? properties.heading
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
      case 'uc':
        state.skipped = Math.max(0, value ?? 1)
        return
      case 'deff':
        state.font = this.#definitions.plainFont
        return
      case 'trowd':
        this.#edges = []
        return
      case 'cellx':
        this.#edges.push(value ?? 0)
        return
    }
    this.#noteCounts.take(name, value)
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
    } else if (destination === 'font' || destination === 'style') this.#definitions.begin()
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
      // LibreOffice sets a raised space before the mark where text runs from right to left: no one typed it.
      const before = story.pieces.at(-1)
      if (before?.raised === true && before.text === ' ') story.pieces.pop()
      story.pieces.push({ text: this.#noteCounts.next(), ...look, raised: true })
    }
  }

  #endParagraph(story: Story): void {
    endParagraph(story, () => this.#tables++)
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
}

function isPrinted(destination: Destination): boolean {
  return destination === 'text' || destination === 'label'
}
