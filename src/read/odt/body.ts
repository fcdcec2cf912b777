import type { FlowParagraph, FlowPiece } from '../flow/flow.ts'
import type { ListCounter, ListLevel } from '../flow/list-counter.ts'
import { child, elements, innerText, type XmlElement } from '../xml.ts'
import { isListHeader } from './lists.ts'
import type { OdtFormat, OdtStyles } from './styles.ts'

/** What all parts of a document share. */
export interface OdtContext {
  styles: OdtStyles
  counter: ListCounter
  /** The paragraphs of each note. */
  notes: Map<string, FlowParagraph[]>
  tables: { count: number }
  /** A formula that the file keeps apart, as a line; nothing where what is kept there is none. */
  formula: (place: string) => string
  lists: { count: number; last: Map<string, string> }
}

/** A list that the paragraph stands in. */
interface OpenList {
  key: string
  style: string | undefined
  level: number
}

/** Elements whose children are read as if they were not there. */
const wrappers = new Set(['text:section', 'text:index-body', 'text:index-title', 'text:table-of-content', 'text:illustration-index', 'text:table-index', 'text:alphabetical-index', 'text:user-index', 'text:bibliography', 'text:object-index', 'draw:a', 'draw:g', 'draw:text-box', 'draw:frame', 'draw:custom-shape', 'draw:rect', 'draw:page'])
const inline = new Set(['text:a', 'text:meta', 'text:meta-field', 'text:ruby', 'text:ruby-base', 'text:span'])
const pageFields = new Set(['text:page-number', 'text:page-count'])
/** What is not printed where it stands. */
const unprinted = new Set(['office:annotation', 'office:annotation-end', 'office:forms', 'svg:desc', 'svg:title', 'text:alphabetical-index-mark', 'text:bookmark', 'text:change', 'text:change-end', 'text:change-start', 'text:hidden-paragraph', 'text:note', 'text:number', 'text:ruby-text', 'text:sequence-decls', 'text:soft-page-break', 'text:toc-mark', 'text:tracked-changes', 'text:user-index-mark', 'text:variable-decls'])

/** Reads the paragraphs, lists and tables of a part. Deleted text stands aside in the file and is left out. */
export class OdtReader {
  readonly paragraphs: FlowParagraph[] = []
  readonly #context: OdtContext
  readonly #mark: FlowPiece | undefined
  #list: OpenList | undefined
  /** Whether the next paragraph takes a number. */
  #numbered = false
  #start: number | undefined
  #cell: FlowParagraph['cell']
  #behind: FlowParagraph[] = []
  #pageFields = 0
  /** White space in front collapses into the piece before. */
  #spaced = true

  /** `mark` is what the first paragraph of a note begins with. */
  constructor(context: OdtContext, mark?: FlowPiece) {
    this.#context = context
    this.#mark = mark
  }

