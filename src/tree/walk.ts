import type { Block, SentenceParent, UndastNode } from './undast.ts'

/** Every block, in order of reading: a section or an item before the blocks in it. Rows and cells are parts of their table. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block, void, undefined> {
  for (const block of blocks) {
    yield block
    if (block.type === 'section' || block.type === 'item') yield* walkBlocks(block.children)
  }
}

/** Every block and cell that holds sentences, in order of reading. */
export function* walkSentenceParents(blocks: readonly Block[]): Generator<SentenceParent, void, undefined> {
  for (const block of walkBlocks(blocks)) {
    if (block.type === 'table') for (const row of block.children) yield* row.children
    else if (block.type !== 'furniture' && block.type !== 'item' && block.type !== 'masthead' && block.type !== 'section') yield block
  }
}

/** A node and every node below it, in order of reading, each before what is in it. */
export function* walkNodes(node: UndastNode): Generator<UndastNode, void, undefined> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walkNodes(child)
}
