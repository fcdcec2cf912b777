import { describe, expect, it } from 'vitest'
import { fitLogistic, type Judged } from '../evaluation/align/calibration.ts'
import type { GoldPair } from '../evaluation/align/gold.ts'
import { splitPair } from '../evaluation/align/split-pair.ts'
import { makeUneven } from '../evaluation/align/uneven-text.ts'

const lines = (word: string): string[] => Array.from({ length: 60 }, (_, index) => `${word} number ${index}, with a second half ${index}.`)
const pair: GoldPair = {
  set: 'made', source: 'en', target: 'fr', sourceLines: lines('sentence'), targetLines: lines('phrase'),
  gold: Array.from({ length: 60 }, (_, index) => ({ source: [index], target: [index] }))
}

/** Every line of both texts in one bead, in order. */
function expectWhole({ gold, sourceLines, targetLines }: GoldPair): void {
  expect(gold.flatMap(({ source }) => source)).toEqual(sourceLines.map((_, index) => index))
  expect(gold.flatMap(({ target }) => target)).toEqual(targetLines.map((_, index) => index))
}

describe('makeUneven', () => {
  const made = makeUneven(pair, 11, 60)

  it('has every line in one bead, and words of the same rows on both sides of it', () => {
    expectWhole(made)
    const rowsOf = (text: readonly string[], at: readonly number[]): Set<string> => new Set(at.flatMap((index) => text[index]?.match(/\d+/g) ?? []))
    for (const { source, target } of made.gold) {
      const [left, right] = [rowsOf(made.sourceLines, source), rowsOf(made.targetLines, target)]
      if (left.size > 0 && right.size > 0) expect(left).toEqual(right)
    }
  })

  it('cuts, joins and drops on either side, the same way twice', () => {
    const shapes = new Set(made.gold.map(({ source, target }) => `${source.length}:${target.length}`))
    for (const shape of ['1:1', '1:2', '2:1']) expect(shapes).toContain(shape)
    expect(made.gold.some(({ source, target }) => source.length * target.length === 0)).toBe(true)
    expect(makeUneven(pair, 11, 60)).toEqual(made)
  })
})

describe('splitPair', () => {
  it('cuts where no bead is cut', () => {
    const parts = splitPair(makeUneven(pair, 11, 60), 4)
    expect(parts).toHaveLength(4)
    parts.forEach(expectWhole)
    expect(parts.flatMap(({ sourceLines }) => sourceLines)).toEqual(makeUneven(pair, 11, 60).sourceLines)
  })
})

describe('fitLogistic', () => {
  it('finds the curve that made the scores', () => {
    const judged: Judged[] = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((score) => Array.from({ length: 100 }, (_, index) => ({ score, right: index < score * 100 })))
    const { slope, shift } = fitLogistic([judged])
    expect(slope).toBeCloseTo(1, 1)
    expect(shift).toBeCloseTo(0, 1)
  })

  it('stays near an honest curve where nothing is wrong', () => {
    const { slope, shift } = fitLogistic([Array.from({ length: 50 }, () => ({ score: 0.999, right: true }))])
    expect(slope).toBeGreaterThan(0.5)
    expect(slope).toBeLessThan(3)
    expect(Math.abs(shift)).toBeLessThan(3)
  })
})
