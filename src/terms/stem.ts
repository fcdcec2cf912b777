/** Forms of a word as one, with a light hand: what two forms share must be more than their beginning. */
import { foldText } from '../language/fold.ts'
import { stemOf } from '../words/token.ts'

const endings: Readonly<Record<string, RegExp>> = {
  en: /(?:(?<=[^s])s|(?<=ss)es)$/u,
  fr: /(?:e?s|e|x)$/u,
  es: /(?:(?<=[nrldzj])es|s)$/u,
  ru: /(?:ого|его|ому|ему|ыми|ими|ами|ями|иях|ией|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям|ым|им|ых|их|ию|ия|ии|а|я|о|е|ы|и|у|ю|ь)$/u
}

/** Letters that are left of a word at least. */
const least = 3

/** French plurals that change more than their end. */
const inAux = /(?<=\p{L}{2})aux$/u

/** What the forms of a word have in common, folded. */
export function lightStem(word: string, language: string): string {
  const folded = language === 'fr' ? foldText(word).replace(inAux, 'al') : foldText(word)
  if (language === 'ar') return stemOf(folded, 'ar')
  const ending = endings[language]
  const bare = ending ? folded.replace(ending, '') : folded
  return bare.length >= least ? bare : folded
}
