/** Work in proportion to the input, held by counts of operations. */
import { describe, expect, it } from 'vitest'
import { makeBand } from '../src/align/search/band.ts'
import { beadTypeOf, beadTypeWeights, isNullType, usualShares } from '../src/align/search/bead-type.ts'
import { coarseBand } from '../src/align/search/coarse-band.ts'
import { encode } from '../src/align/text/encode.ts'
import type { RowScorer } from '../src/align/search/forward-pass.ts'
import { LinkBuilder } from '../src/align/links/link.ts'
import { search } from '../src/align/search/search.ts'
import { detectBlock } from '../src/detect/index.ts'
import { languageCodes, languages, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { inspect } from '../src/tree/inspect.ts'
import type { AlignedDocument, UnitVersion } from '../src/tree/unit.ts'
import { unitFormatNames, type UnitFormatName } from '../src/write/format-name.ts'
import { figuresOf } from '../src/write/figures.ts'
import { unitFormats } from '../src/write/index.ts'
import { goldUnits, noteVerbale } from '../evaluation/corpus/files.ts'
import { countOperations, growth } from '../evaluation/growth/count-operations.ts'
import { someOf } from './some-of.ts'

/** Over so many times the operations for twice the input, growth is no longer linear: quadratic would be four. */
const most = 2.3

const twice = { times: 2, most }

const sentences: Readonly<Record<LanguageCode, (number: number) => string>> = {
  ar: (number) => `تلقت المحطة ${number} رسالة.`,
  en: (number) => `The station received ${number} letters.`,
  es: (number) => `La estación recibió ${number} cartas.`,
  fr: (number) => `La station a reçu ${number} lettres.`,
  ru: (number) => `Станция получила ${number} писем.`,
  zh: (number) => `该站收到${number}封信。`
}

/** One unit of so many segments in all six. */
function oneUnit(count: number): AlignedDocument {
  const versions = Object.fromEntries(
    languageCodes.map((code): [LanguageCode, UnitVersion] => [
      code,
      { segments: Array.from({ length: count }, (_, index) => sentences[code](1000 + index)), addresses: Array.from({ length: count }, (_, index) => `1#${index + 1}`) }
    ])
  )
  return { document: { symbol: 'A/RES/70/1', versions: {} }, units: [{ id: '1', granularity: 'paragraph', block: 'paragraph', address: '1', versions, score: 1, by: 'address' }] }
}

/** All of a file, made without waiting: what makes it is synchronous. */
function writeOne(format: UnitFormatName, { document, units }: AlignedDocument): string {
  const context = { scope: 'all', languages: languageCodes, granularity: 'paragraph', part: 'zh', options: { name: 'x', numbering: 'strip', langMap: {}, tuid: false, bom: true, dedupe: false }, report: () => undefined } as const
  const serializer = unitFormats[format].open(context)
  return [serializer.start(document), serializer.openDocument?.(document, 1), ...units.map((unit) => serializer.unit(unit, document)), serializer.closeDocument?.(document), serializer.end()].join('')
}

/** A cell of a sheet holds no unit of this size. */
const endless = unitFormatNames.filter((name) => name !== 'xlsx')

describe('a unit of many segments', () => {
  const many = oneUnit(20_000)

  it.each(someOf(endless, 6))('of 20,000 is written as %s', (format) => {
    expect(writeOne(format, many).length).toBeGreaterThan(100_000)
  })

  it.each(someOf(endless, 6, 2))('takes work in proportion in %s', (format) => {
    expect(growth((size) => writeOne(format, oneUnit(size)), { ...twice, size: 250 })).toBeLessThan(most)
  })
})

describe('a paragraph of many figures', () => {
  const paragraph = (count: number): string => Array.from({ length: count }, (_, index) => 1000 + index).join(' ')

  it('takes work in proportion', () => {
    expect(growth((size) => figuresOf(paragraph(size)), { ...twice, size: 500 })).toBeLessThan(most)
  })
})

describe('lines of tables, very many', () => {
  const lines = { figures: 'Africa 100 100 100 100 23 11\n', columns: 'Africa        214        23        11\n', cells: '214\n', names: 'Africa\n\n', gaps: 'a  b   c    d     e      f\n', captions: 'Table 1\n' }

  it.each(someOf(Object.entries(lines), 4))('of %s take work in proportion', (_, line) => {
    const raw = (count: number): string => Array.from({ length: count }, (_each, index) => (index % 7 === 0 ? `x ${line}` : line)).join('')
    expect(growth((count) => readVersion(raw(count), { language: 'en' }), { ...twice, size: 300 })).toBeLessThan(most)
  })
})

describe('a paragraph of very many sentences', () => {
  it.each([
    ['en', 'The Committee took note of the report on the lighthouses of the coast. '],
    ['zh', '委员会注意到关于海岸灯塔的报告。']
  ] as const)('in %s is shown with work in proportion', (language, sentence) => {
    const roots = new Map([300, 600].map((count) => [count, readVersion(sentence.repeat(count), { language })]))
    expect(growth((count) => {
      const root = roots.get(count)
      expect(root && inspect(root)).toContain(`(${count} sentences)`)
    }, { ...twice, size: 300 })).toBeLessThan(most)
  })
})

describe('the language of a block', () => {
  it.each(languageCodes)('costs little where it is that of the document, %s', (language) => {
    const text = goldUnits(noteVerbale).slice(4, 8).flatMap(({ sentences: each }) => each[language]).join(' ').slice(0, 200)
    const others = languageCodes.filter((other) => languages[other].script === languages[language].script)
    const work = countOperations(() => {
      for (let index = 0; index < 50; index++) for (const other of others) if (other === language) detectBlock(text, other)
    })
    // By words alone: ranking each by its trigrams walks hundreds of times the characters.
    expect(work / (50 * text.length)).toBeLessThan(40)
  })
})

/** Time and memory of the search go by the cells of its band: counted for as many as 20,000 lines, where the search itself would take minutes. */
describe('the band of the search', () => {
  const letters = 'abdefgiklmnoprstuv'
  /** Words that no other line has. */
  const rare = (number: number): string => Array.from({ length: 4 }, (_, at) => letters[Math.floor(number / 18 ** at) % 18] ?? '').join('')
  const pairs = {
    'identical lines': [() => 'The meeting rose at 1 p.m.', () => 'La séance est levée à 13 heures.'],
    'lines that have nothing to do with each other': [(number: number) => `The ${rare(number)} of the house.`, (number: number) => `Une ${rare(number * 31 + 7)}x dans la mer.`],
    'lines that come again and again': [(number: number) => `Note ${number % 7} was taken.`, (number: number) => `Il est pris note de ${number % 7}.`]
  } as const

  it.each(Object.entries(pairs))('grows in proportion for %s', (_, [left, right]) => {
    const cells = (count: number): number => {
      const [source, target] = [Array.from({ length: count }, (_each, index) => left(index)), Array.from({ length: count }, (_each, index) => right(index))]
      const [one, other] = [encode(source.map((text) => ({ text })), 'en'), encode(target.map((text) => ({ text })), 'fr')]
      return coarseBand(one, other, new LinkBuilder(one.keys.length).build()).starts.at(-1) ?? 0
    }
    for (const count of [500, 2000]) expect(cells(2 * count) / cells(count)).toBeLessThan(most)
    expect(cells(20_000)).toBeLessThan(20_000 * 300)
  })
})

describe('the search of lines that go better with others, the further away', () => {
  const usual = usualShares(beadTypeWeights).map(Math.log)
  /** One to one and nothing else, so that it does not take long. */
  const types = usual.map((prior, type) => (isNullType(type) || type === beadTypeOf(1, 1) ? prior : -Infinity))

  /** How many beads are weighed in all bands that are tried, from a narrow one on. */
  const weighed = (count: number): number => {
    let [pairs, row] = [0, 0]
    const scorer: RowScorer = {
      refines: false,
      prepare: (next) => void (row = next),
      scoreFrom: (_, source, target, column) => {
        pairs++
        return source + target === 2 ? 0.05 * Math.abs(column - row) : -9
      },
      corner: () => 0,
      refine: () => 0
    }
    const rows = [...Array(count + 1).keys()]
    const band = makeBand(Int32Array.from(rows, (row) => row - 2), Int32Array.from(rows, (row) => row + 2), count)
    const { touched } = search(scorer, band, { types, threshold: 0.4, nullThreshold: 0.4, keep: 1e-5, margin: 1, settles: true })
    expect(touched).toBe(true)
    return pairs
  }

  it('widens its band only as far as work stays in proportion', () => {
    expect(weighed(2000) / weighed(1000)).toBeLessThan(most)
  })
})
