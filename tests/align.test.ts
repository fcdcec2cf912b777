import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGold } from '../evaluation/align/gold.ts'
import { measure } from '../evaluation/align/measure.ts'
import { calibrationError, precisionFrom } from '../evaluation/align/calibration.ts'
import { countBeads, f1Of, parseBeads } from '../evaluation/align/strict-lax.ts'
import {
  alignDocuments,
  alignLines,
  alignSegments,
  beadsOf,
  dictionaryPairs,
  embedSegments,
  formatBead,
  isLearnedLexicon,
  type LearnedLexicon,
  parseDictionary,
  trainLexicon,
  type Alignment,
  type Segment
} from '../src/align/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import type { Root } from '../src/tree/undast.ts'
import { type UnitRow, versionOf } from './align-versions.ts'

const segments = (lines: readonly string[]): Segment[] => lines.map((text) => ({ text }))

/** Every segment of both sides in exactly one bead, in order. */
function expectWhole({ beads }: Alignment, sourceCount: number, targetCount: number): void {
  let [row, column] = [0, 0]
  for (const bead of beads) {
    const follows = bead.sourceStart === row && bead.targetStart === column && bead.sourceEnd - row + bead.targetEnd - column > 0
    if (!follows || !(bead.score >= 0 && bead.score <= 1)) expect.fail(`Unexpected bead ${JSON.stringify(bead)} behind row ${row} and column ${column}`)
    row = bead.sourceEnd
    column = bead.targetEnd
  }
  expect([row, column]).toEqual([sourceCount, targetCount])
}

const word = fc.constantFrom('state', 'états', '1540', '決議', '决议', 'резолюция', 'قرار', '٣', '?', '(a)', 'UNICEF', '', ' ', '2019', 'Minsk', '\u0000')
const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
const lines = fc.array(line, { maxLength: 25 })
const code = fc.constantFrom(...languageCodes, 'de', 'und', 'x')

describe('alignSegments', () => {
  it('has every segment once and in order, whatever comes', () => {
    fc.assert(
      fc.property(lines, lines, code, code, (source, target, from, to) => {
        expectWhole(alignSegments(segments(source), segments(target), { source: from, target: to }), source.length, target.length)
      }),
      { numRuns: 60, seed: 1 }
    )
  })

  it('mirrors when the sides are swapped, and says the same twice', () => {
    fc.assert(
      fc.property(lines, lines, code, code, (source, target, from, to) => {
        const there = alignSegments(segments(source), segments(target), { source: from, target: to })
        const again = alignSegments(segments(source), segments(target), { source: from, target: to })
        const back = alignSegments(segments(target), segments(source), { source: to, target: from })
        expect(JSON.stringify(again)).toBe(JSON.stringify(there))
        const paired = (alignment: Alignment, swap: boolean): string[] =>
          alignment.beads
            .filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)
            .map((bead) => [bead.sourceStart, bead.sourceEnd, bead.targetStart, bead.targetEnd, bead.score])
            .map(([a, b, c, d, score]) => (swap ? [c, d, a, b, score] : [a, b, c, d, score]).join())
        expect(paired(back, true)).toEqual(paired(there, false))
      }),
      { numRuns: 40, seed: 2 }
    )
  })

  it('gives explicit nulls and a message for an empty side', () => {
    const messages: string[] = []
    const alignment = alignSegments([], segments(['One.', 'Two.']), { report: (id) => messages.push(id) })
    expectWhole(alignment, 0, 2)
    expect(alignment.diagnostics.targetUnpaired).toBe(1)
    expect(messages).toEqual(['align:side-empty'])
  })

  it('pairs a line repeated 250 times with its like, one to one', () => {
    const { beads } = alignLines(new Array<string>(250).fill('The meeting rose at 1 p.m.'), new Array<string>(250).fill('La séance est levée à 13 heures.'), { source: 'en', target: 'fr' })
    expect(beads.every((bead) => bead.sourceStart === bead.targetStart && bead.sourceEnd === bead.sourceStart + 1)).toBe(true)
  })

  it('aligns one segment with 5,000', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `Paragraphe ${index} du rapport sur le budget ${index * 7}.`)
    const right = alignLines(['Paragraph 77 of the report on the budget 539.'], many, { source: 'en', target: 'fr' })
    expectWhole(right, 1, 5000)
    expect(right.beads.find((bead) => bead.sourceStart === 0 && bead.sourceEnd === 1)?.targetStart).toBe(77)
    // Without evidence nothing may look sure.
    const strange = alignLines(['The committee elected its chair on Monday.'], many, { source: 'en', target: 'fr' })
    expectWhole(strange, 1, 5000)
    const pairs = strange.beads.filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)
    expect(pairs.every((bead) => bead.score < 0.5)).toBe(true)
  })

  it('finds its way where half a version is missing', () => {
    const source = Array.from({ length: 200 }, (_, index) => `In ${1800 + index} the State of number ${index * 13} reported on item ${index}.`)
    const target = source.map((_, index) => `En ${1800 + index}, l’État numéro ${index * 13} a présenté son rapport sur le point ${index}.`)
    const { beads } = alignLines(source, target.slice(100), { source: 'en', target: 'fr' })
    for (const bead of beads) {
      if (bead.sourceStart < 100) expect(bead.targetEnd).toBe(0)
      else expect([bead.sourceEnd - bead.sourceStart, bead.targetStart]).toEqual([1, bead.sourceStart - 100])
    }
  })

  it('follows labels where the words say nothing', () => {
    const source = [{ text: 'aaa bbb ccc', label: 1 }, { text: 'ddd eee fff', label: 2 }, { text: 'ggg hhh iii', label: 3 }]
    const target = [{ text: 'jjj kkk lll', label: 1 }, { text: 'mmm nnn ooo', label: 3 }]
    const { beads } = alignSegments(source, target)
    expect(beads.map(formatBead).map((bead) => bead.split('\t')[0])).toEqual(['[0]:[0]', '[1]:[]', '[2]:[1]'])
  })

  it('is led by sentence vectors where there are any', async () => {
    const source = segments(['aaa', 'bbb', 'ccc', 'ddd'])
    const target = segments(['bbx', 'ccx', 'ddx'])
    // One axis a meaning.
    const axis = (text: string): number[] => [...'abcd'].map((letter) => Number(text.startsWith(letter)))
    const vectors = await embedSegments(source, target, { embed: (texts) => Promise.resolve(texts.map(axis)) }, { source: 'und', target: 'und' })
    const { beads } = alignSegments(source, target, { vectors })
    expect(beads.map(formatBead).map((bead) => bead.split('\t')[0])).toEqual(['[0]:[]', '[1]:[0]', '[2]:[1]', '[3]:[2]'])
    expect(() => alignSegments(source, target, { vectors: { source: [], target: [] } })).toThrow(RangeError)
  })
})

