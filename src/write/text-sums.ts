/** The sums that a version of a unit may have been written with, by which an edited text is known. */
import type { LanguageTag } from '../language/tag.ts'
import { textCheck } from '../memory-format/text-check.ts'
import { silent } from '../message/report.ts'
import type { UnitVersion } from '../tree/unit.ts'
import { versionText } from './written-text.ts'

/** With its label in front and without it. */
export function textSums(version: UnitVersion, language: LanguageTag): string[] {
  return (['keep', 'strip'] as const).map((numbering) => textCheck(versionText(version, language, numbering, '', silent)))
}
