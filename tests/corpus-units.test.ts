import { describe, expect, it } from 'vitest'
import { alignVersions } from '../src/pipeline/align-versions.ts'
import { languageCodes, languages, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { toText } from '../src/tree/text.ts'
import type { Root } from '../src/tree/undast.ts'
import { walkSentenceParents } from '../src/tree/walk.ts'
import { countBeads, f1Of, type LineBead } from '../evaluation/align/strict-lax.ts'
import { goldUnits, noteVerbale, read, versionsOf } from '../evaluation/corpus/files.ts'

/** Below these the tests fail; raised when the figures rise. */
const floors = JSON.parse(read('tests', 'floors.json')) as { corpus: { blocks: number; sentences: number; beads: number; paragraphs: number } }

const gold = goldUnits(noteVerbale)
const roots = new Map<LanguageCode, Root>([...versionsOf(noteVerbale)].map(([code, raw]) => [code, readVersion(raw)]))
const aligned = alignVersions([...roots.values()].map((root) => ({ root, file: `${root.lang}.txt` })))
const alignedAddresses = aligned.units
  .filter(({ granularity }) => granularity === 'sentence')
  .map(({ versions }) => Object.fromEntries(Object.entries(versions).map(([code, { addresses }]) => [code, addresses])))
const pairs = languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => [source, target] as const))

/** The sentences of a gold file by block address, in order. */
function goldBlocks(language: LanguageCode): Map<string, string[]> {
  const blocks = new Map<string, string[]>()
  for (const { address, sentences } of gold) blocks.set(address, [...(blocks.get(address) ?? []), ...sentences[language]])
  return blocks
}

/** The sentences of a tree by block address. */
function treeBlocks(root: Root): Map<string, string[]> {
  return new Map([...walkSentenceParents(root.children)].map(({ children, data }) => [data?.address ?? '?', children.map((sentence) => toText(sentence).trim())]))
}

/** Addresses of sentences by language, a unit each. */
type Addresses = Partial<Record<LanguageCode, readonly string[]>>

/** The units of the gold: `annex1/5#2` is the second sentence of its block. */
function goldAddresses(): Addresses[] {
  const counts = new Map<string, number>()
  const next = (code: LanguageCode, block: string): string => {
    const count = (counts.get(`${code} ${block}`) ?? 0) + 1
    counts.set(`${code} ${block}`, count)
    return `${block}#${count}`
  }
  return gold.map(({ address, sentences }) => Object.fromEntries(languageCodes.map((code) => [code, sentences[code].map(() => next(code, address))])))
}

/** Beads of two languages; sentences have the numbers that `numbers` gives their addresses. */
function beadsOf(units: readonly Addresses[], source: LanguageCode, target: LanguageCode, numbers: Map<string, number>): LineBead[] {
  const number = (address: string): number => {
    numbers.set(address, numbers.get(address) ?? numbers.size)
    return numbers.get(address) ?? 0
  }
  return units
    .map((unit) => ({ source: (unit[source] ?? []).map(number), target: (unit[target] ?? []).map(number) }))
    .filter((bead) => bead.source.length + bead.target.length > 0)
}

describe.each(languageCodes)('the note verbale in %s', (language) => {
  const wanted = goldBlocks(language)
  const root = roots.get(language)
  const found = root ? treeBlocks(root) : new Map<string, string[]>()
  const between = languages[language].spaced ? ' ' : ''

  it('has the blocks of the gold, letter for letter', () => {
    const right = [...wanted].filter(([address, sentences]) => found.get(address)?.join(between) === sentences.join(between))
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort())
    expect(right.length / wanted.size).toBeGreaterThanOrEqual(floors.corpus.blocks)
  })

  it('has its sentences', () => {
    const all = [...wanted].flatMap(([address, sentences]) => sentences.map((sentence) => `${address} ${sentence}`))
    const right = [...found].flatMap(([address, sentences]) => sentences.map((sentence) => `${address} ${sentence}`)).filter((each) => all.includes(each))
    expect(right.length / all.length).toBeGreaterThanOrEqual(floors.corpus.sentences)
  })
})

describe.each(pairs)('units of %s and %s', (source, target) => {
  it('pairs sentences as the gold does', () => {
    const numbers = new Map<string, number>()
    const [found, wanted] = [alignedAddresses, goldAddresses()].map((units) => beadsOf(units, source, target, numbers))
    if (!found || !wanted) throw new RangeError('two lists')
    expect(f1Of([countBeads(found, wanted)]).strict).toBeGreaterThanOrEqual(floors.corpus.beads)
  })

  it('pairs paragraphs and items as the gold does', () => {
    const addresses = [...new Set(gold.map(({ address }) => address))]
    const units = aligned.units.filter(({ granularity }) => granularity === 'paragraph')
    const found = units.map(({ versions }) => [...new Set([source, target].map((code) => versions[code]?.addresses.map((each) => each.split('#')[0]).filter((each, index, all) => all.indexOf(each) === index).join()))].join(' ⇄ '))
    expect(addresses.filter((address) => found.includes(address)).length / addresses.length).toBeGreaterThanOrEqual(floors.corpus.paragraphs)
  })
})

describe('units of all six', () => {
  it('are those of the gold', () => {
    const text = (unit: Partial<Record<LanguageCode, readonly string[]>>): string => languageCodes.map((code) => unit[code]?.join(' | ') ?? '').join('\t')
    const found = aligned.units
      .filter(({ granularity }) => granularity === 'sentence')
      .map(({ versions }) => text(Object.fromEntries(Object.entries(versions).map(([code, { segments }]) => [code, segments]))))
    expect(found.toSorted()).toEqual(gold.map(({ sentences }) => text(sentences)).sort())
  })
})
