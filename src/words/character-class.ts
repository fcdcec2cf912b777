/** What a character is to the reader of words: asked once a character, answered from a table. */
import { codeUnitTable } from '../language/code-unit-table.ts'
import { foldText } from '../language/fold.ts'

/** Neither part of a word nor a number nor a mark. */
export const gapClass = 1
/** Letter or vowel sign that folding leaves a part of its word. */
export const letterClass = 2
/** Decimal digit of any script. */
export const digitClass = 3
/** Mark that is compared. */
export const markClass = 4
/** Chinese character. */
export const hanClass = 5
/** What can part groups of digits or decimals, and is nothing by itself. */
export const groupClass = 6
/** What folding turns into something else, or joins what stands around it: the text must be folded before it is cut. */
export const oddClass = 7

/** Marks that are compared, to their form in ASCII. */
export const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '?': '?？؟', '!': '!！', ':': ':：', ';': ';；؛', '"': '"«»“”„「」『』《》', '(': '(（', '%': '%％٪', '$': '$＄', '€': '€', '£': '£￡',
    '/': '/', '-': '–—'
  }).flatMap(([mark, written]) => [...written].map((character) => [character, mark] as const))
)

/** Class of a UTF-16 code unit. */
export const classOf = codeUnitTable(classify)

function classify(character: string): number {
  if (/[\uD800-\uDFFF]/.test(character)) return oddClass
  if (marks.has(character)) return markClass
  if (/\p{Nd}/u.test(character)) return digitClass
  if (/[.,'’٫٬ \u00A0\u202F．，＇]/.test(character)) return groupClass
  const folded = foldText(character)
  if (/[\p{L}\p{M}〇]/u.test(character)) {
    if (!/^[\p{L}\p{M}〇]*$/u.test(folded)) return oddClass
    return /\p{Script=Han}/u.test(character) ? hanClass : letterClass
  }
  const parts = [...folded].some((part) => marks.has(part) || /[\p{L}\p{M}\p{Nd}〇]/u.test(part))
  return folded === '' || parts ? oddClass : gapClass
}
