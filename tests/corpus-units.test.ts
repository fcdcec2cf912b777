import { describe, expect, it } from 'vitest'
import { alignVersions } from '../src/align-versions.ts'
import { languageCodes, languages, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline.ts'
import { toText } from '../src/tree/text.ts'
import type { Root, UndastNode } from '../src/tree/undast.ts'
import type { Unit } from '../src/tree/unit.ts'
import { goldUnits, noteVerbale, read, versionsOf, type GoldUnit } from './corpus-files.ts'

/** Below these the tests fail; raised when the figures rise. */
const floors = JSON.parse(read('tests', 'floors.json')) as { corpus: { blocks: number; sentences: number; beads: number; paragraphs: number } }

const gold = goldUnits(noteVerbale)
const roots = new Map<LanguageCode, Root>([...versionsOf(noteVerbale)].map(([code, raw]) => [code, readVersion(raw)]))
const aligned = alignVersions([...roots.values()].map((root) => ({ root, file: `${root.lang}.txt` })))
const pairs = languageCodes.flatMap((source, index) => languageCodes.slice(index + 1).map((target) => [source, target] as const))

/** The sentences of a gold file by block address, in order. */
function goldBlocks(language: LanguageCode): Map<string, string[]> {
  const blocks = new Map<string, string[]>()
  for (const { address, sentences } of gold) blocks.set(address, [...(blocks.get(address) ?? []), ...sentences[language]])
  return blocks
}

/** The sentences of a tree by block address. */
function treeBlocks(node: UndastNode, blocks = new Map<string, string[]>()): Map<string, string[]> {
  if (!('children' in node)) return blocks
  for (const child of node.children) {
    if (child.type === 'sentence') {
      const address = (node as { data?: { address?: string } }).data?.address ?? '?'
      blocks.set(address, [...(blocks.get(address) ?? []), toText(child).trim()])
    } else treeBlocks(child, blocks)
  }
  return blocks
}

/** Addresses of the sentences of a gold unit: `annex1/5#2`. */
function goldBeads(list: readonly GoldUnit[], source: LanguageCode, target: LanguageCode): string[] {
  const counts = new Map<string, number>()
  const number = (language: LanguageCode, { address, sentences }: GoldUnit): string[] =>
    sentences[language].map(() => {
      const key = `${language} ${address}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return `${address}#${counts.get(key)}`
    })
  return list.map((unit) => `${number(source, unit).join()} ⇄ ${number(target, unit).join()}`)
}

function beads(units: readonly Unit[], source: LanguageCode, target: LanguageCode): string[] {
  return units
    .map(({ versions }) => [versions[source]?.addresses ?? [], versions[target]?.addresses ?? []])
    .filter((sides) => sides.some((side) => side.length > 0))
    .map(([left = [], right = []]) => `${left.join()} ⇄ ${right.join()}`)
}

/** Strict F1 as vecalign counts it: beads with an empty side count for precision, not for recall. */
function strictF1(found: readonly string[], wanted: readonly string[]): number {
  const empty = (bead: string): boolean => bead.startsWith(' ⇄') || bead.endsWith('⇄ ')
  const precision = found.filter((bead) => wanted.includes(bead)).length / found.length
  const full = wanted.filter((bead) => !empty(bead))
  const recall = full.filter((bead) => found.includes(bead)).length / full.length
  return (2 * precision * recall) / (precision + recall)
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
    const units = aligned.units.filter(({ granularity }) => granularity === 'sentence')
    expect(strictF1(beads(units, source, target), goldBeads(gold, source, target))).toBeGreaterThanOrEqual(floors.corpus.beads)
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
