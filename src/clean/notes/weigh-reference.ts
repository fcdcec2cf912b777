import { numberOfMark } from '../../grammar/note-marker.ts'
import type { LanguageCode } from '../../language/code.ts'
import { comesBeforeYear, isCounted, isDesignator, isFigurePrefix, isNumberAbbreviation, namesFigure } from '../../language/figure-word.ts'
import { atEnd, beforeArabicMark, beforeMark, behindStop, besideStroke, figure, inBrackets, raised, signsOf, star } from './mark-signs.ts'

/** Digits that may be the mark of a note. */
export interface Candidate {
  /** Index in the text. */
  at: number
  marker: string
  /** The number it says; NaN of a star. */
  number: number
  /** How much speaks for a mark, from what stands round it. */
  strength: Strength
  /** Whether a space parts it from its word, and a comma or the like or the end of the text follows: an extractor set off what was raised. */
  setOff?: boolean
}

/**
 * 8: nothing else can stand there, as behind a full stop. 4: a word and a number glued to it. 1: it may as well be a
 * figure, as between two Chinese characters; it counts where no better one is about. Weights: two of a kind never make
 * up for one of the next.
 */
export type Strength = 1 | 4 | 8

/**
 * A star behind a word or a mark, or a number glued to one; `2021` and a mark make `20211`. A figure that has a decimal
 * point is none, on either side, `33.2`, `2.0`, `a .50`, and neither is one with a zero in front: `QDe.004`.
 */
const candidate =
  /(?<=[\p{L}\u0640.,;:!?)\]）”“"’»«。，；：！？》」％%،؛؟])(?<!(?<!(?<!\d)(?:19|20)\d{2})(?<=\d)[.,:])(?<!\s\.)(\*{1,3}|[1-9]\d{0,2}(?![.,:]\d))(?=$|[\s,.;:)\]!?»”،؛。，；：、）（(]|\p{Script=Han})|(?<=(?<!\d)(?:19|20)\d{2})(\d{1,2}(?![.,:]\d))(?=$|[\s,.;:)،؛])/uy

/** `Sales No. E.93.I.8`: what a publication of the United Nations is sold by. */
const salesNumber = /(?<![\p{L}\d])\p{Lu}\.\d{2}\.(?:\p{Lu}{1,5}\.){1,3}$/u

const han = /\p{Script=Han}/u
/** Text that is looked at in front of a candidate. */
const before = 24

/** Raised digits, and digits in square brackets, behind a word or a mark: nothing else is written so. */
const set = /(?<=[^\s\d([])(?:[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\])/gu
/** The same behind a figure: `in 2011²`, `51/12[2]`. Raised, it may be a power: `10²`. */
const behindFigure = /(?<=\d)(?:[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\])/g
/** Behind a year or the number of a resolution nothing is a power. */
const noBase = /(?<!\d)(?:(?:19|20)\d{2}|\d{1,3}\/\d{1,4})$/
/** Digits in round brackets, glued to a word or a mark, or in front of one: `stations(3)`, `stations (3).`, `in 2011 (3).`; at the end of a text: `stations. (3)` */
const bracketed = /(?<=[\p{L}.,;:!?»”"’，。；：！？”」》])[(（]\d{1,3}[)）](?![\d(（])|(?<=(?:[\p{L}»”"]|(?<!\d)(?:19|20)\d{2}) )\(\d{1,3}\)(?=[,.;:،؛](?:\s|$)|[，。；：])|(?<=(?:[\p{L}\d]{2}|[)\]»”"])[.。！？!?؟] )[(（]\d{1,3}[)）]$/gu
/** A number and a stroke, as documents until 1997 have it: `stations 1/,`; a space and a number behind it are a resolution's, `32/ 14`. */
const stroked = /(?<=[\p{L}\u0640.,;:!?)\]»”"’،؛，。；：！？》] ?|\d )\d{1,3} ?\/(?=$|[,.;:)»”"،؛，。；：]|\p{Script=Han}|\s+(?!\d))/gu
/** A digit between a space and a mark, where an extractor set off what was raised: `phares 4 ;`. */
const spaced = /(?<=\p{L}[)\]»”"]? )\d{1,3}(?= [,;.:](?=\s|$)| ?[،؛](?=\s|$))/gu
/** Such a digit at the end of a text: `the report; 2`. */
const spacedAtEnd = /(?<=\p{L}[)\]»”"]?[,;،؛，；] ?)\d{1,3}$/u

