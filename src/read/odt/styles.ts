import type { ListLevel } from '../flow/list-counter.ts'
import { child, type XmlElement } from '../xml.ts'
import { readListStyle } from './lists.ts'

/** What a style says of letters and paragraphs; missing where it says nothing. */
export interface OdtFormat {
  bold?: boolean
  raised?: boolean
  hidden?: boolean
  /** Points. */
  size?: number
  /** Name of the list style. */
  list?: string
  /** Points, of the first line. */
  indent?: number
}

interface Style {
  parent?: string
  format: OdtFormat
}

/** The styles of both parts of a document. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>()
  readonly #lists = new Map<string, ListLevel[]>()
  /** Of headings that stand in no list. */
  outline: ListLevel[] | undefined

  /** Takes a style, a list style or the numbering of the outline. */
  add(element: XmlElement): void {
    const name = element.attributes['style:name'] ?? ''
    if (element.name === 'text:list-style') this.#lists.set(name, readListStyle(element))
    else if (element.name === 'text:outline-style') this.outline = readListStyle(element)
    else if (element.name === 'style:style') {
      const parent = element.attributes['style:parent-style-name']
      this.#styles.set(`${element.attributes['style:family'] ?? ''} ${name}`, { format: readFormat(element), ...(parent === undefined ? {} : { parent }) })
    }
  }

  list(name: string): ListLevel[] | undefined {
    return this.#lists.get(name)
  }

  /** What a style says, with those above it. */
  format(family: 'paragraph' | 'text', name: string | undefined): OdtFormat {
    const chain: OdtFormat[] = []
    let at = name
    for (let count = 0; at !== undefined && count < 50; count++) {
      const style = this.#styles.get(`${family} ${at}`)
      if (style === undefined) break
      chain.unshift(style.format)
      at = style.parent
    }
    return Object.assign({}, ...chain) as OdtFormat
  }
}

function readFormat(style: XmlElement): OdtFormat {
  const format: OdtFormat = {}
  const text = child(style, 'style:text-properties')?.attributes ?? {}
  const weight = text['fo:font-weight']
  if (weight !== undefined) format.bold = weight === 'bold' || Number(weight) >= 600
  const position = text['style:text-position']
  if (position !== undefined) format.raised = position.startsWith('super') || Number.parseFloat(position) > 0
  const size = text['fo:font-size']
  if (size?.endsWith('pt') === true) format.size = Number.parseFloat(size)
  const display = text['text:display']
  if (display !== undefined) format.hidden = display === 'none'
  const list = style.attributes['style:list-style-name']
  if (list !== undefined) format.list = list
  const paragraph = child(style, 'style:paragraph-properties')?.attributes ?? {}
  if (paragraph['fo:margin-left'] !== undefined || paragraph['fo:text-indent'] !== undefined) format.indent = points(paragraph['fo:margin-left']) + points(paragraph['fo:text-indent'])
  return format
}

const units: Readonly<Record<string, number>> = { cm: 72 / 2.54, in: 72, mm: 7.2 / 2.54, pc: 12, pt: 1 }

function points(length: string | undefined): number {
  const [, value, unit = ''] = /^(-?[0-9.]+)([a-z]+)$/.exec(length ?? '') ?? []
  return Number(value ?? 0) * (units[unit] ?? 0) || 0
}