  read(element: XmlElement): void {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        this.#paragraph(element)
        return
      case 'text:list':
        this.#readList(element)
        return
      case 'text:numbered-paragraph':
        this.#readList({ ...element, children: [{ name: 'text:list-item', attributes: element.attributes, children: element.children }] })
        return
      case 'table:table':
        this.#table(element)
        return
      default:
        if (wrappers.has(element.name)) for (const each of elements(element)) this.read(each)
    }
  }

  #readList(element: XmlElement): void {
    const { lists } = this.#context
    const outer = this.#list
    const style = element.attributes['text:style-name'] ?? outer?.style
    const id = element.attributes['xml:id'] ?? element.attributes['text:id'] ?? ''
    const continued = element.attributes['text:continue-list'] ?? (element.attributes['text:continue-numbering'] === 'true' ? lists.last.get(`style ${style ?? ''}`) : undefined)
    const key = outer?.key ?? (continued === undefined ? undefined : (lists.last.get(`id ${continued}`) ?? continued)) ?? `list ${String(++lists.count)}`
    if (!outer) {
      if (id !== '') lists.last.set(`id ${id}`, key)
      lists.last.set(`style ${style ?? ''}`, key)
    }
    this.#list = { key, style, level: (outer?.level ?? -1) + 1 }
    for (const item of elements(element)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue
      this.#numbered = item.name === 'text:list-item'
      const start = item.attributes['text:start-value']
      this.#start = start === undefined ? undefined : Number(start)
      for (const each of elements(item)) this.read(each)
      this.#numbered = false
    }
    this.#list = outer
  }

  #paragraph(element: XmlElement): void {
    const { styles } = this.#context
    const format = styles.format('paragraph', element.attributes['text:style-name'])
    const pieces: FlowPiece[] = []
    if (this.#mark && this.paragraphs.length === 0) pieces.push(this.#mark)
    this.#pageFields = 0
    this.#spaced = true
    this.#content(element, format, pieces)
    const paragraph: FlowParagraph = { pieces }
    const label = this.#label(element, format)
    if (label) paragraph.label = label
    else if ((format.indent ?? 0) >= 3) paragraph.indent = Math.round((format.indent ?? 0) / 6)
    const outline = Number(element.attributes['text:outline-level'] ?? 1)
    if (element.name === 'text:h' && outline > 0) paragraph.heading = outline
    if (this.#cell) paragraph.cell = this.#cell
    if (this.#pageFields > 0 && !pieces.some(({ text }) => /\p{L}{3}/u.test(text))) paragraph.furniture = 'page-number'
    this.paragraphs.push(paragraph, ...this.#behind.splice(0))
  }

  #label(element: XmlElement, { list: ownList }: OdtFormat): FlowParagraph['label'] | undefined {
    const { styles, counter } = this.#context
    if (isListHeader(element)) {
      // A number that stands in the paragraph is what was printed last.
      const printed = child(element, 'text:number')
      this.#numbered = false
      return printed ? { text: innerText(printed), level: this.#list?.level ?? 0, suffix: '\t' } : undefined
    }
    const inList = this.#list
    let [key, level, levels]: [string, number, ListLevel[] | undefined] = ['outline', Number(element.attributes['text:outline-level'] ?? 1) - 1, styles.outline]
    if (inList) {
      const name = inList.style ?? ownList
      ;[key, level, levels] = [inList.key, inList.level, name === undefined ? undefined : name === 'Outline' ? styles.outline : styles.list(name)]
    } else if (element.name !== 'text:h') return undefined
    if ((inList && !this.#numbered) || levels === undefined) return undefined
    const restart = element.attributes['text:restart-numbering'] === 'true' ? Number(element.attributes['text:start-value'] ?? levels[level]?.start ?? 1) : undefined
    const text = counter.next(key, level, levels, this.#start ?? restart)
    this.#numbered = false
    this.#start = undefined
    return text === '' ? undefined : { text, level, suffix: levels[level]?.suffix ?? '\t' }
  }

  #content(parent: XmlElement, format: OdtFormat, into: FlowPiece[]): void {
    for (const each of parent.children) {
      if (typeof each === 'string') this.#text(each, format, into)
      else if (inline.has(each.name)) this.#content(each, { ...format, ...this.#context.styles.format('text', each.attributes['text:style-name']) }, into)
      else this.#special(each, format, into)
    }
  }

  #special(element: XmlElement, format: OdtFormat, into: FlowPiece[]): void {
    switch (element.name) {
      case 'text:s':
        this.#push(' '.repeat(Math.min(1000, Math.max(1, Number(element.attributes['text:c'] ?? 1) || 1))), format, into)
        return
      case 'text:tab':
        this.#push('\t', format, into)
        return
      case 'text:line-break':
        this.#push('\n', format, into)
        this.#spaced = true
        return
      case 'text:note':
        this.#note(element, format, into)
        return
    }
    if (pageFields.has(element.name)) this.#pageFields++
    const formula = child(element, 'draw:object')?.attributes['xlink:href']
    const line = formula === undefined ? '' : this.#context.formula(formula)
    if (line !== '') this.#push(line, format, into)
    else if (wrappers.has(element.name) && element.name.startsWith('draw:')) {
      const inner = new OdtReader(this.#context)
      inner.read(element)
      for (const paragraph of inner.paragraphs) this.#behind.push(this.#cell ? { ...paragraph, cell: this.#cell } : paragraph)
    } else if (!unprinted.has(element.name) && !element.name.startsWith('draw:')) this.#content(element, format, into)
  }

  #note(element: XmlElement, format: OdtFormat, into: FlowPiece[]): void {
    const id = element.attributes['text:id'] ?? `note ${String(this.#context.notes.size)}`
    const citation = child(element, 'text:note-citation')
    const text = citation ? innerText(citation).trim() : ''
    // A note is read where it stands, so that its lists are counted in order.
    const inner = new OdtReader(this.#context, { text, mark: true, raised: true })
    for (const each of elements(child(element, 'text:note-body'))) inner.read(each)
    this.#context.notes.set(id, inner.paragraphs)
    this.#spaced = false
    into.push({ text, reference: id, raised: true, ...(format.size === undefined ? {} : { size: format.size }) })
  }

  /** White space of the file is one space, at the start of a paragraph none. */
  #text(text: string, format: OdtFormat, into: FlowPiece[]): void {
    let value = text.replace(/[ \t\r\n]+/g, ' ')
    if (this.#spaced) value = value.replace(/^ /, '')
    if (value === '') return
    this.#push(value, format, into)
    this.#spaced = value.endsWith(' ')
  }

  #push(text: string, { bold, raised, hidden, size }: OdtFormat, into: FlowPiece[]): void {
    this.#spaced = false
    if (hidden === true) {
      this.#behind.push({ pieces: [{ text }], furniture: 'invisible', ...(this.#cell ? { cell: this.#cell } : {}) })
      return
    }
    into.push({ text, ...(bold ? { bold } : {}), ...(raised ? { raised } : {}), ...(size === undefined ? {} : { size }) })
  }

  /** A table in a cell is read as text of that cell. */
  #table(element: XmlElement): void {
    const outer = this.#cell
    const [list, numbered] = [this.#list, this.#numbered]
    this.#list = undefined
    const table = outer?.table ?? this.#context.tables.count++
    let row = 0
    for (const rowElement of rowsOf(element)) {
      let column = 0
      for (const cell of elements(rowElement)) {
        if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue
        if (cell.name === 'table:table-cell') {
          this.#cell = outer ?? { table, row, column }
          for (const each of elements(cell)) this.read(each)
        }
        column += Math.min(1000, Number(cell.attributes['table:number-columns-repeated'] ?? 1) || 1)
      }
      row++
    }
    this.#cell = outer
    ;[this.#list, this.#numbered] = [list, numbered]
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elements(table).flatMap((element) => (element.name === 'table:table-row' ? [element] : ['table:table-header-rows', 'table:table-rows', 'table:table-row-group'].includes(element.name) ? rowsOf(element) : []))
}
