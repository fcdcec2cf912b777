/** Divides the paragraphs and notes of a tree into sentences. */
import type { AddedAbbreviation } from '../language/abbreviation.ts'
import type { LanguageCode } from '../language/code.ts'
import type { Locator } from '../tree/place.ts'
import { sliceText } from '../tree/text.ts'
import type { NoteReference, Root, Sentence, SentenceParent, Text } from '../tree/undast.ts'
import { walkBlocks } from '../tree/walk.ts'
import { splitSentences } from './split-sentences.ts'

/** What stands in a sentence. */
export type Leaf = NoteReference | Text

/** Part of a text node, `[from, to)` of its value, with its raw position. */
export type SliceText = (node: Text, from: number, to: number) => Text

/**
 * Divides the leaves of one block among its sentences.
 *
 * The values of the texts, one after the other, are the same before and after: the white space after a sentence stays
 * at its end. A reference, which has no characters, stays with the sentence whose end it follows.
 *
 * @returns one list of leaves a sentence; none where there are no leaves
 */
export function splitBlock(leaves: readonly Leaf[], language: LanguageCode, slice: SliceText, added?: readonly AddedAbbreviation[]): Leaf[][] {
  let value = ''
  for (const leaf of leaves) if (leaf.type === 'text') value += leaf.value
  const starts = splitSentences(value, language, added).map(([start]) => start)
  const sentences: Leaf[][] = []
  let current: Leaf[] = []
  // Where the next sentence begins, and where the leaf at hand does, in `value`.
  let next = 1
  let at = 0
  for (const leaf of leaves) {
    if (leaf.type === 'noteReference') {
      current.push(leaf)
      continue
    }
    const end = at + leaf.value.length
    let from = 0
    for (let cut = starts[next]; cut !== undefined && cut < end; cut = starts[++next]) {
      if (cut - at > from) current.push(slice(leaf, from, cut - at))
      sentences.push(current)
      current = []
      from = cut - at
    }
    if (from === 0) current.push(leaf)
    else current.push(slice(leaf, from, leaf.value.length))
    at = end
  }
  if (current.length > 0) sentences.push(current)
  return sentences
}

/**
 * Divides every paragraph and note below a root into sentences, in place. Titles, headings, datelines, cells and
 * signatures are one sentence each and stay as they are.
 *
 * @param place positions of the raw text that the tree was made from
 * @param added abbreviations beside those of the language
 */
export function segment(root: Root, place: Locator, added?: readonly AddedAbbreviation[]): void {
  for (const block of walkBlocks(root.children)) {
    if (block.type === 'paragraph' || block.type === 'note') segmentBlock(block, root.lang, place, added)
  }
}

/** Divides one block into sentences, in place; what divided it before does not matter. */
export function segmentBlock(block: SentenceParent, language: LanguageCode, place: Locator, added?: readonly AddedAbbreviation[]): void {
  const leaves = block.children.flatMap(({ children }) => children)
  const parts = splitBlock(leaves, language, (node, from, to) => sliceText(node, from, to, place), added)
  const [only] = block.children
  if (only && block.children.length === 1 && parts.length === 1) return
  block.children = parts.map((children) => buildSentence(children, place))
}

function buildSentence(children: Leaf[], place: Locator): Sentence {
  const [first] = children
  const last = children.at(-1)
  const position = first && last ? { start: first.position.start, end: last.position.end } : place.position(0, 0)
  // A copy has no room to spare, which counts where there are many.
  return { type: 'sentence', children: [...children], position }
}