/**
 * A number that a space parts from what it is the mark of, as extractors part what is raised from a justified line: behind the end
 * of a sentence, in front of the next one or at the end.
 */
const apart = /(?<=(?:\p{L}{2}|[\p{L}\d]{2}[)\]»”"])[.。] )\d{1,3}(?=$| ["“«(]?[\p{Lu}\p{Lo}])|(?<=\d\. )\d{1,3}$/gu

/** Everything in a text that may be the mark of a note, in order. */
export function findCandidates(text: string, language: LanguageCode, signs = signsOf(text)): readonly Candidate[] {
  if ((signs & (figure | star | raised)) === 0) return none
  const others: Candidate[] = []
  if ((signs & raised) !== 0) others.push(...findSet(text, language))
  if ((signs & besideStroke) !== 0) others.push(...findStroked(text))
  if ((signs & behindStop) !== 0) others.push(...findApart(text, language))
  others.push(...findSetOff(text, language, signs))
  if ((signs & inBrackets) !== 0) others.push(...findBracketed(text, language))
  const plain = (signs & (figure | star)) === 0 ? none : findPlain(text, language)
  return others.length === 0 ? plain : [...plain, ...others].sort((a, b) => a.at - b.at)
}

const none: readonly Candidate[] = []

function findSet(text: string, language: LanguageCode): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { 0: marker, index: at } of text.matchAll(set)) {
    const word = /[\p{L}]{1,24}$/u.exec(text.slice(Math.max(0, at - before), at))?.[0] ?? ''
    if (word === '' || !isFigurePrefix(word, language)) found.push({ at, marker, number: numberOfMark(marker), strength: 8 })
  }
  for (const { 0: marker, index: at } of text.matchAll(behindFigure)) {
    const strength = marker.startsWith('[') || noBase.test(text.slice(Math.max(0, at - before), at)) ? 4 : 1
    found.push({ at, marker, number: numberOfMark(marker), strength })
  }
  return found
}

function findStroked(text: string): readonly Candidate[] {
  return [...text.matchAll(stroked)].map(({ 0: marker, index: at }) => ({ at, marker, number: numberOfMark(marker), strength: 4 }))
}

function findSpaced(text: string, language: LanguageCode): readonly Candidate[] {
  return [...text.matchAll(spaced)].flatMap(({ 0: marker, index: at }) => setOff(text, marker, at, language) ?? [])
}

/** The digits that an extractor set off in a text, where no word in front counts or numbers by them; in Arabic a repair has taken the space in front of its own marks. */
export function findSetOff(text: string, language: LanguageCode, signs: number): readonly Candidate[] {
  const inside = (signs & (language === 'ar' ? beforeMark | beforeArabicMark : beforeMark)) !== 0
  if (!inside && (signs & atEnd) === 0) return none
  const found = findSpaced(text, language)
  const last = (signs & atEnd) === 0 ? null : spacedAtEnd.exec(text.slice(-before))
  const end = last && setOff(text, last[0], text.length - last[0].length, language)
  return end ? [...found, end] : found
}

function setOff(text: string, marker: string, at: number, language: LanguageCode): Candidate | undefined {
  const front = text.slice(Math.max(0, at - before), at).trimEnd()
  const word = wordAtEnd.exec(front)?.[1] ?? ''
  if (isDesignator(word, language) || isNumberAbbreviation(word, language) || (language === 'zh' && namesFigure(front))) return undefined
  return { at, marker, number: Number(marker), strength: 1, setOff: true }
}

