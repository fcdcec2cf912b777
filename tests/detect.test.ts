import path from 'node:path'
import { francAll } from 'franc'
import { describe, expect, it } from 'vitest'
import { detectBlock, detectLanguage, findContradiction } from '../src/detect/index.ts'
import { competitors, rankTrigrams } from '../src/detect/rank-trigrams.ts'
import { type LanguageCode, languageCodes, languages } from '../src/language/code.ts'
import { HexaplaError } from '../src/message/report.ts'
import { goldUnits, noteVerbale } from '../evaluation/corpus/files.ts'
import { run } from './run-command.ts'
import { foreignTexts } from './foreign-texts.ts'

/** The language that a text is said to be in, or the id of the message. */
function said(text: string): string {
  try {
    return detectLanguage(text).language
  } catch (error) {
    if (error instanceof HexaplaError) return error.id
    throw error
  }
}

describe('trigrams', () => {
  const own = { ar: ['arb', 'Arabic'], en: ['eng', 'Latin'], es: ['spa', 'Latin'], fr: ['fra', 'Latin'], ru: ['rus', 'Cyrillic'] } as const

  it.each(['ar', 'en', 'es', 'fr', 'ru'] as const)('rank texts in %s as franc does', (language) => {
    const [code, script] = own[language]
    for (const { sentences } of goldUnits(noteVerbale).slice(0, 12)) {
      const text = sentences[language].join(' ')
      const theirs = francAll(text, { only: [...competitors[script]], minLength: 1 })
      const { scores, foreign } = rankTrigrams(text, script)
      expect(scores.get(language)).toBe(theirs.find(([each]) => each === code)?.[1])
      expect(foreign === undefined).toBe(['arb', 'eng', 'fra', 'rus', 'spa'].includes(theirs[0]?.[0] ?? ''))
    }
  })
})

describe('two sentences', () => {
  it.each(Object.entries(foreignTexts))('in %s are not taken for one of the six', (_, texts) => {
    for (const text of texts) expect(said(text)).toMatch(/^detect:language-(?:foreign|unsure)$/)
  })

  it.each(languageCodes)('in %s are told, or said to be unsure', (code) => {
    const units = goldUnits(noteVerbale)
    const texts = units.map((_, index) => units.slice(index, index + 2).flatMap(({ sentences }) => sentences[code]).join(' '))
    const wrong = texts.filter((text) => ![code, 'detect:language-unsure'].includes(said(text)))
    expect(wrong).toEqual([])
    expect(texts.filter((text) => text.length >= 100 && said(text) !== code)).toEqual([])
  })
})

/** Printed forms of Arabic letters by the letters, as some exports have them. */
const printed = new Map(Array.from({ length: 0x3b0 }, (_, index) => String.fromCodePoint(0xfb50 + index)).filter((form) => form.normalize('NFKC').length === 1 && form.normalize('NFKC') !== form).map((form) => [form.normalize('NFKC'), form]))

describe('exports that give a text from the left, or by its printed forms', () => {
  const turn = (text: string): string => [...text].reverse().join('')
  const print = (text: string): string => [...text].map((letter) => printed.get(letter) ?? letter).join('')
  const orders = { 'as it is': (text: string) => text, 'from the left': turn, 'by printed forms': print, 'by printed forms from the left': (text: string) => turn(print(text)) }
  // The second has none of the letters that Arabic lacks.
  const persian = [...(foreignTexts['fa'] ?? []), ...(foreignTexts['ur'] ?? []), 'این متن در باره کار کمیته نوشته شده است و در آن از همکاری دولت ها با سازمان ملل متحد و نهادهای دیگر سخن می رود. اعضای کمیته نیز در باره برنامه کار سال آینده با هم سخن کردند و تصمیم نهایی را به نشست آینده واگذار کردند.']

  it.each(Object.entries(orders))('%s: Persian and Urdu are not taken for Arabic', (_, order) => {
    for (const text of persian) expect(said(order(text))).toBe('detect:language-foreign')
  })

  it.each(Object.entries(orders))('%s: Arabic is Arabic', (_, order) => {
    const text = goldUnits(noteVerbale).flatMap(({ sentences }) => sentences.ar).join(' ')
    expect(said(order(text))).toBe('ar')
  })
})

describe('letters of other scripts', () => {
  it('count, so that a few Latin or Chinese ones among them decide nothing', () => {
    expect(said(`${foreignTexts['el']?.join(' ') ?? ''} the United Nations and the`)).toBe('detect:language-unsure')
    expect(said(`${foreignTexts['ko']?.join(' ') ?? ''} 聯合國`)).toBe('detect:language-unsure')
  })
})

describe('a few words', () => {
  it.each(['Agenda item 71', 'Annex II', 'Original: English', 'Informe anual', 'Rapport annuel', 'Proyecto decisión'])('%s: none of them is one of grammar, so nothing is said', (text) => {
    expect(said(text)).toBe('detect:language-unsure')
  })
})

describe('a language that was given', () => {
  it.each(languageCodes.flatMap((language) => languageCodes.map((given) => [language, given] as const)))('%s taken for %s: letters contradict it, or words, or nothing', (language, given) => {
    const text = goldUnits(noteVerbale).flatMap(({ sentences }) => sentences[language]).join(' ')
    const script = languages[language].script === languages[given].script
    expect(findContradiction(text, given)?.by).toBe(language === given ? undefined : script ? 'words' : 'letters')
  })

  it('is not judged by a word or two', () => {
    expect(findContradiction('ООН', 'fr')).toBeUndefined()
    expect(findContradiction('A/73/904', 'ar')).toBeUndefined()
  })

  it('says so with the command: an error by its letters, unless forced; a warning by its words', async () => {
    const file = path.resolve(import.meta.dirname, '../corpus', noteVerbale, 'ru.txt')
    const ids = (stderr: string): string[] => (JSON.parse(stderr || '[]') as Array<{ messages: Array<{ id: string }> }>).flatMap(({ messages }) => messages.map(({ id }) => id)).filter((id) => id.startsWith('detect:'))
    const wrong = await run(['clean', file, '--lang', 'ru.txt=fr', '--json'])
    expect([wrong.code, wrong.stdout, ids(wrong.stderr)]).toEqual([1, '', ['detect:language-contradicted']])
    const forced = await run(['clean', file, '--lang', 'ru.txt=fr', '--force', '--json'])
    expect([forced.code, ids(forced.stderr)]).toEqual([0, ['detect:language-doubtful']])
    const english = await run(['clean', file.replace('ru.txt', 'en.txt'), '--lang', 'en.txt=fr', '--json'])
    expect([english.code, ids(english.stderr)]).toEqual([0, ['detect:language-doubtful']])
    expect(english.stderr).toContain('looks like English, expected fr as told')
    expect(ids((await run(['clean', file, '--lang', 'ru.txt=ru', '--json'])).stderr)).toEqual([])
    expect((await run(['clean', file, '--force'])).code).toBe(2)
  })
})

describe('blocks', () => {
  /** Two sentences, one after the other, of each language. */
  const pair = (language: LanguageCode): string => goldUnits(noteVerbale).slice(4, 8).flatMap(({ sentences }) => sentences[language]).join(' ')

  it.each(languageCodes.flatMap((language) => languageCodes.map((document) => [language, document] as const)))('%s in a document in %s', (language, document) => {
    expect(detectBlock(pair(language), document)?.language).toBe(language === document ? undefined : language)
  })
})
