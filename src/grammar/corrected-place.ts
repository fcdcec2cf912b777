/** The paragraphs that a corrigendum speaks of: `Paragraph 12 (b)`, `第12段`. */
import { isLanguageCode, type LanguageCode } from '../language/code.ts'
import { foldDigits } from '../language/digit.ts'
import type { LanguageTag } from '../language/tag.ts'

/** The word for a paragraph, its number and the letter of an item, in small letters. */
const paragraph: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /(?:ال)?فقر(?:ة|تين|تان|ات) (\d{1,4})/gu,
  en: /\bpara(?:graphs?|s?\.) (\d{1,4})(?: ?\(([a-z])\))?/gu,
  es: /\bpárrafos? (\d{1,4})(?: ?([a-z])\))?/gu,
  fr: /\bpar(?:agraphes?|\.) (\d{1,4})(?: ?([a-z])\))?/gu,
  ru: /(?<!\p{L})пункт(?:а|е|у|ом|ы|ах)? (\d{1,4})(?: ?\(?([a-z])\))?/gu,
  zh: /第 ?(\d{1,4}) ?段(?:[(（]([a-z])[)）])?/gu
}

/** An annex: its paragraphs are counted anew, and which annex it is would have to be read, too. */
const annex: Readonly<Record<LanguageCode, RegExp>> = { ar: /مرفق/u, en: /\bannex/u, es: /\banexo/u, fr: /\bannexe/u, ru: /приложени/u, zh: /附件/u }

/** Addresses of the paragraphs that a line of a corrigendum names, such as `12/2` for paragraph 12 (b). */
export function correctedPlaces(text: string, language: LanguageTag): string[] {
  if (!isLanguageCode(language)) return []
  const small = foldDigits(text.replace(/[\u00A0\u202F]/g, ' ')).toLowerCase()
  if (annex[language].test(small)) return []
  return [...small.matchAll(paragraph[language])].map(([, number = '', letter]) => (letter === undefined ? number : `${number}/${letter.charCodeAt(0) - 96}`))
}