/** The word that ends a text, a mark behind it or not. */
const wordAtEnd = /(\p{L}{1,24})[^\p{L}\d]{0,2}$/u

function findApart(text: string, language: LanguageCode): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { 0: marker, index: at } of text.matchAll(apart)) {
    const word = /(?<![\p{L}.’'])[\p{L}.°º]{1,24}(?=\.? $)/u.exec(text.slice(Math.max(0, at - before), at))?.[0]
    if (word !== undefined && (isNumberAbbreviation(word, language) || isDesignator(word, language))) continue
    const closes = at + marker.length === text.length && /\p{L}{2}. $/u.test(text.slice(Math.max(0, at - 4), at))
    found.push({ at, marker, number: Number(marker), strength: closes ? 4 : 1 })
  }
  return found
}

/** `(1)` is the number of a paragraph of an article as well, and of an item: behind the end of a sentence it is neither. */
function findBracketed(text: string, language: LanguageCode): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { 0: marker, index: at } of text.matchAll(bracketed)) {
    const front = text.slice(Math.max(0, at - before), at).trimEnd()
    const word = /\p{L}{1,24}$/u.exec(front)?.[0] ?? ''
    if (isDesignator(word, language) || isFigurePrefix(word, language) || isAbbreviated(front, language) || /第[\d一二三四五六七八九十百]{1,4}[条款段项]$/.test(front)) continue
    found.push({ at, marker, number: numberOfMark(marker), strength: /[.。！？!?]$/.test(front) ? 8 : 1 })
  }
  return found
}

/** `para. (4)`: a number follows. */
function isAbbreviated(front: string, language: LanguageCode): boolean {
  const word = /(?<![\p{L}.’'])([\p{L}.°º]{1,24})\.$/u.exec(front)?.[1]
  return word !== undefined && isNumberAbbreviation(word, language)
}

/** A number in round brackets between two sentences, which may be that of a paragraph of a list: where notes have such numbers. */
export function findBetween(text: string, language: LanguageCode): readonly Candidate[] {
  return [...text.matchAll(between)].flatMap(({ 0: marker, index: at }) =>
    isAbbreviated(text.slice(Math.max(0, at - before), at).trimEnd(), language) ? [] : [{ at, marker, number: numberOfMark(marker), strength: 4 as const }]
  )
}
const between = /(?<=(?:[\p{L}\d]{2}|[)\]»”"])[.。！？!?؟] )[(（]\d{1,3}[)）](?= ?["“«]?[\p{Lu}\p{Lo}])/gu

function findPlain(text: string, language: LanguageCode): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { 0: run, index } of text.matchAll(/\*+|\d+/g)) {
    const match = matchRun(text, run, index)
    const read = match && readPlain(text, match, language)
    if (read) found.push(read)
  }
  return found
}

/** What may be a mark in stars or digits: at their beginning, or behind four digits of a year. */
function matchRun(text: string, run: string, index: number): RegExpExecArray | null {
  candidate.lastIndex = index
  const found = candidate.exec(text)
  if (found || run.length <= 4 || run.length >= 7 || run.startsWith('*')) return found
  candidate.lastIndex = index + 4
  return candidate.exec(text)
}

function readPlain(text: string, { 1: marker, 2: glued, index: at }: RegExpExecArray, language: LanguageCode): Candidate | undefined {
  if (marker?.startsWith('*')) return { at, marker, number: NaN, strength: 8 }
  const digits = marker ?? glued ?? ''
  const front = text.slice(Math.max(0, at - before), at)
  const behind = text.slice(at + digits.length, at + digits.length + 5)
  // `1 250`, with any of the spaces that part groups; `1)` and `1、` behind a colon are labels.
  if (salesNumber.test(front)) return undefined
  if (/^[ \u00A0\u2009\u202F]\d{3}(?!\d)/.test(behind) || isCounted(behind) || /\/[^\s\u0621-\u064A]{0,20}$/.test(front)) return undefined
  const strength = glued === undefined ? weigh(front, behind, language) : weighGlued(front, behind, language)
  return strength === 0 ? undefined : { at, marker: digits, number: Number(digits), strength }
}

