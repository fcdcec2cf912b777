import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../src/detect/index.ts'
import { languageCodes } from '../src/language/code.ts'
import { HexaplaError } from '../src/message/report.ts'
import { goldUnits, noteVerbale } from '../evaluation/corpus/files.ts'
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

describe('letters of other scripts', () => {
  it('count, so that a few Latin or Chinese ones among them decide nothing', () => {
    expect(said(`${foreignTexts['el']?.join(' ') ?? ''} the United Nations and the`)).toBe('detect:language-unsure')
    expect(said(`${foreignTexts['ko']?.join(' ') ?? ''} 聯合國`)).toBe('detect:language-unsure')
  })
})
