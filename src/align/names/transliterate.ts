/** Rough Latin sound of words in other scripts, to find names and loans that two languages share. */

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
  і: 'i', ї: 'i', є: 'e', ґ: 'g', ј: 'i', љ: 'l', њ: 'n', ћ: 'ch', ђ: 'd', џ: 'j', ў: 'u'
}

const arabic: Readonly<Record<string, string>> = {
  ا: 'a', ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: 'h', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 'sh', ص: 's', ض: 'd',
  ط: 't', ظ: 'z', ع: 'a', غ: 'g', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'u', ي: 'i', ء: '', ة: '', ى: 'a',
  پ: 'p', چ: 'ch', ژ: 'j', گ: 'g', ک: 'k', ی: 'i', ڤ: 'v'
}

const greek: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p',
  ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'i', φ: 'f', χ: 'h', ψ: 'ps', ω: 'o'
}

/** A folded word in Latin letters; letters without an entry stand as they are. Han stays Han. */
export function transliterate(word: string): string {
  if (!/[^\p{ASCII}\u0080-\u024F]/u.test(word)) return word
  let result = ''
  for (const letter of word) result += cyrillic[letter] ?? arabic[letter] ?? greek[letter] ?? letter
  return result
}

/**
 * The sound of a word in Latin letters with what spelling leaves open folded away: `Scheherazade` and `Шехерезада` come near
 * each other. `c q` become `k`, `ph` `f`, `w` `v`, `y j` `i`, double letters one.
 */
export function soundOf(word: string): string {
  return transliterate(word)
    .replace(/sch|sh|ch|tch/g, 's')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck|[cq]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/z/g, 's')
    .replace(/ts/g, 's')
    .replace(/h/g, '')
    .replace(/(.)\1+/gu, '$1')
}

/** The consonants of a sound, voiced and voiceless folded as far as Arabic leaves them open: the skeleton of a name. */
export function skeletonOf(word: string): string {
  return soundOf(word)
    .replace(/[aeiou]/g, '')
    .replace(/p/g, 'b')
    .replace(/v/g, 'f')
    .replace(/g/g, 'k')
    .replace(/(.)\1+/gu, '$1')
}
