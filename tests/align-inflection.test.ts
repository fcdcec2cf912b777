import { describe, expect, it } from 'vitest'
import { Inflections } from '../src/align/text/inflection.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { tokenize } from '../src/words/token.ts'

/** Words of a list, then words of a text with the word of the list that they are a form of; nothing where they are none. */
const cases: Readonly<Record<LanguageCode, readonly [list: readonly string[], forms: Readonly<Record<string, string>>]>> = {
  ar: [
    ['قرار', 'هذا', 'دورة', 'يشمل', 'إنشاء', 'قام', 'تقرير', 'جزء'],
    { وهذا: 'هذا', بقراره: 'قرار', دورتها: 'دورة', تشمل: 'يشمل', لإنشاء: 'إنشاء', قامت: 'قام', بالتقرير: 'تقرير', جزءا: 'جزء', برتقال: '' }
  ],
  en: [['girl', 'note', 'not', 'case', 'city', 'hold', 'nation'], { girls: 'girl', noted: 'note', cases: 'case', holding: 'hold', cites: 'city', banks: '' }],
  es: [['niño', 'tema', 'acto', 'vivir', 'meta'], { niñas: 'niño', temas: 'tema', actos: 'acto', viven: 'vivir', metas: 'meta', ríos: '' }],
  fr: [['mener', 'idée', 'plan', 'jouer', 'mère', 'mer'], { menées: 'mener', idées: 'idée', plans: 'plan', jouent: 'jouer', mères: 'mère', lacs: '' }],
  ru: [['новый', 'точка', 'мера', 'план', 'цель', 'срок'], { новые: 'новый', точки: 'точка', мерам: 'мера', планов: 'план', целям: 'цель', срока: 'срок', озёр: '' }],
  zh: [['世界', '适当', '没有', '侵略'], { 全世界: '世界', 适当的: '适当', 也没有: '没有', 侵略者: '侵略', 山川: '' }]
}

describe('inflected words that a list lacks', () => {
  it.each(languageCodes)('are read by the form that it has: %s', (language) => {
    const [list, forms] = cases[language]
    const keyOf = (word: string): string => tokenize(word, language)[0]?.key ?? ''
    const index = new Map(list.map((word, type) => [keyOf(word), type] as const))
    const inflections = new Inflections(index, language)
    const found = Object.keys(forms).map((form) => [form, inflections.typesOf(tokenize(form, language)[0]?.form ?? '').map((type) => list[type]).join()])
    expect(Object.fromEntries(found)).toEqual(forms)
  })

  it('are left alone in other languages', () => {
    expect(new Inflections(new Map([['hund', 0]]), 'de').typesOf('hunde')).toEqual([])
  })
})
