import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { splitSentences } from '../src/segment/index.ts'
import { readCases } from './segment-cases.ts'

describe.each(languageCodes)('splitSentences, %s', (language) => {
  it.each(readCases(language).map((one) => [one.text.slice(0, 60), one] as const))('%s', (_name, one) => {
    const spans = splitSentences(one.text, language)
    expect(spans.map(([start, end]) => one.text.slice(start, end))).toEqual(one.sentences)
  })
})

describe('splitSentences, contract', () => {
  const piece = fc.constantFrom(
    ' ', '.', '. ', '?', '!', '…', '。', '」', '”', '“', '"', "'", '»', '« ', '(', ')', '[', ']', '《', '》', '1', '12',
    'A', 'a', 'The', 'para', 'п', 'г', 'Mr', 'د', 'م', '委', '\n', '\n\n', '\u00A0', '\u200F', '\uD83D', '*', '¹', '/'
  )
  const noisy = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(piece, { maxLength: 80 }).map((all) => all.join('')))

  it.each(languageCodes)('spans are in order and cover every character but white space, %s', (language) => {
    fc.assert(
      fc.property(noisy, (text) => {
        const spans = splitSentences(text, language)
        let at = 0
        let rest = ''
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          const value = text.slice(start, end)
          expect(value.trim()).toBe(value)
          rest += text.slice(at, start)
          at = end
        }
        rest += text.slice(at)
        expect(rest.trim()).toBe('')
        expect(splitSentences(text, language)).toEqual(spans)
      }),
      { numRuns: 2000, seed: 7 }
    )
  })
})
