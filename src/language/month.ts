/** Month names, so that `avril`, `апреля` and `نيسان` are one month. */
import { isLanguageCode, type LanguageCode } from './code.ts'
import { foldText } from './fold.ts'

/**
 * Month names, January first, as United Nations documents write them; alternatives parted by `|`.
 *
 * Arabic writes both names, `أيار/مايو`; either alone is read too. Chinese months are numbers.
 */
export const monthNames: Readonly<Record<Exclude<LanguageCode, 'zh'>, readonly string[]>> = {
  ar: ['كانون الثاني|يناير', 'شباط|فبراير', 'آذار|مارس', 'نيسان|أبريل|ابريل', 'أيار|مايو', 'حزيران|يونيه|يونيو', 'تموز|يوليه|يوليو', 'آب|أغسطس|اغسطس', 'أيلول|سبتمبر', 'تشرين الأول|أكتوبر|اكتوبر', 'تشرين الثاني|نوفمبر', 'كانون الأول|ديسمبر'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre|setiembre', 'octubre', 'noviembre', 'diciembre'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']
}

/** Further names of one word that calendars of these languages have: the Arabic of the Maghreb, the Russian nominative. */
const furtherNames: Readonly<Partial<Record<LanguageCode, readonly string[]>>> = {
  ar: ['', '', '', '', 'ماي', '', 'يوليوز', 'غشت', 'شتنبر', '', 'نونبر', 'دجنبر'],
  ru: ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь']
}

const known = new Map<string, ReadonlyMap<string, number>>()

/**
 * Folded month names of one word in a language, to 1 … 12: those of the tables for the six, and for any other language that
 * ICU knows, all grammatical forms that it has. To ask ICU takes longer than to read a short document.
 */
export function monthNumbers(language: string): ReadonlyMap<string, number> {
  let numbers = known.get(language)
  if (!numbers) known.set(language, (numbers = isLanguageCode(language) ? numbersOfTables(language) : numbersOfLocale(language)))
  return numbers
}

function numbersOfTables(language: LanguageCode): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const tables = language === 'zh' ? [] : [monthNames[language], furtherNames[language] ?? []]
  for (const names of tables)
    names.forEach((forms, index) => {
      for (const form of forms.split('|')) if (form !== '' && !form.includes(' ')) numbers.set(foldText(form), index + 1)
    })
  return numbers
}

function numbersOfLocale(locale: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  if (!isKnownLocale(locale)) return numbers
  for (let month = 1; month <= 12; month++) {
    for (const name of namesOf(locale, month)) if (!/[\p{N}\p{Script=Han}\s]/u.test(name)) numbers.set(name, month)
  }
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
