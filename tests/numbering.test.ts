import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline.ts'

describe('numbers of paragraphs', () => {
  it.each(languageCodes)('go on beyond 999 in %s', (code) => {
    const sentences = madeSentences(1100, 1)
    const mark = code === 'ar' || code === 'ru' ? ' - ' : '. '
    const raw = sentences.map((sentence, index) => `${index + 1}${mark}${sentence[code]}\n`).join('')
    const items = readVersion(raw, { language: code }).children.filter((block) => block.type === 'item')
    expect(items.map(({ label }) => label.ordinal)).toEqual(sentences.map((_, index) => index + 1))
  })

  it('are no years', () => {
    const raw = '1. The Committee met in the spring of the year\n1999. The report was published in the summer.\n2. The Council took note of the report.\n'
    const items = readVersion(raw, { language: 'en' }).children.filter((block) => block.type === 'item')
    expect(items.map(({ label }) => label.value)).toEqual(['1.', '2.'])
  })
})