describe('formatBead', () => {
  it('writes line numbers, an empty side as [], and the score', () => {
    expect(formatBead({ sourceStart: 3, sourceEnd: 5, targetStart: 4, targetEnd: 4, score: 0.5 })).toBe('[3,4]:[]\t0.5')
  })
})

describe('alignDocuments', () => {
  const sentenceText = fc.array(word.filter((text) => text.trim() !== '' && text !== '\u0000'), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  const address = fc.constantFrom('h1', 'p1', 'p2', '1', '2', '3', '3/1', 'n1', 'd1')
  const row: fc.Arbitrary<UnitRow> = fc.record({
    address,
    sentences: fc.dictionary(fc.constantFrom(...languageCodes), fc.array(sentenceText, { minLength: 1, maxLength: 3 }))
  })

  it('has every sentence of every version in exactly one unit, order kept, ids unique', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { maxLength: 9, selector: (one) => one.address }), (rows) => {
        const versions: Partial<Record<LanguageCode, Root>> = {}
        for (const language of languageCodes) versions[language] = versionOf(rows, language)
        const { units } = alignDocuments(versions, { force: true })
        expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
        for (const language of languageCodes) {
          const texts = (notes: boolean): string[] =>
            rows.filter((one) => one.address.startsWith('n') === notes).flatMap((one) => one.sentences[language] ?? [])
          expect(units.flatMap((unit) => unit.versions[language]?.segments ?? [])).toEqual([...texts(false), ...texts(true)])
        }
        for (const bead of beadsOf({ units }, 'en', 'fr')) expect(bead.source.length + bead.target.length).toBeGreaterThan(0)
      }),
      { numRuns: 12, seed: 3 }
    )
  })

  it('says with figures that versions are not of one document, and goes on when forced', () => {
    const english = ['The budget for peacekeeping rose', 'Climate change threatens small islands', 'Women take part in elections', 'The treaty bans nuclear tests',
      'Refugees crossed the northern border', 'Trade in fish fell last year', 'The court heard three witnesses', 'Schools were closed in spring',
      'Doctors reported new cases of malaria', 'The committee elected a chair', 'Satellites measure the oceans', 'Farmers received seeds and tools']
    const french = ['Les musées ouvrent le dimanche', 'Le pianiste joue une sonate', 'Trois équipes ont gagné la coupe', 'Le pain coûte plus cher',
      'Un peintre expose ses toiles', 'La recette demande deux œufs', 'Le train part à minuit', 'Les vendanges commencent tôt',
      'Le roman raconte une enfance', 'Un chat dort sur le toit', 'La neige couvre les Alpes', 'Les cyclistes montent le col']
    const rows = english.map((text, index): UnitRow => ({ address: `p${index + 1}`, sentences: { en: [`${text} ${index + 100}.`], fr: [`${french[index]} ${index + 900}.`] } }))
    const versions = { en: versionOf(rows, 'en'), fr: versionOf(rows, 'fr') }
    expect(() => alignDocuments(versions)).toThrow(/^Unexpected versions en and fr: \d+ % of \d+ pairs .* versions of one document$/)
    expect(alignDocuments(versions, { force: true }).units.length).toBeGreaterThan(0)
  })
})

