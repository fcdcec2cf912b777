/** What the page prints beside the text, in the six languages. Russian, Chinese and Arabic versions carry the English block. */
import type { LanguageCode } from '../../src/language/code.ts'

export interface PageWording {
  organization: string
  /** Name of the language as its own masthead prints it. */
  name: string
  /** Letter of the job number. */
  letter: string
  /** `Original: ` with the names of the languages of originals. */
  original: (language: string) => string
  distribution: Readonly<Record<string, string>>
  contents: string
  paragraphs: string
  page: string
  /** `Page 2` in a running head. */
  pageNumber: string
}

const english: PageWording = {
  organization: 'United Nations',
  name: 'English',
  letter: 'E',
  original: (language) => `Original: ${language}`,
  distribution: { general: 'Distr.: General', limited: 'Distr.: Limited' },
  contents: 'Contents',
  paragraphs: 'Paragraphs',
  page: 'Page',
  pageNumber: 'Page'
}

const french: Readonly<Record<string, string>> = { English: 'anglais', French: 'français', Spanish: 'espagnol', Russian: 'russe' }
const spanish: Readonly<Record<string, string>> = { English: 'inglés', French: 'francés', Spanish: 'español', Russian: 'ruso' }

/** The table of the six. */
export const pageWordings: Readonly<Record<LanguageCode, PageWording>> = {
  ar: {
    ...english,
    organization: 'الأمــم المتحـدة',
    name: 'Arabic',
    letter: 'A',
    contents: 'المحتويات',
    paragraphs: 'الفقرات',
    page: 'الصفحة'
  },
  en: english,
  es: {
    organization: 'Naciones Unidas',
    name: 'Español',
    letter: 'S',
    original: (language) => `Original: ${spanish[language] ?? language}`,
    distribution: { general: 'Distr. general', limited: 'Distr. limitada' },
    contents: 'Índice',
    paragraphs: 'Párrafos',
    page: 'Página',
    pageNumber: 'Página'
  },
  fr: {
    organization: 'Nations Unies',
    name: 'Français',
    letter: 'F',
    original: (language) => `Original : ${french[language] ?? language}`,
    distribution: { general: 'Distr. générale', limited: 'Distr. limitée' },
    contents: 'Table des matières',
    paragraphs: 'Paragraphes',
    page: 'Page',
    pageNumber: 'Page'
  },
  ru: {
    ...english,
    organization: 'Организация Объединенных Наций',
    name: 'Russian',
    letter: 'R',
    contents: 'Содержание',
    paragraphs: 'Пункты',
    page: 'Стр.'
  },
  zh: { ...english, organization: '联合国', name: 'Chinese', letter: 'C', contents: '目录', paragraphs: '段次', page: '页次' }
}
