import type { FlowParagraph, FlowPiece } from '../flow/flow.ts'
import { symbolCharacter, symbolText } from '../flow/symbol-font.ts'
import type { TableColumns } from '../flow/table-columns.ts'
import { changeCharacters, changeParagraph, characterStyle, type CharacterFormat, type ParagraphFormat } from './formats.ts'
import type { DocLists } from './lists.ts'
import type { PropertyRun, PropertyRuns } from './property-runs.ts'
import type { StyleSheet } from './style-sheet.ts'
import type { WordFile } from './word-file.ts'

/** What all texts of a document share. */
export interface DocContext {
  file: WordFile
  paragraphs: PropertyRuns
  characters: PropertyRuns
  styles: StyleSheet
  fonts: readonly string[]
  lists: DocLists
  columns: TableColumns
  /** Tables so far. */
  tables: { count: number }
  /** The notes that are referred to, by the character that stands for them. */
  references: ReadonlyMap<number, { id: string; mark: string }>
  /** Characters behind which a section begins: a page ends with the same sign. */
  sections: ReadonlySet<number>
  /** A number was met that Word counts as it did before there were lists. */
  lost: { numbers: boolean }
}

/** Characters that mean something. */
const sign = { reference: 0x02, cell: 0x07, lineBreak: 0x0b, pageBreak: 0x0c, paragraph: 0x0d, columnBreak: 0x0e, field: 0x13, result: 0x14, fieldEnd: 0x15 }
const hyphens: ReadonlyMap<number, string> = new Map([[0x1e, '\u2011'], [0x1f, '\u00AD']])

/** Where a field stands: its code is not printed, its result is. */
interface Field {
  inCode: boolean
  code: string
}

/** Reads the paragraphs of a text: the body, a note, a header. */
export class TextReader {
  readonly #context: DocContext
  /** The mark of the note whose text this is. */
  readonly #mark: string | undefined
  readonly #paragraphs: FlowParagraph[] = []
  readonly #fields: Field[] = []
  #pieces: FlowPiece[] = []
  #hidden = ''
  #pageFields = 0
  #table = -1
  #row = 0
  #column = 0

  constructor(context: DocContext, mark?: string) {
    this.#context = context
    this.#mark = mark
  }

  /** The paragraphs between two characters. */
  read(from: number, to: number): FlowParagraph[] {
    const { text } = this.#context.file
    const stop = Math.min(to, text.length)
    for (let start = from; start < stop; ) {
      const end = this.#endOf(start, stop)
      this.#paragraph(start, end)
      start = end + 1
    }
    if (this.#pieces.length > 0) this.#paragraphs.push({ pieces: this.#pieces })
    return this.#paragraphs
  }

  /** The character that ends the paragraph. */
  #endOf(start: number, stop: number): number {
    const { file, sections } = this.#context
    for (let at = start; at < stop; at++) {
      const code = file.text.charCodeAt(at)
      if (code === sign.paragraph || code === sign.cell || (code === sign.pageBreak && sections.has(at + 1))) return at
    }
    return stop
  }

