/** The note verbale of the corpus as a source: its gold has units and no markup, and the labels of its items are added here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageCode } from '../../src/language/code.ts'
import { readSource, type SourceDocument } from './read-source.ts'

/** Labels of the lettered items. */
const letters: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح', 'ط'].map((letter) => `(${letter})`),
  en: [...'abcdefghi'].map((letter) => `(${letter})`),
  es: [...'abcdefghi'].map((letter) => `${letter})`),
  fr: [...'abcdefghi'].map((letter) => `${letter})`),
  ru: [...'abcdefghi'].map((letter) => `${letter})`),
  zh: [...'abcdefghi'].map((letter) => `(${letter})`)
}

/** The source of one language. `folder` is that of the document in the corpus. */
export function noteVerbaleSource(folder: string, language: LanguageCode): SourceDocument {
  const [header = '', ...rows] = readFileSync(join(folder, 'units.tsv'), 'utf8').trimEnd().split('\n')
  const column = header.split('\t').indexOf(language)
  const units = new Map<string, string[]>()
  for (const row of rows) {
    const cells = row.split('\t')
    units.set(cells[0] ?? '', [...(units.get(cells[0] ?? '') ?? []), cells[column] ?? ''])
  }
  const stanzas = [...units].map(([address, texts]) => `[${address} ${kindOf(address, language)}]\n${texts.filter((text) => text !== '').join(' | ')}`)
  const annex = stanzas.findIndex((stanza) => stanza.startsWith('[annex1/'))
  stanzas.splice(annex, 0, '[annex1 section annex]')
  return readSource([`@language ${language}`, ...stanzas].join('\n\n'))
}

function kindOf(address: string, language: LanguageCode): string {
  const last = address.split('/').at(-1) ?? ''
  if (/^h\d/.test(last)) return 'heading 1'
  if (/^p\d/.test(last)) return 'paragraph'
  if (/^d\d/.test(last)) return 'dateline'
  if (/^n\d/.test(last)) return 'note reissue *'
  if (address.split('/').length === 3) return `item ${letters[language][Number(last) - 1] ?? ''}`
  return `item ${last}${language === 'ar' ? ' -' : '.'}`
}
