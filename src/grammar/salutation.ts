import type { LanguageCode } from '../language/code.ts'

/** How a letter or a statement greets: `Excellency,`, `Dear Mr. Abadi:`; in Chinese, how that ends. */
const greetings: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:أصحاب|صاحبة?) (?:السعادة|المعالي|الفخامة)(?: |،|,|$)|^(?:سعادة|معالي|فخامة|السيدة?|سيدي|سيدتي) (?:الرئيسة?|السفيرة?|الأمين(?:ة)? العام(?:ة)?)|^تحية طيبة/,
  en: /^(?:(?:Your )?Excellenc(?:y|ies)|Sirs?|Madams?|Dear [\p{Lu}\p{Ll}]|(?:Mr\.?|Madam|Ms\.?) (?:President|Chair(?:man|person)?|Secretary-General)(?=[,:]))/u,
  es: /^(?:Excelencias?|Excelentísim[oa] [Ss]|(?:Muy )?[Ss]eñor(?:a|es)?(?= [\p{L}]|[,:])|Estimad[oa]s?|Distinguid[oa]s?)/u,
  fr: /^(?:Excellences?|Monsieur|Madame|Messieurs|Mesdames)(?: l[ea] | l[’']|[,:]|$| et )/,
  ru: /^(?:Ваш[еи] Превосходительств[оа]|Уважаем(?:ый|ая|ые)|Многоуважаем(?:ый|ая|ые)|Господин(?:а)? (?:Председатель|Генеральный)|Госпожа Председатель|Дорог(?:ой|ая|ие) )/,
  zh: /(?:先生|女士|阁下|主席|秘书长)(?:阁下)? ?[：:，,]$/
}

/** Characters of such a line at most. */
const longest: Readonly<Record<LanguageCode, number>> = { ar: 60, en: 60, es: 60, fr: 60, ru: 60, zh: 20 }

/** Whether a line is a greeting and nothing else: the letter begins below it, in French and Russian with a small letter. */
export function isSalutation(line: string, language: LanguageCode): boolean {
  return ',،，:：'.includes(line.charAt(line.length - 1)) && line.length <= longest[language] && greetings[language].test(line)
}
