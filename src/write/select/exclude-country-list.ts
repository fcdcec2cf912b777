import { countryName, countryNames } from '../../language/country.ts'
import type { LanguageTag } from '../../language/tag.ts'
import { whole, type ExclusionRule } from './exclusion.ts'

/** What parts the names of a list; the last two may be joined by a word. */
const separator = /[,;،؛、，；]|\s(?:and|et|y|e|и|و)\s|和|及/u

/** Share of the names in a list that must be countries, because ICU does not know the UN's long forms of all. */
const countryShare = 0.6
/** Share of neighbours that must be in order, because the UN orders some names by another word than ICU's. */
const orderedShare = 0.85

/** Lists of countries in alphabetical order, which is another order in each language: what stands beside is no translation. */
export const excludeCountryList: ExclusionRule = {
  reason: 'country-list',
  find(unit, { minCountries }) {
    for (const [language, text] of unit.texts) {
      const items = text.split(separator)
      if (items.length < minCountries) continue
      const names = items.map(countryName).filter((name) => name !== '')
      if (names.length < minCountries) continue
      const known = countryNames(language)
      const countries = names.filter((name) => known.has(name))
      if (countries.length < minCountries || countries.length < names.length * countryShare) continue
      if (isOrdered(countries, language)) return whole(unit, `${countries.length} countries in the order of ${language}`)
    }
    return undefined
  }
}

function isOrdered(names: readonly string[], language: LanguageTag): boolean {
  const collator = new Intl.Collator(language)
  const ordered = names.slice(1).filter((name, index) => collator.compare(names[index] ?? '', name) <= 0).length
  return ordered >= (names.length - 1) * orderedShare
}
