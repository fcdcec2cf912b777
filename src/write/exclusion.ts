/** What does not enter a memory is listed, with the reason. */
import type { LanguageCode } from '../language/code.ts'
import type { Unit } from '../tree/unit.ts'

/** Why a unit, or some of its languages, did not enter a memory. */
export type ExclusionReason =
  | 'contents-heading'
  | 'country-list'
  | 'duplicate'
  | 'numbers-differ'
  | 'one-language'
  | 'score-low'
  | 'target-conflict'
  | 'text-long'
  | 'text-missing'
  | 'untranslated-copy'

export interface Exclusion {
  reason: ExclusionReason
  /** Symbol of the document, where it has one. */
  symbol: string | undefined
  /** Id of the unit. */
  unit: string
  granularity: Unit['granularity']
  /** The languages that were left out, in the order of the table; all of the unit's when the unit was. */
  languages: LanguageCode[]
  /** What was seen, for people: the numbers that differ, the score, the other target. */
  evidence: string
}
