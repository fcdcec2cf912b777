import { findDate } from '../language/date.ts'
import { monthNames } from '../language/month.ts'
import type { LanguageCode } from '../language/code.ts'

/** A place, a comma, a date or a range of days, and nothing more. */
const expressions: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^[\u0621-\u064A ]{2,40}، ?[\d٠-٩]{1,2}.{2,50}[\d٠-٩]{4}$/,
  en: /^[\p{L} .’'-]{2,40}, (?:from )?\d{1,2}\b.{2,50}\d{4}$/u,
  es: /^[\p{L} .’'-]{2,40}, (?:del? )?\d{1,2}\b.{2,50}\d{4}$/u,
  fr: /^[\p{L} .’'-]{2,40}, (?:le |du |les )?\d{1,2}\b.{2,50}\d{4}$/u,
  ru: /^[\p{L} .’'-]{2,40}, \d{1,2}\b.{2,50}\d{4} ?(?:года|годов|г\.)?$/u,
  zh: /^(?:[\d〇零一二三四五六七八九十]{4}年.{2,24}日，[\u4E00-\u9FFF]{2,12}|[\u4E00-\u9FFF]{2,12}，[\d〇零一二三四五六七八九十]{4}年.{2,24}日)$/
}

const monthName: Readonly<Record<Exclude<LanguageCode, 'zh'>, RegExp>> = {
  ar: monthsOf('ar'),
  en: monthsOf('en'),
  es: monthsOf('es'),
  fr: monthsOf('fr'),
  ru: monthsOf('ru')
}

function monthsOf(language: Exclude<LanguageCode, 'zh'>): RegExp {
  return new RegExp(monthNames[language].flatMap((name) => name.split('|')).join('|'), 'i')
}

/** Whether a line is a place and a date: `Minsk, 3 and 4 April 2019`; for Chinese in either order. */
export function isDateline(line: string, language: LanguageCode): boolean {
  if (line.length > 100) return false
  const spaced = line.replaceAll('\u00A0', ' ')
  if (!expressions[language].test(spaced)) return false
  return language === 'zh' ? findDate(spaced, language) !== undefined : monthName[language].test(spaced)
}

/** Whether a line is a date and nothing more. */
export function isDateAlone(line: string, language: LanguageCode): boolean {
  return /^[\d٠-٩〇零一二三四五六七八九十].{0,36}(?:[\d٠-٩]|日|года?|г\.)\.?$/.test(line) && !/[,;:()（）،]/.test(line) && findDate(line, language) !== undefined && words(line) <= mostWords
}

/** `30 كانون الأول/ديسمبر 2022`, `30 de diciembre de 2022`. */
const mostWords = 5

function words(line: string): number {
  return line.split(/[ \u00A0]+/).length
}
