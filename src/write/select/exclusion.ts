/** What does not enter a memory is listed, with the reason. */
import type { LanguageTag } from '../../language/tag.ts'
import type { Unit } from '../../tree/unit.ts'

/** Why a unit, or some of its languages, did not enter a memory. */
export type ExclusionReason =
  | 'contents-heading'
  | 'country-list'
  | 'duplicate'
  | 'furniture'
  | 'no-words'
  | 'numbers-differ'
  | 'one-language'
  | 'rejected'
  | 'score-low'
  | 'target-conflict'
  | 'text-empty'
  | 'text-long'
  | 'untranslated-copy'

/** One line of the list: everything that did not enter is in exactly one, however many formats are written. */
export interface Exclusion {
  reason: ExclusionReason
  /** Symbol of the document, where it has one. */
  symbol?: string
  /** Id of the unit. */
  unit: string
  granularity: Unit['granularity']
  /** The languages that were left out; all of the unit's when the unit was. */
  languages: LanguageTag[]
  /** Whether nothing of the unit is left. */
  whole: boolean
  /** What was seen, for people: the numbers that differ, the score, the other source. */
  evidence: string
}

export interface SelectOptions {
  /** Units below this score stay out, 0 to 1. */
  minScore: number
  /** Whether only the first of the units with the same source stays. */
  dedupe: boolean
  /** Whether everything enters memories that the two options above let pass. */
  keepAll: boolean
  /** Texts over this length in UTF-16 units stay out: no segment is so long, and tools choke on them. */
  maxLength: number
  /** How many countries make a list of countries. Shorter ones stand in running text. */
  minCountries: number
}

export const defaultSelectOptions: Readonly<SelectOptions> = { minScore: 0, dedupe: false, keepAll: false, maxLength: 10_000, minCountries: 6 }

/** What a rule found: the languages that must not enter, and why. */
export interface Finding {
  languages: LanguageTag[]
  evidence: string
}

/** One rule. It sees only versions that the rules before it let pass. */
export interface ExclusionRule {
  reason: ExclusionReason
  find(unit: VersionTexts, options: Readonly<SelectOptions>): Finding | undefined
}

/** A unit with the text of each of its versions, in the order of the table. */
export interface VersionTexts {
  unit: Unit
  texts: ReadonlyMap<LanguageTag, string>
}

/** A finding about the whole unit. */
export function whole({ texts }: VersionTexts, evidence: string): Finding {
  return { languages: [...texts.keys()], evidence }
}
