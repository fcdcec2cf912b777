/** Names as a glossary has them, and rows of words that are none. */
import { isLanguageCode, type LanguageCode } from '../language/code.ts'

/** What belongs to the sentence between two equals: `la paix et | la | sécurité`, which stands outside of the name in front of the first. */
const inner: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
  es: /(?<= [yeou] )(?:(?:de |a |con |para )?(?:el |las? |los )|del |al |de )/giu,
  fr: /(?<= (?:et|ou) )(?:(?:de |à |par |pour )?(?:la |les? |l['’])|du |des |aux? |d['’]|de )/giu
}
/** A preposition rules what is behind the `and`, too: `Commission de la population et | du | développement`. */
const ruling: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
  es: / (?:de|del|a|al|con|contra|en|entre|para|por|sobre) .* [yeou] /iu,
  fr: / (?:de|du|des|d['’]\p{L}+|à|aux?|avec|contre|en|entre|par|pour|sur) .* (?:et|ou) | d['’].* (?:et|ou) /iu
}

/** A name without the articles and prepositions of its sentence. */
export function citationOf(name: string, language: string): string {
  if (!isLanguageCode(language)) return name
  return ruling[language]?.test(name) === true ? name : name.replace(inner[language] ?? /$^/u, '')
}

/** Two adjectives, the noun of which stands behind them or in front: `social and economic`. */
const adjectives: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
  en: /^\p{L}{2,}(?:al|ic|ive|able|ible|ous) (?:and|or) \p{L}{2,}(?:al|ic|ive|able|ible|ous)$/iu,
  es: /^\p{L}{2,}(?:al|ales|ic[oa]s?|iv[oa]s?|bles?) [yeou] \p{L}{2,}(?:al|ales|ic[oa]s?|iv[oa]s?|bles?)$/iu,
  fr: /^\p{L}{2,}(?:els?|elles?|al|aux|ales?|iques?|ifs?|ives?|ables?) (?:et|ou) \p{L}{2,}(?:els?|elles?|al|aux|ales?|iques?|ifs?|ives?|ables?)$/iu,
  ru: /^\p{L}{2,}(?:н(?:ый|ые|ых|ым|ыми)|ск(?:ий|ие|их|им|ими)|(?:н|ск)(?:ая|ое|ого|ой|ому|ом|ую)) (?:и|или) \p{L}{2,}(?:н(?:ый|ые|ых|ым|ыми)|ск(?:ий|ие|их|им|ими)|(?:н|ск)(?:ая|ое|ого|ой|ому|ом|ую))$/iu
}

export function isPairOfAdjectives(name: string, language: string): boolean {
  return isLanguageCode(language) && adjectives[language]?.test(name) === true
}
