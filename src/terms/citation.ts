/** Names as a glossary has them, and rows of words that are none. */
import { isLanguageCode, type LanguageCode } from '../language/code.ts'
import type { Phrase } from './phrase-table.ts'

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

/** Arabic conjunctions and prepositions that are written together with the article behind them, but for `والد`, `بالغ`. */
const proclitic = /^(?:(?:و|ف)?ب?(?!الد|الغ)ال(?=\p{L}{3})|(?:و|ف)?لل(?=\p{L}{3}))/u

/** A name without the articles and prepositions of its sentence. */
export function citationOf(name: string, language: string): string {
  if (!isLanguageCode(language)) return name
  if (language === 'ar') return name.replace(proclitic, 'ال')
  return ruling[language]?.test(name) === true ? name : name.replace(inner[language] ?? /$^/u, '')
}

/** Endings of the first word of a name, in Russian: of the nominative alone, of it or another case, of other cases alone. */
const [nominative, oblique] = [/^\p{L}+(?:ый|ий|ая|яя|ое|ее|ые|ие|ия|[бвгджзклмнпрстфхцчшщй])$/u, /^\p{L}+(?:ого|его|ому|ему|ой|ей|ых|их|ым|им|ыми|ими|ую|юю|ом|ем|ами|ями|ах|ях|ам|ям|ии|ию|ией|[ую])$/u]

function caseOf(form: string): number {
  const [first = ''] = form.toLowerCase().split(/[ -]/u)
  return oblique.test(first) ? 2 : nominative.test(first) ? 0 : 1
}

/**
 * The form of a phrase to cite: the commonest, in Russian of those that may be in the nominative; of two the shorter one, then in
 * order of code units. A form in capitals alone is a heading's.
 */
export function formOf({ forms }: Pick<Phrase, 'forms'>, language: string): string {
  const isLoud = (form: string): number => Number(form.length > 5 && form === form.toUpperCase() && form !== form.toLowerCase())
  const rank = (form: string): number => (language === 'ru' ? caseOf(form) : 0)
  return [...forms].sort(([a, m], [b, n]) => isLoud(a) - isLoud(b) || rank(a) - rank(b) || n - m || a.length - b.length || (a < b ? -1 : 1))[0]?.[0] ?? ''
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
