import type { LanguageCode } from '../language/code.ts'

/** The meeting at which a resolution was adopted, a line of its own above the date or with it; extractors set a raised ordinal off, or lose it, and then the date tells. */
const colophons: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^الجلسة (?:العامة )?[\d٠-٩]{1,5}(?: ?\((?:المستأنفة|مستأنفة)\))?(?:[،,]? [\d٠-٩]{1,2} [\u0621-\u064A]{3,10}(?: [\u0621-\u064A]{3,10})?(?:\/[\u0621-\u064A]{3,10})? [\d٠-٩]{4})?$/,
  en: /^(?:\d{1,5} ?(?:st|nd|rd|th) (?:plenary )?meeting(?: ?\((?:resumed|continued)\))?(?:,? \d{1,2} [A-Z][a-z]{2,8} \d{4}\.?)?|\d{1,5} (?:plenary )?meeting,? \d{1,2} [A-Z][a-z]{2,8} \d{4}\.?)$/,
  es: /^(?:\d{1,5}\.? ?[ªa]\.? (?:sesión plenaria|sesión|reunión)(?: ?\((?:continuación|reanudación)\))?(?:,? \d{1,2} de [a-z]{4,10} de \d{4}\.?)?|\d{1,5} (?:sesión plenaria|sesión|reunión),? \d{1,2} de [a-z]{4,10} de \d{4}\.?)$/,
  fr: /^(?:\d{1,5} ?(?:e|ème) (?:séance plénière|séance|réunion)(?: ?\((?:reprise|suite)\))?(?:,? (?:le )?\d{1,2}(?: ?er)? [a-zéû]{3,9} \d{4}\.?)?|\d{1,5} (?:séance plénière|séance|réunion),? (?:le )?\d{1,2}(?: ?er)? [a-zéû]{3,9} \d{4}\.?)$/,
  ru: /^(?:\d{1,5}-е (?:пленарное )?заседание(?: ?\((?:возобновленное|продолжение)\))?,?(?: \d{1,2} [а-я]{3,9} \d{4} года?\.?)?|\d{1,5} (?:пленарное )?заседание,? \d{1,2} [а-я]{3,9} \d{4} года?\.?)$/,
  zh: /^(?:\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?)?第 ?\d{1,5} ?次(?:全体)?会议(?: ?[(（](?:复会|续会|续)[)）])?(?: ?\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)?$/
}

/** What they begin with: most lines begin with something else. */
const firstCharacters: Readonly<Record<LanguageCode, string>> = { ar: 'ا', en: '0123456789', es: '0123456789', fr: '0123456789', ru: '0123456789', zh: '0123456789第' }

/** Whether a line names the meeting at which a resolution was adopted. */
export function isColophon(line: string, language: LanguageCode): boolean {
  return firstCharacters[language].includes(line.charAt(0)) && colophons[language].test(line)
}
