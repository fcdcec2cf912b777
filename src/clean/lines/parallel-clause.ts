import type { Line } from './line.ts'

/**
 * Whether a line in small letters begins with the word that the line above or below it begins with: clauses of one sentence,
 * a line each, as in the preamble of a charter: `to save …`, `to reaffirm …`.
 */
export function isParallelClause({ value }: Line, above: Line, below: Line | undefined): boolean {
  const first = value.charCodeAt(0)
  if (above.value.charCodeAt(0) !== first && below?.value.charCodeAt(0) !== first) return false
  const word = /^\p{Ll}{1,20} /u.exec(value)?.[0]
  return word !== undefined && (below?.value.startsWith(word) === true || above.value.startsWith(word))
}
