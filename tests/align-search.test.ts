import { describe, expect, it } from 'vitest'
import { fullBand, makeBand } from '../src/align/search/band.ts'
import { beadTypeOf, beadTypeWeights, fitShares, joinsOf, usualShares } from '../src/align/search/bead-type.ts'
import type { RawBead } from '../src/align/search/choose-path.ts'
import { coarseBand } from '../src/align/search/coarse-band.ts'
import { encode } from '../src/align/text/encode.ts'
import type { RowScorer } from '../src/align/search/forward-pass.ts'
import { priorLinks } from '../src/align/prior-links.ts'
import { search, type SearchOptions } from '../src/align/search/search.ts'
import { alignWeights } from '../src/align/weights.ts'

const options: SearchOptions = { types: usualShares(beadTypeWeights).map(Math.log), threshold: 0.4, nullThreshold: 0.4, keep: 1e-5, margin: 1, settles: true }

/** A scorer by what a bead of one segment a side is worth. */
function scorerOf(worth: (source: number, target: number) => number, joined = -8): RowScorer {
  let row = 0
  return {
    refines: false,
    prepare: (next) => void (row = next),
    scoreFrom: (_, sourceSpan, targetSpan, column) => (sourceSpan + targetSpan === 2 ? worth(row - 1, column - 1) : joined),
    corner: () => 0,
    refine: () => 0
  }
}

/** Every segment of both sides in exactly one bead, in order. */
function expectWhole(beads: readonly RawBead[], sourceCount: number, targetCount: number): void {
  let [row, column] = [0, 0]
  for (const bead of beads) {
    expect([bead.sourceStart, bead.targetStart]).toEqual([row, column])
    row = bead.sourceEnd
    column = bead.targetEnd
  }
  expect([row, column]).toEqual([sourceCount, targetCount])
}

/** A band so many columns wide on both sides of the diagonal. */
function diagonal(count: number, reach: number) {
  const rows = [...Array(count + 1).keys()]
  return makeBand(Int32Array.from(rows, (row) => row - reach), Int32Array.from(rows, (row) => row + reach), count)
}

