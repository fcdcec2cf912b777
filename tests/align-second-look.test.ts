/** The second look: lines that confirm each other, and what words are learned from once more. */
import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { alignLines, alignWeights } from '../src/align/index.ts'
import type { RawBead } from '../src/align/search/choose-path.ts'
import { encode } from '../src/align/text/encode.ts'
import { supportedBeads } from '../src/align/score/second-look.ts'
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
