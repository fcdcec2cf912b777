import { languages, type LanguageCode } from '../../language/code.ts'
import { capital, letterKind, small } from './letter-kind.ts'

/** Whether an expression tells what a line that begins with no letter begins with: behind a mark, or with half of a pair, which may be of a letter. */
function mayHide(value: string): boolean {
  const first = value.charCodeAt(0)
  return '"“«('.includes(value.charAt(0)) || (first >= 0xd800 && first <= 0xdfff)
}

/** Whether a line begins with a small letter. */
export function beginsSmall(value: string): boolean {
  const first = letterKind(value.charCodeAt(0))
  return first === small || (first === 0 && mayHide(value) && /^\p{Ll}/u.test(value))
}

/** Whether a line begins with a small letter of a script that has capitals: what stands above it goes on. */
export function goesOnSmall(value: string, language: LanguageCode): boolean {
  return languages[language].cased && beginsSmall(value)
}

/** Whether a line begins with a small letter, behind a quotation mark or a bracket or not. */
export function beginsSmallInside(value: string): boolean {
  const first = letterKind(value.charCodeAt(0))
  return first === small || (first === 0 && mayHide(value) && /^["“«(]?\p{Ll}/u.test(value))
}

/** Whether the first character of a line is a capital. */
export function isCapitalFirst(value: string): boolean {
  const first = letterKind(value.charCodeAt(0))
  return first === capital || (first === 0 && mayHide(value) && /^\p{Lu}/u.test(value))
}

/** Whether a line begins with a capital, behind a quotation mark or not. */
export function beginsCapital(value: string): boolean {
  const first = letterKind(value.charCodeAt(0))
  return first === capital || (first === 0 && mayHide(value) && /^["“«]?\p{Lu}/u.test(value))
}