describe('search', () => {
  it.each([true, false])('widens a band that is too narrow, and leaves alone what is settled: %s', (settles) => {
    // Before segment 100 the target has 5 segments more; from segment 140 on the source has.
    const truth = (source: number): number => (source < 100 || source >= 145 ? source : source < 140 ? source + 5 : -1)
    const { beads, widened, touched } = search(scorerOf((source, target) => (truth(source) === target ? 9 : -9)), diagonal(300, 2), { ...options, settles })
    expectWhole(beads, 300, 300)
    expect(widened).toBeGreaterThan(0)
    expect(touched).toBe(false)
    const paired = beads.filter((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)
    expect(paired).toHaveLength(295)
    expect(paired.every((bead) => truth(bead.sourceStart) === bead.targetStart)).toBe(true)
  })

  it.each([true, false])('asks less of a bead where hardly anything is sure, in each stretch between what is settled: %s', (hasSettled) => {
    const settled = { columns: new Int32Array(61), posteriors: new Float32Array(61) }
    settled.columns[30] = 12
    settled.posteriors[30] = 0.9999
    // Every way to join the segments is as good as any other.
    const types = usualShares({ ...beadTypeWeights, shareNull: 1e-12, shareReplaced: 0, shareSplit: 0.05, shareBoth: 0.05, shareDecay: 0.9 }).map(Math.log)
    const full = fullBand(60, 24)
    const { beads } = search(scorerOf(() => 0, 0), hasSettled ? makeBand(full.low, full.high, 24, settled) : full, { ...options, types })
    expectWhole(beads, 60, 24)
    if (hasSettled) expect(beads.some((bead) => bead.sourceEnd === 30 && bead.targetEnd === 12 && bead.sourceStart === 29)).toBe(true)
    expect(beads.every((bead) => bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd)).toBe(true)
    expect(beads.reduce((sum, bead) => sum + bead.posterior, 0) / beads.length).toBeLessThan(0.4)
  })

  it('leaves nothing out where a side is empty', () => {
    expectWhole(search(scorerOf(() => 0), fullBand(3, 0), options).beads, 3, 0)
    expectWhole(search(scorerOf(() => 0), fullBand(0, 0), options).beads, 0, 0)
  })
})

describe('coarseBand', () => {
  /** The band of lines whose one rare word comes again after so many lines. */
  function bandOf(count: number, period: number): ReturnType<typeof coarseBand> {
    const side = (word: string) => encode(Array.from({ length: count }, (_, index) => ({ text: `${word} ${10_000 + (index % period)}` })), 'und')
    const [left, right] = [side('alpha'), side('beta')]
    return coarseBand(left, right, priorLinks(left, right, { source: 'und', target: 'und' }, alignWeights))
  }

  const widthOf = ({ low, starts }: ReturnType<typeof coarseBand>): number => (starts[low.length] as number) / low.length
  const holdsDiagonal = ({ low, high }: ReturnType<typeof coarseBand>): boolean => low.every((column, row) => column <= row && row <= (high[row] as number))

  it('searches a small square whole', () => {
    expect(widthOf(bandOf(20, 20))).toBe(21)
  })

  it('follows rare words', () => {
    const band = bandOf(3000, 3000)
    expect(holdsDiagonal(band)).toBe(true)
    expect(widthOf(band)).toBeLessThan(60)
  })

  it('follows words that are rare in a window where none is rare in the whole', () => {
    const band = bandOf(4000, 500)
    expect(holdsDiagonal(band)).toBe(true)
    expect(widthOf(band)).toBeLessThan(900)
  })

  it('keeps to the diagonal where every word comes again and again', () => {
    const band = bandOf(4000, 7)
    expect(holdsDiagonal(band)).toBe(true)
    expect(widthOf(band)).toBeLessThan(900)
  })
})

describe('a null', () => {
  /** The third target segment stands alone with this probability, and otherwise with the second. */
  const found = (alone: number, nullThreshold: number): number => {
    const odds = Math.log(alone / (1 - alone))
    const types = usualShares({ ...beadTypeWeights, shareReplaced: 0 }).map(Math.log)
    const usual = (types[beadTypeOf(0, 1)] as number) + (types[beadTypeOf(1, 1)] as number) - (types[beadTypeOf(1, 2)] as number)
    let row = 0
    const scorer: RowScorer = {
      refines: false,
      prepare: (next) => void (row = next),
      scoreFrom: (_, sources, targets, column) => {
        if (sources === 1 && targets === 1) return (row < 3 ? row === column : column === 4) ? 20 : -20
        return sources === 1 && targets === 2 && row === 2 && column === 3 ? 20 + usual - odds : -40
      },
      corner: () => 0,
      refine: () => 0
    }
    const { beads } = search(scorer, fullBand(3, 4), { ...options, types, nullThreshold })
    expectWhole(beads, 3, 4)
    return beads.length
  }

  it('is made where it is likelier than its threshold, beside what it would otherwise be joined to', () => {
    expect(found(0.9, 0.47)).toBe(4)
    expect(found(0.1, 0.47)).toBe(3)
  })

  it('needs more to be made with a higher threshold', () => {
    expect(found(0.55, 0.4)).toBe(4)
    expect(found(0.55, 0.75)).toBe(3)
  })
})

describe('shares of types', () => {
  const usual = usualShares(beadTypeWeights)
  const [single, split, three, both] = [beadTypeOf(1, 1), beadTypeOf(1, 2), beadTypeOf(1, 3), beadTypeOf(2, 2)]
  const counted = (splits: number): Float64Array => usual.map((_, type) => (type === single ? 200 - splits : type === split ? splits : 0))

  it('are as usual where nothing was counted', () => {
    expect(fitShares(usual.map(() => 0), usual, 20)).toEqual(usual)
  })

  it('have more of what joins many where a text joins more than is usual, up to a limit, and no less where it joins fewer', () => {
    const [none, many, most] = [0, 60, 200].map((splits) => fitShares(counted(splits), usual, 20))
    for (const type of [three, both]) {
      expect(none?.[type]).toBeCloseTo((usual[type] as number) * 20 / 220, 9)
      expect(many?.[type]).toBeGreaterThan(2 * (none?.[type] as number))
      expect(most?.[type]).toBeCloseTo(4 * (none?.[type] as number), 9)
    }
    expect(joinsOf(many as Float64Array)).toBeGreaterThan(joinsOf(none as Float64Array))
  })
})
