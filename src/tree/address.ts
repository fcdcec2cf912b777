import type { Block, Label, Root, SentenceParent } from './undast.ts'
import { walkSentenceParents } from './walk.ts'

/** Letter in front of the counter of a block without a number. */
const letters = { heading: 'h', paragraph: 'p', dateline: 'd', signature: 's', table: 't', bullet: 'b' } as const

/**
 * Gives every block of a tree its address, and every sentence one with `#`.
 *
 * Labels count where there are some: `annex1/9/3` is the third item under paragraph 9 of the annex, whatever script its
 * letter is in. Headings do not count, for numbers run across them. Blocks without a number have a letter and a counter
 * in their container: `h2`, `p3`. Notes are counted through the document, `n1`, for each version prints them elsewhere.
 * An address that comes twice gets `~2`.
 */
export function assignAddresses(root: Root): void {
  /** How often each address was wanted; the second is `~2`. */
  const taken = new Map<string, number>()
  let notes = 0

  function unique(address: string): string {
    const copy = (taken.get(address) ?? 0) + 1
    taken.set(address, copy)
    return copy === 1 ? address : `${address}~${copy}`
  }

  function address(block: SentenceParent, value: string): void {
    if (block.data) block.data.address = value
    else block.data = { address: value }
  }

  /** `container` is the prefix of the section that the blocks stand in, at whatever depth. */
  function walk(blocks: readonly Block[], prefix: string, lead: string | undefined, container: string): void {
    // Most items have one paragraph, which needs none.
    let counters: Map<string, number> | undefined
    const next = (letter: string): string => {
      counters ??= new Map()
      const count = (counters.get(letter) ?? 0) + 1
      counters.set(letter, count)
      return `${prefix}${letter}${count}`
    }
    let own = lead
    for (const block of blocks) {
      switch (block.type) {
        case 'furniture':
        case 'masthead':
          break
        case 'section':
        case 'item': {
          const address = unique(block.type === 'section' ? `${prefix}${block.kind}${block.ordinal}` : addressOf(block.label, prefix, container))
          block.data = { address }
          if (block.type === 'item') walk(block.children, `${address}/`, address, container)
          else walk(block.children, `${address}/`, undefined, `${address}/`)
          break
        }
        case 'note':
          notes++
          address(block, unique(`n${notes}`))
          break
        case 'table': {
          const table = unique(next(letters.table))
          block.data = { address: table }
          block.children.forEach((row, r) =>
            row.children.forEach((cell, c) => {
              address(cell, `${table}/${r + 1}/${c + 1}`)
            })
          )
          break
        }
        default:
          // The first paragraph of an item is the item itself.
          address(block, own ?? unique(next(letters[block.type])))
          own = undefined
      }
    }
  }

  walk(root.children, '', undefined, '')
}

/** Decimal paragraphs say their whole address; the place of a bullet is that of no number. */
function addressOf({ ordinal, path, style }: Label, prefix: string, container: string): string {
  if (path) return container + path.join('/')
  return `${prefix}${style === 'bullet' ? letters.bullet : ''}${ordinal}`
}

/** Gives the sentences of a tree their addresses, `9/3#1`, from those of their blocks: to be done after segmentation. */
export function addressSentences(root: Root): void {
  for (const { children, data } of walkSentenceParents(root.children)) {
    const address = data?.address
    if (address !== undefined) children.forEach((sentence, index) => (sentence.data = { address: `${address}#${index + 1}` }))
  }
}
