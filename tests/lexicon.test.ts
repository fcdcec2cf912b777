import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { isComplete, lexicon, lexiconPairs, parseLexicon } from '../src/language/lexicon.ts'
import { namePairs } from '../src/align/names/icu-names.ts'
import { readHanNumeral, readNumber } from '../src/language/number.ts'
import { tokenize } from '../src/words/token.ts'
import { skeletonOf, soundOf } from '../src/align/names/transliterate.ts'

const keys = (text: string, language: string): string[] => tokenize(text, language).map(({ key }) => key)

describe('lexicon', () => {
  it('has at least 4,000 rows, none with an empty cell', () => {
    expect(readdirSync(new URL('../src/language/lexicon/', import.meta.url)).length).toBeGreaterThan(0)
    expect(lexicon().length).toBeGreaterThanOrEqual(4000)
    expect(lexicon().filter((row) => !isComplete(row))).toEqual([])
  })

  it('pairs any two of the six, and no other language', () => {
    for (const source of languageCodes) expect(lexiconPairs(source, 'zh').length).toBe(lexicon().length)
    expect(lexiconPairs('de', 'fr')).toEqual([])
  })

  it('reads alternatives and any order of columns', () => {
    expect(parseLexicon('zh\ten\n国家\tstate | states\n')).toEqual([{ zh: ['国家'], en: ['state', 'states'] }])
  })
})

describe('names', () => {
  it('come from ICU in any language that it knows', () => {
    expect(namePairs('de', 'fr')).toContainEqual({ source: ['Schweiz'], target: ['Suisse'] })
    expect(namePairs('en', 'ru')).toContainEqual({ source: ['Monday'], target: ['понедельник'] })
    expect(namePairs('en', 'not a language')).toEqual([])
  })
})

describe('numbers', () => {
  it.each([['100,000', 100_000], ['100 000', 100_000], ['100.000', 100_000], ['١٠٠٬٠٠٠', 100_000], ['1 540,5', 1540.5], ['3.14', 3.14], ['0.125', 0.125], ['１５４０', 1540]])(
    '%s is %d',
    (printed, value) => {
      expect(readNumber(printed)).toBe(value)
    }
  )
  it.each([['一千五百四十', 1540], ['二〇一九', 2019], ['十二', 12], ['三百万', 3_000_000], ['一百零五', 105]])('%s is %d', (printed, value) => {
    expect(readHanNumeral(printed)).toBe(value)
  })
  it('leaves what is no number', () => {
    expect(readNumber('A/RES')).toBeUndefined()
    expect(readHanNumeral('国家')).toBeUndefined()
  })
})

describe('tokens', () => {
  it('are the same for the same date and sum in all six languages', () => {
    const texts = {
      ar: 'في ٣ نيسان/أبريل ٢٠١٩، 10 ملايين',
      en: 'on 3 April 2019, 10 million',
      es: 'el 3 de abril de 2019, 10 millones',
      fr: 'le 3 avril 2019, 10 millions',
      ru: '3 апреля 2019 года, 10 млн',
      zh: '2019年4月3日，1000万'
    }
    for (const language of languageCodes) {
      const found = keys(texts[language], language)
      for (const key of ['#3', '#m4', '#2019', '#10000000']) expect(found, language).toContain(key)
    }
  })

  it('fold accents, full-width forms and marks', () => {
    expect(keys('Œuvre « été »？', 'fr')).toEqual(['oeuvr', '"', 'ete', '"', '?'])
  })
})

describe('transliteration', () => {
  it('brings names in three scripts near each other', () => {
    expect(soundOf('минск')).toBe(soundOf('minsk'))
    expect(skeletonOf('بيلاروس')).toBe(skeletonOf('belarus'))
  })
})
