/** What labels say: of blocks of one sentence, and of those of several, of which a version may lack the first. */
import { describe, expect, it } from 'vitest'
import { type BlockedSide, blockEvidence } from '../src/align/evidence/block-evidence.ts'

/** Items by their labels and numbers of sentences. */
function sideOf(blocks: ReadonlyArray<readonly [label: number, sentences: number]>): BlockedSide {
  const blockOf = blocks.flatMap(([, sentences], block) => Array.from({ length: sentences }, () => block))
  return { blocks: blocks.map(([label]) => ({ kind: 'item', ordinal: label, path: String(label) })), blockOf, partOf: blockOf.map(() => 0), endPrice: 2.5 }
}

describe('labels that agree', () => {
  const { of, corner } = blockEvidence(sideOf([[1, 1], [2, 3], [3, 1], [4, 1]]), sideOf([[1, 1], [2, 2], [3, 2], [5, 1]]))

  it('speak for a pair where both blocks are one sentence', () => {
    expect(of(0, 1, 0, 1)).toBeGreaterThan(0)
    expect(corner?.(0, 0)).toBe(0)
  })

  it('speak for all paths through the beginnings of blocks of several, be the first sentences paired or not', () => {
    expect(of(1, 2, 1, 2)).toBe(0)
    expect(corner?.(1, 1)).toBe(of(0, 1, 0, 1))
    expect(corner?.(4, 3)).toBe(of(0, 1, 0, 1))
    expect(corner?.(2, 2)).toBe(0)
  })

  it('say nothing at the end of the text; those that differ speak against the pair alone', () => {
    expect(corner?.(6, 6)).toBe(0)
    expect(corner?.(5, 5)).toBe(0)
    expect(of(5, 6, 5, 6)).toBeLessThan(0)
  })
})
