import { codeUnitTable } from '../language/code-unit-table.ts'
import { languageCodes, type LanguageCode } from '../language/code.ts'
import { foldDigits, readHanNumber, readRomanNumber } from '../language/digit.ts'
import { foldLookAlikes } from '../language/look-alike.ts'
import { arabicChapters } from './label.ts'

/** What has words of its own here; articles have `article-word.ts`. */
type AnnexKind = 'annex' | 'appendix' | 'enclosure'

/** Words that head a part with a numbering of its own; capitals and brackets are folded before. */
export const sectionWords: Readonly<Record<LanguageCode, Readonly<Record<AnnexKind, readonly string[]>>>> = {
  ar: { annex: ['المرفق', 'مرفق'], appendix: ['التذييل', 'تذييل'], enclosure: ['الضميمة', 'ضميمة'] },
  en: { annex: ['annex'], appendix: ['appendix'], enclosure: ['enclosure'] },
  es: { annex: ['anexo'], appendix: ['apéndice'], enclosure: ['documento adjunto', 'adjunto'] },
  fr: { annex: ['annexe'], appendix: ['appendice'], enclosure: ['pièce jointe'] },
  ru: { annex: ['приложение'], appendix: ['дополнение', 'добавление'], enclosure: ['вложение', 'документ'] },
  zh: { annex: ['附件'], appendix: ['附录'], enclosure: ['附文'] }
}

/** Words that are the name of a part with a number behind them or in brackets; alone they head a list of documents. */
const numberedOnly: ReadonlySet<string> = new Set(['документ'])

/** Languages whose one word for an appendix is also that for what is enclosed with a letter. */
export const enclosesAppendices: ReadonlySet<LanguageCode> = new Set(['es', 'ru'])

/** What joins the word to what it is annexed to: `Annex to the letter dated …`. */
const connectors: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^ (?:ال)?(?:رسالة|رسالتين|الرسالتين|مذكرة|تقرير|قرار|المذكرة|الموجهة|بالرسالة)/,
  en: /^ to (?:the |document )/,
  es: /^ (?:de (?:la|las|el)|del|a la|a las|al) /,
  fr: /^ (?:à (?:la|l[’'])|aux|au|de la|de l[’']|des|du) ?/,
  ru: /^ к \p{Ll}/u,
  zh: /^(?!)/
}

/** Chinese puts the word behind: `1999年7月6日…的信的附件`. */
const chineseAnnex = /(?:信|函|照会|报告|决议)(?:的)?附件$/

/** Whether a line ends a Chinese heading of an annex: what comes below is another. */
export function endsAnnex(line: string, language: LanguageCode): boolean {
  return language === 'zh' && chineseAnnex.test(line)
}

/** A heading such as `Annex II`. */
export interface SectionHeading {
  kind: AnnexKind
  /** Number of the annex where it has one. */
  ordinal?: number
  /** Whether it goes on to say what it is annexed to, perhaps over several lines. */
  long?: true
}

const arabicOrdinals = ['الاول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر']

const index = new Map<LanguageCode, ReadonlyArray<readonly [word: string, kind: SectionHeading['kind']]>>()
for (const [code, kinds] of Object.entries(sectionWords))
  index.set(
    code as LanguageCode,
    Object.entries(kinds).flatMap(([kind, words]) => words.map((word) => [word, kind as AnnexKind] as const))
  )

/** The letters that such headings begin with, capitals where there are any: `annex` in small letters stands in mid sentence. */
const firstLetters = Object.fromEntries(
  [...index].map(([code, words]) => [code, new RegExp(`^[[（(]?\\s*[${words.map(([[letter = '']]) => letter.toUpperCase()).join('')}]`)])
) as Readonly<Record<LanguageCode, RegExp>>

/** For each character the languages in which such a heading may begin with it, a bit each: most lines are done with that. */
const openersOf = codeUnitTable((character) => languageCodes.reduce((bits, code, place) => (/[[（(\s]/.test(character) || firstLetters[code].test(character) ? bits | (1 << place) : bits), 0))
const places = Object.fromEntries(languageCodes.map((code, place) => [code, 1 << place])) as Readonly<Record<LanguageCode, number>>

/** Reads a line that heads an annex and says nothing else: `Annex`, `[Annex]`, `Annexe II`, `附件一`, `المرفق الأول`. */
export function readSectionHeading(line: string, language: LanguageCode): SectionHeading | undefined {
  if (line.length > 600) return undefined
  if (language === 'zh' && line.length < 120 && line.endsWith('附件') && chineseAnnex.test(line)) return { kind: 'annex', long: true }
  if (line === '' || (openersOf(line.charCodeAt(0)) & places[language]) === 0 || !firstLetters[language].test(line)) return undefined
  const bare = line.replace(/^[[（(]/, '').replace(/[\])）*]{1,4}$/, '').trim().toLowerCase()
  for (const [word, kind] of index.get(language) ?? []) {
    if (!bare.startsWith(word)) continue
    const rest = bare.slice(word.length)
    if (rest === '') return numberedOnly.has(word) && !/^[[（(]/.test(line) ? undefined : { kind }
    if (connectors[language].test(rest) && !/[.;]$/.test(rest)) return { kind, long: true }
    if (line.length > 40 || (language !== 'zh' && !/^[\s\u00A0]/.test(rest))) continue
    const ordinal = readSectionOrdinal(rest.trim())
    if (ordinal !== undefined) return { kind, ordinal }
  }
  return undefined
}

/** Number of a part from the letter that stands alone on its line: `A`, Cyrillic `А`, `ألف`. */
export function readPartLetter(line: string, language: LanguageCode): number | undefined {
  if (line.length > 3) return undefined
  if (language === 'ar') {
    const index = ['ألف', 'باء', 'جيم', 'دال', 'هاء'].indexOf(line)
    return index < 0 ? undefined : index + 1
  }
  if (line.length > 1) return undefined
  const letter = foldLookAlikes(line)
  return /^[A-H]$/.test(letter) ? letter.charCodeAt(0) - 64 : undefined
}

/** Whether a line is the number of a part of a resolution, alone: `II`, `二`, `ثانيا`. */
export function isPartNumber(line: string, language: LanguageCode): boolean {
  if (line.length > 6) return false
  if (language === 'ar') return arabicChapters.includes(line.replace(/[أإآ]/g, 'ا').replace(/[\u0640\u064B]/g, ''))
  if (language === 'zh') return /^[一二三四五六七八九十]{1,3}$/.test(line)
  return /^[IVXІХ]{1,6}$/.test(line) && readRomanNumber(foldLookAlikes(line).toLowerCase()) !== undefined
}

function readSectionOrdinal(value: string): number | undefined {
  const folded = foldDigits(value)
  if (/^\d{1,3}$/.test(folded)) return Number(folded)
  if (/^[a-z]$/.test(folded)) return readRomanNumber(folded) ?? folded.charCodeAt(0) - 96
  const arabic = arabicOrdinals.indexOf(folded.replace(/[أإآ]/g, 'ا').replace(/\u0640/g, ''))
  return readRomanNumber(folded) ?? readHanNumber(folded) ?? (arabic < 0 ? undefined : arabic + 1)
}
