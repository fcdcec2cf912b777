import type { Archive } from '../archive.ts'
import type { FlowParagraph, FlowPiece } from '../flow/flow.ts'
import { child, elements, innerText, type XmlElement } from '../xml.ts'
import { ommlText } from '../flow/omml.ts'
import { chunkParagraphs, type ChunkReader } from './chunk.ts'
import { drawnText, graphicParagraphs } from './graphic.ts'
import type { NoteKind, NoteMarks } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { Relation } from './relations.ts'
import { isOn, readParagraphFormat, readRunFormat, value, type RunFormat, type Styles } from './styles.ts'
import { symbolCharacter, symbolText } from '../flow/symbol-font.ts'

/** What all parts of a document share, but for the relations, which each part has of its own. */
export interface DocxContext {
  archive: Archive
  file: string
  relations: Readonly<Record<string, Relation>>
  styles: Styles
  numbering: Numbering
  marks: NoteMarks
  notes: Map<string, FlowParagraph[]>
  /** Tables so far. */
  tables: { count: number }
  readChunk: ChunkReader | undefined
}

/** Elements that hold the content of a paragraph, or paragraphs, and say nothing else. */
const wrappers = new Set(['w:bdo', 'w:customXml', 'w:dir', 'w:fldSimple', 'w:hyperlink', 'w:ins', 'w:moveTo', 'w:ruby', 'w:rubyBase', 'w:sdt', 'w:sdtContent', 'w:smartTag', 'mc:AlternateContent', 'mc:Choice'])

/** Where a complex field stands: its code is not printed, its result is. */
type FieldState = 'code' | 'result'

/** Reads the paragraphs and tables of a part: the body, a note, a header. */
export class BodyReader {
  readonly paragraphs: FlowParagraph[] = []
  readonly #context: DocxContext
  /** The note whose text this is. */
  readonly #note: string | undefined
  readonly #fields: FieldState[] = []
  #cell: FlowParagraph['cell']
  /** Pieces of a paragraph whose end was deleted: they belong to the next. */
  #carried: FlowPiece[] = []
  /** Text that stands in boxes on the page, and hidden text: behind the paragraph that they are tied to. */
  #behind: FlowParagraph[] = []
  /** Whether the result of a field is the number of a page. */
  #pageFields = 0

  constructor(context: DocxContext, note?: string) {
    this.#context = context
    this.#note = note
  }

  /** Reads one child of the body. */
  read(element: XmlElement): void {
    if (element.name === 'w:p') this.#paragraph(element)
    else if (element.name === 'w:tbl') this.#table(element)
    else if (element.name === 'w:sectPr') this.#context.marks.closeSection(element)
    else if (element.name === 'w:altChunk') this.#chunk(element)
    else if (wrappers.has(element.name)) for (const each of elements(element)) this.read(each)
  }

