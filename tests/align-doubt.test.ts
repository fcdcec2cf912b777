/** What beads are doubted for, each by itself: all other weights of doubt are 0. */
import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { beadTypeWeights, usualShares } from '../src/align/search/bead-type.ts'
import type { RawBead } from '../src/align/search/choose-path.ts'
import { Crossing } from '../src/align/score/crossing.ts'
import { doubt, type DoubtModel, type DoubtWeights, doubtWeights, surenessOf } from '../src/align/score/doubt.ts'
import { encode } from '../src/align/text/encode.ts'
import { fitPair } from '../src/align/fit-pair.ts'
import { alignWeights } from '../src/align/index.ts'
import { logOdds } from '../src/align/text/log-odds.ts'
import { priorLinks } from '../src/align/prior-links.ts'
import { BeadScorer } from '../src/align/score/score.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'

const rows = madeSentences(120, 31)
const pairs = languageCodes.map((source, index) => [source, languageCodes[(index + 1) % 6] ?? source] as const)
const none: DoubtWeights = { doubtShare: 0.5, doubtJoined: 0, easeJoined: 0, doubtCrossing: 0, doubtLength: 0, doubtUnsure: 0, doubtNull: 0, doubtBeside: 0 }

const bead = (sourceStart: number, sources: number, targetStart: number, targets: number, posterior = 0.99): RawBead => {
  return { sourceStart, sourceEnd: sourceStart + sources, targetStart, targetEnd: targetStart + targets, posterior, cornerPosterior: posterior }
}

/** Two texts of the same rows, of which the target says row 40 at the end of row 39, too. */
function modelOf(source: LanguageCode, target: LanguageCode): DoubtModel {
  const moved = rows.map((row, at) => (at === 39 ? `${row[target]} ${rows[40]?.[target]}` : row[target]))
  const [left, right] = [encode(rows.map((row) => ({ text: row[source] })), source), encode(moved.map((text) => ({ text })), target)]
  const { length, links, look, support, types } = fitPair(left, right, priorLinks(left, right, { source, target }, alignWeights), alignWeights)
  const scorer = new BeadScorer(left, right, look.links, length, alignWeights, { support, refines: true })
  return { source: left, target: right, scorer, types, length, crossing: new Crossing(left, right, links, alignWeights.unlinked), sureness: look.sureness }
}

/** Log odds that some weights take off the first of some beads. */
function taken(model: DoubtModel, weights: Partial<DoubtWeights>, beads: readonly [RawBead, ...RawBead[]], change: Partial<DoubtModel> = {}): number {
  const after = (some: Partial<DoubtWeights>): number => {
    const copies = beads.map((one) => ({ ...one }))
    doubt(copies, { ...model, ...change }, { ...none, ...some })
    return logOdds(copies[0]?.posterior ?? 0)
  }
  return after({}) - after(weights)
}

