import { describe, expect, it } from 'vitest'
import { fitEnds, withEnds } from '../src/align/evidence/end-model.ts'
import { endsOf } from '../src/align/text/segment-end.ts'
import type { RawBead } from '../src/align/search/choose-path.ts'

const ends = (lines: readonly string[]): number[] => [...endsOf(lines.map((text) => ({ text })))]

describe('endsOf', () => {
  it('has one class for a mark in all scripts, and tells small letters and opening marks', () => {
    const expected = ends(['First.', 'Second?', 'Third;', 'Fourth:', 'Fifth,', 'Sixth'])
    expect(ends(['第一。', '第二？', '第三；', '第四：', '第五，', '第六'])).toEqual(expected)
    expect(ends(['الأول.', 'الثاني؟', 'الثالث؛', 'الرابع:', 'الخامس،', 'السادس'])).toEqual(expected)
    expect(ends(['Первое. ', ' Второе?', 'Третье;', 'Четвёртое:', 'Пятое,', 'Шестое'])).toEqual(expected)
    expect(new Set(expected.slice(1)).size).toBe(6)
    expect(new Set(ends(['A;', 'b;', '« c;', 'D']).slice(1, 4)).size).toBe(3)
  })

  it('has a boundary before the first segment and behind the last', () => {
    expect(ends([])).toHaveLength(1)
    expect(ends(['', ''])).toEqual([0, 0, 0])
  })
})

describe('fitEnds', () => {
  const sources = Array.from({ length: 40 }, (_, index) => `Satz ${index}.`)
  const targets = sources.flatMap((_, index) => (index % 4 === 0 ? [`Phrase ${index} ;`, 'suite et fin.'] : [`Phrase ${index}.`]))
  const [left, right] = [sources, targets].map((lines) => ({ count: lines.length, ends: endsOf(lines.map((text) => ({ text }))) }))
  const beads: RawBead[] = []
  for (const [index] of sources.entries()) {
    const targetStart = beads.at(-1)?.targetEnd ?? 0
    beads.push({ sourceStart: index, sourceEnd: index + 1, targetStart, targetEnd: targetStart + (index % 4 === 0 ? 2 : 1), posterior: 1, cornerPosterior: 1 })
  }

  it('speaks for a bead that takes up both halves of a sentence, and against one that ends between them', () => {
    if (!left || !right) throw new Error('No sides')
    const score = withEnds(fitEnds(beads, left, right, 1), left, right)
    expect(score?.of(4, 5, 5, 7)).toBeGreaterThan(1)
    expect(score?.of(4, 5, 5, 6)).toBeLessThan(-1)
    // Where both end in a full stop, as nearly everything does, there is little to say.
    expect(Math.abs(score?.of(5, 6, 7, 8) ?? NaN)).toBeLessThan(0.5)
  })

  it('says nothing before it has seen a bead, and adds to what else is said', () => {
    if (!left || !right) throw new Error('No sides')
    expect(withEnds(undefined, left, right)).toBeUndefined()
    const score = withEnds(fitEnds([], left, right, 1), left, right, { of: () => 3, most: 3 })
    expect(score?.of(4, 5, 5, 6)).toBeCloseTo(3)
  })
})
