import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LanguageCode, languageCodes, languages } from '../src/language/code.ts'
import { splitSentences } from '../src/segment/index.ts'
import { readCases } from '../evaluation/segment/cases.ts'
import { anyCharacter } from './any-character.ts'
import { someOf } from './some-of.ts'

/** Boundaries of the cases that the rules still get wrong, as the text before and after `|`. The floor is 1 in 50. */
const known: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: [],
  en: [],
  es: [],
  fr: [],
  ru: [],
  // Six dots pause more often than they end.
  zh: ['missed 每天生活费不足1美元……|我们不能等待。让我们行']
}

describe.each(languageCodes)('splitSentences, %s', (language) => {
  const cases = readCases(language)

  it('has at least 60 boundaries of its own', () => {
    const boundaries = cases.reduce((sum, one) => sum + one.ends.length - 1, 0)
    expect(boundaries).toBeGreaterThanOrEqual(60)
    expect(known[language].length * 50).toBeLessThanOrEqual(boundaries)
  })

  it('finds them, but for those that are known', () => {
    const wrong: string[] = []
    for (const { text, ends } of cases) {
      const given = splitSentences(text, language).map(([, end]) => end)
      const at = (end: number): string => `${text.slice(Math.max(0, end - 12), end)}|${text.slice(end, end + 11)}`
      for (const end of ends) if (!given.includes(end)) wrong.push(`missed ${at(end)}`)
      for (const end of given) if (!ends.includes(end)) wrong.push(`made up ${at(end)}`)
    }
    expect(wrong).toEqual(known[language])
  })
})

describe('splitSentences, rules', () => {
  it.each<[LanguageCode, string[]]>([
    ['en', ['• 1. The list', '• 2. The rest']],
    ['en', ['It cost 1,000.', 'That is much.']],
    ['en', ['He speaks !Kung and works at Yahoo! in Geneva.']],
    ['en', ['It met.', '[...] The end.']],
    ['fr', ['« Oui.\u00A0»', 'Non.']],
    ['ru', ['Решение от 5 мая 2011 г.', 'Комитет согласился.']],
    ['ru', ['5 мая 2011 г. Комитет согласился.']],
    ['zh', ['“你好！”他说。', '再见。']],
    ['zh', ['守塔人写下“灯火不灭.船只平安”。', '他们看见了.', '船来了.']],
    ['zh', ['目标是"让后代不受.风浪之苦"，她说。', '"灯亮了.', '船来了。"', '会议结束。']],
    ['ar', ['في 5 أيار/مايو 2011.', 'وقال د. حسن ذلك.']]
  ])('%s %j', (language, sentences) => {
    const text = sentences.join(languages[language].spaced ? ' ' : '')
    expect(splitSentences(text, language).map(([start, end]) => text.slice(start, end))).toEqual(sentences)
  })

  it.each(someOf(['.', '"', '(', '。"x', '《。', '.1,1,', ' A. '], 3))('takes a long run of %j', (piece) => {
    // Calls inside one another fail from 12,000, a spread argument from 120,000.
    for (const language of languageCodes) {
      const text = piece.repeat(language === 'en' ? 130_000 : 13_000)
      expect(splitSentences(text, language).at(-1)?.[1]).toBe(text.trimEnd().length)
    }
  })
})

describe('splitSentences, contract', () => {
  const piece = fc.constantFrom(
    ' ', '.', '. ', '?', '!', '…', '。', '」', '”', '“', '"', "'", '»', '« ', '(', ')', '[', ']', '《', '》', '1', '12',
    'A', 'a', 'The', 'para', 'п', 'г', 'Mr', 'د', 'م', '委', '\n', '\n\n', '\u00A0', '\u200F', '\uD83D', '*', '¹', '/'
  )
  const noisy = fc.oneof(fc.string({ unit: anyCharacter, maxLength: 60 }), fc.array(piece, { maxLength: 80 }).map((all) => all.join('')))

  it.each(languageCodes)('spans are in order and cover every character but white space, %s', (language) => {
    fc.assert(
      fc.property(noisy, (text) => {
        const spans = splitSentences(text, language)
        let at = 0
        let rest = ''
        for (const [start, end] of spans) {
          const value = text.slice(start, end)
          if (start < at || end <= start || value.trim() !== value) expect.fail(`Unexpected span ${start} to ${end} behind ${at} of ${JSON.stringify(text)}`)
          rest += text.slice(at, start)
          at = end
        }
        rest += text.slice(at)
        if (rest.trim() !== '') expect.fail(`Lost: ${JSON.stringify(rest)}`)
        if (JSON.stringify(splitSentences(text, language)) !== JSON.stringify(spans)) expect.fail(`Other spans the second time: ${JSON.stringify(text)}`)
      }),
      { numRuns: 2000, seed: 7 }
    )
  })
})
