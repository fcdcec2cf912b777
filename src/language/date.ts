import { languageCodes, type LanguageCode } from './code.ts'
import { foldDigits, readHanNumber } from './digit.ts'
import { monthNames } from './month.ts'

const digit = '[0-9٠-٩０-９]'
const alternatives = Object.fromEntries(
  Object.entries(monthNames).map(([code, names]) => [code, names.flatMap((name) => name.split('|')).join('|')])
)

/** One expression a language: day (with a range before it), month, year. */
const expressions: Readonly<Record<LanguageCode, RegExp>> = {
  ar: new RegExp(`(${digit}{1,2}) ?(${alternatives['ar']})(?: ?/ ?(?:${alternatives['ar']}))? ?(${digit}{4})`),
  en: new RegExp(`(${digit}{1,2}) ?(${alternatives['en']}),? ?(${digit}{4})`, 'i'),
  es: new RegExp(`(${digit}{1,2})[º°]? de (${alternatives['es']}) (?:de|del) (${digit}{4})`, 'i'),
  fr: new RegExp(`(${digit}{1,2})(?: ?er)? (${alternatives['fr']}) (${digit}{4})`, 'i'),
  ru: new RegExp(`(${digit}{1,2}) (${alternatives['ru']}) (${digit}{4})`, 'i'),
  zh: new RegExp(`([0-9０-９〇零一二三四五六七八九]{4}) ?年 ?([0-9０-９一二三四五六七八九十]{1,3}) ?月 ?([0-9０-９一二三四五六七八九十]{1,3}) ?日`)
}

/**
 * The first date in a text, ISO 8601, `undefined` where there is none.
 *
 * The language is tried first, then English (mastheads of ru, zh and ar have English dates), then the others.
 */
export function findDate(text: string, language: LanguageCode): string | undefined {
  const spaced = text.replace(/[\s\u00A0]+/g, ' ')
  for (const code of [language, 'en' as const, ...languageCodes]) {
    const date = readDate(expressions[code].exec(spaced), code)
    if (date !== undefined) return date
  }
  return undefined
}

function readDate(found: RegExpExecArray | null, language: LanguageCode): string | undefined {
  if (!found) return undefined
  const [, first = '', second = '', third = ''] = found
  const [year, month, day] =
    language === 'zh'
      ? [readYear(first), readCount(second), readCount(third)]
      : [readCount(third), monthOf(second, language), readCount(first)]
  if (!year || !month || !day || month > 12 || day > 31) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function monthOf(name: string, language: Exclude<LanguageCode, 'zh'>): number {
  const wanted = name.toLowerCase()
  return monthNames[language].findIndex((names) => names.split('|').some((each) => each.toLowerCase() === wanted)) + 1
}

function readCount(value: string): number | undefined {
  const folded = foldDigits(value)
  return /^\d+$/.test(folded) ? Number(folded) : readHanNumber(value)
}

/** `二〇一九` digit by digit, or `2019`. */
function readYear(value: string): number | undefined {
  const folded = foldDigits(value).replace(/[〇零一二三四五六七八九]/g, (han) => String('〇一二三四五六七八九'.indexOf(han.replace('零', '〇'))))
  return /^\d{4}$/.test(folded) ? Number(folded) : undefined
}
