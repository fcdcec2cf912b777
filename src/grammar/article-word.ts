import type { LanguageCode } from '../language/code.ts'
import { foldDigits, readHanNumber, readRomanNumber } from '../language/digit.ts'

/** The head of an article or a rule: `Article 5`, `Rule 12. Quorum`, `第二条`. */
export interface ArticleHead {
  kind: 'article' | 'rule'
  ordinal: number
  /** What stands behind the number: a title or the text of the article; empty where it stands alone. */
  rest: string
}

/** One group: the number; the word is in front of it, in Chinese the number stands between two. */
const articles: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^المادة ([\d٠-٩]{1,3}|ال[\u0621-\u064A]{4,9}(?: عشرة)?)(?: مكرر[اة]?(?!\S))?/,
  en: /^(?:Article|ARTICLE|Art\.) (\d{1,3}|[IVXL]{1,7})(?![\p{L}\d])(?: (?:bis|ter|quater)(?!\S))?/u,
  es: /^(?:Artículo|ARTÍCULO|Art\.) (\d{1,3}(?=\.?º)|(?:\d{1,3}|[IVXL]{1,7})(?![\p{L}\d]))(?:\.?º)?(?: (?:bis|ter|quater)(?!\S))?/u,
  fr: /^(?:Article|ARTICLE|Art\.) (premier|PREMIER|1er|\d{1,3}|[IVXL]{1,7})(?![\p{L}\d])(?: (?:bis|ter|quater)(?!\S))?/u,
  ru: /^(?:Статья|СТАТЬЯ|Ст\.) (\d{1,3}|[IVXL]{1,7})(?![\p{L}\d])(?: (?:bis|ter|quater|бис|тер)(?!\S))?/u,
  zh: /^第 ?(\d{1,3}|[〇零一二三四五六七八九十百]{1,7}) ?条(?!规则|例)(?:之[一二三四五六七八九十]{1,2}(?=$|[ \u3000:：]))?/
}

const rules: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^القاعدة ([\d٠-٩]{1,3}|ال[\u0621-\u064A]{4,9}(?: عشرة)?)/,
  en: /^(?:Rule|RULE|Regulation) (\d{1,3})(?![\p{L}\d])/u,
  es: /^(?:Regla|REGLA) (\d{1,3}(?=\.?º)|\d{1,3}(?![\p{L}\d]))(?:\.?º)?/u,
  fr: /^(?:Règle|RÈGLE) (\d{1,3})(?![\p{L}\d])/u,
  ru: /^(?:Правило|ПРАВИЛО) (\d{1,3})(?![\p{L}\d])/u,
  zh: /^(?:规则 ?(\d{1,3}|[〇零一二三四五六七八九十百]{1,7})|第 ?(\d{1,3}|[〇零一二三四五六七八九十百]{1,7}) ?条规则)/
}

/** The letters that heads of articles and rules begin with: most lines begin with another. */
const articleLetters: Readonly<Record<LanguageCode, string>> = { ar: 'ا', en: 'AR', es: 'AR', fr: 'AR', ru: 'СП', zh: '第规' }

/** The letters that headings of chapters begin with. */
const chapterLetters: Readonly<Record<LanguageCode, string>> = { ar: 'ا', en: 'CPSTcpst', es: 'CPSTcpst', fr: 'CDPQSTcdpqst', ru: 'ГРЧгрч', zh: '第' }

/** Arabic ordinals of feminine nouns, hamza folded. */
const arabicOrdinals = 'الاولي الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'.split(' ')

/** A heading of what holds articles: `Chapter II`, `PART THREE`, `第一章`; it ends the article above. */
const chapters: Readonly<Record<LanguageCode, RegExp>> = {
  ar: /^(?:الفصل|الباب|الجزء|القسم) (?:[\d٠-٩]{1,3}|ال[\u0621-\u064A]{3,9})(?= |$|[:.])/,
  en: /^(?:chapter|part|section|title) (?:\d{1,3}|[ivxl]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten)(?= |$|[:.,–—-])/i,
  es: /^(?:capítulo|parte|sección|título) (?:\d{1,3}|[ivxl]{1,7}|primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|sext[oa])(?= |$|[:.,–—-])/i,
  fr: /^(?:chapitre|partie|section|titre) (?:premi(?:er|ère)|\d{1,3}|[ivxl]{1,7})(?= |$|[:.,–—-])|^(?:première|deuxième|troisième|quatrième|cinquième|sixième) partie(?= |$|[:.])/i,
  ru: /^(?:глава|часть|раздел) (?:\d{1,3}|[ivxl]{1,7}|первая|вторая|третья|четвертая|пятая|шестая)(?= |$|[:.,–—-])/i,
  zh: /^第 ?(?:\d{1,3}|[〇零一二三四五六七八九十百]{1,7}) ?(?:章|编|部分|节)(?=$|[ :：\u3000]|[\u4E00-\u9FFF])/
}

