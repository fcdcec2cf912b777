import type { LanguageCode } from '../../src/language/code.ts'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'
import { leafSpans } from '../../src/tree/leaves.ts'
import { offsets } from '../../src/tree/place.ts'
import type { Block, Cell } from '../../src/tree/undast.ts'
import { walkBlocks } from '../../src/tree/walk.ts'
import type { PrintedText } from './print-lines.ts'

/** A block that an extractor put on a line of its own, and what it took it for. */
export interface Row {
  kind: string
  text: string
}

/** What is counted: labels that open an item, notes that are notes, blocks that are parted from the next, lines of one block that are not. */
export const rowFigures = ['numbers', 'letters', 'notes', 'recitals', 'headings', 'sentences', 'whole'] as const
export type RowFigure = (typeof rowFigures)[number]

/** Calls `found` for all that is counted in the printed rows of one document; `row` is the place of the row. */
export function measureRows(rows: readonly Row[], printed: PrintedText, language: LanguageCode, found: (figure: RowFigure, right: boolean, row: number) => void): void {
  const holders = holdersOf(readVersion(printed.text, { language }).children, printed)
  rows.forEach(({ kind, text: body }, at) => {
    const own = holders[at] ?? []
    const first = own[0]
    const last = own.at(-1)
    if (!first || !last) return
    // A heading with a number is a heading with a label in the tree: it counts among the headings.
    if (kind !== 'heading' && /^\d{1,3}\. ?\S/.test(body)) found('numbers', first.opensItem, at)
    if (/^\(? ?[a-z] ?\) \S/.test(body)) found('letters', first.opensItem, at)
    if (/^\d{1,3} (?:[AES]\/|See\b|Voir\b|Véase\b|См\. |Ibid|R[ée]solution|Nations Unies, Recueil|United Nations, Treaty|Documents officiels|Official Records)/.test(body)) found('notes', first.block?.type === 'note', at)
    if (own.length > 1) found('whole', own.every(({ block }) => block === first.block), at)
    const next = rows[at + 1]
    const below = holders[at + 1]?.[0]?.block
    if (!next || !below || !last.block || ['masthead', 'note', 'furniture'].includes(last.block.type)) return
    const parted = last.block !== below
    const goesOn = /^\p{Lu}/u.test(next.text)
    if (body.endsWith(',') && goesOn && kind === 'paragraph' && next.kind === 'paragraph') found('recitals', parted, at)
    if (kind === 'heading' && next.kind !== 'heading' && /^[\p{Lu}\d]/u.test(next.text)) found('headings', parted, at)
    if (/[.;]$/.test(body) && goesOn) found('sentences', parted, at)
  })
}

interface Holder {
  /** The innermost block that holds the line. */
  block: Block | Cell | undefined
  opensItem: boolean
}

/** For each row, what holds each of its printed lines. */
function holdersOf(blocks: readonly Block[], { text, owners }: PrintedText): Holder[][] {
  const holder: Array<Block | Cell | undefined> = new Array(text.length)
  const labels = new Set<number>()
  for (const block of blocksAndCells(blocks)) {
    if (block.type === 'item') labels.add(offsets(block.label.position)[0])
    else for (const span of leafSpans(block)) if (span.holder !== 'label' && span.holder !== 'marker') holder.fill(block, span.start, span.end)
  }
  const held: Holder[][] = []
  for (const [start, owner] of owners) {
    const end = text.indexOf('\n', start)
    let [at, block] = [start, holder[start]]
    while (!block && at < end) block = holder[++at]
    ;(held[owner] ??= []).push({ block, opensItem: labels.has(start) })
  }
  return held
}

function* blocksAndCells(blocks: readonly Block[]): Generator<Block | Cell> {
  for (const block of walkBlocks(blocks)) {
    if (block.type === 'table') for (const row of block.children) yield* row.children
    else if (block.type !== 'section') yield block
  }
}
