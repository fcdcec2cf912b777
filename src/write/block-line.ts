import { languages } from '../language/code.ts'
import type { Report } from '../message/report.ts'
import { toText } from '../tree/text.ts'
import type { Block, Root, Row, UndastNode } from '../tree/undast.ts'
import { writtenText } from './written-text.ts'

/** A block of a tree as one line: what clean text and Markdown are made of. */
export interface BlockLine {
  /** The block whose words these are; an item only where it has none but its label. */
  node: Block | Row
  /** Labels in front of it, outermost first, as printed: `9.` and `(a)` where an item begins with an item. */
  labels: string[]
  /** How many items it is inside of. */
  depth: number
  text: string
  /** Texts of the cells of a row, in order. */
  cells?: string[]
}

/** Every block of a tree that has words, in order; furniture is left out. */
export function blockLines(root: Root, report: Report): BlockLine[] {
  const lines: BlockLine[] = []
  const between = languages[root.lang].spaced ? ' ' : ''
  const textOf = (node: UndastNode): string => writtenText(toText(node, between), addressOf(node), report)
  addLines(lines, root.children, [], 0, textOf)
  return lines
}

/** Adds the lines of blocks, labels that wait in front of the first line that there is; gives whether there is any. */
function addLines(lines: BlockLine[], blocks: readonly Block[], labels: string[], depth: number, textOf: (node: UndastNode) => string): boolean {
  let waiting = labels
  let any = false
  for (const node of blocks) {
    switch (node.type) {
      case 'furniture':
        continue
      case 'section':
        if (!addLines(lines, node.children, waiting, depth, textOf)) continue
        break
      case 'item': {
        const own = [...waiting, node.label.value]
        if (!addLines(lines, node.children, own, depth + 1, textOf)) lines.push({ node, labels: own, depth: depth + 1, text: '' })
        break
      }
      case 'table':
        for (const row of node.children) {
          const cells = row.children.map(textOf)
          lines.push({ node: row, labels: waiting, depth, text: cells.join('\t'), cells })
          waiting = []
        }
        break
      case 'masthead':
        for (const child of node.children) {
          const text = textOf(child)
          if (text !== '') lines.push({ node, labels: [], depth, text })
        }
        continue
      case 'heading':
      case 'note': {
        const own = node.type === 'heading' ? node.label : node.marker
        const text = textOf(node)
        // The mark of a note without words says nothing.
        if (node.type === 'note' && text === '' && waiting.length === 0) continue
        lines.push({ node, labels: own === undefined ? waiting : [...waiting, own.value], depth, text })
        break
      }
      default:
        lines.push({ node, labels: waiting, depth, text: textOf(node) })
    }
    waiting = []
    any = true
  }
  return any
}

/** Where a message says that a text stands. */
function addressOf(node: UndastNode): string {
  const address = node.data !== undefined && 'address' in node.data ? node.data.address : undefined
  return typeof address === 'string' ? address : node.type
}

/** Label of a block in front of its text, for text formats. */
export function labelled(labels: readonly string[], text: string): string {
  return labels.length === 0 ? text : [...labels, text].filter((piece) => piece !== '').join(' ')
}
