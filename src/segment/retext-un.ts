/**
 * A retext parser with the sentence boundaries of `splitSentences`: nlcst of a plain text in one of the six languages.
 *
 * Words come from retext-english in English (abbreviations and elisions keep their marks), and from parse-latin's
 * `tokenizeSentence` in the others.
 */
import type { Paragraph, Root, RootContent, Sentence, SentenceContent } from 'nlcst'
import { ParseLatin } from 'parse-latin'
import retextEnglish from 'retext-english'
import { type Data, type Plugin, unified } from 'unified'
import type { Point } from 'unist'
import type { LanguageCode } from '../language/code.ts'
import { locator, type Locator } from '../tree/place.ts'
import { splitSentences } from './split-sentences.ts'

export interface RetextUnOptions {
  language: LanguageCode
}

/** A line without anything but white space, and the white space round it: what parts two paragraphs. */
const blank = /\n\s*\n/u

type Tokenize = (value: string) => SentenceContent[]

/**
 * Plugin: parses text to nlcst. `nlcstSentenceExtensions`, `nlcstParagraphExtensions` and `nlcstRootExtensions` in the
 * data of the processor run as in retext-english and retext-latin, each before anything else is done to its node.
 */
export const retextUn: Plugin<[RetextUnOptions], string, Root> = function ({ language }) {
  this.parser = (value) => parseNlcst(value, language, this.data())
}

/** The plain function below the plugin. */
export function parseNlcst(value: string, language: LanguageCode, extensions: Data = {}): Root {
  const place = locator(value)
  const tokenize = language === 'en' ? englishWords(extensions) : latinWords(extensions)
  const paragraphs: Paragraph[] = []
  let open: Paragraph | undefined
  const root: Root = { type: 'RootNode', children: [], position: place.position(0, value.length) }
  let last = 0
  for (const [start, end] of splitSentences(value, language)) {
    const between = value.slice(last, start)
    const sentence = toSentence(tokenize(value.slice(start, end)), start, end, place)
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
  for (const paragraph of paragraphs) for (const extend of extensions.nlcstParagraphExtensions ?? []) extend(paragraph)
  for (const extend of extensions.nlcstRootExtensions ?? []) extend(root)
  return root
}

function whiteSpace(value: string, start: number, place: Locator): Extract<RootContent, { type: 'WhiteSpaceNode' }> {
  return { type: 'WhiteSpaceNode', value, position: place.position(start, start + value.length) }
}

/** A sentence node at its place; the positions of its words, which counted from 0, are moved there. */
function toSentence(children: SentenceContent[], start: number, end: number, place: Locator): Sentence {
  return { type: 'SentenceNode', children: children.map((child) => moved(child, start, place)), position: place.position(start, end) }
}

function moved<Node extends RootContent>(node: Node, by: number, place: Locator): Node {
  const copy: Node = { ...node }
  if ('children' in copy) copy.children = copy.children.map((child) => moved(child, by, place)) as typeof copy.children
  if (node.position) copy.position = { start: at(node.position.start), end: at(node.position.end) }
  return copy

  function at(point: Point): Point {
    return place.point((point.offset ?? 0) + by)
  }
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
    if (child.type === 'ParagraphNode' || child.type === 'SentenceNode') children.push(...wordsBelow(child))
    else if (child.type !== 'TextNode') children.push(child)
  }
  return children
}