/** A capital behind the number begins the text of an article; in Russian `Статья 7 Конвенции`, `Статья 7 Венской конвенции` is one of another treaty. */
const capital = /^º? (?=["“«]?\p{Lu}(?:\p{Ll}| \p{Ll}))/u
const textBegins: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
  en: capital,
  es: capital,
  fr: capital,
  ru: /^ (?=["“«]?\p{Lu}(?:\p{Ll}| \p{Ll}))(?!(?:\p{L}+(?:[ое]го|[ое]й)|Конвенции|Пакта|Устава|Протокола|Договора|Соглашения|Статута|Декларации|Конституции|Хартии|Закона|Кодекса|Правил|Регламента|Положения|Указа|Акта)(?!\p{L}))/u
}

/** The head of an article or a rule that a line begins with; `undefined` where the sentence goes on to say which. */
export function readArticle(line: string, language: LanguageCode): ArticleHead | undefined {
  if (!articleLetters[language].includes(line.charAt(0))) return undefined
  const article = articles[language].exec(line)
  const found = article ?? rules[language].exec(line)
  if (!found) return undefined
  const ordinal = readOrdinal(found[1] ?? found[2] ?? '')
  const behind = line.slice(found[0].length)
  // `Article 5 of the Covenant`, `第五条的规定`: the sentence goes on. `Article 5 The keeper` begins one.
  const cut = found[0].includes('.') ? /^º? (?=["“«]?\p{Lu})/u.exec(behind) : (textBegins[language]?.exec(behind) ?? null)
  const rest = cut ?? (language === 'zh' ? /^(?:$|[ \u3000:：.]{1,3}(?=\S))/.exec(behind) : /^(?:\*{0,2}$| ?[.:–—-]{1,2}(?= |$) ?|\*{0,2}\t{1,3}| {2,9})/.exec(behind))
  if (ordinal === undefined || !rest) return undefined
  return { kind: article ? 'article' : 'rule', ordinal, rest: behind.slice(rest[0].length) }
}

/** Whether a line heads an article or a rule and says nothing else, or only its title. */
export function isArticleHeading(line: string, language: LanguageCode): boolean {
  if (line.length > 120) return false
  const head = readArticle(line, language)
  return head !== undefined && (head.rest === '' || (head.rest.length < 80 && opensTitle.test(head.rest) && !/[.;:,。；：，؛،]$/.test(head.rest)))
}

/** Whether a whole block heads an article, with a title however long: it ends in no mark. */
export function isArticleTitle(block: string, language: LanguageCode): boolean {
  if (block.length > longestTitle) return false
  const head = readArticle(block, language)
  return head !== undefined && (head.rest === '' || (opensTitle.test(head.rest) && !/[.;:,。；：，؛،]$/.test(head.rest)))
}

/** A title begins with a capital, perhaps in quotation marks. */
const opensTitle = /^(?:["“”«„「『][ \u00A0\u202F]?)?[\p{Lu}\p{Lo}]/u

/** Characters of the longest title of an article, its number included. */
const longestTitle = 250

/** Whether a line heads a chapter or another part that holds articles. */
export function isChapterHeading(line: string, language: LanguageCode): boolean {
  return line.length < 120 && chapterLetters[language].includes(line.charAt(0)) && chapters[language].test(line) && !/[.;,。；，؛،]$/.test(line)
}

/**
 * Whether a block may head an article or a chapter with a title that ends in a mark, `Artículo 1. Objeto.`, `Section 2 – Scope.`:
 * a short text of an article looks alike, and only what comes below tells.
 */
export function isPointedTitle(block: string, language: LanguageCode): boolean {
  if (block.length > longestPointed || !'.。:：'.includes(block.charAt(block.length - 1))) return false
  const rest = readArticle(block, language)?.rest ?? readChapterTitle(block, language)
  return rest !== undefined && rest.length > 1 && opensTitle.test(rest) && !/[.!?。！？؟;；؛] ?\S/.test(rest)
}

/** Characters of the longest title with a mark at its end. */
const longestPointed = 120

/** Title of a chapter behind its number; `undefined` where nothing sets it off. */
function readChapterTitle(line: string, language: LanguageCode): string | undefined {
  const found = chapterLetters[language].includes(line.charAt(0)) ? chapters[language].exec(line) : null
  const behind = found ? line.slice(found[0].length) : ''
  const apart = /^ ?[.:：–—-]{1,2} ?/.exec(behind)
  return apart ? behind.slice(apart[0].length) : undefined
}

/** Whether a line heads a chapter and gives its title, too. */
export function isTitledChapter(line: string, language: LanguageCode): boolean {
  return isChapterHeading(line, language) && (chapters[language].exec(line)?.[0] ?? line).length < line.length
}

function readOrdinal(value: string): number | undefined {
  const folded = foldDigits(value).toLowerCase()
  if (/^\d{1,3}$/.test(folded)) return Number(folded)
  if (folded === 'premier' || folded === '1er') return 1
  const roman = readRomanNumber(folded) ?? readHanNumber(folded)
  if (roman !== undefined) return roman
  const [unit = '', ten] = folded.replace(/[أإآ]/g, 'ا').replaceAll('ى', 'ي').replace(/\u0640/g, '').split(' ')
  const index = unit === 'الحادية' ? 0 : arabicOrdinals.indexOf(unit)
  return index < 0 ? undefined : index + 1 + (ten === undefined ? 0 : 10)
}
