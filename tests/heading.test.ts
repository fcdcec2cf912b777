import { expect, it } from 'vitest'
import { headingDepth } from '../src/clean/decide/read-heading.ts'
import type { LanguageCode } from '../src/language/code.ts'

const label = { style: 'roman', ordinal: 3, capital: true, shape: '#.' } as const

/** The first line of a heading that is printed on two, and an item before the last one. */
const lines: ReadonlyArray<readonly [language: LanguageCode, heading: string, item: string]> = [
  ['ar', 'الشواغل الرئيسية، و', 'تركيب المنارات؛ و'],
  ['en', 'Principal concerns, lights, and', 'To install the lights; and'],
  ['es', 'Principales preocupaciones, y', 'Instalar las luces; y'],
  ['fr', 'Principales préoccupations, et', 'Installer les feux ; et'],
  ['ru', 'Основные вопросы, огни, и', 'установить огни; и']
]

it.each(lines)('in %s a heading may be broken behind a comma and a conjunction, an item ends in a semicolon and one', (language, heading, item) => {
  expect(headingDepth(label, heading, language)).toBe(2)
  expect(headingDepth(label, item, language)).toBeUndefined()
})
