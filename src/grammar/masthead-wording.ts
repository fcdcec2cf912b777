import type { LanguageCode } from '../language/code.ts'
import { isDateAlone } from './dateline.ts'

/** What the lines of a masthead begin with or are. Russian, Chinese and Arabic versions carry the English block. */
export interface MastheadWording {
  /** The organization and its organs, spaces and tatweel folded away, small letters. */
  organs: readonly string[]
  /** `Distr.: General`, one group: the distribution. */
  distribution: RegExp
  /** `Original: English`, one group: the language. */
  original: RegExp
  session: RegExp
  agenda: RegExp
  /** Lines of the masthead of a record of a meeting: its series, number and time, place, who presided. */
  record: RegExp
  /** `President:`, with or without the name of who presided. */
  presiding: RegExp
}

const english: MastheadWording = {
  organs: [
    'united nations', 'general assembly', 'security council', 'economic and social council', 'conference on disarmament',
    'human rights council', 'trusteeship council', 'commission on human rights', 'secretariat', 'first committee',
    'second committee', 'third committee', 'fourth committee', 'fifth committee', 'sixth committee'
  ],
  distribution: /^distr\.? ?:? ?(general|limited|restricted\*?)?$/i,
  original: /^original\s?:\s?([a-z]+)(?: (?:only|and) ?[a-z]*)?$/i,
  session: /^(?:resumed )?(?:[a-z]+(?:[-\u2011][a-z]+)?|\d+(?:st|nd|rd|th)) (?:special |emergency special |resumed |annual |regular )?(?:session|year)\b/i,
  agenda: /^(?:provisional )?(?:agenda )?items? \d/i,
  record: /^(?:official records$|\d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting\b|(?:new york|geneva|vienna|nairobi)$|(?:acting )?(?:president|chair|chairman|chairperson)\s?:|(?:mon|tues|wednes|thurs|fri|satur|sun)day, .{4,60}$)/i,
  presiding: /^(?:acting )?(?:president|chair(?:man|woman|person)?|co-chairs?)\s?:/i
}

/** The table of the six. */
export const mastheadWordings: Readonly<Record<LanguageCode, MastheadWording>> = {
  ar: {
    organs: ['الأمم المتحدة', 'الجمعية العامة', 'مجلس الأمن', 'المجلس الاقتصادي والاجتماعي', 'مؤتمر نزع السلاح', 'مجلس حقوق الإنسان', 'الأمانة العامة'],
    distribution: /^(?:distr\.? ?:? ?(general|limited|restricted\*?)?|التوزيع\s?:\s?(.{2,12}))$/i,
    original: /^(?:original\s?:\s?([a-z]+)|الأصل\s?:\s?(?:ب?ال)?([\u0621-\u064A]+))$/i,
    session: /^(?:الدورة [\u0621-\u064A ]{3,40}|السنة [\u0621-\u064A ]{3,30}$)/,
    agenda: /^(?:البند|البندان|البنود) \S/,
    record: /^(?:الوثائق الرسمية$|الجلسة (?:العامة )?[\d٠-٩]{1,5}|(?:نيويورك|جنيف|فيينا|نيروبي)$|الرئيسة?\s?:|(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)،)/,
    presiding: /^(?:الرئيسة?|الرئيسان)(?: بالنيابة)?\s?:/
  },
  en: english,
  es: {
    organs: ['naciones unidas', 'asamblea general', 'consejo de seguridad', 'consejo económico y social', 'conferencia de desarme', 'consejo de derechos humanos', 'secretaría'],
    distribution: /^distr\.? ?:? ?(general|limitada|reservada\*?)?$/i,
    original: /^original\s?:\s?([a-zñáéíóú]+)$/i,
    session: /^(?:[a-záéíóúñ]+ ){0,3}per[ií]odo (?:extraordinario )?de sesiones|^\d+º per[ií]odo de sesiones|^[a-záéíóúñ]+ (?:[a-záéíóúñ]+ )?año$/i,
    agenda: /^temas? \d.{0,30}(?:del programa|de la agenda|de la lista preliminar)/i,
    record: /^(?:documentos oficiales$|\d{1,5}[ªa]\.? (?:sesión|reunión)|(?:nueva york|ginebra|viena|nairobi)$|president[ea]\s?:|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? .{4,60}$)/i,
    presiding: /^president[ea](?: interin[oa])?\s?:/i
  },
  fr: {
    organs: ['nations unies', 'assemblée générale', 'conseil de sécurité', 'conseil économique et social', 'conférence du désarmement', 'conseil des droits de l’homme', 'secrétariat'],
    distribution: /^distr\.? ?:? ?(g[ée]n[ée]rale|limit[ée]e|restreinte\*?)?$/i,
    original: /^original\s?:\s?([a-zçéèêà]+)$/i,
    session: /^(?:[a-zéèûîç]+(?:[-\u2011][a-zéèûîç]+){0,4}|\d+e) (?:session|année)\b/i,
    agenda: /^points? \d.{0,40}(?:de l[’']ordre du jour|de la liste préliminaire)/i,
    record: /^(?:documents officiels$|\d{1,5}e séance|(?:new york|genève|vienne|nairobi)$|présidente?\s?:|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) .{4,60}$)/i,
    presiding: /^présidente?(?: par intérim)?\s?:/i
  },
  ru: {
    organs: ['организация объединенных наций', 'генеральная ассамблея', 'совет безопасности', 'экономический и социальный совет', 'конференция по разоружению', 'совет по правам человека', 'секретариат'],
    distribution: /^distr\.? ?:? ?(general|limited|restricted\*?)?$/i,
    original: /^(?:original|язык оригинала|оригинал)\s?:\s?([a-zа-я]+)$/i,
    session: /^(?:[а-я]+ ){1,3}(?:специальная )?(?:сессия|год)/i,
    agenda: /^пункты? \d.{0,40}(?:повестки дня|перечня)/i,
    record: /^(?:официальные отчеты$|\d{1,5}-е (?:пленарное )?заседание|(?:нью-йорк|женева|вена|найроби)$|председатель\s?:|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье), .{4,60}$)/i,
    presiding: /^(?:исполняющ(?:ий|ая) обязанности )?председател[ья]\s?:/i
  },
  zh: {
    organs: ['联合国', '大会', '安全理事会', '经济及社会理事会', '裁军谈判会议', '人权理事会', '秘书处'],
    distribution: /^distr\.? ?:? ?(general|limited|restricted\*?)?$/i,
    original: /^(?:original|原文)\s?[:：]\s?([a-z\u4E00-\u9FFF]+)$/i,
    session: /^第[〇零一二三四五六七八九十百0-9]{1,6}(?:届(?:特别)?会议|年$)/,
    agenda: /^(?:(?:临时)?议程|(?:暂定|初步)?项目表)\*{0,3}项目 ?\d/,
    record: /^(?:正式记录$|第\d{1,5}次(?:全体)?会议|(?:纽约|日内瓦|维也纳|内罗毕)$|(?:代理)?主席[：:]|.{0,14}星期[一二三四五六日天])/,
    presiding: /^(?:代理)?主席\s?[：:]/
  }
}

