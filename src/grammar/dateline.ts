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

/** What stands in front of a date, and behind it in Chinese, that something is to be done by or holds from. */
const deadlines: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:قبل|بحلول|حتى|من|منذ|في|بعد|اعتبارا من|إلى غاية) /,
  en: /^(?:by|before|as (?:at|of)|from|until|since|after|on|effective) /i,
  es: /^(?:antes del|a partir del|al|desde el|hasta el|para el|después del|el) /i,
  fr: /^(?:avant le|au|d[’']ici (?:le|au)|à (?:compter|partir) du|dès le|depuis le|jusqu[’']au|après le|le) /i,
  ru: /^(?:до|к|с|по|после|начиная с|по состоянию на) /i,
  zh: /^(?:截至|截止|自|从)|(?:之前|以前|前|止|起|之后|后)$/
}

/** Whether a line is a day that something is to be done by or holds from, and nothing more: `By 1 July 2025`, `2025年7月1日前`. */
export function isDeadline(line: string, language: LanguageCode): boolean {
  if (line.length > 50 || !/[\d٠-٩]/.test(line) || !deadlines[language].test(line)) return false
  let rest = line
  for (let shorter = rest.replace(deadlines[language], ''); shorter !== rest; shorter = rest.replace(deadlines[language], '')) rest = shorter
  return isDateAlone(rest, language)
}

/** The first days of a session, in front of the last: `7–`, `31 July–`, `7 a `, `с 7 по `, `2006年8月7日至`. */
const firstDays = /^(?:du |del |с |من )?[0-9٠-٩]{1,2}(?:er|º|°)?(?: (?:de )?\p{L}{3,12}(?:\/\p{L}{3,8})?)?(?: ?[-\u2011–—] ?| to | a | al | au | по | إلى )(?=[0-9٠-٩]{1,2}\P{N})|^\d{4}年\d{1,2}月\d{1,2}日(?:至|[-–—])(?=\d)/u

/** Whether a line is the days of a session and nothing more: `7–25 August 2006`, `31 de julio a 18 de agosto de 2006`. */
export function isDateRange(line: string, language: LanguageCode): boolean {
  if (line.length > 60) return false
  const first = firstDays.exec(line)
  if (!first) return false
  const rest = line.slice(first[0].length)
  return isDateAlone(rest, language) || (language === 'zh' && /^(?:\d{1,2}月)?\d{1,2}日$/.test(rest))
}

/** `30 كانون الأول/ديسمبر 2022`, `30 de diciembre de 2022`. */
const mostWords = 5

function words(line: string): number {
  return line.split(/[ \u00A0]+/).length
}
