import { codeUnitTable } from './code-unit-table.ts'

/** A number as tables have it: sign, currency, groups, decimals, per cent, brackets, the letter of a note. */
const number = /^[-–−+(]?[$€£]?\d(?:[\d.,\u00A0\u202F]{0,18}\d)?%?\)?[a-z*]?$/

/** What stands where there is no number: a dash, points. */
const nil = /^(?:[-–—−‒―]|\.{2,3}|…)$/

/** Whether a figure begins with a character: most words begin with a letter and are done with that. */
const begins = codeUnitTable((character) => (/[-–—−‒―+(\d$€£.…]/.test(character) ? 1 : 0))

function mayBeFigure(text: string): boolean {
  return text !== '' && begins(text.charCodeAt(0)) === 1
}

/** Whether a word is what the columns of a table of figures hold. */
export function isFigureWord(word: string): boolean {
  return word.length < 24 && mayBeFigure(word) && (number.test(word) || nil.test(word))
}

/** Whether a word goes on with a number whose groups spaces part: `650,0` behind `1`. */
export function isGroupOf(before: string, word: string): boolean {
  return /^\d{1,3}(?: \d{3}){0,3}$/.test(before) && /^\d{3}(?:[.,]\d{1,4})?%?$/.test(word)
}

/** Whether a text is one figure: `85.0`, `1 650,0`, `–`. */
export function isFigure(text: string): boolean {
  if (!mayBeFigure(text)) return false
  if (text.length > 24 || !text.includes(' ')) return isFigureWord(text)
  let before = ''
  for (const word of text.split(' ')) {
    if (before === '' ? !isFigureWord(word) : !isGroupOf(before, word)) return false
    before = before === '' ? word : `${before} ${word}`
  }
  return true
}