  #paragraph(start: number, end: number): void {
    const { paragraphs, characters, styles, file } = this.#context
    const run = this.#runAt(paragraphs, end)
    const style = styles.format(run?.style ?? 0)
    const changes = file.pieceOf(end)?.modifiers ?? none
    const format = changeParagraph(changeParagraph(style.paragraph, run?.modifiers ?? none, file.data), changes, file.data)
    this.#characters(start, end, style.characters)
    const own = this.#runAt(characters, end)
    const ending = changeCharacters(style.characters, own?.modifiers ?? none)
    if (format.endsRow === true && format.inTable === true) {
      this.#endRow(format)
      return
    }
    // A paragraph whose end was deleted goes on in the next; a row in a table in a cell ends with nothing.
    if (ending.deleted === true || (format.endsInnerRow === true && this.#pieces.length === 0)) return
    this.#add(format, ending)
    if (file.text.charCodeAt(end) === sign.cell) this.#column++
  }

  #add(format: ParagraphFormat, ending: CharacterFormat): void {
    const pieces = this.#pieces
    this.#pieces = []
    const blank = pieces.every(({ text }) => text.trim() === '')
    const paragraph: FlowParagraph = { pieces }
    if (format.countedOldly === true && !blank) this.#context.lost.numbers = true
    const list = format.list ?? 0
    // The label of a paragraph that is not printed is not counted.
    const label = list === 0 || (ending.hidden === true && blank) ? undefined : this.#context.lists.label(list, format.level ?? 0)
    if (label) paragraph.label = label
    else {
      const indent = Math.round(((format.left ?? 0) + (format.first ?? 0)) / 120)
      if (indent > 0) paragraph.indent = indent
    }
    if (format.outline !== undefined && format.outline < 9) paragraph.heading = format.outline + 1
    if (format.inTable === true) {
      if (this.#table < 0) this.#table = this.#context.tables.count++
      paragraph.cell = { table: this.#table, row: this.#row, column: this.#column }
    } else {
      this.#table = -1
      this.#row = 0
      this.#column = 0
    }
    if (this.#pageFields > 0 && !pieces.some(({ text }) => /\p{L}{3}/u.test(text))) paragraph.furniture = 'page-number'
    this.#pageFields = 0
    this.#paragraphs.push(paragraph)
    if (this.#hidden.trim() !== '') this.#paragraphs.push({ pieces: [{ text: this.#hidden }], furniture: 'invisible', ...(paragraph.cell ? { cell: paragraph.cell } : {}) })
    this.#hidden = ''
  }

  #endRow({ edges }: ParagraphFormat): void {
    if (this.#table >= 0 && edges) this.#context.columns.endRow(this.#table, this.#row, edges)
    this.#pieces = []
    this.#row++
    this.#column = 0
  }

  /** The run that a character is in. */
  #runAt(runs: PropertyRuns, character: number): PropertyRun | undefined {
    const piece = this.#context.file.pieceOf(character)
    return piece && runs.at(piece.start + (character - piece.from) * piece.bytesPerCharacter)
  }

  /** Characters, stretch by stretch of what is set alike. */
  #characters(start: number, end: number, style: CharacterFormat): void {
    const { file, characters, styles } = this.#context
    for (let at = start; at < end; ) {
      const piece = file.pieceOf(at)
      if (!piece) return
      const offset = piece.start + (at - piece.from) * piece.bytesPerCharacter
      const changes = characters.at(offset)?.modifiers ?? none
      const same = Math.ceil((characters.endOf(offset) - piece.start) / piece.bytesPerCharacter) + piece.from
      const next = Math.max(at + 1, Math.min(end, piece.to, same))
      const named = characterStyle(changes)
      const base = named === undefined ? style : { ...style, ...styles.format(named).characters }
      this.#stretch(at, next, changeCharacters(changeCharacters(base, changes, base), piece.modifiers, base))
      at = next
    }
  }

  #stretch(start: number, end: number, format: CharacterFormat): void {
    const { file, fonts, references } = this.#context
    let words = ''
    const flush = (): void => {
      this.#push(symbolText(words, fonts[format.font ?? -1]), format)
      words = ''
    }
    for (let at = start; at < end; at++) {
      const code = file.text.charCodeAt(at)
      const field = this.#fields.at(-1)
      if (code === sign.field || code === sign.result || code === sign.fieldEnd) {
        flush()
        this.#field(code)
        continue
      }
      if (this.#fields.some(({ inCode }) => inCode)) {
        if (field?.inCode === true && field.code.length < longestCode) field.code += file.text.charAt(at)
        continue
      }
      const reference = references.get(at)
      if (reference) {
        flush()
        const typed = code === sign.reference ? '' : (/^(.)\1{0,3}/su.exec(file.text.slice(at, Math.min(end, at + 4)))?.[0] ?? '')
        if (format.deleted !== true) this.#pieces.push({ text: typed || reference.mark, reference: reference.id, ...pieceFormat(format) })
        at += Math.max(0, typed.length - 1)
      } else if (format.symbol && format.special === true) words += symbolCharacter(format.symbol[1], fonts[format.symbol[0]])
      else if (code === sign.reference) {
        flush()
        if (this.#mark !== undefined) this.#pieces.push({ text: this.#mark, mark: true, ...pieceFormat(format) })
      } else words += printed(code)
    }
    flush()
  }

  #field(code: number): void {
    const field = this.#fields.at(-1)
    if (code === sign.field) this.#fields.push({ inCode: true, code: '' })
    else if (field && code === sign.result) field.inCode = false
    else if (field) this.#fields.pop()
    if (field === undefined || code === sign.field || (code === sign.fieldEnd && !field.inCode)) return
    if (/^\s*(?:NUMPAGES|PAGE|SECTIONPAGES)\b/i.test(field.code)) this.#pageFields++
    // The numbers of these fields stand nowhere.
    if (/^\s*(?:AUTONUM|LISTNUM)/i.test(field.code)) this.#context.lost.numbers = true
  }

  #push(text: string, format: CharacterFormat): void {
    if (text === '' || format.deleted === true) return
    if (format.hidden === true) this.#hidden += text
    else this.#pieces.push({ text, ...pieceFormat(format) })
  }
}

const none = new Uint8Array()

/** Characters of the code of a field that are looked at. */
const longestCode = 40

function pieceFormat({ bold, raised, size }: CharacterFormat): Omit<FlowPiece, 'text'> {
  return { ...(bold === true ? { bold } : {}), ...(raised === true ? { raised } : {}), ...(size === undefined ? {} : { size }) }
}

/** What a character prints: breaks, hyphens, and nothing for drawings. */
function printed(code: number): string {
  if (code === sign.lineBreak || code === sign.columnBreak || code === sign.pageBreak) return '\n'
  return hyphens.get(code) ?? (code < 0x20 && code !== 9 ? '' : String.fromCharCode(code))
}
