import type { LanguageCode } from '../language/code.ts'

/** The meeting at which a resolution was adopted, a line of its own above the date. */
export const colophons: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^الجلسة (?:العامة )?[\d٠-٩]{1,5}$/,
  en: /^\d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting$/,
  es: /^\d{1,5}[ªa]\.? (?:sesión|sesión plenaria|reunión)$/,
  fr: /^\d{1,5}e (?:séance|séance plénière|réunion)$/,
  ru: /^\d{1,5}-е (?:пленарное )?заседание,?$/,
  zh: /^第\d{1,5}次(?:全体)?会议$/
}
