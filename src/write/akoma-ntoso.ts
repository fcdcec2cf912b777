/**
 * Akoma Ntoso 1.0 (schema 3.0) of one version: a resolution or decision as `statement`, any other document as `doc`.
 *
 * Everything in the main body is a hierarchical element, because the schema allows blocks and hierarchy beside each
 * other in a few places only: what has no number is a container of kind `text`, `heading`, `note` and so on.
 */
import { languages } from '../language/code.ts'
import type { Report } from '../message/report.ts'
import { toText } from '../tree/text.ts'
import type { Block, Item, Paragraph, Root, Sentence, UndastNode } from '../tree/undast.ts'
import { akomaNtosoMeta, documentKind } from './akoma-ntoso-meta.ts'
import type { TreeFormat } from './tree-format.ts'
import { writtenText } from './written-text.ts'
import { startTag, textElement, xmlDeclaration } from './xml.ts'

export const akomaNtoso: TreeFormat = {
  name: 'akn',
  title: 'Akoma Ntoso of one version',
  extension: 'akn.xml',
  sentences: true,
  *write(root, options, report) {
    const { element, name } = documentKind(root)
    const { preface, preamble, body, conclusions } = partsOf(root)
    const writer = new BlockWriter(root, options.numbering, report)
    yield `${xmlDeclaration}<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n`
    yield `${startTag(element, { name })}\n${akomaNtosoMeta(root, options)}`
    if (preface.length > 0) yield `<preface>\n${preface.map((block) => writer.preface(block)).join('')}</preface>\n`
    if (preamble.length > 0) yield `<preamble>\n${writer.preamble(preamble)}</preamble>\n`
    yield '<mainBody>\n'
    for (const block of body) yield writer.hierarchy(block, 0)
    // The schema wants one element at the least.
    if (body.length === 0) yield '<hcontainer name="text">\n<content><p/></content>\n</hcontainer>\n'
    yield '</mainBody>\n'
    if (conclusions.length > 0) yield `<conclusions>\n${conclusions.map((block) => writer.paragraph(block)).join('')}</conclusions>\n`
    yield `</${element}>\n</akomaNtoso>\n`
  }
}

/** The blocks of a document by the parts that the schema has, each of which is a stretch of the document. */
interface DocumentParts {
  preface: Block[]
  preamble: Paragraph[]
  body: Block[]
  conclusions: Block[]
}

function partsOf(root: Root): DocumentParts {
  const blocks = root.children.filter(({ type }) => type !== 'furniture')
  const afterPreface = indexWhere(blocks, (block) => block.type !== 'masthead' && !(block.type === 'heading' && block.depth === 1))
  const rest = blocks.slice(afterPreface)
  const afterPreamble = indexWhere(rest, (block) => !isPreambular(block))
  const body = rest.slice(afterPreamble)
  const firstNotLast = body.length - indexWhere(body.toReversed(), ({ type }) => type !== 'signature' && type !== 'dateline')
  return {
    preface: blocks.slice(0, afterPreface),
    preamble: rest.slice(0, afterPreamble).filter(isPreambular),
    body: body.slice(0, firstNotLast),
    conclusions: body.slice(firstNotLast)
  }
}

/** Index of the first that passes, or the length. */
function indexWhere(blocks: readonly Block[], passes: (block: Block) => boolean): number {
  const index = blocks.findIndex(passes)
  return index < 0 ? blocks.length : index
}

function isPreambular(block: Block): block is Paragraph {
  return block.type === 'paragraph' && (block.data?.role === 'formula' || block.data?.role === 'preambular')
}

/** Names of the levels of numbered paragraphs. */
const levels = ['paragraph', 'point', 'indent'] as const

class BlockWriter {
  readonly #root: Root
  readonly #numbering: 'keep' | 'strip'
  readonly #report: Report
  readonly #ids = new Set<string>()

  constructor(root: Root, numbering: 'keep' | 'strip', report: Report) {
    this.#root = root
    this.#numbering = numbering
    this.#report = report
  }

  preface(block: Block): string {
    if (block.type !== 'heading') return this.paragraph(block)
    const title = this.#label(block.label?.value) + textElement('docTitle', {}, this.#text(block))
    return `${startTag('longTitle', { eId: this.#eId(block) })}<p>${title}</p></longTitle>\n`
  }