describe('trainLexicon', () => {
  const animals = [['dog', 'hund'], ['cat', 'katze'], ['horse', 'pferd'], ['bird', 'vogel'], ['fish', 'fisch']] as const
  const pairs = animals.flatMap(([one, other], index) =>
    animals.flatMap(([two, another], place) => (index === place ? [] : [[`${one} ${two}`, `${other} ${another}`] as const]))
  )

  it('learns words from pairs, as JSON that is the same twice', () => {
    const lexicon = trainLexicon({ source: 'en', target: 'de', pairs })
    expect(JSON.stringify(trainLexicon({ source: 'en', target: 'de', pairs }))).toBe(JSON.stringify(lexicon))
    expect(isLearnedLexicon(JSON.parse(JSON.stringify(lexicon)))).toBe(true)
    const best = new Map(animals.map(([one]) => [one.slice(0, 5), lexicon.links.filter(([source]) => source === one.slice(0, 5)).sort((a, b) => b[2] - a[2])[0]?.[1]]))
    for (const [one, other] of animals) expect(best.get(one.slice(0, 5))).toBe(other.slice(0, 5))
  })

  it('helps another text, in either direction', () => {
    const lexicon = trainLexicon({ source: 'en', target: 'de', pairs })
    const [german, english] = [pairs.map(([, text]) => text), pairs.map(([text]) => text)]
    const compared = (lexicons: readonly LearnedLexicon[]): number =>
      alignLines(german, english, { source: 'de', target: 'en', lexicons }).diagnostics.compared
    expect(compared([])).toBeLessThan(10)
    expect(compared([lexicon])).toBe(20)
    expect(compared([{ ...lexicon, source: 'es' }])).toBe(compared([]))
  })
})

describe('parseDictionary', () => {
  it('reads two plain columns and columns by language', () => {
    expect(dictionaryPairs(parseDictionary('dog\tchien|chienne\n'), 'en', 'fr')).toEqual([{ source: ['dog'], target: ['chien', 'chienne'] }])
    const six = parseDictionary('ar\ten\tes\tfr\tru\tzh\nكلب\tdog\tperro\tchien\tсобака\t狗\n')
    expect(dictionaryPairs(six, 'zh', 'ru')).toEqual([{ source: ['狗'], target: ['собака'] }])
    expect(dictionaryPairs(six, 'zh', 'de')).toEqual([])
    expect(() => parseDictionary('one\n')).toThrow('line 1')
  })
})

describe('strict and lax scores', () => {
  it('count as the field does', () => {
    const gold = parseBeads('[0]:[0]\n[1,2]:[1]\n[3]:[]\n')
    const counts = countBeads(parseBeads('[0]:[0]\t0.9\n[1]:[1]\n[2]:[]\n[3]:[]\n'), gold)
    expect(counts).toEqual({ predicted: 4, predictedStrict: 2, predictedLax: 3, gold: 2, goldStrict: 1, goldLax: 2 })
    // Precision 2/4, recall 1/2; lax 3/4 and 2/2.
    expect(f1Of([counts]).strict).toBeCloseTo(0.5)
    expect(f1Of([counts]).lax).toBeCloseTo(6 / 7)
  })
})

/** Strict F1 below which the tests fail, by set; a little under what was measured. */
const floors: Readonly<Record<string, number>> = { 'champollion-un': 0.995, 'ntrex-synthetic': 0.98, 'text-berg': 0.885 }
const goldFolder = process.env['HEXAPLA_GOLD']

describe('accuracy on gold', () => {
  // It is not of this project, and takes as long as a tenth of the other tests: what a landing must pass has it.
  if (goldFolder === undefined) {
    it.skip('HEXAPLA_GOLD names no folder: accuracy was not measured', () => undefined)
    return
  }
  const measured = readGold(goldFolder).map((pair) => measure(pair))
  it.each(Object.entries(floors))('%s reaches %f', (set, floor) => {
    const counts = measured.filter(({ pair }) => pair.set === set).map((one) => one.counts)
    expect(f1Of(counts).strict).toBeGreaterThanOrEqual(floor)
  })
  it('gives scores that mean what they say', () => {
    const judged = measured.flatMap((one) => one.judged)
    expect(calibrationError(judged)).toBeLessThanOrEqual(0.03)
    expect(precisionFrom(judged, 0.9)).toBeGreaterThanOrEqual(0.99)
  })
})
