import type { LanguageCode } from '../language/code.ts'

/** What cannot stand first on a printed line: it closes or parts what stands in front of it. */
const closing = /^(?:[,;!?\])»”’、。，；：！？）】》」』〉]|[.:](?=\s|$)(?! ?\.))/u
/** Quotation marks and brackets of Arabic lines look either way. */
const closingArabic = /^(?:[،؛؟,;!?]|[.:](?=\s|$)(?! ?\.))/u

/** What cannot stand last on a printed line: it opens what stands behind it. */
const opening = '([{«“‘（【《「『〈'

/**
 * Whether two lines of an extract are one printed line: some extractors end a line where the font changes, and leave
 * `(` at its end or `, held in 2022` at the start of the next, where no typesetter would.
 */
export function isBrokenLine(line: string, next: string, language: LanguageCode): boolean {
  return language === 'ar' ? closingArabic.test(next) : closing.test(next) || (line !== '' && opening.includes(line.charAt(line.length - 1)))
}

/**
 * Whether a line is the rear part of the printed line that the next one begins: pieces of Arabic that are given from left
 * to right come in this order. A single alef comes from a lam-alef that fell apart.
 */
export function isRearPart(line: string): boolean {
  return closingArabic.test(line) || /^(?:[)\]»](?!\w)|[اأإآ]$|\d[\d/.,]*[.،؛]$)/.test(line)
}
