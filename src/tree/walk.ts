import type { Block, SentenceParent, UndastNode } from './undast.ts'

/** Every block, in order of reading: a section or an item before the blocks in it. Rows and cells are parts of their table. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block, void, undefined> {
  // Not one generator in another: half of all blocks are items.
  const open = [blocks.values()]
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { value: block } = inner.next()
    if (block === undefined) {
      open.pop()
      continue
    }
    yield block
    if (block.type === 'section' || block.type === 'item') open.push(block.children.values())
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
