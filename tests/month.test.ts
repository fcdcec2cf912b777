import { expect, test } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { foldText } from '../src/language/fold.ts'
import { monthNumbers } from '../src/language/month.ts'

test.each(languageCodes)('the tables of %s have the months that ICU writes', (language) => {
  const known = monthNumbers(language)
  for (const locale of language === 'ar' ? ['ar', 'ar-SY', 'ar-EG', 'ar-MA'] : [language]) {
    for (let month = 1; month <= 12; month++) {
      const date = new Date(Date.UTC(2000, month - 1, 15))
      for (const options of [{ month: 'long' }, { day: 'numeric', month: 'long' }] as const) {
        const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(date)
        const name = foldText(parts.find(({ type }) => type === 'month')?.value ?? '')
        if (!/[\p{N}\p{Script=Han}\s]/u.test(name)) expect([name, known.get(name)]).toEqual([name, month])
      }
    }
  }
})

test('months of a language that is none of the six are those of ICU, and of no language there are none', () => {
  expect(monthNumbers('de').get('marz')).toBe(3)
  expect(monthNumbers('x-nothing').size).toBe(0)
})
