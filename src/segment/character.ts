/**
 * Kinds of UTF-16 code units, as the sentence scanner tells them apart.
 */
import { codeUnitTable } from '../language/code-unit-table.ts'

/** Codes of the kinds; small integers, so that the table of all code units is a byte each. */
export const Kind = {
  space: 1,
  upper: 2,
  lower: 3,
  /** Letters without case: Arabic, and marks that stand on letters. */
  caseless: 4,
  han: 5,
  digit: 6,
  /** Brackets and quotes that open: `(`, `“`, `«`. */
  open: 7,
  /** Brackets and quotes that close: `)`, `”`, `»`. */
  close: 8,
  /** `"` and `'`, which do either. */
  straight: 9,
  dash: 10,
  terminator: 11,
  /** Invisible: bidi marks and the like. */
  format: 12,
  /** Marks of notes after the stop: `*`, `¹`. */
  note: 13,
  /** `¿` and `¡`. */
  inverted: 14,
  /** Everything else: commas, slashes, signs. */
  other: 15
} as const

export type Kind = (typeof Kind)[keyof typeof Kind]

const terminators = new Set('.?!…。！？؟．｡۔‼⁇⁈⁉')

function findKind(character: string): Kind {
  if (/\s/u.test(character)) return Kind.space
  if (terminators.has(character)) return Kind.terminator
  if (character === '"' || character === "'") return Kind.straight
  if (character === '¿' || character === '¡') return Kind.inverted
  if (/[*†‡¹²³⁰⁴-⁹]/u.test(character)) return Kind.note
  if (/\p{Lu}|\p{Lt}/u.test(character)) return Kind.upper
  if (/\p{Ll}/u.test(character)) return Kind.lower
  if (/\p{Nd}/u.test(character)) return Kind.digit
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return Kind.han
  // First halves of the planes with rarer Chinese characters.
  if (character >= '\uD840' && character <= '\uD8BF') return Kind.han
  if (/[\p{L}\p{M}]/u.test(character)) return Kind.caseless
  if (/[\p{Ps}\p{Pi}]/u.test(character)) return Kind.open
  if (/[\p{Pe}\p{Pf}]/u.test(character)) return Kind.close
  if (/[\p{Pd}•⁃▪●]/u.test(character)) return Kind.dash
  if (/\p{Cf}/u.test(character)) return Kind.format
  return Kind.other
}

const kindOf = codeUnitTable(findKind)

/** Kind of the code unit at `index`; `other` outside the text. */
export function kindAt(text: string, index: number): Kind {
  return index >= 0 && index < text.length ? (kindOf(text.charCodeAt(index)) as Kind) : Kind.other
}

export function isLetter(kind: Kind): boolean {
  return kind >= Kind.upper && kind <= Kind.han
}

/** First index from `index` on that is not white space. */
export function skipSpace(text: string, index: number): number {
  while (index < text.length && kindAt(text, index) === Kind.space) index++
  return index
}

/** The index after the last character before `end` that is not white space, not under `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start && kindAt(text, end - 1) === Kind.space) end--
  return end
}
