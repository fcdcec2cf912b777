import { toString } from 'nlcst-to-string'
import type { Nodes } from 'nlcst'
import { retext } from 'retext'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { retextUn } from '../src/pipeline/retext.ts'
import { segment, splitSentences } from '../src/segment/index.ts'
import { mapped } from '../src/tree/mapped-text.ts'
import { locator } from '../src/tree/place.ts'
import { buildText } from '../src/tree/text.ts'
import type { Block, NoteReference, Paragraph, Root, Text } from '../src/tree/undast.ts'
import { readCases } from '../evaluation/segment/cases.ts'

/** A paragraph of the raw text; `{1}` in it is a reference, `{}` takes no characters of the value. */
function buildTree(raw: string, lang: LanguageCode = 'en', type: 'heading' | 'paragraph' = 'paragraph'): Root {
  const place = locator(raw)
  const children: Array<NoteReference | Text> = []
  let last = 0
  for (const match of raw.matchAll(/\{(\d*)\}/g)) {
    if (match.index > last) children.push(buildText(mapped(raw, last, match.index), place))
    last = match.index + match[0].length
    const position = place.position(match.index, last)
    if (match[1] !== '') children.push({ type: 'noteReference', value: match[1] ?? '', position })
  }
  if (raw.length > last) children.push(buildText(mapped(raw, last, raw.length), place))
  const position = place.position(0, raw.length)
  const sentences = [{ type: 'sentence' as const, children, position }]
  const block: Block =
    type === 'paragraph' ? { type, children: sentences, position } : { type, depth: 1, children: sentences, position }
  return { type: 'root', lang, children: [block], position }
}

/** The sentences of the first block: values of texts, references in braces; each text is checked against the raw text. */
function print(root: Root, raw: string): string[] {
  const paragraph = root.children[0] as Paragraph
  return paragraph.children.map(({ children, position }) => {
    expect(position.start).toEqual(children[0]?.position.start)
    expect(position.end).toEqual(children.at(-1)?.position.end)
    return children
      .map((leaf) => {
        if (leaf.type === 'noteReference') return `{${leaf.value}}`
        expect(raw.slice(leaf.position.start.offset, leaf.position.end.offset)).toBe(leaf.value)
        return `|${leaf.value}`
      })
      .join('')
  })
}

describe('segment', () => {
  it.each([
    ['one text', 'It met. It rose.', ['|It met. ', '|It rose.']],
    ['a reference after the stop stays', 'It met.{1} It rose.{2}', ['|It met.{1}| ', '|It rose.{2}']],
    ['a reference after the space stays too', 'It met. {1}It rose.', ['|It met. {1}', '|It rose.']],
    ['a reference before the stop', 'It met{1}. It rose.', ['|It met{1}|. ', '|It rose.']],
    ['texts meet at the boundary', 'It met. {}It rose.', ['|It met. ', '|It rose.']],
    ['a boundary across texts', 'It me{}t.{} It ro{}se. A', ['|It me|t.| ', '|It ro|se. ', '|A']],
    ['nothing to split', 'It met Mr. Smith', ['|It met Mr. Smith']],
    ['a reference first', '{1}It met. It rose.', ['{1}|It met. ', '|It rose.']],
    ['only a reference', '{1}', ['{1}']],
    ['lines of the raw text', 'It met\non 3 May. It\nrose.', ['|It met\non 3 May. ', '|It\nrose.']]
  ])('%s', (_name, raw, wanted) => {
    const tree = buildTree(raw)
    segment(tree, locator(raw))
    expect(print(tree, raw)).toEqual(wanted)
    // Twice is once.
    segment(tree, locator(raw))
    expect(print(tree, raw).map((line) => line.replaceAll('|', ''))).toEqual(wanted.map((line) => line.replaceAll('|', '')))
  })

  it('leaves headings alone, goes into items and sections', () => {
    const raw = 'It met. It rose.'
    const heading = buildTree(raw, 'en', 'heading')
    segment(heading, locator(raw))
    expect(print(heading, raw)).toEqual(['|It met. It rose.'])
    const inner = buildTree(raw)
    const { position } = inner
    const label = { value: '1.', ordinal: 1, style: 'decimal' as const, position }
    const item: Block = { type: 'item', label, children: inner.children, position }
    const section: Block = { type: 'section', kind: 'annex', ordinal: 1, children: [item], position }
    segment({ type: 'root', lang: 'en', children: [section], position }, locator(raw))
    expect(print(inner, raw)).toEqual(['|It met. ', '|It rose.'])
  })
})

describe.each(languageCodes)('retextUn, %s', (language) => {
  const text = readCases(language).map((one) => one.text).join('\n\n')

  it('has our sentences, every character, and the right positions', () => {
    const tree = unified().use(retextUn, { language }).parse(text)
    expect(toString(tree)).toBe(text)
    const sentences: string[] = []
    const misplaced: Nodes[] = []
    visit(tree, (node: Nodes) => {
      if (text.slice(node.position?.start.offset, node.position?.end.offset) !== toString(node)) misplaced.push(node)
      if (node.type === 'SentenceNode') sentences.push(toString(node))
    })
    expect(misplaced).toEqual([])
    expect(sentences).toEqual(splitSentences(text, language).map(([start, end]) => text.slice(start, end)))
  })

  it('has a paragraph for each paragraph, and stringifies back', async () => {
    const tree = unified().use(retextUn, { language }).parse(text)
    expect(tree.children.filter(({ type }) => type === 'ParagraphNode')).toHaveLength(readCases(language).length)
    expect(String(await retext().use(retextUn, { language }).process(text))).toBe(text)
  })
})

it('retextUn runs the extensions of retext plugins', () => {
  const seen: string[] = []
  unified()
    .data('nlcstSentenceExtensions', [(node) => void seen.push(node.type)])
    .data('nlcstParagraphExtensions', [(node) => void seen.push(node.type)])
    .data('nlcstRootExtensions', [(node) => void seen.push(node.type)])
    .use(retextUn, { language: 'fr' })
    .parse('Oui. Non.')
  expect(seen).toEqual(['SentenceNode', 'SentenceNode', 'ParagraphNode', 'RootNode'])
})
