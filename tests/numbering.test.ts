import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'

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

describe('letters of Arabic lists', () => {
  const texts = ['إعداد تقرير سنوي عن أعمالها;', 'جمع البيانات من جميع المحطات;', 'نشر نتائج الدراسة الاستقصائية;', 'تنظيم حلقة عمل للمشغلين;', 'رصد مستوى سطح البحر;', 'صيانة أجهزة القياس;', 'حفظ السجلات القديمة;', 'تدريب الموظفين الجدد.']
  it.each([
    ['abjad', ['أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح']],
    ['the alphabet', ['أ', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د']]
  ])('are counted in the order of %s', (_, letters) => {
    const raw = `1 - تطلب إلى الأمانة ما يلي:\n${letters.map((letter, index) => `(${letter}) ${texts[index]?.replace(';', '؛') ?? ''}\n`).join('')}`
    const [paragraph] = readVersion(raw, { language: 'ar' }).children.filter((block) => block.type === 'item')
    const items = paragraph?.children.filter((block) => block.type === 'item') ?? []
    expect(items.map(({ label }) => label.ordinal)).toEqual(letters.map((_, index) => index + 1))
  })
})
