import type { LanguageCode } from '../../language/code.ts'
import { isArticleHeading, isChapterHeading } from '../../grammar/article-word.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import { opensSignature } from '../../grammar/signature-word.ts'
import { readTableCaption } from '../../grammar/table-word.ts'
import type { Line } from '../lines/line.ts'

/** Whether a line cannot be inside a table: a caption, a heading, a numbered paragraph, a signature. */
export function closesTable({ value, label, fields }: Line, language: LanguageCode): boolean {
  // `1.` in front of two columns more counts the rows.
  if (label !== undefined && label.value !== value && fields.length < 3) return true
  if (readTableCaption(value, language) !== undefined || readSectionHeading(value, language) !== undefined) return true
  if (isChapterHeading(value, language) || isArticleHeading(value, language)) return true
  return opensSignature(value, language) || fields.some((field) => opensSignature(field, language))
}

/** `(Thousands of United States dollars)`, below the title of a table. */
export function isTableRemark(value: string): boolean {
  return /^[(（][^()（）]{2,80}[)）]$/.test(value) && /\p{L}{2}/u.test(value)
}