/** Behind a word that names no number and in front of a mark, five digits are a year and a mark sooner than a figure without its comma. */
function weighGlued(front: string, behind: string, language: LanguageCode): Strength | 0 {
  const rest = front.slice(0, -4)
  if (comesBeforeYear(rest, language)) return 4
  const word = /(?<![\p{L}.])\p{Ll}{2,20}(?= $)/u.exec(rest)?.[0]
  return word === undefined || !/^(?:$|[.,;:)])/.test(behind) || isDesignator(word, language) || isNumberAbbreviation(word, language) ? 0 : 1
}

function weigh(front: string, behind: string, language: LanguageCode): Strength | 0 {
  const last = front.at(-1) ?? ''
  if (han.test(last)) return namesFigure(front) ? 0 : han.test(behind[0] ?? '') ? 1 : 4
  if (/[\p{L}\u0640]/u.test(last)) return weighWord(front, language)
  if (/[”“"’»«]/.test(last)) return weighQuotation(front, language)
  if (last === '.') {
    const word = /(?<![\p{L}.’'])[\p{L}.°º]{1,12}(?=\.$)/u.exec(front)?.[0]
    if (word !== undefined && isNumberAbbreviation(word, language)) return 0
  }
  if (isLabel(front, last, behind)) return 0
  if (/\d[.,:]$/.test(front)) return weighBehindYear(front, behind, language)
  if (han.test(behind[0] ?? '')) return /[。！？”]/.test(last) ? 8 : /[，；：,;:]/.test(last) ? 1 : 4
  if (last === ':' || /\((?:\p{L}{1,2}|[ivxIVX]{1,4})\)$/u.test(front)) return 1
  return last === '%' || last === '％' ? 4 : 8
}

/** A point or a comma behind what may be a year parts decimals as well: `1950,5`. */
function weighBehindYear(front: string, behind: string, language: LanguageCode): Strength | 0 {
  const rest = front.slice(0, -5)
  if (front.endsWith('.') && /^(?:$|\s+[\p{Lu}\d“«])/u.test(behind) && !/[$€£¥]\s?$/.test(rest)) return 8
  return comesBeforeYear(rest, language) ? 4 : 0
}

/** Behind the end of a quotation, not the beginning of one. Those of Arabic look either way. */
function weighQuotation(front: string, language: LanguageCode): Strength | 0 {
  const glued = /[^\s([{“«‘][”“"’»«]$/.test(front)
  const closes = language === 'ar' ? glued : /[”’»]$/.test(front) || (glued && front.endsWith('"'))
  // The apostrophe of an article: `l’1`.
  return closes && !/(?<!\p{L})\p{L}{1,2}’$/u.test(front) ? 8 : 0
}

function weighWord(front: string, language: LanguageCode): Strength | 0 {
  const word = /(?:(?!\p{Script=Han})[\p{L}\u0640]){1,24}$/u.exec(front)?.[0] ?? ''
  // An ordinal: `913ª`.
  if (/\d[ªº]$/.test(front)) return 4
  if (isFigurePrefix(word, language)) return 0
  return word.length < 3 || /^\p{Lu}+$/u.test(word) || isDesignator(word, language) ? 1 : 4
}

/** `: 1) first; 2) second`, and in Chinese `：1、…；2、…`: the numbers of a list, unless a bracket that is open closes there. */
function isLabel(front: string, last: string, behind: string): boolean {
  if (!/[:;,.，；：。؛،]/.test(last)) return false
  if (/^[)）]/.test(behind)) return Math.max(front.lastIndexOf('('), front.lastIndexOf('（')) <= Math.max(front.lastIndexOf(')'), front.lastIndexOf('）'))
  return /^[、．]|^\.\p{Script=Han}|^\. /u.test(behind)
}
