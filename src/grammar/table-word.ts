import type { LanguageCode } from '../language/code.ts'

/** `Table 1`, with or without a title behind it; small letters would refer to a table in mid sentence. */
const captions: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:ال)?جدول (?:رقم )?(?:[\d٠-٩]{1,3}|ال[\u0621-\u064A]{3,8})(?!\S)/,
  en: /^(?:Table|TABLE) (?:\d{1,3}|[IVX]{1,6})(?![\p{L}\d])/u,
  es: /^(?:Cuadro|CUADRO|Tabla|TABLA) (?:\d{1,3}|[IVX]{1,6})(?![\p{L}\d])/u,
  fr: /^(?:Tableau|TABLEAU) (?:\d{1,3}|[IVX]{1,6})(?![\p{L}\d])/u,
  ru: /^(?:Таблица|ТАБЛИЦА) (?:\d{1,3}|[IVX]{1,6})(?![\p{L}\d])/u,
  zh: /^表 ?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?=$|[ :：\u3000.])/
}

/** Whether a line captions a table: `alone` where it says nothing but the number, `titled` where a title stands behind it. */
export function readTableCaption(line: string, language: LanguageCode): 'alone' | 'titled' | undefined {
  if (line.length > 160) return undefined
  const found = captions[language].exec(line)?.[0]
  if (found === undefined) return undefined
  const rest = line.slice(found.length)
  if (/^[:：]?$/.test(rest)) return 'alone'
  // `Table 1 shows …` is a sentence.
  return /^(?:[.:：]? [\p{Lu}\p{Lo}]|[.:：] ?\p{L}| [–—-] )/u.test(rest) && !/[.;,。；，،؛]$/.test(rest) ? 'titled' : undefined
}
