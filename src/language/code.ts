/**
 * The six official languages of the United Nations, and what is fixed about each.
 *
 * Codes are BCP 47; this order (English alphabetical by code) is the order of every table and output.
 */
export const languageCodes = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const

/** One of the six official languages. */
export type LanguageCode = (typeof languageCodes)[number]

/** Writing systems of the six languages. */
export type Script = 'Arabic' | 'Cyrillic' | 'Han' | 'Latin'

/** What a stage needs to know of a language before it looks anything up. */
export interface Language {
  code: LanguageCode
  /** English name, as messages print it. */
  name: string
  script: Script
  direction: 'ltr' | 'rtl'
  /** Whether words, and so joined lines, are parted by spaces. */
  spaced: boolean
  /** Whether the script tells capitals from small letters. */
  cased: boolean
}

/** The table of the six. */
export const languages: Readonly<Record<LanguageCode, Language>> = {
  ar: { code: 'ar', name: 'Arabic', script: 'Arabic', direction: 'rtl', spaced: true, cased: false },
  en: { code: 'en', name: 'English', script: 'Latin', direction: 'ltr', spaced: true, cased: true },
  es: { code: 'es', name: 'Spanish', script: 'Latin', direction: 'ltr', spaced: true, cased: true },
  fr: { code: 'fr', name: 'French', script: 'Latin', direction: 'ltr', spaced: true, cased: true },
  ru: { code: 'ru', name: 'Russian', script: 'Cyrillic', direction: 'ltr', spaced: true, cased: true },
  zh: { code: 'zh', name: 'Chinese', script: 'Han', direction: 'ltr', spaced: false, cased: false }
}

/** Whether a string is one of the six codes. */
export function isLanguageCode(value: string): value is LanguageCode {
  return (languageCodes as readonly string[]).includes(value)
}
