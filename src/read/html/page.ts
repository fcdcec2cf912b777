import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { Flow, FlowParagraph, FlowPiece } from '../flow/flow.ts'
import { mathmlText } from '../flow/mathml.ts'
import { formatNumber } from '../flow/number-format.ts'
import type { TimeLimit } from '../limits.ts'
import { asXml, elementsOf, isElement, property, textOf } from './element.ts'
import { hiddenNumbers } from './hidden-numbers.ts'
import { listFormat, listSuffix } from './list-style.ts'
import { isBackLink, type PageNotes } from './notes.ts'
import { isWordGap, isWordLabel, symbolFont, wordLevel, wordSymbols } from './word-page.ts'

/** What no browser prints. */
const unprinted = new Set(['area', 'audio', 'base', 'canvas', 'datalist', 'embed', 'head', 'iframe', 'link', 'map', 'meta', 'noscript', 'object', 'script', 'style', 'svg', 'template', 'title', 'video', 'rt', 'rp'])
const blocks = new Set(['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'])
/** What stands around the text of a page. */
const around = new Set(['nav', 'footer', 'form', 'button', 'select', 'menu'])

interface Look {
  raised?: boolean
  bold?: boolean
  reference?: string
  mark?: true
  /** A font of signs around it. */
  signs?: string | undefined
  /** White space is kept as it is. */
  kept?: boolean
}

/** The blocks of a page. */
export function readPage(root: Root, notes: PageNotes, time?: TimeLimit): Flow {
  return new PageReader(root, notes, time).read()
}

class PageReader {
  readonly #root: Root
  readonly #notes: PageNotes
  readonly #time: TimeLimit | undefined
  readonly #main: Element | undefined
  readonly #unnumbered: ReadonlySet<Element>
  readonly #flow: Flow = { paragraphs: [], notes: new Map() }
  #into = this.#flow.paragraphs
  #open: FlowParagraph | undefined
  /** What the next paragraph begins with, and how deep its list is. */
  #label: FlowParagraph['label']
  #heading: number | undefined
  #cell: FlowParagraph['cell']
  #furniture: FlowParagraph['furniture']
  #depth = -1
  /** Level of the list of Word that the open paragraph is in, from 0. */
  #wordLevel = 0
  #tables = 0

  constructor(root: Root, notes: PageNotes, time?: TimeLimit) {
    this.#root = root
    this.#notes = notes
    this.#time = time
    const all = [...elementsOf(root)].map(([element]) => element)
    const mains = all.filter((element) => isElement(element, 'main') || property(element, 'role') === 'main')
    const articles = all.filter((element) => isElement(element, 'article'))
    this.#main = mains.length === 1 ? mains[0] : articles.length === 1 ? articles[0] : undefined
    this.#unnumbered = hiddenNumbers(root, time)
  }

  read(): Flow {
    if (this.#main) this.#furniture = 'running-head'
    this.#children(this.#root, {})
    this.#close()
    return this.#flow
  }

  #children(node: Nodes, look: Look): void {
    if ('children' in node) for (const child of node.children) this.#node(child as ElementContent, look)
  }

