/** What a unit is in a file of some of its languages. */
import type { LanguageTag } from '../language/tag.ts'
import type { Unit } from './unit.ts'

/** `1-2`: how many segments each language has, in the order of `languages`; 0 for none. */
export function alignType(unit: Unit, languages: readonly LanguageTag[]): string {
  return languages.map((code) => unit.versions[code]?.segments.length ?? 0).join('-')
}

/** The score of a unit in a file of these languages; `undefined` where fewer than two of them have text: there is no pair. */
export function pairScore(unit: Unit, languages: readonly LanguageTag[]): number | undefined {
  return languages.filter((code) => unit.versions[code] !== undefined).length < 2 ? undefined : unit.score
}