/** Names of the six languages as mastheads print them, in every language, small letters. */
export const languageNames: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['arabic', 'arabe', 'árabe', 'арабский', '阿拉伯文', 'عربي', 'عربية'],
  en: ['english', 'anglais', 'inglés', 'английский', '英文', 'انكليزية', 'إنكليزية'],
  es: ['spanish', 'espagnol', 'español', 'испанский', '西班牙文', 'إسبانية', 'اسبانية'],
  fr: ['french', 'français', 'francés', 'французский', '法文', 'فرنسية'],
  ru: ['russian', 'russe', 'ruso', 'русский', '俄文', 'روسية'],
  zh: ['chinese', 'chinois', 'chino', 'китайский', '中文', 'صينية']
}

const named: ReadonlyMap<string, LanguageCode> = new Map(
  Object.entries(languageNames).flatMap(([code, names]) => names.map((name) => [name, code as LanguageCode] as const))
)

/** The language that a word names. */
export function languageNamed(word: string): LanguageCode | undefined {
  return named.get(word.toLowerCase().trim())
}

const continued = /(?:continued|suite|continuación|продолжение|续|تابع)[)）]$/

/** Whether a line heads the part of a record that is about an item of the agenda: `Agenda item 34 (continued)`. */
export function isAgendaHeading(line: string, language: LanguageCode): boolean {
  return line.length < 80 && ')）'.includes(line.charAt(line.length - 1)) && continued.test(line) && mastheadWordings[language].agenda.test(line)
}

/** Where exports of pages of the web run two lines together: `FRANÇAISOriginal: ANGLAIS`, `sesionesGinebra, 7 de julio`. */
const seam = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{3})(?=\p{Lu}\p{Ll}|\d)/u

/** The lines of a masthead that one line has run together; itself where it is one. */
export function partsRunTogether(line: string): string[] {
  return line.length > longestLine || line.includes('/') ? [line] : line.split(seam)
}

/** Characters of a line of a masthead, or of several run together. */
const longestLine = 160

/** Whether a symbol and a date are run together: `CCPR/C/FRA/CO/431 juillet 2008`; where one ends nothing tells. */
export function isSymbolWithDate(line: string, language: LanguageCode): boolean {
  const rest = /^[A-Z]{1,8}(?:\/[A-Za-z0-9.-]{1,12}){1,6}(?= )/.exec(line.slice(0, longestLine))?.[0]
  if (rest === undefined || line.length > longestLine) return false
  const day = /\d{1,2}$/.exec(rest)?.[0]
  return day !== undefined && isDateAlone(`${Number(day) > 31 ? day.slice(1) : day}${line.slice(rest.length)}`, language)
}