  #node(node: ElementContent, look: Look): void {
    if (node.type === 'text') {
      this.#text(node.value, look)
      return
    }
    if (node.type !== 'element' || unprinted.has(node.tagName)) return
    const before = [this.#furniture, this.#heading, this.#cell] as const
    if (node === this.#main) this.#furniture = undefined
    else if (this.#furniture === undefined && around.has(node.tagName)) this.#furniture = 'running-head'
    if (isHidden(node)) this.#furniture = 'invisible'
    const note = this.#notes.bodies.get(node)
    if (note !== undefined) this.#note(node, note, look)
    else if (blocks.has(node.tagName) || this.#furniture !== before[0]) this.#block(node, look)
    else this.#inline(node, look)
    if (this.#furniture !== before[0]) this.#close()
    ;[this.#furniture, this.#heading, this.#cell] = before
  }

  #block(element: Element, look: Look): void {
    this.#time?.check()
    this.#close()
    this.#wordLevel = wordLevel(property(element, 'style') ?? '') ?? this.#wordLevel
    const heading = /^h([1-6])$/.exec(element.tagName)?.[1]
    if (heading !== undefined) this.#heading = Number(heading)
    if (['ol', 'ul', 'menu', 'dir'].includes(element.tagName)) this.#list(element, look)
    else if (element.tagName === 'table') this.#table(element, look)
    else this.#children(element, element.tagName === 'pre' ? { ...look, kept: true } : look)
    this.#close()
  }

  #inline(element: Element, look: Look): void {
    const style = property(element, 'style') ?? ''
    switch (element.tagName) {
      case 'br':
        this.#push('\n', look)
        return
      case 'wbr':
        return
      case 'math':
        this.#push(mathmlText(asXml(element)), look)
        return
      case 'sup':
        this.#children(element, { ...look, raised: true })
        return
      case 'b':
      case 'strong':
        this.#children(element, { ...look, bold: true })
        return
      case 'a': {
        const reference = this.#notes.references.get(element)
        const mark = this.#notes.marks.has(element)
        if (mark && isBackLink(element)) return
        this.#children(element, { ...look, ...(reference === undefined ? {} : { reference }), ...(mark ? { mark: true as const } : {}) })
        return
      }
      case 'span':
        this.#span(element, style, look)
        return
      default:
        this.#children(element, look)
    }
  }

  #span(element: Element, style: string, look: Look): void {
    const signs = symbolFont(style) ?? look.signs
    // Word processors that print the numbers of lists themselves set them in a box of their own.
    const text = wordSymbols(textOf(element), isWordLabel(style) ? signs : undefined).trim()
    if ((/float:\s*left/i.test(style) || isWordLabel(style)) && text !== '' && text.length < 16 && this.#isEmpty()) {
      this.#label = { text, level: isWordLabel(style) ? this.#wordLevel : Math.max(0, this.#depth), suffix: '\t' }
      return
    }
    // Spaces that cannot break stand for a tab.
    if (isWordGap(element, style)) this.#push('\t', look)
    else if (/mso-char-type:\s*symbol/i.test(style)) this.#text(wordSymbols(textOf(element), signs), look)
    else this.#children(element, { ...look, signs, ...(/vertical-align:\s*super/i.test(style) ? { raised: true } : {}) })
  }

  #list(list: Element, look: Look): void {
    this.#depth++
    const items = list.children.filter((child) => isElement(child, 'li')) as Element[]
    const reversed = property(list, 'reversed') !== undefined
    let number = Number(property(list, 'start') ?? (reversed ? items.length : 1))
    if (!Number.isInteger(number)) number = 1
    for (const child of list.children) {
      if (!isElement(child, 'li')) {
        this.#node(child, look)
        continue
      }
      const own = Number(property(child, 'value') ?? Number.NaN)
      if (Number.isInteger(own)) number = own
      const format = listFormat(list, child)
      this.#close()
      const text = format === 'none' || this.#unnumbered.has(list) || this.#unnumbered.has(child) ? '' : format === 'bullet' ? '•' : formatNumber(number, format) + listSuffix(format)
      if (text !== '' && !this.#notes.bodies.has(child)) this.#label = { text, level: this.#depth, suffix: '\t' }
      this.#node(child, look)
      this.#close()
      // A label without a paragraph is printed all the same, but by a browser alone.
      this.#label = undefined
      number += reversed ? -1 : 1
    }
    this.#depth--
  }

  /** A table of figures or words has cells; one that holds blocks of a page or another table sets the page. */
  #table(table: Element, look: Look): void {
    const laid = property(table, 'role') === 'presentation' || [...elementsOf(table)].some(([element]) => isElement(element, 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'main', 'article', 'nav'))
    const rows = [...rowsOf(table)]
    const outer = this.#cell
    if (laid || outer || rows.length === 0) {
      this.#children(table, look)
      return
    }
    for (const child of table.children) if (isElement(child, 'caption')) this.#block(child, look)
    const number = this.#tables++
    /** For each column how many rows a cell from above still takes. */
    const taken: number[] = []
    rows.forEach((row, index) => {
      let column = 0
      for (const cell of row.children) {
        if (!isElement(cell, 'td', 'th')) continue
        while ((taken[column] ?? 0) > 0) column++
        this.#close()
        this.#cell = { table: number, row: index, column }
        this.#node(cell, look)
        this.#close()
        const [width, height] = [span(cell, 'colSpan'), span(cell, 'rowSpan')]
        for (let at = column; at < column + width; at++) taken[at] = Math.max(taken[at] ?? 0, height)
        column += width
      }
      for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, (taken[at] ?? 0) - 1)
    })
    this.#cell = outer
  }

  #note(element: Element, id: string, look: Look): void {
    this.#close()
    const [into, label, cell] = [this.#into, this.#label, this.#cell]
    const body: FlowParagraph[] = []
    this.#into = body
    this.#label = undefined
    this.#cell = undefined
    this.#children(element, look)
    this.#close()
    this.#into = into
    this.#label = label
    this.#cell = cell
    const known = this.#flow.notes.get(id)
    if (known === undefined) this.#flow.notes.set(id, body)
    else for (const paragraph of body) known.push(paragraph)
  }

  #text(value: string, look: Look): void {
    if (look.kept) {
      this.#push(value.replace(/\r\n?/g, '\n'), look)
      return
    }
    let text = value.replace(/[ \t\n\r\f]+/g, ' ')
    const last = this.#open?.pieces.at(-1)?.text ?? ''
    if (text.startsWith(' ') && (this.#isEmpty() || /[ \n]$/.test(last))) text = text.slice(1)
    if (text !== '') this.#push(text, look)
  }

  #isEmpty(): boolean {
    return (this.#open?.pieces ?? []).every((piece) => piece.text.trim() === '')
  }

  #push(text: string, { raised, bold, reference, mark }: Look): void {
    if (text === '\n' && this.#open === undefined) return
    if (this.#open === undefined) {
      this.#open = { pieces: [] }
      if (this.#label) this.#open.label = this.#label
      if (this.#heading !== undefined) this.#open.heading = this.#heading
      if (this.#cell) this.#open.cell = this.#cell
      if (this.#furniture !== undefined) this.#open.furniture = this.#furniture
      this.#label = undefined
    } else if (this.#label && this.#isEmpty()) {
      this.#open.label = this.#label
      this.#label = undefined
    }
    const piece: FlowPiece = { text, ...(raised ? { raised } : {}), ...(bold ? { bold } : {}), ...(reference === undefined ? {} : { reference }), ...(mark ? { mark } : {}) }
    this.#open.pieces.push(piece)
  }

  #close(): void {
    const open = this.#open
    this.#open = undefined
    if (open && (open.label || open.pieces.some(({ text }) => text.trim() !== ''))) this.#into.push(open)
  }
}

function* rowsOf(table: Element): Generator<Element> {
  for (const child of table.children) {
    if (isElement(child, 'tr')) yield child
    else if (isElement(child, 'thead', 'tbody', 'tfoot')) yield* rowsOf(child)
  }
}

function span(cell: Element, name: string): number {
  const value = Number(property(cell, name) ?? 1)
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1
}

function isHidden(element: Element): boolean {
  return property(element, 'hidden') !== undefined || /display:\s*none|visibility:\s*hidden/i.test(property(element, 'style') ?? '')
}
