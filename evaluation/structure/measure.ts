import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import { leafSpans } from '../../src/tree/leaves.ts'
import { offsets } from '../../src/tree/place.ts'
import { toText } from '../../src/tree/text.ts'
import type { Block, Root, SentenceParent } from '../../src/tree/undast.ts'
import { walkBlocks } from '../../src/tree/walk.ts'
import type { SourceBlock } from '../corpus/read-source.ts'
import { assignLines } from './assign-lines.ts'
import type { Extract } from './extracts.ts'
import { fold } from './fold.ts'

/** Counts of one figure, summed over extracts before anything is divided. */
export interface Count {
  right: number
  found: number
  wanted: number
}

/** What is measured. */
export const figures = ['joins', 'furniture', 'notes', 'labels', 'headings', 'tables', 'blocks', 'sentences'] as const
export type Figure = (typeof figures)[number]
export type Counts = Record<Figure, Count>

/** What went wrong, for people: figure, and the words. */
export type Failure = readonly [figure: Figure | 'body as furniture', text: string]

export function noCounts(): Counts {
  return Object.fromEntries(figures.map((figure) => [figure, { right: 0, found: 0, wanted: 0 }])) as Counts
}

export function addCounts(sum: Counts, more: Counts): void {
  for (const figure of figures) for (const key of ['right', 'found', 'wanted'] as const) sum[figure][key] += more[figure][key]
}

export function precision({ right, found }: Count): number {
  return found === 0 ? 1 : right / found
}
export function recall({ right, wanted }: Count): number {
  return wanted === 0 ? 1 : right / wanted
}
export function f1({ right, found, wanted }: Count): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted)
}

interface PlacedBlock {
  block: SentenceParent
  label: string | undefined
  address: string | undefined
}

/** Measures one extract, or the tree of it that is there, against its source. */
export function measure(
  { raw, source, furniture }: Extract,
  root = readVersion(raw, { language: source.language })
): { root: Root; counts: Counts; failures: Failure[]; bodyAsFurniture: number } {
  const counts = noCounts()
  const failures: Failure[] = []
  const lines = assignLines(raw, source, furniture)
  const holders = holdersOf(root, raw)
  const kinds = new Map(source.blocks.map(({ address, kind }) => [address, kind]))
  let bodyAsFurniture = 0

  // Joins: two printed lines of body text, one after the other, are in one block or not.
  const flow = lines.filter(({ owner }) => owner !== 'page' && kinds.get(owner) !== 'table' && kinds.get(owner) !== 'note')
  for (const [index, line] of flow.entries()) {
    const next = flow[index + 1]
    if (!next) break
    const wanted = line.owner === next.owner
    const found = holders.block(line.end - 1) !== undefined && holders.block(line.end - 1) === holders.block(next.start)
    counts.joins.wanted += Number(wanted)
    counts.joins.found += Number(found)
    counts.joins.right += Number(wanted && found)
    if (wanted !== found) failures.push(['joins', `${found ? 'joined' : 'parted'}: ${raw.slice(line.start, line.end)} ⏎ ${raw.slice(next.start, next.end)}`])
  }

  // Furniture: printed lines that belong to the page, the masthead among them.
  for (const { start, end, owner } of lines) {
    const found = holders.furniture(start)
    const wanted = owner === 'page'
    counts.furniture.wanted += Number(wanted)
    counts.furniture.found += Number(found)
    counts.furniture.right += Number(wanted && found)
    if (wanted === found) continue
    if (found) bodyAsFurniture++
    failures.push([found ? 'body as furniture' : 'furniture', raw.slice(start, end)])
  }

  const placed = [...placedBlocks(root.children)]
  // What is left of a table that was not told is counted by the figure for tables, not as blocks that nobody wrote.
  const ofTable = lines.filter(({ owner }) => kinds.get(owner) === 'table')
  const inText = placed.filter(({ block }) => block.type !== 'cell' && !ofTable.some(({ start, end }) => start <= offsets(block.position)[0] && offsets(block.position)[0] < end))
  compare('notes', source.blocks.filter(({ kind }) => kind === 'note').map((note) => `${note.marker ?? ''} ${fold(note.text)}`), placed.filter(({ block }) => block.type === 'note').map(({ block, label }) => `${label ?? ''} ${fold(toText(block, ''))}`))
  compare('labels', source.blocks.filter(({ kind }) => kind === 'item').map((block) => `${block.address} ${fold(block.label ?? '')}`), itemsOf(root.children))
  compare('headings', source.blocks.filter(({ kind }) => kind === 'heading').map(headingForm), placed.filter(({ block }) => block.type === 'heading').map(({ block, label }) => `${fold(label ?? '')} ${fold(toText(block, ''))}`))
  compare('tables', source.blocks.flatMap(({ rows }) => cellForms(rows)), [...walkBlocks(root.children)].flatMap((block) => (block.type === 'table' ? cellForms(block.children.map((row) => row.children.map((cell) => toText(cell)))) : [])))
  compare('blocks', source.blocks.filter(({ kind }) => kind !== 'table' && kind !== 'section').map(({ text }) => fold(text)), inText.map(({ block }) => fold(toText(block, ''))))
  compare('sentences', source.blocks.filter(({ kind }) => kind !== 'table' && kind !== 'section').flatMap(({ sentences }) => sentences.map(({ text }) => fold(text))), inText.flatMap(({ block }) => block.children.map((sentence) => fold(toText(sentence)))))
  return { root, counts, failures, bodyAsFurniture }

  function compare(figure: Figure, wanted: string[], found: string[]): void {
    const left = [...found]
    counts[figure].wanted += wanted.length
    counts[figure].found += found.length
    for (const each of wanted) {
      const at = left.indexOf(each)
      if (at >= 0) {
        left.splice(at, 1)
        counts[figure].right++
      } else failures.push([figure, `lacks ${each}`])
    }
    for (const each of left) failures.push([figure, `made up ${each}`])
  }
}

