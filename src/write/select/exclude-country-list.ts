import type { LanguageTag } from '../../language/tag.ts'
import { foldText } from '../../language/fold.ts'
import { whole, type ExclusionRule } from './exclusion.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** What parts the names of a list; the last two may be joined by a word. */
const separator = /[,;،؛、，；]|\s(?:and|et|y|e|и|و)\s|和|及/u
/** `Bolivia (Plurinational State of)`. */
const formal = / ?[(（][^()（）]{0,80}[)）]/gu
const article = /^(?:the|la|le|les|el|los|las|l['’])\s*/u

/** Share of the names in a list that must be countries, because ICU does not know the UN's long forms of all. */
const countryShare = 0.6
/** Share of neighbours that must be in order, because the UN orders some names by another word than ICU's. */
const orderedShare = 0.85

/** Lists of countries in alphabetical order, which is another order in each language: what stands beside is no translation. */
export const excludeCountryList: ExclusionRule = {
  reason: 'country-list',
  find(unit, { minCountries }) {
    for (const [language, text] of unit.texts) {
      const names = text.split(separator).map(nameOf).filter((name) => name !== '')
      if (names.length < minCountries) continue
      const known = countryNames(language)
      const countries = names.filter((name) => known.has(name))
      if (countries.length < minCountries || countries.length < names.length * countryShare) continue
      if (isOrdered(countries, language)) return whole(unit, `${countries.length} countries in the order of ${language}`)
    }
    return undefined
  }
}

function nameOf(item: string): string {
  return foldText(item.replace(formal, '').trim()).replace(article, '').replace(/[.:]$/u, '')
}

function isOrdered(names: readonly string[], language: LanguageTag): boolean {
  const collator = new Intl.Collator(language)
  const ordered = names.slice(1).filter((name, index) => collator.compare(names[index] ?? '', name) <= 0).length
  return ordered >= (names.length - 1) * orderedShare
}

const known = new Map<LanguageTag, ReadonlySet<string>>()

/** Names of all countries in a language, folded. */
function countryNames(language: LanguageTag): ReadonlySet<string> {
  const cached = known.get(language)
  if (cached !== undefined) return cached
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const names = new Set(
    letters.flatMap((first) =>
      letters.flatMap((second) => {
        const name = display.of(first + second)
        return name === undefined ? [] : [nameOf(name)]
      })
    )
  )
  known.set(language, names)
  return names
}
