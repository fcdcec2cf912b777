import path from 'node:path'
import { isLanguageCode, languageCodes, type LanguageCode } from '../language/code.ts'
import { isSymbol } from '../grammar/symbol.ts'
import { withoutEnding } from './document-name.ts'

/** What the name of a file says of the document that it is a version of. */
export interface FileName {
  /** Symbols that the file or its folder is named after, as the library of the United Nations writes them. */
  symbols: string[]
  /** What the names of the versions share, as a path: `in/note` of `in/note-fr.txt`, `in/note.fr.txt` and `in/note/fr.txt`. */
  name?: string
  /** The language that the name says; the text knows better. */
  language?: LanguageCode
}

const codes = languageCodes.join('|')
const trailing = new RegExp(`^(.+)[-._ ](${codes})$`, 'i')
const leading = new RegExp(`^(${codes})(?:[-._ ](.+))?$`, 'i')
/** The letters of the six in the names of the United Nations: `A_HRC_45_2_E`, `A_74_123 (F)`, `ECE-TRANS-WP.29-2026-139e`. */
const letter = /^(.+?)(?:[-_ ]([ACEFRS])|[-_ ]?\(([ACEFRS])\)|(?<=[\d)])([acefrs]))$/
const letters: Readonly<Record<string, LanguageCode>> = { A: 'ar', C: 'zh', E: 'en', F: 'fr', R: 'ru', S: 'es' }

/** Reads the name of a file; the folder counts where the file is called by its language alone, or by no symbol. */
export function readFileName(file: string): FileName {
  const stem = withoutEnding(path.basename(file))
  const folder = path.dirname(file)
  const [rest, own] = [trailing.exec(stem)?.[1], leading.exec(stem)]
  const name = rest === undefined ? (own ? path.join(folder, own[2] ?? '') : undefined) : path.join(folder, rest)
  const lettered = readLetter(file)
  const before = lettered && path.basename(lettered.name)
  const symbols = [before, rest, stem].map(readSymbols).find((found) => found.length > 0) ?? symbolsOfFolder(file)
  const code = (trailing.exec(stem)?.[2] ?? own?.[1] ?? (readSymbols(before).length > 0 ? lettered?.language : undefined) ?? '').toLowerCase()
  return { symbols, ...(name === undefined ? {} : { name }), ...(isLanguageCode(code) ? { language: code } : {}) }
}

/**
 * What the last letter of a name says, as the United Nations use it: `report-F` is French, and a version of `report`. Of names
 * without a symbol it says so only where the text is in that language: `plan-C` may be the third plan.
 */
export function readLetter(file: string): { language: LanguageCode; name: string } | undefined {
  const [, rest = '', ...found] = letter.exec(withoutEnding(path.basename(file))) ?? []
  const language = letters[found.find((each) => each !== undefined)?.toUpperCase() ?? '']
  return language === undefined ? undefined : { language, name: path.join(path.dirname(file), rest) }
}

/** What the names of the versions of a document share, of a version in this language. */
export function sharedName(file: string, language: LanguageCode): string | undefined {
  const lettered = readLetter(file)
  return readFileName(file).name ?? (lettered?.language === language ? lettered.name : undefined)
}

/** The symbols that a folder is named after: `A_73_761`. */
export function symbolsOfFolder(file: string): string[] {
  return readSymbols(path.basename(path.dirname(path.resolve(file))))
}

/** `A_47_60;S_23329!` to `A/47/60` and `S/23329*`, `CRC-C-88-D-93` to `CRC/C/88/D/93`; none where a part is no symbol. */
function readSymbols(name = ''): string[] {
  const parts = name.replaceAll('!', '*').split(';')
  // A dash may stand in a symbol, too.
  return [/_/g, /[-_]/g].map((mark) => parts.map((part) => part.replace(mark, '/'))).find((symbols) => symbols.every(isSymbol)) ?? []
}
