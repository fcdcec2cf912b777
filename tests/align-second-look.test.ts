/** What beads are doubted for: lines that confirm each other, joined lines, and nulls of a text that is not sure. */
import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { alignLines, alignWeights } from '../src/align/index.ts'
import type { RawBead } from '../src/align/choose-path.ts'
import { encode } from '../src/align/encode.ts'
import { fitPair } from '../src/align/fit-pair.ts'
import { priorLinks } from '../src/align/prior-links.ts'
import { BeadScorer } from '../src/align/score.ts'
import { doubt, supportedBeads, surenessOf } from '../src/align/second-look.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'

const sentences = madeSentences(240, 31)
const rows = sentences.slice(0, 120)
const pairs = languageCodes.map((source, index) => [source, languageCodes[(index + 1) % 6] ?? source] as const)

describe('two lines that confirm each other', () => {
  // Six times the same two lines stand beside each other that do not say the same, each with a word of its own.
  const isWrong = (at: number): boolean => at % 20 === 9
  const linesOf = (language: LanguageCode, other: number, word: string): string[] => rows.map((row, at) => (isWrong(at) ? `${sentences[other]?.[language]} ${word}` : row[language]))

  it.each(pairs)('%s-%s: are not beyond doubt, and right ones stay so', (source, target) => {
    const scoresWith = (doubtShare: number): { wrong: number[]; right: number[] } => {
      // With nothing held against lines without support, as in a free translation.
      const { beads } = alignLines(linesOf(source, 130, 'Zorbal'), linesOf(target, 171, 'Quintex'), { source, target, weights: { support: 0, doubtShare } })
      const paired = beads.filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)
      const scores = (wanted: boolean): number[] => paired.filter(({ sourceStart }) => isWrong(sourceStart) === wanted).map(({ score }) => score)
      return { wrong: scores(true), right: scores(false) }
    }
    const { wrong, right } = scoresWith(alignWeights.doubtShare)
    expect(wrong).toHaveLength(6)
    for (const score of wrong) expect(score).toBeLessThan(0.9)
    expect(right.filter((score) => score >= 0.99).length / right.length).toBeGreaterThan(0.95)
    // Where they teach, they are sure of each other.
    for (const score of scoresWith(-1e3).wrong) expect(score).toBeGreaterThan(0.99)
  })
})

const bead = (sourceStart: number, sources: number, targetStart: number, targets: number, posterior: number): RawBead => {
  return { sourceStart, sourceEnd: sourceStart + sources, targetStart, targetEnd: targetStart + targets, posterior, cornerPosterior: posterior }
}

it('lets pairs teach that have half as much in common of known words as is usual', () => {
  const side = encode(rows.map((row) => ({ text: row.en })), 'en')
  const beads = [...rows.keys()].map((at) => bead(at, 1, at, 1, 0.99))
  const evidenceOf = ({ sourceStart, sourceEnd }: RawBead): number => ((side.offsets[sourceEnd] ?? 0) - (side.offsets[sourceStart] ?? 0)) * (sourceStart % 3 === 0 ? 0.4 : 1)
  expect(supportedBeads(beads, side, side, evidenceOf, 0.5).map(({ sourceStart }) => sourceStart)).toEqual([...rows.keys()].filter((at) => at % 3 > 0))
  // Of a text of which nothing is known, what nothing speaks against.
  expect(supportedBeads(beads, side, side, () => 0, 0.5)).toHaveLength(beads.length)
})

it.each(pairs)('%s-%s: joined lines are doubted more than single ones, nulls as far as the text is not sure', (source, target) => {
  const [left, right] = [encode(rows.map((row) => ({ text: row[source] })), source), encode(rows.map((row) => ({ text: row[target] })), target)]
  const known = priorLinks(left, right, { source, target }, alignWeights)
  const { length, look, support, types } = fitPair(left, right, known, alignWeights)
  const scorer = new BeadScorer(left, right, look.links, length, alignWeights, { support, refines: true })
  const doubted = (one: RawBead, sureness: number): number => {
    doubt([one], scorer, types, sureness, alignWeights)
    return one.posterior
  }
  expect(look.sureness).toBeGreaterThan(5)
  expect(doubted(bead(3, 1, 3, 1, 0.99), look.sureness)).toBeCloseTo(0.99, 3)
  expect(doubted(bead(3, 2, 3, 2, 0.99), look.sureness)).toBeLessThan(0.98)
  // Lines that do not say the same; never less than one in four.
  expect(doubted(bead(3, 1, 60, 1, 0.99), look.sureness)).toBeLessThan(0.9)
  expect(doubted(bead(3, 1, 60, 1, 0.99), look.sureness)).toBeGreaterThan(0.25)
  expect(doubted(bead(3, 1, 3, 0, 0.99), look.sureness)).toBeCloseTo(0.99, 6)
  expect(doubted(bead(3, 1, 3, 0, 0.99), 4)).toBeLessThan(0.95)
})

it('takes a text for as sure as its beads are on average', () => {
  expect(surenessOf([bead(0, 1, 0, 1, 0.5), bead(1, 1, 1, 1, 0.5)])).toBeCloseTo(0, 6)
  expect(surenessOf([bead(0, 1, 0, 1, 1)])).toBeGreaterThan(15)
  expect(surenessOf([])).toBeLessThan(-15)
})
