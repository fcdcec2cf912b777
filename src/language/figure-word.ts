import { abbreviations, latinAbbreviations } from './abbreviation.ts'
import type { LanguageCode } from './code.ts'
import { monthNames } from './month.ts'

/*
 * What makes digits a figure of the text: the words in front of them that they belong to, and the words behind them that
 * they count. Whoever looks for the marks of notes asks here first, for a mark too few is a blemish and a mark too many
 * takes a figure out of a sentence.
 */

/** Parts of symbols that a number stands behind; abbreviations are in the table of each language. */
const symbolParts: ReadonlySet<string> = new Set('inf crp wp sub pro conf misc ext summary'.split(' '))
const abbreviated = new Map<LanguageCode, ReadonlySet<string>>()
/** Units that a number is the power of: `km2`, `м3`. */
const units: ReadonlySet<string> = new Set('m km cm dm mm nm hm м км см дм мм م كم كلم سم مم متر مترا'.split(' '))
/** Chemical formulas in front of their number; look-alikes of both scripts. */
const formula = /^(?:t?[CС][OО]|[NS]O|CH|[HН])$/u

/** Words of other kinds that a number names rather than marks, in capitals or not: `Table2`, `приложение3`. */
const arabicDesignators = 'جدول شكل هدف غاية مادة فقرة فصل بند مستوى مرحلة مجلد جزء عدد رقم صفحة'.split(' ')
const designators = new Map<LanguageCode, ReadonlySet<string>>()

/** Chinese characters behind a number that say what it counts, for expressions. */
export const hanCounters = '万亿千百个年月日号时名次项条段页届人倍元米吨公'

/** Particles that Arabic writes on the number that follows: `و2`, `بـ3`, `ال20`, `لل5`. */
const arabicParticle = /^[وف]?(?:لل|[بلك]?(?:ال)?)\u0640?$/

function setOf(cache: Map<LanguageCode, ReadonlySet<string>>, language: LanguageCode, make: () => readonly string[]): ReadonlySet<string> {
  const known = cache.get(language)
  if (known) return known
  const made = new Set(make())
  cache.set(language, made)
  return made
}

/** Whether an abbreviation, without its full stop, has a number behind it: `Fig`, `párr`, `п`. */
export function isNumberAbbreviation(word: string, language: LanguageCode): boolean {
  const known = setOf(abbreviated, language, () => [latinAbbreviations, abbreviations[language]].flatMap(({ number, prefix, unit, final }) => [...number, ...prefix, ...unit, ...(language === 'ar' ? final : [])]))
  return known.has(word.toLowerCase()) || symbolParts.has(word.toLowerCase()) || /^(?:\p{L}|\p{Lu}{2})$/u.test(word)
}

/** Whether digits glued to a word are a part of it: `km2`, `CO2`, `G20`, Arabic `و3`. */
export function isFigurePrefix(word: string, language: LanguageCode): boolean {
  if (/^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(word) || units.has(word) || formula.test(word)) return true
  return language === 'ar' && word !== '' && arabicParticle.test(word)
}

/** Whether a word may name what bears a number: `Table`, `приложение`. */
export function isDesignator(word: string, language: LanguageCode): boolean {
  return setOf(designators, language, () => [...abbreviations[language].designators, ...(language === 'ar' ? arabicDesignators : [])]).has(word.toLowerCase().replace(/^و?ال/, ''))
}

/** In Chinese a number behind some words is none but a number: `第2`, `表2`, `目标5`. */
const counting = /(?:[第约共达占为有至到于近超每表图仅满逾在由从用个余约和与及或]|附[件录表]|[目指]标|方案|阶段|支柱|项目|类别|备选|级别|[小分]组|提供|提出|发生|设立|增加|减少|举行|开展|其中|另外|包括|变成|等于|编号)$/u

/** What a number counts in Chinese, behind the number. */
const counters = new RegExp(
  '^(?:[年月日时个名项条段页届次号％%万亿多至国人岁位台周票艘座家间类种份章节款点级期天分倍件组套批区州县校站成' +
  '户笔吨架轮辆头匹株枚颗米克升元秒层栋幢册篇卷度]|[百千][万亿个名人年多余]|所(?![述载指示列称])|起(?!草|诉|初|到)|' +
  '公(?:里|顷|斤|吨|尺|升)|平方|立方|英[里尺亩]|海里|小时|毫[米克升]|厘米|美元|欧元|大(?![会学使])|者[中都均])', 'u')

/** Whether Chinese text in front of a number makes it one. */
export function namesFigure(before: string): boolean {
  return counting.test(before)
}

/** Whether Chinese text behind a number is what it counts. */
export function isCounted(behind: string): boolean {
  return counters.test(behind)
}

/** Prepositions and the like in front of a year, and in front of nothing that is counted. */
const beforeYear: Readonly<Record<LanguageCode, string>> = {
  ar: 'عام سنة منذ لعام بعام',
  en: 'in since during until before after year',
  es: 'en desde hasta año',
  fr: 'en depuis année',
  ru: 'в с до году',
  zh: ''
}

const years = new Map<LanguageCode, RegExp>()

/** Whether four digits are a year by the words in front of them: `in `, `12 May `, `2015–`, `(`. */
export function comesBeforeYear(before: string, language: LanguageCode): boolean {
  let expression = years.get(language)
  if (!expression) {
    const names = language === 'zh' ? [] : monthNames[language].flatMap((month) => month.split('|'))
    const words = [...beforeYear[language].split(' '), ...names].filter((word) => word !== '')
    expression = words.length === 0 ? /(?:19|20)\d{2}[-–]$/ : new RegExp(`(?:(?<!\\p{L})(?:${words.join('|')}),? (?:de |del )?|(?:19|20)\\d{2}[-–])$`, 'iu')
    years.set(language, expression)
  }
  return expression.test(before)
}
