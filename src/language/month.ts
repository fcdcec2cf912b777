/** Month names of any language that ICU knows, so that `avril`, `апреля` and `نيسان` are one month. */
import { foldText } from './fold.ts'

const known = new Map<string, ReadonlyMap<string, number>>()

/** Locales beside the plain language whose calendar has other names: Arabic writes `نيسان/أبريل`. */
const furtherLocales: Readonly<Record<string, readonly string[]>> = { ar: ['ar-SY', 'ar-EG', 'ar-MA'] }

/** Folded month names of a language, all grammatical forms that ICU has, to 1 … 12. Empty for a language unknown to ICU. */
export function monthNumbers(language: string): ReadonlyMap<string, number> {
  const cached = known.get(language)
  if (cached) return cached
  const numbers = new Map<string, number>()
  for (const locale of [language, ...(furtherLocales[language] ?? [])]) {
    if (!isKnownLocale(locale)) continue
    for (let month = 1; month <= 12; month++) {
      for (const name of namesOf(locale, month)) if (!/[\p{N}\p{Script=Han}\s]/u.test(name)) numbers.set(name, month)
    }
  }
  known.set(language, numbers)
  return numbers
}

function isKnownLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0
  } catch {
    // A code that is no BCP 47 tag at all has no month names.
    return false
  }
}

function namesOf(locale: string, month: number): string[] {
  const date = new Date(Date.UTC(2000, month - 1, 15))
  const alone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(date)
  const inDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC', calendar: 'gregory' })
    .formatToParts(date)
    .find((part) => part.type === 'month')
  return [alone, inDate?.value ?? alone].map(foldText)
}
