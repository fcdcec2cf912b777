import type { Point, Position } from 'unist'
import { findDate } from '../language/date.ts'
import { numberOfMark } from '../grammar/note-marker.ts'
import { noteKind } from '../grammar/note-wording.ts'
import { findSymbols } from '../grammar/symbol.ts'
import type { Report } from '../message/report.ts'
import { slice, type MappedText } from '../tree/mapped-text.ts'
import { offsetOf } from '../tree/place.ts'
import { buildText, positionOf } from '../tree/text.ts'
import type { Addressed, Block, Heading, Item, Label, Note, Paragraph, Root, Run, Section, Sentence, Text } from '../tree/undast.ts'
import type { BlockInput, BodyInput, CleanTextLike, NoteInput } from './input.ts'
import { buildTable } from './build-table.ts'
import type { PlacedReference } from './tie-notes.ts'
import { nameJob, readMasthead } from './read-masthead.ts'

/** An item that later items may go into. */
interface OpenItem {
  item: Item
  level: number
}

/** Puts blocks in their place in the tree, in the order of the text. */
export class TreeBuilder {
  readonly #text: CleanTextLike
  readonly #report: Report
  readonly #root: Root
  #container: Root | Section
  /** What an article stands in; the container itself outside of articles. */
  #base: Root | Section
  #items: OpenItem[] = []
  /** What is printed of job numbers. */
  readonly #jobs: string[] = []
  /** The notes, and the marks of notes in the text, in the order of the text. */
  readonly notes: Note[] = []
  readonly references: PlacedReference[] = []

  constructor(text: CleanTextLike, report: Report) {
    this.#text = text
    this.#report = report
    this.#root = { type: 'root', lang: text.language, children: [], position: text.place.position(0, text.source.text.length) }
    this.#container = this.#root
    this.#base = this.#root
  }

  add(block: BlockInput): void {
    const { place, language } = this.#text
    switch (block.role) {
      case 'body':
        this.#addBody(block)
        break
      case 'note':
        this.#addNote(block)
        break
      case 'furniture':
        if (block.kind === 'job-number') this.#jobs.push(block.text.value)
        this.#push({ type: 'furniture', kind: block.kind, value: block.text.value, position: positionOf(block.text, place), data: { runs: [...block.text.runs] } })
        break
      case 'table':
        this.#pushOutside(buildTable(block.rows, place))
        break
      case 'masthead':
        this.#push(readMasthead(block, language, place))
    }
  }

  /** The tree, with its symbol: the one given, or that of the masthead, or that of the running heads. */
  finish(symbol: string | undefined): Root {
    const masthead = this.#root.children.find((block) => block.type === 'masthead')
    const { pages } = this.#text.source
    if (pages) this.#root.data = { pages: [...pages] }
    const heads = this.#root.children.filter((block) => block.type === 'furniture').flatMap(({ kind, value }) => (kind === 'running-head' ? findSymbols(value) : []))
    const found = masthead?.symbols[0] ?? heads[0]
    if (masthead) nameJob(masthead, this.#jobs)
    const known = symbol ?? found
    if (known !== undefined) this.#root.symbol = known
    if (symbol !== undefined && found !== undefined && bare(symbol) !== bare(found))
      this.#report('parse:symbol-differs', masthead?.position, { actual: found, expected: [symbol] })
    return this.#root
  }

  #addBody(block: BodyInput): void {
    const { decision, label } = block
    switch (decision.kind) {
      case 'section':
        if (decision.section) this.#openSection(decision.section, block.text)
        this.#push(decision.level > 0 ? this.#heading(block, decision.level) : this.#leaf('paragraph', block))
        break
      case 'heading':
        if (decision.closes) this.#container = this.#base
        this.#pushOutside(this.#heading(block, decision.level))
        break
      case 'item':
        if (label) this.#addItem(block, label, decision.level)
        break
      case 'paragraph': {
        const { role } = decision
        const paragraph: Paragraph = this.#leaf('paragraph', block)
        if (role !== undefined) paragraph.data = { role }
        this.#pushOutside(paragraph)
        break
      }
      default:
        this.#pushOutside(this.#leaf(decision.kind, block))
    }
  }

  /** An item goes into the last one above that is of a lower level. */
  #addItem(block: BodyInput, label: NonNullable<BodyInput['label']>, level: number): void {
    const paragraph = this.#leaf('paragraph', block)
    const item: Item = {
      type: 'item',
      label: this.#label(label),
      children: paragraph.children.length > 0 ? [paragraph] : [],
      // A label that stands apart, in a column of them, has a place of its own.
      position: this.#placeOf(paragraph.children, label.apart ? undefined : label.text)
    }
    if (label.style === 'decimal') this.#checkNumber(item.label, label)
    while ((this.#items.at(-1)?.level ?? 0) >= level) this.#items.pop()
    const parent = this.#items.at(-1)?.item ?? this.#container
    parent.children.push(item)
    this.#items.push({ item, level })
    this.#stretch(item)
  }

  /** Says where a number is missing or comes twice. */
  #checkNumber(label: Label, { after, shape }: NonNullable<BodyInput['label']>): void {
    if (after === 0 || (shape !== 'dot' && shape !== 'dash' && shape !== 'bare')) return
    const expected = [...(label.path ?? []).slice(0, -1), after + 1].join('.')
    if (label.ordinal > after + 1) this.#report('parse:number-gap', label.position, { actual: label.value, expected: [expected] })
    else if (label.ordinal <= after) this.#report('parse:number-repeated', label.position, { actual: label.value })
  }