  /** A file that stands whole inside of the document; in a cell it is text of the cell. */
  #chunk({ attributes }: XmlElement): void {
    for (const paragraph of chunkParagraphs(attributes['r:id'] ?? '', this.#context)) this.paragraphs.push(this.#cell ? { ...paragraph, cell: this.#cell } : paragraph)
  }

  /** Ends the part: what a deleted paragraph end has left over is a paragraph. */
  finish(): FlowParagraph[] {
    if (this.#carried.length > 0) this.paragraphs.push({ pieces: this.#carried.splice(0) })
    return this.paragraphs
  }

  #paragraph(element: XmlElement): void {
    const properties = child(element, 'w:pPr')
    const { styles, numbering, marks } = this.#context
    const styleId = value(properties, 'w:pStyle')
    const style = styles.paragraph(styleId)
    const direct = readParagraphFormat(properties)
    const format = { ...style.paragraph, ...direct }
    const pieces = this.#carried.splice(0)
    this.#pageFields = 0
    this.#content(element, style.run, pieces)
    const deleted = child(child(properties, 'w:rPr'), 'w:del') ?? child(child(properties, 'w:rPr'), 'w:moveFrom')
    if (deleted) {
      this.#carried = pieces
    } else {
      const ofStyle = direct.list === undefined && direct.level === undefined
      const hidden = style.run.hidden === true || readRunFormat(child(properties, 'w:rPr')).hidden === true
      const blank = pieces.every(({ text }) => text.trim() === '')
      // The label of a paragraph that is not printed is not counted.
      const label = hidden && blank ? undefined : numbering.label(format, ofStyle ? (styleId ?? undefined) : undefined)
      const paragraph: FlowParagraph = { pieces }
      if (label) paragraph.label = label
      else {
        const indent = Math.round(((format.left ?? 0) + (format.first ?? 0)) / 120)
        if (indent > 0) paragraph.indent = indent
      }
      if (format.outline !== undefined && format.outline < 9) paragraph.heading = format.outline + 1
      if (this.#cell) paragraph.cell = this.#cell
      if (this.#pageFields > 0 && !pieces.some(({ text }) => /\p{L}{3}/u.test(text))) paragraph.furniture = 'page-number'
      this.paragraphs.push(paragraph)
    }
    for (const paragraph of this.#behind.splice(0)) this.paragraphs.push(paragraph)
    const section = child(properties, 'w:sectPr')
    if (section) marks.closeSection(section)
  }

  /** Runs, and what holds runs. */
  #content(parent: XmlElement, format: RunFormat, into: FlowPiece[]): void {
    let before = ''
    for (const element of elements(parent)) {
      if (element.name === 'w:r') this.#run(element, format, into)
      // Two formulas side by side are two.
      else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') this.#push(into, (before === element.name ? ' ' : '') + ommlText(element), format)
      else if (element.name === 'w:fldSimple' && isPageField(element.attributes['w:instr'])) {
        this.#pageFields++
        this.#content(element, format, into)
      } else if (wrappers.has(element.name)) this.#content(element, format, into)
      before = element.name
    }
  }

  #run(run: XmlElement, base: RunFormat, into: FlowPiece[]): void {
    const properties = child(run, 'w:rPr')
    const format: RunFormat = { ...base, ...this.#context.styles.run(value(properties, 'w:rStyle')), ...readRunFormat(properties) }
    const font = child(properties, 'w:rFonts')?.attributes['w:ascii']
    for (const element of elements(run)) {
      if (element.name === 'w:fldChar') this.#field(element.attributes['w:fldCharType'])
      else if (element.name === 'w:instrText') {
        if (isPageField(innerText(element))) this.#pageFields++
      } else if (!this.#fields.includes('code')) this.#inRun(element, run, format, font, into)
    }
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push('code')
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = 'result'
    else if (type === 'end') this.#fields.pop()
  }

  #inRun(element: XmlElement, run: XmlElement, format: RunFormat, font: string | undefined, into: FlowPiece[]): void {
    switch (element.name) {
      case 'w:t':
        // A line feed in the XML is a space.
        this.#push(into, symbolText(innerText(element).replace(/[\r\n\t]/g, ' '), font), format)
        return
      case 'w:tab':
      case 'w:ptab':
        this.#push(into, '\t', format)
        return
      case 'w:br':
      case 'w:cr':
        this.#push(into, '\n', format)
        return
      case 'w:noBreakHyphen':
        this.#push(into, '\u2011', format)
        return
      case 'w:softHyphen':
        this.#push(into, '\u00AD', format)
        return
      case 'w:sym':
        this.#push(into, symbolCharacter(Number.parseInt(element.attributes['w:char'] ?? '', 16) || 0, element.attributes['w:font']), format)
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#reference(element, run, format, into)
        return
      case 'w:footnoteRef':
      case 'w:endnoteRef':
        if (this.#note !== undefined) {
          const piece: FlowPiece = { text: '', mark: true, ...pieceFormat(format) }
          this.#context.marks.addOwn(this.#note, piece)
          into.push(piece)
        }
        return
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#boxes(element)
        return
      case 'mc:AlternateContent': {
        const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')
        for (const each of elements(chosen)) this.#inRun(each, run, format, font, into)
        return
      }
      case 'w:ruby':
        this.#content(element, format, into)
        return
    }
  }

  #reference(element: XmlElement, run: XmlElement, format: RunFormat, into: FlowPiece[]): void {
    const kind: NoteKind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    const id = `${kind} ${element.attributes['w:id'] ?? ''}`
    const custom = element.attributes['w:customMarkFollows']
    const piece: FlowPiece = { text: '', reference: id, ...pieceFormat(format) }
    into.push(piece)
    if (custom === undefined || !isOn(custom)) this.#context.marks.addReference(kind, id, piece)
    else {
      // The mark is typed behind, in the same run.
      const mark = child(run, 'w:t') ?? child(run, 'w:sym')
      if (!mark) return
      const text = mark.name === 'w:t' ? innerText(mark) : symbolCharacter(Number.parseInt(mark.attributes['w:char'] ?? '', 16) || 0, mark.attributes['w:font'])
      piece.text = text.trim()
      if (mark.name === 'w:t') mark.children = [text.trimStart().slice(piece.text.length)]
      else mark.name = ''
    }
  }

  /** The text of boxes in a drawing, of diagrams and charts. */
  #boxes(parent: XmlElement): void {
    const add = (paragraphs: readonly FlowParagraph[]): void => {
      for (const paragraph of paragraphs) this.#behind.push(this.#cell ? { ...paragraph, cell: this.#cell } : paragraph)
    }
    for (const element of elements(parent)) {
      if (element.name === 'w:txbxContent') {
        const inner = new BodyReader(this.#context, this.#note)
        for (const each of elements(element)) inner.read(each)
        add(inner.finish())
      } else if (element.name === 'mc:AlternateContent') this.#boxes(child(element, 'mc:Choice') ?? { name: '', attributes: {}, children: [] })
      else if (element.name === 'a:p') add([{ pieces: [{ text: drawnText(element) }] }])
      else {
        add(graphicParagraphs(element, this.#context))
        this.#boxes(element)
      }
    }
  }

  #push(into: FlowPiece[], text: string, format: RunFormat): void {
    if (text === '') return
    if (format.hidden === true) {
      this.#behind.push({ pieces: [{ text }], furniture: 'invisible', ...(this.#cell ? { cell: this.#cell } : {}) })
      return
    }
    into.push({ text, ...pieceFormat(format) })
  }

  /** A table in a cell is read as text of that cell. */
  #table(element: XmlElement): void {
    const outer = this.#cell
    const table = outer?.table ?? this.#context.tables.count++
    let row = 0
    for (const rowElement of rowsOf(element)) {
      const rowProperties = child(rowElement, 'w:trPr')
      if (child(rowProperties, 'w:del')) continue
      let column = Number(value(rowProperties, 'w:gridBefore') ?? 0) || 0
      for (const cell of cellsOf(rowElement)) {
        this.#cell = outer ?? { table, row, column }
        for (const each of elements(cell)) this.read(each)
        column += Math.max(1, Number(value(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1) || 1)
      }
      row++
    }
    this.#cell = outer
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((element) => (element.name === 'w:tr' ? [element] : wrappers.has(element.name) ? rowsOf(element) : []))
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((element) => (element.name === 'w:tc' ? [element] : wrappers.has(element.name) ? cellsOf(element) : []))
}

function pieceFormat({ bold, raised, size }: RunFormat): Omit<FlowPiece, 'text'> {
  return { ...(bold === true ? { bold } : {}), ...(raised === true ? { raised } : {}), ...(size === undefined ? {} : { size }) }
}

function isPageField(code: string | undefined): boolean {
  return /^\s*(?:NUMPAGES|PAGE|SECTIONPAGES)\b/i.test(code ?? '')
}
