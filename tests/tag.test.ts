import { describe, expect, it } from 'vitest'
import { languageCodes, languages } from '../src/language/code.ts'
import { canonicalTag, inOrder, isLanguageTag, languageAmong, nameOf, primaryLanguage, traitsOf } from '../src/language/tag.ts'
import { joinSegments } from '../src/tree/segments.ts'

describe('language tags', () => {
  it('are those of BCP 47', () => {
    for (const tag of ['de', 'pt-BR', 'zh-Hant-TW', 'fil', ...languageCodes]) expect(isLanguageTag(tag), tag).toBe(true)
    for (const text of ['', 'd', 'german', 'de_DE', 'x.txt', 'en-', '../de']) expect(isLanguageTag(text), text).toBe(false)
    expect([canonicalTag('PT-br'), canonicalTag('de_DE')]).toEqual(['pt-BR', undefined])
    expect([primaryLanguage('pt-BR'), primaryLanguage('zh_CN'), primaryLanguage('EN')]).toEqual(['pt', 'zh', 'en'])
  })

  it('mean one of some languages by themselves, or as the only one of their language', () => {
    expect(['zh', 'zh-Hans', 'pt', 'fr', 'en-US', 'en-GB', 'de'].map((tag) => languageAmong(['zh', 'pt-BR', 'fr-CA', 'fr', 'en-GB', 'en'], tag))).toEqual(['zh', 'zh', 'pt-BR', 'fr', undefined, 'en-GB', undefined])
  })

  it('stand in the order of every table, each once', () => {
    expect(inOrder(['it', 'zh', 'de', 'ar', 'fr', 'de'])).toEqual(['ar', 'fr', 'zh', 'de', 'it'])
  })

  it.each(languageCodes)('%s is written as its table says', (code) => {
    expect(traitsOf(code)).toBe(languages[code])
  })

  it.each([
    ['de', 'German', 'ltr', true], ['pt-BR', 'Brazilian Portuguese', 'ltr', true], ['he', 'Hebrew', 'rtl', true], ['fa', 'Persian', 'rtl', true], ['ur', 'Urdu', 'rtl', true],
    ['ja', 'Japanese', 'ltr', false], ['th', 'Thai', 'ltr', false], ['zh-Hant', 'Traditional Chinese', 'ltr', false], ['ko', 'Korean', 'ltr', true], ['qq', 'qq', 'ltr', true]
  ])('%s is %s, %s, spaced: %s', (tag, name, direction, spaced) => {
    expect(traitsOf(tag)).toEqual({ name, direction, spaced })
  })

  it('join segments as their script does', () => {
    expect(joinSegments(['Eins.', 'Zwei.'], 'de')).toBe('Eins. Zwei.')
    expect(joinSegments(['一。', '二。'], 'ja')).toBe('一。二。')
    expect(nameOf('de', 'de')).toBe('Deutsch')
  })
})
