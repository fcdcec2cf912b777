/** The names of all countries in a language, to be found in lists. */
import { isLanguageCode } from './code.ts'
import { foldText } from './fold.ts'
import { readKnownWords } from './known-file.ts'
import type { LanguageTag } from './tag.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** `Bolivia (Plurinational State of)`. */
const formal = / ?[(（][^()（）]{0,80}[)）]/gu
const article = /^(?:the|la|le|les|el|los|las|l['’])\s*/u

/** An item of a list as names of countries are compared: folded, without an article, what is in brackets, or a full stop. */
export function countryName(item: string): string {
  return foldText(item.replace(formal, '').trim()).replace(article, '').replace(/[.:]$/u, '')
}

const known = new Map<LanguageTag, ReadonlySet<string>>()

/** Names of all countries in a language, as {@link countryName} gives them; read at the first call. */
export function countryNames(language: LanguageTag): ReadonlySet<string> {
  let names = known.get(language)
  if (!names) known.set(language, (names = new Set(readNames(language) ?? icuCountryNames(language))))
  return names
}

/** The names from the file that the build made. */
function readNames(language: LanguageTag): readonly string[] | undefined {
  return isLanguageCode(language) ? readKnownWords(`countries.${language}.words`) : undefined
}

/** The names that ICU has for all codes of two letters. To ask for them takes as long as to align two short versions. */
export function icuCountryNames(language: LanguageTag): string[] {
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const names = letters.flatMap((first) => letters.map((second) => display.of(first + second)))
  return [...new Set(names.flatMap((name) => (name === undefined ? [] : [countryName(name)])))]
}
