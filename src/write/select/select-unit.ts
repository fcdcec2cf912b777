import { inOrder, type LanguageTag } from '../../language/tag.ts'
import { joinSegments } from '../../tree/segments.ts'
import type { DocumentRecord, Unit } from '../../tree/unit.ts'
import { excludeContentsHeading } from './exclude-contents-heading.ts'
import { excludeCountryList } from './exclude-country-list.ts'
import { excludeEmptyText } from './exclude-empty-text.ts'
import { excludeFurniture } from './exclude-furniture.ts'
import { excludeLongText } from './exclude-long-text.ts'
import { excludeLowScore } from './exclude-low-score.ts'
import { excludeNoWords } from './exclude-no-words.ts'
import { excludeOneLanguage } from './exclude-one-language.ts'
import { excludeOtherNumbers } from './exclude-other-numbers.ts'
import { excludeRejected } from './exclude-rejected.ts'
import { excludeUntranslatedCopy } from './exclude-untranslated-copy.ts'
import type { Exclusion, ExclusionRule, Finding, SelectOptions, VersionTexts } from './exclusion.ts'

/** What keeps units out of memories; in this order, because the first rule that finds something gives the reason. */
export const exclusionRules: readonly ExclusionRule[] = [
  excludeRejected,
  // What is no text cannot be judged by the rest.
  excludeEmptyText,
  excludeOneLanguage,
  // The kind of the block explains more than what follows from it: other numbers, low scores.
  excludeFurniture,
  excludeNoWords,
  excludeContentsHeading,
  excludeCountryList,
  excludeLongText,
  excludeUntranslatedCopy,
  excludeOtherNumbers,
  // Last, so that the score is the reason only where there is no better one.
  excludeLowScore
]

/** The rules that apply to every table, because somebody asked for it. */
export const askedRules: readonly ExclusionRule[] = [excludeLowScore]

/** The rules of a memory that is to hold everything: what a person has rejected stays out of any. */
export const keepAllRules: readonly ExclusionRule[] = [excludeRejected, ...askedRules]

/** A unit without the versions that must not enter; `undefined` where fewer than two are left. `excluded` hears of the others. */
export function selectUnit(
  unit: Unit,
  document: DocumentRecord,
  rules: readonly ExclusionRule[],
  options: Readonly<SelectOptions>,
  excluded: (exclusion: Exclusion) => void
): Unit | undefined {
  let selected = unit
  let seen = textsOf(unit)
  for (const { reason, find } of rules) {
    const finding = find(seen, options)
    if (finding === undefined) continue
    const whole = isWhole(finding, seen)
    const languages = whole ? [...seen.texts.keys()] : finding.languages
    const { symbol } = document
    const { id, granularity } = unit
    const where = { ...(symbol === undefined ? {} : { symbol }), unit: id, granularity }
    excluded({ reason, ...where, languages, whole, evidence: finding.evidence })
    if (whole) return undefined
    selected = without(selected, languages)
    seen = textsOf(selected)
  }
  return selected
}

/** Whether fewer than two versions are left. */
function isWhole({ languages }: Finding, { texts }: VersionTexts): boolean {
  return texts.size - languages.length < 2
}

function textsOf(unit: Unit): VersionTexts {
  const texts = new Map<LanguageTag, string>()
  for (const code of inOrder(Object.keys(unit.versions))) {
    const version = unit.versions[code]
    if (version !== undefined) texts.set(code, joinSegments(version.segments, code))
  }
  return { unit, texts }
}

function without(unit: Unit, languages: readonly LanguageTag[]): Unit {
  const keeps = (code: string | undefined): boolean => !languages.some((language) => language === code)
  const versions = Object.fromEntries(Object.entries(unit.versions).filter(([code]) => keeps(code)))
  const { memory } = unit
  if (memory?.variants === undefined) return { ...unit, versions }
  return { ...unit, versions, memory: { ...memory, variants: memory.variants.filter(({ code }) => keeps(code)) } }
}
