import { codeUnitTable } from '../../language/code-unit-table.ts'
import type { LanguageCode } from '../../language/code.ts'
import { isDesignator, isNumberAbbreviation } from '../../language/figure-word.ts'

/** Marks that end a sentence in any of the six languages, and what may stand behind them: `”…“` in Arabic, `„…“` in Russian. */
const sentenceEnd = /[.!?…。！？؟](?:[ \u00A0]?[)\]）」』“”’"'»])*(?:\d{1,2}|\*{1,3}|[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\]|[(（]\d{1,3}[)）])?$/
/** The mark of a later note: `status.108`; `2.108` is a figure. */
const sentenceAndMark = /[^\s\d.][.!?。！？؟][)\]）」』”’"»]?\d{3}$/
/** A mark that an extractor set off: `status. 11`; one in brackets is set off by who wrote it. */
const sentenceAndSpacedMark = /(?<![\p{L}.’'])([\p{L}\u0640.°º]{1,24})[.!?。！？؟][)\]）」』”’"»]?[ \u00A0](?:\d{1,3}|[(（]\d{1,3}[)）])$/u

/** Marks that end an item or open a list. */
const clauseEnd = /[;:；：؛](?:\d{1,2}|\*{1,3}|[¹²³⁰⁴-⁹]{1,3})?$/

/** What the last character of a line can be part of, or by itself is, a bit each; most lines end in a letter or a mark and are done with that. */
const [sentence, clause, mark, hyphen, comma, fullStop, semicolon, colon, digit, bracket] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
const endings: ReadonlyArray<readonly [characters: string, ending: number]> = [
  ['.!?…。！？؟)]）」』“”’"\'»0123456789*¹²³⁰⁴⁵⁶⁷⁸⁹', sentence],
  [';:；：؛0123456789*¹²³⁰⁴⁵⁶⁷⁸⁹', clause],
  ['.;:,!?。；：，؛،', mark],
  ['-\u2010\u00AD\uFFFE', hyphen],
  [',，،、0123456789¹²³⁰⁴⁵⁶⁷⁸⁹', comma],
  ['.!?…。！？؟', fullStop],
  [';；؛', semicolon],
  [':：', colon],
  ['0123456789', digit],
  [')）', bracket]
]
const endingsOf = codeUnitTable((character) => endings.reduce((all, [characters, ending]) => (characters.includes(character) ? all | ending : all), 0))

function canEnd(value: string, ending: number): boolean {
  return (endingOf(value) & ending) !== 0
}

function endingOf(value: string): number {
  return value === '' ? 0 : endingsOf(value.charCodeAt(value.length - 1))
}

/** Whether a line ends with the end of a sentence; a note reference behind it does not count. */
export function endsSentence(value: string): boolean {
  const ending = endingOf(value)
  if ((ending & fullStop) !== 0) return true
  return (ending & sentence) !== 0 && (sentenceEnd.test(value.slice(-12)) || sentenceAndMark.test(value.slice(-6))) && !endsInSymbol(value)
}

/** Whether a line ends with the end of a sentence and the mark of a note behind a space; `No. 11` is a number. */
export function endsInSpacedMark(value: string, language: LanguageCode): boolean {
  if (!canEnd(value, digit | bracket)) return false
  const word = sentenceAndSpacedMark.exec(value.slice(-32))?.[1]
  return word !== undefined && !isNumberAbbreviation(word, language) && !isDesignator(word, language)
}

/** Whether a line ends in a word that a number stands behind: `resolution`, `annex`, `para.`. */
export function endsInDesignator(value: string, language: LanguageCode): boolean {
  const word = /(?:^|[ (])(\p{L}{1,16})(\.?)$/u.exec(value.slice(-20))
  if (!word?.[1]) return false
  return word[2] ? word[1].length < 6 && /^\p{Ll}/u.test(word[1]) && isNumberAbbreviation(word[1], language) : isDesignator(word[1], language)
}

/** `decision 3/CMA.3`, `FCCC/CP/2015/10/Add.1`: the point belongs to the number of a document. */
export function endsInSymbol(value: string): boolean {
  return canEnd(value, digit) && /\d\/(?:[A-Z]{2,6}|Add|Corr|Rev|Amend|L)\.\d{1,3}$/.test(value.slice(-16))
}

/** Whether a line ends with a semicolon or a colon. */
export function endsClause(value: string): boolean {
  const ending = endingOf(value)
  return (ending & (semicolon | colon)) !== 0 || ((ending & clause) !== 0 && clauseEnd.test(value.slice(-6)))
}

/** Whether a line ends with a semicolon, as items do. */
export function endsItem(value: string): boolean {
  const ending = endingOf(value)
  return (ending & semicolon) !== 0 || ((ending & clause) !== 0 && /[;；؛](?:\d{1,2}|\*{1,3})$/.test(value.slice(-6)))
}

/** Whether a line ends in a comma; a note reference behind it does not count, and a figure, `14,0`, has none. */
export function endsInComma(value: string): boolean {
  return canEnd(value, comma) && /[,，،、](?:\d{0,2}|[¹²³⁰⁴-⁹]{1,2})$/.test(value.slice(-3)) && /\p{L}/u.test(value)
}

/** Whether a line ends in any mark: titles, headings and names do not. */
export function endsInMark(value: string): boolean {
  return canEnd(value, mark)
}

/** Whether a line ends in a colon: what it announces stands below. */
export function endsInColon(value: string): boolean {
  return canEnd(value, colon)
}

/** Whether a line ends in a hyphen, soft or not, or in what extractors give for one. */
export function endsInHyphen(value: string): boolean {
  return canEnd(value, hyphen)
}
