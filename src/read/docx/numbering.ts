import type { FlowParagraph } from '../flow/flow.ts'
import type { ListLevel } from '../flow/list-counter.ts'
import { ListSeries } from '../flow/list-series.ts'
import { child, elements, type XmlElement } from '../xml.ts'
import { readNumberFormat } from './number-format.ts'
import { isOn, value, type ParagraphFormat, type Styles } from './styles.ts'
import { labelText } from '../flow/symbol-font.ts'

interface DocxLevel extends ListLevel {
  /** The paragraph style that takes this level. */
  style?: string
}

/** `numbering.xml`: what Word prints in front of the paragraphs of lists. */
export class Numbering {
  readonly #lists = new ListSeries<DocxLevel>()

  constructor(xml: XmlElement | undefined, styles: Styles) {
    const definitions = new Map<string, XmlElement>()
    const numbers = new Map<string, XmlElement>()
    for (const element of elements(xml)) {
      if (element.name === 'w:abstractNum') definitions.set(element.attributes['w:abstractNumId'] ?? '', element)
      if (element.name === 'w:num') numbers.set(element.attributes['w:numId'] ?? '', element)
    }
    /** A definition may stand for the list of a style, and that for another. */
    const definitionOf = (id: string, depth = 0): [id: string, definition: XmlElement | undefined] => {
      const definition = definitions.get(id)
      const link = value(definition, 'w:numStyleLink')
      const list = link === undefined ? undefined : styles.list(link)
      const other = list === undefined ? undefined : value(numbers.get(list), 'w:abstractNumId')
      return other === undefined || other === id || depth > 8 ? [id, definition] : definitionOf(other, depth + 1)
    }
    for (const [id, number] of numbers) {
      const [key, definition] = definitionOf(value(number, 'w:abstractNumId') ?? '')
      const levels = readLevels(definition)
      const starts = new Map<number, number>()
      for (const override of elements(number).filter(({ name }) => name === 'w:lvlOverride')) {
        const index = Number(override.attributes['w:ilvl'])
        const own = child(override, 'w:lvl')
        if (own && index in levels) levels[index] = readLevel(own)
        const start = value(override, 'w:startOverride')
        if (start !== undefined) starts.set(index, Number(start))
        // A level that is replaced begins as it says.
        else if (own && child(own, 'w:start')) starts.set(index, Number(value(own, 'w:start')))
      }
      this.#lists.add(id, { key, levels, starts })
    }
  }

  /** The label of the next paragraph with this format; nothing where it is in no list. `style`: the one that gave the list and the level. */
  label({ list: id, level }: ParagraphFormat, style: string | undefined): FlowParagraph['label'] {
    if (id === undefined || id === '0') return undefined
    // The levels name the styles that take them.
    const linked = style === undefined ? -1 : (this.#lists.get(id)?.levels.findIndex((one) => one.style === style) ?? -1)
    return this.#lists.label(id, linked >= 0 ? linked : (level ?? 0))
  }
}

function readLevels(definition: XmlElement | undefined): DocxLevel[] {
  const levels: DocxLevel[] = []
  for (const element of elements(definition)) if (element.name === 'w:lvl') levels[Number(element.attributes['w:ilvl'])] = readLevel(element)
  // A level that is not defined prints nothing.
  return Array.from({ length: 9 }, (_, index) => levels[index] ?? { start: 1, format: 'none', text: '', suffix: '\t' })
}

function readLevel(element: XmlElement): DocxLevel {
  const alternatives = child(element, 'mc:AlternateContent')
  const name = value(element, 'w:numFmt') ?? value(child(alternatives, 'mc:Fallback'), 'w:numFmt')
  const format = readNumberFormat(name)
  const suffix = value(element, 'w:suff')
  const restart = value(element, 'w:lvlRestart')
  const style = value(element, 'w:pStyle')
  const legal = child(element, 'w:isLgl')
  const fonts = child(child(element, 'w:rPr'), 'w:rFonts')?.attributes
  return {
    start: Number(value(element, 'w:start') ?? 0),
    format,
    text: labelText(value(element, 'w:lvlText') ?? '', fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']),
    suffix: suffix === 'nothing' ? '' : suffix === 'space' ? ' ' : '\t',
    ...(restart === undefined ? {} : { restartsAfter: Number(restart) - 1 }),
    ...(style === undefined ? {} : { style }),
    ...(legal && isOn(legal.attributes['w:val']) ? { legal: true } : {})
  }
}
