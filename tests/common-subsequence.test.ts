import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CommonSubsequence } from '../src/align/text/common-subsequence.ts'

/** By the definition: the last letters are one, or one of them is left out. */
function naive(left: string, right: string): number {
  const known = new Map<number, number>()
  const of = (i: number, j: number): number => {
    if (i === 0 || j === 0) return 0
    const key = i * 1000 + j
    const found = known.get(key) ?? (left[i - 1] === right[j - 1] ? of(i - 1, j - 1) + 1 : Math.max(of(i - 1, j), of(i, j - 1)))
    known.set(key, found)
    return found
  }
  return of(left.length, right.length)
}

const word = fc.string({ unit: fc.constantFrom(...'abcdкм王'), maxLength: 63 })

test('one word after another has the length of the definition', () => {
  const subsequence = new CommonSubsequence()
  fc.assert(
    fc.property(word, word, word, (left, one, other) => {
      subsequence.of(left)
      expect([subsequence.lengthWith(one), subsequence.lengthWith(other)]).toEqual([naive(left, one), naive(left, other)])
    }),
    { seed: 1, numRuns: 1000 }
  )
})

test('words at the edge of the bits of a number', () => {
  const subsequence = new CommonSubsequence()
  for (const length of [1, 30, 31, 32, 33]) {
    subsequence.of('a'.repeat(length))
    expect([subsequence.lengthWith('a'.repeat(length)), subsequence.lengthWith('b'), subsequence.lengthWith('a'.repeat(40))]).toEqual([length, 0, length])
  }
})

test('of the other word 63 letters are looked at', () => {
  const subsequence = new CommonSubsequence()
  subsequence.of('ab')
  expect([subsequence.lengthWith(`${'a'.repeat(62)}b`), subsequence.lengthWith(`${'a'.repeat(63)}b`)]).toEqual([2, 1])
})
