import type { LanguageCode } from './code.ts'

/** Words in front of a name, at the end of a line; the name, often an initial, begins the next. */
const honorifics: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /(?<![\u0621-\u0652])(?:و|ل|لل|ب|ال)?(?:سيدة?|دكتورة?|سعادة|معالي|آنسة)$/,
  en: /(?<!\p{L})(?:Mr|Ms|Mrs|Messrs|Dr|Prof|H\.E)\.?$|(?<=\p{L} )(?:Sir|Dame)$/u,
  es: /(?<!\p{L})(?:Sra?|Sre?s|Sras|Srta|Dra?|Prof|Excm[oa])\.$/u,
  fr: /(?<!\p{L})(?:M|MM|Dr|Pr|S\.E\.M)\.$|(?<!\p{L})(?:Mmes?|Mlles?|Dr|Pr)$/u,
  ru: /(?<!\p{L})(?:[Гг][-\u2011](?:н|на|ну|ном|не|жа|жи|же|жу|жой)|[Дд][-\u2011]р(?:а|у|ом|е)?|(?<!\d[ \u00A0]?)[Гг]г\.|[Пп]роф\.)$/u,
  zh: /尊敬的$/
}

/** The characters that they end in: most lines end in another. */
const lastCharacters: Readonly<Record<LanguageCode, string>> = { ar: 'ةدري', en: '.Eefrs', es: '.', fr: '.ers', ru: '.аеимнруй', zh: '的' }

/** Where many words end so: the letters that they begin with, so many characters before the end of the line at most. */
const firstLetters: Readonly<Partial<Record<LanguageCode, RegExp>>> = { en: /[MDPHS]/, es: /[SDPE]/, fr: /[MDPS]/ }
const longest = 7

/** Whether a line ends in a word that a name must follow: `Mr.`, `Sra.`, `г-н`, `السيد`. */
export function endsInHonorific(line: string, language: LanguageCode): boolean {
  if (!lastCharacters[language].includes(line.charAt(line.length - 1)) || firstLetters[language]?.test(line.slice(-longest)) === false) return false
  return honorifics[language].test(line.slice(-16))
}