describe.each(pairs)('%s-%s', (source, target) => {
  const model = modelOf(source, target)
  const { doubtJoined, easeJoined, doubtCrossing, doubtLength, doubtUnsure, doubtNull, doubtBeside } = doubtWeights

  it('doubts pairs of lines that do not say the same, never below one in four', () => {
    const [right, wrong] = [bead(3, 1, 3, 1), bead(3, 1, 60, 1)]
    doubt([right], model, none)
    doubt([wrong], model, none)
    expect(right.posterior).toBeCloseTo(0.99, 3)
    expect(wrong.posterior).toBeLessThan(0.9)
    expect(wrong.posterior).toBeGreaterThan(0.25)
  })

  it('doubts joined lines by their number', () => {
    expect(taken(model, { doubtJoined }, [bead(3, 1, 3, 1)])).toBeCloseTo(0, 9)
    expect(taken(model, { doubtJoined }, [bead(3, 2, 3, 1)])).toBeCloseTo(doubtJoined, 6)
    expect(taken(model, { doubtJoined }, [bead(3, 2, 3, 2)])).toBeCloseTo(2 * doubtJoined, 6)
  })

  it('doubts joined lines less where the text joins many, and more where it joins few', () => {
    const takenFrom = (shareSplit: number): number => {
      const types = usualShares({ ...beadTypeWeights, shareSplit }).map(Math.log)
      return taken(model, { doubtJoined, easeJoined }, [bead(3, 2, 3, 1)], { types })
    }
    expect(takenFrom(0.001)).toBeGreaterThan(doubtJoined)
    expect(takenFrom(0.2)).toBeLessThan(doubtJoined)
    // However much a text joins, that speaks for no bead.
    expect(takenFrom(0.49)).toBeGreaterThanOrEqual(0)
  })

  it('doubts a line whose words stand in the line beside its counterpart', () => {
    const [found, usual] = [model.crossing.of(bead(40, 1, 40, 0)), model.crossing.of(bead(10, 1, 10, 1))]
    expect(found.source).toBeGreaterThan(6)
    expect(found.target).toBe(0)
    expect(usual.source).toBeLessThan(found.source / 2)
    expect(taken(model, { doubtCrossing }, [bead(40, 1, 40, 0)])).toBeGreaterThan(taken(model, { doubtCrossing }, [bead(90, 1, 5, 0)]))
    // The other side of the same: what row 39 has more than its counterpart.
    expect(model.crossing.of(bead(39, 1, 39, 1)).target).toBeGreaterThan(model.crossing.of(bead(10, 1, 10, 1)).target)
  })

  it('doubts odd lengths up to a limit', () => {
    const odd = taken(model, { doubtLength }, [bead(39, 1, 39, 1)])
    expect(odd).toBeGreaterThan(taken(model, { doubtLength }, [bead(10, 1, 10, 1)]))
    expect(odd).toBeLessThanOrEqual(9 * doubtLength + 1e-9)
    expect(taken(model, { doubtLength }, [bead(10, 1, 10, 0)])).toBe(0)
  })

  it('doubts beads of a text that is not sure: all, long nulls more, and pairs beside nulls', () => {
    const [pair, alone] = [bead(3, 1, 3, 1), bead(4, 1, 4, 0)]
    const unsure = { sureness: 4 }
    expect(taken(model, { doubtUnsure, doubtNull, doubtBeside }, [pair, alone], { sureness: 5 })).toBeCloseTo(0, 9)
    expect(taken(model, { doubtUnsure }, [pair], unsure)).toBeCloseTo(doubtUnsure, 6)
    expect(taken(model, { doubtUnsure }, [pair], { sureness: 3 })).toBeCloseTo(2 * doubtUnsure, 6)
    expect(taken(model, { doubtNull }, [pair], unsure)).toBeCloseTo(0, 9)
    expect(taken(model, { doubtNull }, [alone], unsure)).toBeGreaterThan(doubtNull)
    expect(taken(model, { doubtBeside }, [pair], unsure)).toBeCloseTo(0, 9)
    expect(taken(model, { doubtBeside }, [pair, alone], unsure)).toBeCloseTo(doubtBeside, 6)
  })
})

it('leaves alone what is not asked for', () => {
  const model = modelOf('en', 'fr')
  const beads = [bead(3, 2, 3, 2), bead(5, 2, 5, 2)]
  doubt(beads, model, doubtWeights, ({ sourceStart }) => sourceStart === 5)
  expect(beads[0]?.posterior).toBe(0.99)
  expect(beads[1]?.posterior).toBeLessThan(0.99)
})

it('finds no words beside where a text begins and ends', () => {
  const side = encode([{ text: 'Statistics Office' }], 'en')
  const links = priorLinks(side, side, { source: 'en', target: 'en' }, alignWeights)
  expect(new Crossing(side, side, links, 0.3).of(bead(0, 1, 0, 1))).toEqual({ source: 0, target: 0 })
  expect(new Crossing(side, side, links, 0.3).of(bead(0, 1, 0, 0)).source).toBeGreaterThan(0)
})

it('takes a text for as sure as its beads are on average', () => {
  expect(surenessOf([bead(0, 1, 0, 1, 0.5), bead(1, 1, 1, 1, 0.5)])).toBeCloseTo(0, 6)
  expect(surenessOf([bead(0, 1, 0, 1, 1)])).toBeGreaterThan(15)
  expect(surenessOf([])).toBeLessThan(-15)
})
