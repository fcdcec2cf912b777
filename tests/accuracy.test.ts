import { describe, expect, it } from 'vitest'
import { readExtracts } from '../evaluation/structure/extracts.ts'
import { addCounts, f1, figures, measure, noCounts, precision, type Counts } from '../evaluation/structure/measure.ts'
import { languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { walkBlocks } from '../src/tree/walk.ts'
import { read, realExports } from '../evaluation/corpus/files.ts'
import { treeOf } from './extract-trees.ts'

/** F1 by language, and the precision of furniture; the tests fail below. */
const floors = JSON.parse(read('tests', 'floors.json')) as { extracts: Record<string, Record<string, number>> }

const byLanguage = new Map<string, Counts>()
const extracts = [...readExtracts()].map((extract) => ({ ...extract, ...measure(extract, treeOf(extract.raw, extract.language)) }))
for (const { language, counts } of extracts) {
  const sum = byLanguage.get(language) ?? noCounts()
  addCounts(sum, counts)
  byLanguage.set(language, sum)
}

describe.each(languageCodes)('extracts in %s', (language) => {
  const counts = byLanguage.get(language) ?? noCounts()

  it.each(figures)('%s', (figure) => {
    const value = figure === 'furniture' ? precision(counts.furniture) : f1(counts[figure])
    expect(value).toBeGreaterThanOrEqual(floors.extracts[language]?.[figure] ?? 1)
  })
})

describe('nothing is lost', () => {
  it.each(extracts.map((extract) => [`${extract.document}/${extract.language}.${extract.extractor}`, extract] as const))('%s', (_, { raw, root }) => {
    assertComplete(root, raw)
  })
})

describe('real exports, where they are there', () => {
  const real = new Map(realExports())
  const items = (name: string): string[] => {
    const raw = real.get(name)
    if (raw === undefined) return []
    return [...walkBlocks(readVersion(raw).children)].flatMap((block) => (block.type === 'item' ? [block.data?.address ?? ''] : []))
  }

  it.runIf(real.size > 0).each(['en', 'es', 'fr', 'ru', 'zh'])('the page of the digest in %s: six items, the star note, and its numbered notes', (language) => {
    const raw = real.get(`uncitral-digest-cisg-art2.${language}.raw.txt`) ?? ''
    const root = readVersion(raw)
    const notes = root.children.flatMap((block) => (block.type === 'note' ? [block.marker?.value ?? ''] : []))
    expect(items(`uncitral-digest-cisg-art2.${language}.raw.txt`)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(notes).toEqual(['*', ...(language === 'zh' ? [] : Array.from({ length: 14 }, (_, index) => String(index + 1)))])
  })

  it.runIf(real.size > 0)('the Chinese working paper: 92 paragraphs, and its contents page is none of them', () => {
    const labels = items('bermuda-2007.zh.raw.txt')
    expect(labels.filter((label) => !label.includes('/'))).toEqual(Array.from({ length: 92 }, (_, index) => String(index + 1)))
  })

  it.runIf(real.size > 0)('the draft resolution: 25 paragraphs and its items', () => {
    const labels = items('draft-resolution-right-to-development-453500.en.raw.txt')
    expect(labels.filter((label) => !label.includes('/'))).toEqual(Array.from({ length: 25 }, (_, index) => String(index + 1)))
    expect(labels.filter((label) => label.includes('/'))).toEqual([...[1, 2, 3, 4, 5, 6].map((item) => `5/${item}`), ...[1, 2, 3, 4].map((item) => `21/${item}`)])
  })
})
