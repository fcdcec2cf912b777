/**
 * Text as it is written to every format but JSONL, which keeps units as they are.
 *
 * One line, no edge space, no control character, no soft hyphen, NFC: OmegaT drops a whole file for one U+000B, and
 * exact matches fail over the others. Apostrophes, no-break spaces and quotation marks stay as the document has them.
 */
import { type LanguageTag, traitsOf } from '../language/tag.ts'
import type { Report } from '../message/report.ts'
import { codePoint } from '../tree/code-point.ts'
import { joinSegments } from '../tree/segments.ts'
import type { UnitVersion } from '../tree/unit.ts'

/** Characters that break a line or a table cell: they become spaces. U+000B and U+000C among them. */
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
const illegal = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu
const invisible = /[\u00AD\uFEFF]/gu
const spaces = / {2,}/gu
/** A character that NFC may change, alone or with another, or that is not of the commonest; texts in Latin and Cyrillic letters have none. */
const uncomposed = /[^ -~\u00A0-\u00AC\u00AE-\u02FF\u0400-\u0482\u2010-\u2027\u2030-\u205E]/
/** A character that one of the above may take: most texts have none, and one look is faster than three. */
const unwritten = /[^ -~\u00A0-\u00AC\u00AE-\u2027\u202A-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD]/

/** `text` on one line and free of what no format can carry; `id` says in messages where it stands. */
export function writtenText(text: string, id: string, report: Report): string {
  if (!uncomposed.test(text)) return text.trim()
  if (!unwritten.test(text)) return text.normalize('NFC').trim()
  const unbroken = text.replace(lineBreaks, ' ')
  const oneLine = unbroken === text ? text : unbroken.replace(spaces, ' ')
  const legal = oneLine.replace(illegal, (character) => {
    report('write:text-illegal', undefined, { actual: codePoint(character.codePointAt(0) ?? 0), id })
    return ''
  })
  return legal.replace(invisible, '').normalize('NFC').trim()
}

/** One language of a unit as one text, with its label in front where `numbering` keeps it. */
export function versionText(
  version: UnitVersion,
  language: LanguageTag,
  numbering: 'keep' | 'strip',
  id: string,
  report: Report
): string {
  const text = writtenText(joinSegments(version.segments, language), id, report)
  return numbering === 'keep' ? labelBefore(version, language, id, report) + text : text
}

/** The label of a version with the space after it; empty where there is none. */
export function labelBefore(version: UnitVersion, language: LanguageTag, id: string, report: Report): string {
  // A memory may have anything for a label, line breaks among it.
  const label = writtenText(version.label ?? '', id, report)
  if (label === '') return ''
  return label + (traitsOf(language).spaced || /[.)\p{L}\p{N}]$/u.test(label) ? ' ' : '')
}
