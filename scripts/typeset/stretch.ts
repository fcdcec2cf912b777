/**
 * Makes text ready for justified lines: soft hyphens in long words, tatweel in some Arabic ones.
 *
 * Which Arabic words is decided by a hash of the word and its place, so that every run makes the same page.
 */
import type { LanguageCode } from '../../src/language/code.ts'

const vowels: Readonly<Partial<Record<LanguageCode, string>>> = {
  en: 'aeiouy',
  es: 'aeiouáéíóúü',
  fr: 'aeiouyàâéèêëîïôûù',
  ru: 'аеёиоуыэюя'
}

/** Arabic letters that join on both sides, and those that at least join to what is before them. */
const dual = 'بتثجحخسشصضطظعغفقكمنهيئ'
const joining = `${dual}ةدذرزوىا`

/** A text with the means to stretch its lines. */
export function stretch(text: string, language: LanguageCode): string {
  const set = vowels[language]
  if (set !== undefined) return text.replace(/\p{L}+/gu, (word) => addSoftHyphens(word, set))
  if (language !== 'ar') return text
  let place = 0
  return text.replace(/\p{L}+/gu, (word) => addTatweel(word, hash(word, ++place)))
}

function hash(word: string, place: number): number {
  let value = place * 7919
  for (let i = 0; i < word.length; i++) value = (Math.imul(value, 31) + word.charCodeAt(i)) >>> 0
  return value
}

/** A long word may be broken, before a consonant with a vowel behind it. */
function addSoftHyphens(word: string, set: string): string {
  if (word.length < 6) return word
  const isVowel = (i: number): boolean => set.includes((word[i] ?? '').toLowerCase())
  let out = ''
  for (let i = 0; i < word.length; i++) {
    const open = isVowel(i - 1) || (isVowel(i - 2) && !isVowel(i - 1))
    if (i >= 2 && i <= word.length - 3 && open && !isVowel(i) && isVowel(i + 1)) out += '\u00AD'
    out += word[i] ?? ''
  }
  return out
}

/** One word in nine gets one or two tatweels behind a letter that joins on both sides, never inside lam-alef. */
function addTatweel(word: string, value: number): string {
  if (word.length < 5 || value % 9 !== 0) return word
  for (let i = word.length - 3; i > 0; i--)
    if (dual.includes(word[i] ?? '') && joining.includes(word[i + 1] ?? ''))
      return word.slice(0, i + 1) + (value % 2 === 0 ? '\u0640' : '\u0640\u0640') + word.slice(i + 1)
  return word
}
