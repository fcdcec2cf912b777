import { headingOfStyle } from '../flow/heading-style.ts'
import { child, descend, elements, type XmlElement } from '../xml.ts'

/** What a style or a run says of its letters; missing where it says nothing. */
export interface RunFormat {
  bold?: boolean
  raised?: boolean
  hidden?: boolean
  /** Points. */
  size?: number
}

/** What a style or a paragraph says of the paragraph. */
export interface ParagraphFormat {
  /** Id of its list; `0` takes it out of any. */
  list?: string
  /** Level in the list, from 0. */
  level?: number
  /** Level in the outline, from 0; 9 is body text. */
  outline?: number
  /** Twips, as printed from the margin: of all lines, and what the first has beside. */
  left?: number
  first?: number
}

interface Style {
  name: string
  basedOn?: string
  paragraph: ParagraphFormat
  run: RunFormat
}

/** The styles of a document, each with what it takes over from those that it is based on. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #resolved = new Map<string, Pick<Style, 'paragraph' | 'run'>>()
  readonly #defaults: RunFormat
  readonly #defaultParagraph: string | undefined

  constructor(xml: XmlElement | undefined) {
    this.#defaults = readRunFormat(descend(xml, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'))
    let defaultParagraph: string | undefined
    for (const element of elements(xml)) {
      const id = element.attributes['w:styleId']
      if (element.name !== 'w:style' || id === undefined) continue
      const basedOn = value(element, 'w:basedOn')
      const name = value(element, 'w:name') ?? ''
      const paragraph = readParagraphFormat(child(element, 'w:pPr'))
      const heading = headingOfStyle(name)
      if (heading !== undefined) paragraph.outline ??= heading - 1
      this.#styles.set(id, { name, paragraph, run: readRunFormat(child(element, 'w:rPr')), ...(basedOn === undefined ? {} : { basedOn }) })
      if (element.attributes['w:type'] === 'paragraph' && element.attributes['w:default'] !== undefined && isOn(element.attributes['w:default'])) defaultParagraph ??= id
    }
    this.#defaultParagraph = defaultParagraph
  }

  /** Formats of a paragraph of a style; the default style where none is named. */
  paragraph(id: string | undefined): Pick<Style, 'paragraph' | 'run'> {
    const { paragraph, run } = this.#resolve(id !== undefined && this.#styles.has(id) ? id : this.#defaultParagraph)
    return { paragraph, run: { ...this.#defaults, ...run } }
  }

  /** What a character style says of its letters. */
  run(id: string | undefined): RunFormat {
    return this.#resolve(id).run
  }

  /** The list that a list style stands for. */
  list(id: string): string | undefined {
    return this.#resolve(id).paragraph.list
  }

  #resolve(id: string | undefined): Pick<Style, 'paragraph' | 'run'> {
    const known = id === undefined ? { paragraph: {}, run: {} } : this.#resolved.get(id)
    if (known || id === undefined) return known ?? { paragraph: {}, run: {} }
    const chain: Style[] = []
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at)
      const style = this.#styles.get(at)
      if (style) chain.unshift(style)
    }
    const resolved = {
      paragraph: Object.assign({}, ...chain.map(({ paragraph }) => paragraph)) as ParagraphFormat,
      run: Object.assign({}, ...chain.map(({ run }) => run)) as RunFormat
    }
    this.#resolved.set(id, resolved)
    return resolved
  }
}

/** `w:val` of a child element. */
export function value(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['w:val']
}

/** Whether a property is on: a property without a value is. */
export function isOn(state: string | undefined): boolean {
  return state === undefined || !['0', 'false', 'off', 'none'].includes(state)
}

function toggle(parent: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(parent, name)
  return element === undefined ? undefined : isOn(element.attributes['w:val'])
}

/** `w:rPr`. */
export function readRunFormat(properties: XmlElement | undefined): RunFormat {
  const format: RunFormat = {}
  const [bold, hidden] = [toggle(properties, 'w:b'), toggle(properties, 'w:vanish')]
  if (bold !== undefined) format.bold = bold
  if (hidden !== undefined) format.hidden = hidden
  const size = Number(value(properties, 'w:sz'))
  if (size > 0) format.size = size / 2
  const align = value(properties, 'w:vertAlign')
  const lift = Number(value(properties, 'w:position') ?? 0)
  if (align !== undefined) format.raised = align === 'superscript'
  else if (lift >= 4) format.raised = true
  return format
}

/** `w:pPr`. */
export function readParagraphFormat(properties: XmlElement | undefined): ParagraphFormat {
  const format: ParagraphFormat = {}
  const numbering = child(properties, 'w:numPr')
  const [list, level, outline] = [value(numbering, 'w:numId'), value(numbering, 'w:ilvl'), value(properties, 'w:outlineLvl')]
  if (list !== undefined) format.list = list
  if (level !== undefined) format.level = Number(level)
  if (outline !== undefined) format.outline = Number(outline)
  const indent = child(properties, 'w:ind')?.attributes ?? {}
  const left = Number(indent['w:start'] ?? indent['w:left'])
  const first = indent['w:hanging'] === undefined ? Number(indent['w:firstLine']) : -Number(indent['w:hanging'])
  if (Number.isFinite(left)) format.left = left
  if (Number.isFinite(first)) format.first = first
  return format
}
