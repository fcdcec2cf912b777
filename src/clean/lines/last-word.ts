import { codeUnitTable } from '../../language/code-unit-table.ts'
import { isCapitalFirst } from './first-letter.ts'

/** The letters and apostrophes that a line ends in; empty where there are none, more than a word of grammar has, or a letter that is a number. */
export function lastWord(value: string): string {
  let start = value.length
  while (start > 0 && value.length - start <= longestWord && inWord(value.charCodeAt(start - 1)) === 1) start--
  return value.length - start > longestWord || isNumbering(value, start) ? '' : value.slice(start)
}

/** Whether a capital is a number, no word: `A` alone on its line, `Chapter 27A`. */
function isNumbering(value: string, start: number): boolean {
  return value.length - start === 1 && isCapitalFirst(value.slice(start)) && (start === 0 || /\d/.test(value.charAt(start - 1)))
}

/** Letters of a word of grammar, at most. */
export const longestWord = 20
const inWord = codeUnitTable((character) => (/[\p{L}’']/u.test(character) ? 1 : 0))
