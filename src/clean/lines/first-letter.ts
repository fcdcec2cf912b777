import { codeUnitTable } from '../../language/code-unit-table.ts'

/** What a character is at the beginning of a line: most lines are done with the first. */
const [other, small, capital, mark] = [0, 1, 2, 3] as const

/** Half of a pair may be of a letter: like a mark, it leaves the answer to an expression. */
const classOf = codeUnitTable((character) => (/\p{Ll}/u.test(character) ? small : /\p{Lu}/u.test(character) ? capital : /["“«(]|[\uD800-\uDFFF]/.test(character) ? mark : other))

function firstOf(value: string): number {
  return value === '' ? other : classOf(value.charCodeAt(0))
}

/** Whether a line begins with a small letter. */
export function beginsSmall(value: string): boolean {
  const first = firstOf(value)
  return first === small || (first === mark && /^\p{Ll}/u.test(value))
}

/** Whether a line begins with a small letter, behind a quotation mark or a bracket or not. */
export function beginsSmallInside(value: string): boolean {
  const first = firstOf(value)
  return first === small || (first === mark && /^["“«(]?\p{Ll}/u.test(value))
}

/** Whether a line begins with a capital, behind a quotation mark or not. */
export function beginsCapital(value: string): boolean {
  const first = firstOf(value)
  return first === capital || (first === mark && /^["“«]?\p{Lu}/u.test(value))
}