  /** Formulas (`The General Assembly,`) and recitals, the recitals that follow each other in one group. */
  preamble(blocks: readonly Paragraph[]): string {
    let inRecitals = false
    let result = ''
    for (const block of blocks) {
      const isFormula = block.data?.role === 'formula'
      if (isFormula === inRecitals) result += inRecitals ? '</recitals>\n' : '<recitals>\n'
      inRecitals = !isFormula
      const tag = isFormula ? startTag('formula', { name: 'enactingFormula', eId: this.#eId(block) }) : startTag('recital', { eId: this.#eId(block) })
      result += `${tag}${textElement('p', {}, this.#text(block))}</${isFormula ? 'formula' : 'recital'}>\n`
    }
    return inRecitals ? `${result}</recitals>\n` : result
  }

  hierarchy(block: Block, level: number): string {
    switch (block.type) {
      case 'furniture':
        return ''
      case 'item':
        return this.#item(block, level)
      case 'section':
        return this.#container(block, block.kind, block.children.map((child) => this.hierarchy(child, 0)).join(''))
      default:
        return this.#container(block, block.type === 'paragraph' ? 'text' : block.type, `<content>${this.paragraph(block).trimEnd()}</content>\n`)
    }
  }

  /** A block without hierarchy as the paragraphs of the schema, or as its table. */
  paragraph(block: Block): string {
    switch (block.type) {
      case 'table': {
        const rows = block.children.map((row) => {
          const cells = row.children.map((cell) => `<td>${textElement('p', {}, this.#text(cell))}</td>`)
          return `<tr>${cells.join('')}</tr>`
        })
        return `<table>${rows.join('')}</table>\n`
      }
      case 'masthead':
        return block.children
          .map((child) => this.#text(child))
          .filter((text) => text !== '')
          .map((text) => `${textElement('p', { class: 'masthead' }, text)}\n`)
          .join('')
      case 'heading':
        return `<p>${this.#label(block.label?.value)}${textElement('span', {}, this.#text(block))}</p>\n`
      case 'note':
        return `<p>${this.#label(block.marker?.value)}${this.#sentences(block.children)}</p>\n`
      case 'paragraph':
      case 'signature':
      case 'dateline':
        return `${startTag('p', { class: block.type === 'paragraph' ? undefined : block.type })}${this.#sentences(block.children)}</p>\n`
      default:
        return `${textElement('p', {}, this.#text(block))}\n`
    }
  }

  #item(item: Item, level: number): string {
    const name = levels[level] ?? 'indent'
    const number = this.#numbering === 'keep' ? `${textElement('num', {}, item.label.value)}\n` : ''
    const children = item.children.filter(({ type }) => type !== 'furniture')
    const start = `${startTag(name, { eId: this.#eId(item) })}\n${number}`
    const firstItem = indexWhere(children, ({ type }) => type === 'item' || type === 'section')
    const lead = children.slice(0, firstItem).map((child) => this.paragraph(child)).join('')
    if (firstItem === children.length) return `${start}<content>\n${lead === '' ? '<p/>\n' : lead}</content>\n</${name}>\n`
    const intro = lead === '' ? '' : `<intro>\n${lead}</intro>\n`
    const below = children.slice(firstItem).map((child) => this.hierarchy(child, level + 1)).join('')
    return `${start}${intro}${below}</${name}>\n`
  }

  #container(block: Block, name: string, content: string): string {
    const inner = content === '' ? '<content><p/></content>\n' : content
    return `${startTag('hcontainer', { name, eId: this.#eId(block) })}\n${inner}</hcontainer>\n`
  }

  #label(value: string | undefined): string {
    return value === undefined || this.#numbering === 'strip' ? '' : `${textElement('inline', { name: 'label' }, value)} `
  }

  #sentences(sentences: readonly Sentence[]): string {
    const between = languages[this.#root.lang].spaced ? ' ' : ''
    return sentences.map((sentence) => textElement('span', { eId: this.#eId(sentence) }, this.#text(sentence))).join(between)
  }

  #text(node: UndastNode): string {
    return writtenText(toText(node, languages[this.#root.lang].spaced ? ' ' : ''), addressOf(node) ?? node.type, this.#report)
  }

  /** `annex_1__para_9__point_3` for `annex1/9/3`, unique in the document; without an address there is none. */
  #eId(node: UndastNode): string | undefined {
    const address = addressOf(node)
    if (address === undefined) return undefined
    const [block = '', sentence] = address.split('#', 2)
    let level = 0
    const steps = block.split('/').map((step) => {
      if (!/^\d/u.test(step)) return step.replace(/^([a-z]+)(?=\d)/u, '$1_')
      const name = ['para', 'point', 'indent'][level] ?? 'indent'
      level += 1
      return `${name}_${step}`
    })
    const named = [...steps, ...(sentence === undefined ? [] : [`s_${sentence}`])].join('__').replace(/[^\w-]/gu, '_')
    let id = named
    for (let copy = 2; this.#ids.has(id); copy += 1) id = `${named}_${copy}`
    this.#ids.add(id)
    return id
  }
}

function addressOf(node: UndastNode): string | undefined {
  const address = node.data !== undefined && 'address' in node.data ? node.data.address : undefined
  return typeof address === 'string' ? address : undefined
}
