/** Names that ICU knows in nearly every language: countries, languages, currencies, days of the week. */
import type { WordPair } from '../../language/lexicon.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** ICU name of a code in a language, or `undefined` where it has none of its own. */
type NameOf = (language: string, code: string) => string | undefined

function namer(type: 'currency' | 'language' | 'region'): NameOf {
  const known = new Map<string, Intl.DisplayNames>()
  return (language, code) => {
    let names = known.get(language)
    if (!names) known.set(language, (names = new Intl.DisplayNames(language, { type, fallback: 'none' })))
    return names.of(code)
  }
}

const regionOf = namer('region')
const languageOf = namer('language')
const currencyOf = namer('currency')

const regionCodes = letters.flatMap((first) => letters.map((second) => first + second))
const tongueCodes = regionCodes.map((code) => code.toLowerCase())

/** The names of countries, languages, currencies and weekdays in two languages, as pairs. Empty where ICU lacks a language. */
export function namePairs(source: string, target: string): WordPair[] {
  const others = nameList(target)
  return nameList(source).flatMap((left, index) => {
    const right = others[index] ?? []
    return left.length > 0 && right.length > 0 ? [{ source: left, target: right }] : []
  })
}

/** The same in one language, in the same order in every one: an empty entry for a name that ICU lacks, none at all for a language. */
export function nameList(language: string): Array<readonly string[]> {
  if (!isKnown(language)) return []
  const named = (nameOf: NameOf, codes: readonly string[]): Array<readonly string[]> =>
    codes.map((code) => {
      const name = nameOf(language, code)
      return name === undefined ? [] : [name]
    })
  return [
    ...named(regionOf, regionCodes),
    ...named(languageOf, tongueCodes),
    ...named(currencyOf, Intl.supportedValuesOf('currency')),
    ...weekdays(language).map((name) => [name])
  ]
}

function isKnown(language: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf(language).length > 0
  } catch {
    // A code that is no BCP 47 tag at all has no names.
    return false
  }
}

function weekdays(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return [0, 1, 2, 3, 4, 5, 6].map((day) => format.format(new Date(Date.UTC(2000, 0, 2 + day))))
}
