/** Names that ICU knows in nearly every language: countries, languages, currencies, days of the week. */
import type { WordPair } from './lexicon.ts'

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
  if (!isKnown(source) || !isKnown(target)) return []
  return [
    ...pairsOf(regionOf, regionCodes, source, target),
    ...pairsOf(languageOf, tongueCodes, source, target),
    ...pairsOf(currencyOf, Intl.supportedValuesOf('currency'), source, target),
    ...weekdayPairs(source, target)
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

function pairsOf(nameOf: NameOf, codes: readonly string[], source: string, target: string): WordPair[] {
  return codes.flatMap((code) => {
    const [left, right] = [nameOf(source, code), nameOf(target, code)]
    return left !== undefined && right !== undefined ? [{ source: [left], target: [right] }] : []
  })
}

function weekdayPairs(source: string, target: string): WordPair[] {
  const name = (language: string, day: number): string =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, 0, 2 + day)))
  return [0, 1, 2, 3, 4, 5, 6].map((day) => ({ source: [name(source, day)], target: [name(target, day)] }))
}
