/** A tree as one list of sentences in reading order, with the blocks that hold them. */
import type { Position } from 'unist'
import { partitionPoint } from '../../tree/partition-point.ts'
import { toText } from '../../tree/text.ts'
import type { Block, Item, Label, Root, Row, Sentence, SentenceParent } from '../../tree/undast.ts'
import type { UnitBlock } from '../../tree/unit.ts'

/** A block that holds sentences, with what tells it from others. */
export interface FlatBlock {
  kind: UnitBlock
  /** Unique in its version. */
  address: string
  /** Label printed in front; an item's first block carries the item's. */
  label?: Label
  /** Ordinals of the labels around and at the block, `9/3`; empty where nothing is numbered. */
  path: string
  /** Finer kind: the depth of a heading, the kind of a note, the column of a cell. */
  detail: string
  sentences: FlatSentence[]
  position: Position
}

export interface FlatSentence {
  /** As written, one line. */
  text: string
  address: string
  /** Page on which it begins, from 1, where the export shows pages. */
  page?: number
}

/** A version in reading order, its notes behind its body: they stand elsewhere in each version. */
export interface FlatVersion {
  blocks: FlatBlock[]
  sentences: FlatSentence[]
  /** Block of each sentence. */
  blockOf: Int32Array
}

/** Flattens a version. Masthead and furniture are left out; so are blocks without a sentence. */
export function flatten(root: Root): FlatVersion {
  const [body, notes]: [FlatBlock[], FlatBlock[]] = [[], []]
  const pages = root.data?.pages
  const taken = new Set<string>()
  walk(root.children, { path: '', address: '' })
  const blocks = [...body, ...notes]
  const blockOf = Int32Array.from(blocks.flatMap(({ sentences }, index) => sentences.map(() => index)))
  return { blocks, sentences: blocks.flatMap(({ sentences }) => sentences), blockOf }

  function walk(blocks: readonly Block[], place: { path: string; address: string; item?: Item }): void {
    let opening = place.item
    for (const block of blocks) {
      switch (block.type) {
        case 'furniture':
        case 'masthead':
          break
        case 'item': {
          const path = join(place.path, block.label.ordinal)
          walk(block.children, { path, address: block.data?.address ?? join(place.address, block.label.ordinal), item: block })
          break
        }
        case 'section': {
          const step = `${block.kind}${block.ordinal}`
          walk(block.children, { path: join(place.path, step), address: block.data?.address ?? join(place.address, step) })
          break
        }
        case 'table':
          for (const row of block.children) walkRow(row, place)
          break
        default:
          push(block, place, block.type === 'note' ? undefined : opening)
          if (block.type !== 'note') opening = undefined
      }
    }
  }

  function walkRow(row: Row, place: { path: string; address: string }): void {
    row.children.forEach((cell, column) => push(cell, place, undefined, `column ${column + 1}`))
  }

  function push(block: SentenceParent, place: { path: string; address: string }, item: Item | undefined, column = ''): void {
    const sentences = block.children.filter((sentence) => toText(sentence).trim() !== '')
    if (sentences.length === 0) return
    const label = item?.label ?? labelOf(block)
    const address = unique(item ? place.address : (block.data?.address ?? join(place.address, block.type.charAt(0))))
    const flat: FlatBlock = {
      kind: item ? 'item' : block.type,
      address,
      path: place.path,
      detail: block.type === 'heading' ? String(block.depth) : block.type === 'note' ? block.kind : column,
      sentences: sentences.map((sentence, index) => flatSentence(sentence, `${address}#${index + 1}`, pages)),
      position: block.position
    }
    if (label) flat.label = label
    ;(block.type === 'note' ? notes : body).push(flat)
  }

  function unique(address: string): string {
    let candidate = address
    for (let copy = 2; taken.has(candidate); copy++) candidate = `${address}~${copy}`
    taken.add(candidate)
    return candidate
  }
}

function join(path: string, step: number | string): string {
  return path === '' ? String(step) : `${path}/${step}`
}

function labelOf(block: SentenceParent): Label | undefined {
  if (block.type === 'heading') return block.label
  if (block.type === 'note' && block.marker && 'ordinal' in block.marker) return block.marker
  return undefined
}

function flatSentence(sentence: Sentence, fallback: string, pages: readonly number[] | undefined): FlatSentence {
  const text = toText(sentence).replaceAll('\n', ' ').trim()
  const flat: FlatSentence = { text, address: sentence.data?.address ?? fallback }
  const { offset } = sentence.position.start
  if (pages && offset !== undefined) flat.page = pageAt(pages, offset)
  return flat
}

/** Page of a raw offset, from 1. */
function pageAt(pages: readonly number[], offset: number): number {
  return partitionPoint(pages.length, (index) => (pages[index] ?? Infinity) <= offset) + 1
}
