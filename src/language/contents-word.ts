import type { LanguageCode } from './code.ts'

/** Headings of a table of contents, small letters. */
export const contentsHeadings: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['المحتويات'],
  en: ['contents', 'table of contents'],
  es: ['índice', 'contenido'],
  fr: ['table des matières', 'sommaire'],
  ru: ['содержание', 'оглавление'],
  zh: ['目录', '目次']
}