  #openSection({ kind, ordinal }: Pick<Section, 'kind' | 'ordinal'>, text: MappedText): void {
    const section: Section = { type: 'section', kind, ordinal, children: [], position: positionOf(text, this.#text.place) }
    const inside = kind === 'article' || kind === 'rule'
    const parent = inside ? this.#base : this.#root
    parent.children.push(section)
    this.#container = section
    if (!inside) this.#base = section
    this.#items = []
  }

  /** Adds a block that closes the open items. */
  #pushOutside(block: Block): void {
    this.#items = []
    this.#push(block)
  }

  #push(block: Block): void {
    this.#container.children.push(block)
    this.#stretch(block)
  }

  /** Parents end where their last child does. */
  #stretch({ position: { end } }: Block): void {
    for (const { item } of this.#items) stretch(item, end)
    stretch(this.#container, end)
    stretch(this.#base, end)
  }

  #addNote({ marker, text }: NoteInput): void {
    const { place, language } = this.#text
    const kind = marker && !Number.isNaN(numberOfMark(marker.value)) ? 'footnote' : noteKind(text.value, language)
    const date = kind === 'reissue' ? findDate(text.value, language) : undefined
    const children = this.#sentences({ text })
    const note: Note = {
      type: 'note',
      kind,
      ...(marker ? { marker: { value: marker.value, position: positionOf(marker, place) } } : {}),
      ...(date === undefined ? {} : { date }),
      children,
      position: this.#placeOf(children, marker)
    }
    this.notes.push(note)
    this.#push(note)
  }

  #heading(block: BodyInput, depth: number): Heading {
    const { label } = block
    const children = this.#sentences(block)
    const heading: Heading = { type: 'heading', depth, ...(label ? { label: this.#label(label) } : {}), children, position: this.#placeOf(children, label?.text) }
    return this.#referring(heading, block)
  }

  #leaf<Type extends 'dateline' | 'paragraph' | 'signature'>(type: Type, block: BodyInput): { type: Type; children: Sentence[]; position: Position } {
    const children = this.#sentences(block)
    return this.#referring({ type, children, position: this.#placeOf(children) }, block)
  }

  /** A node, the marks of notes in it remembered. */
  #referring<Parent extends { children: Sentence[]; data?: Addressed }>(parent: Parent, { references }: BodyInput): Parent {
    if (references.length > 0)
      for (const { children } of parent.children) for (const node of children) if (node.type === 'noteReference') this.references.push({ node, block: parent })
    return parent
  }

  /** All of a block as one sentence, for `segment` to divide. */
  #sentences({ text, references = [] }: { text: MappedText; references?: BodyInput['references'] }): Sentence[] {
    if (text.value === '' && references.length === 0) return []
    const children = references.length === 0 ? this.#texts(text) : this.#parts(text, references)
    const first = children[0]
    const end = children.at(-1)
    return first && end ? [{ type: 'sentence', children, position: { start: first.position.start, end: end.position.end } }] : []
  }

  /** A text and the marks of notes in it. */
  #parts(text: MappedText, references: BodyInput['references']): Sentence['children'] {
    const parts: Sentence['children'] = []
    let last = 0
    for (const { at, marker } of references) {
      if (at > last) for (const part of this.#texts(slice(text, last, at))) parts.push(part)
      parts.push({ type: 'noteReference', value: marker.value, position: positionOf(marker, this.#text.place) })
      last = at
    }
    if (last < text.value.length) for (const part of this.#texts(slice(text, last))) parts.push(part)
    return parts
  }

  /** A text, or two and more where notes or lines of the page stand between its stretches: each is one stretch of the source. */
  #texts(text: MappedText): Text[] {
    const { place, source } = this.#text
    const ends: number[] = []
    for (let index = 1; index < text.runs.length; index++) {
      const { at, start } = text.runs[index] as Run
      const { end } = text.runs[index - 1] as Run
      if (at > 0 && start > end && source.text.slice(end, start).trim() !== '') ends.push(at)
    }
    if (ends.length === 0) return [buildText(text, place)]
    ends.push(text.value.length)
    return ends.map((end, index) => buildText(slice(text, ends[index - 1] ?? 0, end), place))
  }

  /** Position of a block: from its label or its first character to its last, marks of notes included. */
  #placeOf(sentences: readonly Sentence[], label?: MappedText): Position {
    const { place } = this.#text
    const first = sentences[0]?.position
    const last = sentences.at(-1)?.position
    const own = label && positionOf(label, place)
    // The number of a note may have come out behind its text.
    const behind = own && first && offsetOf(own.start) > offsetOf(first.start)
    const start = behind ? first.start : (own?.start ?? first?.start)
    const end = behind && last && offsetOf(own.end) > offsetOf(last.end) ? own.end : (last?.end ?? own?.end)
    return start && end ? { start, end } : place.position(0, 0)
  }

  #label({ text, ordinal, style, path }: NonNullable<BodyInput['label']>): Label {
    return { value: text.value, ordinal, style, ...(path ? { path: [...path] } : {}), position: positionOf(text, this.#text.place) }
  }
}

/** Lets a parent end where a child does that ends behind it. */
function stretch(parent: Item | Root | Section, end: Point): void {
  if (parent.type !== 'root' && offsetOf(parent.position.end) < offsetOf(end)) parent.position.end = end
}

function bare(symbol: string): string {
  return symbol.replace(/\*{1,3}$/, '')
}
