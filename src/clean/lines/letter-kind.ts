import { codeUnitTable } from '../../language/code-unit-table.ts'

/** What a UTF-16 code unit is: a small letter, a capital, a letter that is neither, or 0 for what is none, half of a pair among them. */
export const [small, capital, uncased] = [1, 2, 3] as const

/** The kind of a code unit, read from a table: loops over all characters of a text ask it. */
export const letterKind = codeUnitTable((character) => (/\p{Ll}/u.test(character) ? small : /\p{Lu}/u.test(character) ? capital : /\p{L}/u.test(character) ? uncased : 0))
