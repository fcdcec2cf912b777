/** Documents of one kind of structure each that nobody wrote, in six languages and four prints: their blocks are found, and clean text is clean. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../evaluation/fuzz/chance.ts'
import { madeKinds, madePrints, makeDocument, type MadeBlock } from '../evaluation/structure/made-document.ts'
import { languageCodes, languages, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { toText } from '../src/tree/text.ts'
import type { Block, Root } from '../src/tree/undast.ts'
import { treeFormats } from '../src/write/index.ts'
import { someOf } from './some-of.ts'

const seeds = [7, 38] as const

interface Made {
  blocks: readonly MadeBlock[]
  raw: string
  root: Root
}

/** Documents with their trees: each is asked for twice, by what is found and by what clean text is. */
const made = new Map<string, Made>()

function documentOf(kind: (typeof madeKinds)[number], language: LanguageCode, print: (typeof madePrints)[number], seed: (typeof seeds)[number] = seeds[0]): Made {
  const name = `${kind} ${language} ${print} ${seed}`
  const known = made.get(name)
  if (known) return known
  const document = makeDocument(kind, language, print, chanceOf(seed))
  const entry = { ...document, root: readVersion(document.raw, { language }) }
  made.set(name, entry)
  return entry
}

function cleanText(root: Root): string {
  return [...treeFormats.text.write(root, { name: '', numbering: 'keep' }, () => undefined)].join('')
}

/** The blocks of a tree, an item as its label and first paragraph. */
function* blocksOf(blocks: readonly Block[], between: string): Generator<string> {
  const line = (kind: MadeBlock['kind'], label: string | undefined, text: string): string => `${kind} [${label ?? ''}] ${text.replace(/[ \n]+/g, ' ').trim()}`
  for (const block of blocks) {
    if (block.type === 'section') yield* blocksOf(block.children, between)
    else if (block.type === 'item') {
      const [first, ...rest] = block.children
      const own = first?.type === 'paragraph' ? first : undefined
      yield line('item', block.label.value, own ? toText(own, between) : '')
      yield* blocksOf(own || !first ? rest : block.children, between)
    } else if (block.type === 'table') for (const row of block.children) yield line('row', undefined, row.children.map((cell) => toText(cell, between)).join('\t'))
    else if (block.type === 'note') yield line('note', block.marker?.value, toText(block, between))
    else if (block.type === 'heading') yield line('heading', block.label?.value, toText(block, between))
    else if (block.type !== 'furniture') yield line('paragraph', undefined, toText(block, between))
  }
}

function expected(blocks: readonly MadeBlock[]): string[] {
  return blocks.filter(({ kind }) => kind !== 'none').map(({ kind, label, text }) => `${kind} [${label ?? ''}] ${text}`)
}

const found = (root: Root, language: LanguageCode): string[] => [...blocksOf(root.children, languages[language].spaced ? ' ' : '')]

describe.each(madeKinds)('%s', (kind) => {
  // Each kind in two languages, in turn, or three.
  const languagesOf = someOf(languageCodes, 3, madeKinds.indexOf(kind))

  it.each(someOf(languageCodes, 2, madeKinds.indexOf(kind)))('%s: each line a block', (language) => {
    for (const print of madePrints.filter((each) => !each.startsWith('wrapped'))) {
      const { raw, blocks, root } = documentOf(kind, language, print)
      assertComplete(root, raw)
      expect(found(root, language)).toEqual(expected(blocks))
    }
  })

  it.each(languagesOf)('%s: printed lines', (language) => {
    let [all, right] = [0, 0]
    for (const print of madePrints.filter((each) => each.startsWith('wrapped')))
      for (const seed of seeds) {
        const { raw, blocks, root } = documentOf(kind, language, print, seed)
        assertComplete(root, raw)
        const own = found(root, language)
        const wanted = expected(blocks)
        all += wanted.length
        right += wanted.filter((block) => own.includes(block)).length
      }
    // Where a line ends at the end of a sentence nothing tells.
    expect(right / all).toBeGreaterThanOrEqual(0.86)
  })

  it.each(languagesOf)('%s: clean text is clean', (language) => {
    for (const print of madePrints) {
      const once = cleanText(documentOf(kind, language, print).root)
      expect(cleanText(readVersion(once, { language }))).toBe(once)
    }
  })
})
