/** Folding of what spelling varies in: case, accents, vowel signs, compatibility forms. For comparing, never for the text. */

const invisible = /[\u0300-\u036F\u064B-\u065F\u0640\u0670\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g

const letters: Readonly<Record<string, string>> = {
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i'
}

/** Small letters without accents, tatweel, Arabic vowel signs or full-width forms; `أ` is `ا`, `ة` is `ه`. */
export function foldText(text: string): string {
  const small = text.toLowerCase()
  // eslint-disable-next-line no-control-regex -- ASCII is the fast path.
  if (/^[\u0000-\u007F]*$/.test(small)) return small
  return small
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/[أإآٱىةßæœøłđı]/g, (letter) => letters[letter] ?? letter)
}
