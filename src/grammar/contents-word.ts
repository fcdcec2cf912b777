import type { LanguageCode } from '../language/code.ts'

/** Headings of a table of contents, small letters. */
export const contentsHeadings: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['المحتويات'],
  en: ['contents', 'table of contents'],
  es: ['índice', 'contenido'],
  fr: ['table des matières', 'sommaire'],
  ru: ['содержание', 'оглавление'],
  zh: ['目录', '目次']
}

/** Heads of the columns of numbers beside the entries, small letters. */
const columnHeads: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['الفقرات', 'الصفحة', 'الفصل'],
  en: ['paragraphs', 'page', 'chapter'],
  es: ['párrafos', 'página', 'capítulo'],
  fr: ['paragraphes', 'page', 'pages', 'chapitre'],
  ru: ['пункты', 'стр.', 'страница', 'глава'],
  zh: ['段次', '页次', '章次']
}

/** Whether a line is the head of a column of a table of contents, or of several. */
export function isColumnHead(line: string, language: LanguageCode): boolean {
  return line.length < 40 && line.toLowerCase().split(/\s+/).every((word) => columnHeads[language].includes(word))
}
