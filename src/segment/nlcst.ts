/**
 * nlcst with the sentence boundaries of `splitSentences`: of a plain text in one of the six languages, or of a tree.
 *
 * Words come from retext-english in English (abbreviations and elisions keep their marks), and from parse-latin's
 * `tokenizeSentence` in the others.
 */
import type { Paragraph, Root, RootContent, Sentence, SentenceContent } from 'nlcst'
import { ParseLatin } from 'parse-latin'
import retextEnglish from 'retext-english'
import { type Data, unified } from 'unified'
import type { Position } from 'unist'
import type { LanguageCode } from '../language/code.ts'
import { concat, rawSpan } from '../tree/mapped-text.ts'
import { locator, type Locator } from '../tree/place.ts'
import { mappedOf } from '../tree/text.ts'
import type { Root as Tree, SentenceParent } from '../tree/undast.ts'
import { walkSentenceParents } from '../tree/walk.ts'
import { splitSentences } from './split-sentences.ts'

/** A line without anything but white space, and the white space round it: what parts two paragraphs. */
const blank = /\n\s*\n/u

/** Words, spaces and marks of a sentence; their positions count from its start. */
type Tokenize = (value: string) => SentenceContent[]

/**
 * A plain text as nlcst. `nlcstSentenceExtensions`, `nlcstParagraphExtensions` and `nlcstRootExtensions` run as in
 * retext-english and retext-latin, each before anything else is done to its node.
 */
export function parseNlcst(value: string, language: LanguageCode, extensions: Data = {}): Root {
  const place = locator(value)
  const tokenize = wordsIn(language, extensions)
  const paragraphs: Paragraph[] = []
  let open: Paragraph | undefined
  const root: Root = { type: 'RootNode', children: [], position: place.position(0, value.length) }
  let last = 0
  for (const [start, end] of splitSentences(value, language)) {
    const between = value.slice(last, start)
    const sentence = toSentence(tokenize(value.slice(start, end)), (from, to) => place.position(start + from, start + to), place.position(start, end))
    if (open && !blank.test(between)) {
      if (between !== '') open.children.push(whiteSpace(between, last, place))
      open.children.push(sentence)
      open.position = place.position(open.position?.start.offset ?? start, end)
    } else {
      if (between !== '') root.children.push(whiteSpace(between, last, place))
      open = { type: 'ParagraphNode', children: [sentence], position: place.position(start, end) }
      paragraphs.push(open)
      root.children.push(open)
    }
    last = end
  }
  if (last < value.length) root.children.push(whiteSpace(value.slice(last), last, place))
  extendAll(root, paragraphs, extensions)
  return root
}

/**
 * A tree as nlcst: a paragraph for each block and cell that holds sentences, in order. Positions are those in the raw text
 * that the tree was made from, so that a word which a line end broke, `imple-⏎mentation`, has the position of both its parts.
 * Labels, marks of notes and furniture are no words of the text and are left out.
 *
 * @param place positions of the raw text
 */
export function treeToNlcst(tree: Tree, place: Locator, extensions: Data = {}): Root {
  const tokenize = wordsIn(tree.lang, extensions)
  const paragraphs = [...walkSentenceParents(tree.children)].map((block) => toParagraph(block, tokenize, place)).filter(({ children }) => children.length > 0)
  const children = paragraphs.flatMap((paragraph, index): RootContent[] => (index === 0 ? [paragraph] : [{ type: 'WhiteSpaceNode', value: '\n\n' }, paragraph]))
  const root: Root = { type: 'RootNode', children, position: tree.position }
  extendAll(root, paragraphs, extensions)
  return root
}

function toParagraph({ children, position }: SentenceParent, tokenize: Tokenize, place: Locator): Paragraph {
  const paragraph: Paragraph = { type: 'ParagraphNode', children: [], position }
  for (const sentence of children) {
    const text = concat(sentence.children.flatMap((leaf) => (leaf.type === 'text' ? [mappedOf(leaf)] : [])))
    const locate = (from: number, to: number): Position => place.position(...rawSpan(text, from, to))
    const [start, end] = [text.value.length - text.value.trimStart().length, text.value.trimEnd().length]
    if (end <= start) continue
    const last = paragraph.children.at(-1)
    if (start > 0) paragraph.children.push({ type: 'WhiteSpaceNode', value: text.value.slice(0, start), position: locate(0, start) })
    else if (last?.type === 'SentenceNode') paragraph.children.push({ type: 'WhiteSpaceNode', value: ' ' })
    paragraph.children.push(toSentence(tokenize(text.value.slice(start, end)), (from, to) => locate(start + from, start + to), locate(start, end)))
    if (end < text.value.length && sentence !== children.at(-1)) paragraph.children.push({ type: 'WhiteSpaceNode', value: text.value.slice(end), position: locate(end, text.value.length) })
  }
  return paragraph
}

function extendAll(root: Root, paragraphs: readonly Paragraph[], extensions: Data): void {
  for (const paragraph of paragraphs) for (const extend of extensions.nlcstParagraphExtensions ?? []) extend(paragraph)
  for (const extend of extensions.nlcstRootExtensions ?? []) extend(root)
}

function wordsIn(language: LanguageCode, extensions: Data): Tokenize {
  return language === 'en' ? englishWords(extensions) : latinWords(extensions)
}

function whiteSpace(value: string, start: number, place: Locator): Extract<RootContent, { type: 'WhiteSpaceNode' }> {
  return { type: 'WhiteSpaceNode', value, position: place.position(start, start + value.length) }
}

/** A sentence node at its place; the positions of its words, which count from its start, become those that `locate` gives. */
function toSentence(children: SentenceContent[], locate: (from: number, to: number) => Position, position: Position): Sentence {
  return { type: 'SentenceNode', children: children.map((child) => moved(child, locate)), position }
}

function moved<Node extends RootContent>(node: Node, locate: (from: number, to: number) => Position): Node {
  const copy: Node = { ...node }
  if ('children' in copy) copy.children = copy.children.map((child) => moved(child, locate)) as typeof copy.children
  if (node.position) copy.position = locate(node.position.start.offset ?? 0, node.position.end.offset ?? 0)
  return copy
}

function latinWords(extensions: Data): Tokenize {
  const parser = new ParseLatin()
  parser.tokenizeSentencePlugins.unshift(...(extensions.nlcstSentenceExtensions ?? []))
  return (value) => parser.tokenizeSentence(value).children
}

/** Words of retext-english; whatever sentences and paragraphs it sees inside of one sentence are opened up. */
function englishWords(extensions: Data): Tokenize {
  const processor = unified()
    .data('nlcstSentenceExtensions', extensions.nlcstSentenceExtensions ?? [])
    .use(retextEnglish)
    .freeze()
  return (value) => wordsBelow(processor.parse(value))
}

function wordsBelow(node: Paragraph | Root | Sentence): SentenceContent[] {
  const children: SentenceContent[] = []
  for (const child of node.children) {
    if (child.type === 'ParagraphNode' || child.type === 'SentenceNode') for (const word of wordsBelow(child)) children.push(word)
    else if (child.type !== 'TextNode') children.push(child)
  }
  return children
}
