import { opensOperative } from '../../grammar/operative.ts'
import { preambularOpenings } from '../../grammar/preamble.ts'
import { endsInConjunction, leavesOpen } from '../../language/function-word.ts'
import { lastWord, longestWord } from '../lines/last-word.ts'
import { endsInComma, endsInMark, endsItem } from '../lines/sentence-end.ts'
import type { Evidence } from './line-pair.ts'

/** Inside a sentence only a name has a capital: behind a comma or a semicolon another word begins a block. */
export const capitalInside: Evidence = ({ previous, next, words, wordsAbove, anew, language }) => {
  const comma = endsInComma(previous.value)
  if ((!comma && !endsItem(previous.value)) || !words.capital || wordsAbove.mostlyCapitals) return undefined
  // `… on Economic,` above `Social and Cultural Rights`, `… Developing Countries,` above `Landlocked Developing`: a name goes on.
  if (comma && nameGoesOn.test(`${previous.value.slice(previous.value.lastIndexOf(' ') + 1)} ${next.value.slice(0, longestWord * 2)}`)) return undefined
  if (!opensOperative(next.value, language) && !preambularOpenings[language].test(next.value) && !anew(next)) return undefined
  return comma ? 'capital-behind-comma' : 'capital-behind-item'
}
const nameGoesOn = /^\p{Lu}\S* \p{Lu}[\p{L}’'-]{0,30},? (?:\p{Ll}{1,3} )?\p{Lu}/u

/** A capital below a line that had room and ends in no mark and in no article: a name would have stood in it. */
export const capitalBelowRoom: Evidence = ({ previous, words, language }, left) => {
  if ((left !== 'word' && left !== 'short') || !words.capital) return undefined
  return endsInMark(previous.value) || leavesOpen(lastWord(previous.value), language) ? undefined : 'capital-below-room'
}

export const letterCase: Evidence = ({ previous, next, words, wordsAbove, parallel, layout, language }) => {
  if (parallel) return 'parallel-clause'
  if (words.small) {
    // In Russian resolutions paragraphs begin with small letters, and so do clauses that are a line each.
    if (language === 'ru' && ',;.:'.includes(previous.value.charAt(previous.value.length - 1))) return 'small-letter-behind-mark'
    return layout.blocks > 0.5 && (language === 'ru' || wordsAbove.small) && endsInConjunction(previous.value, language) ? 'small-letter-behind-mark' : 'small-letter'
  }
  return next.value.startsWith('(') ? 'bracket' : words.capital ? 'capital' : undefined
}

/** A line of words in capitals stands apart from lines that are not: `AND FOR THESE ENDS` between two recitals. */
export const capitals: Evidence = ({ words, wordsAbove }) => {
  if (wordsAbove.inCapitals === words.inCapitals || (wordsAbove.inCapitals ? words : wordsAbove).mostlyCapitals) return undefined
  return wordsAbove.inCapitals ? 'capitals-end' : 'capitals-begin'
}
