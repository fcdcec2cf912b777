import { codeUnitTable } from '../../language/code-unit-table.ts'

/** What a text has of which marks of notes are made, a bit each: one look at it saves a dozen. */
export const [figure, star, raised, inBrackets, besideStroke, behindStop] = [1, 2, 4, 8, 16, 32]
export const [behindWord, beforeMark, beforeArabicMark, beforeHanMark, atEnd] = [64, 128, 256, 512, 1024]

/** What a mark begins with. */
const opens = codeUnitTable((character) => (/\d/.test(character) ? figure : character === '*' ? star : /[¹²³⁰⁴-⁹[]/.test(character) ? raised : 0))

/** What parts a figure from a word in front of it. */
const parts = codeUnitTable((character) => Number(/[\s\d.,:;/(-]/.test(character)))

/** The signs in a text. */
export function signsOf(text: string): number {
  let signs = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    // Most characters are small letters.
    const sign = code >= 0x61 && code <= 0x7a ? 0 : opens(code)
    if (sign === 0) continue
    signs |= sign
    if (sign === figure) signs |= signsBefore(text, index) | signsBehind(text, index + 1)
  }
  return signs
}

/** `(3`, `. 3`, `PM10`, `PM-10`. */
function signsBefore(text: string, at: number): number {
  const last = text.charAt(at - 1)
  if (last === ' ') return at > 1 && '.。'.includes(text.charAt(at - 2)) ? behindStop : 0
  if (last === '(') return inBrackets
  const word = last === '-' ? at - 2 : at - 1
  const own = word >= 0 && parts(text.charCodeAt(word)) === 0 ? behindWord : 0
  return last === '（' ? own | inBrackets : own
}

/** `3/`, `3 /`, `3 ;`, `3؛`, `3，`. */
function signsBehind(text: string, at: number): number {
  if (at === text.length) return atEnd
  const spaced = text.charAt(at) === ' '
  const next = text.charAt(spaced ? at + 1 : at)
  if (next === '') return 0
  if (next === '/') return besideStroke
  if ('،؛'.includes(next)) return beforeArabicMark
  if (spaced) return ',;.:'.includes(next) ? beforeMark : 0
  return '，；。'.includes(next) ? beforeHanMark : 0
}
