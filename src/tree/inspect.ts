import { languages } from '../language/code.ts'
import { toText } from './text.ts'
import type { Block, Row, Root, SentenceParent } from './undast.ts'

/** Options of `inspect`. */
export interface InspectOptions {
  /** Characters of text shown on a line; all where 0. */
  width?: number
  /** Whether furniture is shown. */
  furniture?: boolean
}

/** A tree as one line a node, for people: type, address, facts, and the words it begins with. */
export function inspect(root: Root, options: InspectOptions = {}): string {
  return [...inspectLines(root, options)].join('\n')
}

/** The lines of `inspect` one by one, without line ends. */
export function* inspectLines(root: Root, { width = 60, furniture = true }: InspectOptions = {}): Generator<string> {
  const between = languages[root.lang].spaced ? ' ' : ''
  const lines = [`root ${root.lang}${root.symbol === undefined ? '' : ` ${root.symbol}`}`]

  function words(block: SentenceParent): string {
    const text = toText(block, between).trim()
    const count = block.children.length
    const shown = width > 0 && text.length > width ? `${text.slice(0, width).trimEnd()}…` : text
    return `${count > 1 ? `(${count} sentences) ` : ''}${shown}`
  }

  function add(indent: number, ...parts: Array<string | undefined>): void {
    lines.push('  '.repeat(indent) + parts.filter((part) => part !== undefined && part !== '').join(' '))
  }

  function walk(block: Block | Row, indent: number): void {
    switch (block.type) {
      case 'furniture':
        if (furniture) add(indent, 'furniture', block.kind, block.value)
        return
      case 'masthead':
        add(indent, 'masthead', ...facts(block.symbols.join(' '), block.date, block.language && `in ${block.language}`, block.original && `from ${block.original}`, block.distribution, block.jobNumber))
        return
      case 'section':
        add(indent, block.kind, block.data?.address)
        for (const child of block.children) walk(child, indent + 1)
        return
      case 'item': {
        const [first, ...rest] = block.children
        const paragraph = first?.type === 'paragraph' ? first : undefined
        add(indent, 'item', block.data?.address, block.label.value, paragraph && words(paragraph))
        for (const child of paragraph ? rest : block.children) walk(child, indent + 1)
        return
      }
      case 'table':
        add(indent, 'table', block.data?.address)
        for (const row of block.children) walk(row, indent + 1)
        return
      case 'row':
        add(indent, 'row', block.children.map(words).join(' | '))
        return
      case 'heading':
        add(indent, `heading ${block.depth}`, block.data?.address, block.label?.value, words(block))
        return
      case 'note':
        add(indent, 'note', block.data?.address, block.kind, block.date, block.marker?.value, words(block))
        return
      case 'paragraph':
        add(indent, 'paragraph', block.data?.address, block.data?.role, words(block))
        return
      default:
        add(indent, block.type, block.data?.address, words(block))
    }
  }

  yield* lines.splice(0)
  for (const block of root.children) {
    walk(block, 1)
    yield* lines.splice(0)
  }
}

function facts(...values: Array<string | undefined>): Array<string | undefined> {
  return values.map((value) => (value === '' ? undefined : value))
}