/** The cells that are not empty: which column of how many, and the words. */
function cellForms(rows: ReadonlyArray<readonly string[]>): string[] {
  return rows.flatMap((row) => row.flatMap((cell, column) => (cell === '' ? [] : [`${column + 1}/${row.length} ${fold(cell)}`])))
}

function headingForm({ label, text }: SourceBlock): string {
  return `${fold(label ?? '')} ${fold(text)}`
}

function itemsOf(blocks: readonly Block[]): string[] {
  return [...walkBlocks(blocks)].flatMap((block) => (block.type === 'item' ? [`${block.data?.address} ${fold(block.label.value)}`] : []))
}

function* placedBlocks(blocks: readonly Block[], label?: string): Generator<PlacedBlock> {
  for (const block of blocks) {
    switch (block.type) {
      case 'furniture':
      case 'masthead':
        break
      case 'section':
      case 'item':
        yield* placedBlocks(block.children, block.type === 'item' ? block.label.value : undefined)
        break
      case 'table':
        for (const row of block.children) for (const cell of row.children) yield { block: cell, label: undefined, address: cell.data?.address }
        break
      default:
        yield { block, label: block.type === 'heading' ? block.label?.value : block.type === 'note' ? block.marker?.value : label, address: block.data?.address }
    }
  }
}

/** What holds each character of the raw text. */
function holdersOf(root: Root, raw: string): { block: (offset: number) => number | undefined; furniture: (offset: number) => boolean } {
  const holder = new Int32Array(raw.length).fill(-1)
  const page = new Uint8Array(raw.length)
  const blocks = [...placedBlocks(root.children)]
  blocks.forEach(({ block }, index) => {
    for (const { start, end } of leafSpans(block)) holder.fill(index, start, end)
  })
  for (const node of walkBlocks(root.children)) {
    if (node.type === 'furniture' || node.type === 'masthead') for (const { start, end } of leafSpans(node)) page.fill(1, start, end)
    // The label of an item belongs to its first block.
    if (node.type === 'item') {
      const first = node.children.find((child) => child.type === 'paragraph')
      const at = blocks.findIndex(({ block }) => block === first)
      const { start, end } = node.label.position
      if (start.offset !== undefined && end.offset !== undefined && at >= 0) holder.fill(at, start.offset, end.offset)
    }
  }
  return {
    block: (offset) => {
      const value = holder[offset] ?? -1
      return value < 0 ? undefined : value
    },
    furniture: (offset) => page[offset] === 1
  }
}
