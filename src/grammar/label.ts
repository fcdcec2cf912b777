import { codeUnitTable } from '../language/code-unit-table.ts'
import { foldDigits, readHanNumber, readRomanNumber } from '../language/digit.ts'
import { hanCounters } from '../language/figure-word.ts'
import { foldLookAlikes } from '../language/look-alike.ts'

/** How an ordinal is written. */
export type LabelStyle = 'abjad' | 'bullet' | 'cyrillic' | 'decimal' | 'hanzi' | 'latin' | 'roman' | 'stem' | 'branch'

/** One way to read a label: `i` is the ninth letter, or one in Roman. */
export interface LabelReading {
  style: LabelStyle
  ordinal: number
  /** Whether it heads a section: capital letters and Roman numbers, 一、 and أولا -. */
  capital: boolean
  /** The numbers of a decimal paragraph, two and more. */
  path?: readonly number[] | undefined
}

/** How a label is set off from the text: `1.`, `1、`, `a)`, `(a)`, `1 -`, `` `1` ``, `一、`, `1°`, `§ 1`; by nothing, `1`, `2.1`; or it is a bullet. */
export type LabelShape = 'bare' | 'bullet' | 'comma' | 'degree' | 'section' | 'dash' | 'dot' | 'grave' | 'paren' | 'parens'

/** A label found at the start of a line, with all its readings, likeliest first. */
export interface LabelMatch {
  /** As printed, without the white space behind it. */
  value: string
  /** Length with the white space behind it, in code units. */
  length: number
  shape: LabelShape
  readings: LabelReading[]
}

/** Letters of an Arabic list, in abjad order; hamza and tatweel are folded before. */
const abjad = 'ابجدهوزحطيكلمنسعفصقرشتثخذضظغ'

/** The same in the order of the alphabet, which word processors count by, too. */
const alphabet = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'

/** Names of the Arabic letters that head sections: ألف - باء - جيم. */
const abjadNames = 'الف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء'.split(' ')

/** Arabic ordinals that head chapters, and parts of resolutions, hamza and marks folded: أولا - ثانيا. */
export const arabicChapters: readonly string[] = 'اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا'.split(' ')

const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

const digits = '[0-9٠-٩۰-۹０-９]'
/** What may stand between brackets: a number, a Roman number, a letter or two, a Chinese numeral. */
const inner = `${digits}{1,3}|[ivxlc]{1,6}|[a-z]{1,2}|[а-яё]|[IVXLC]{1,6}|[A-Z]|هـ|[\\u0621-\\u064A\\uFE80-\\uFEFC]|[一二三四五六七八九十]{1,3}|[${stems}${branches}]`

const parens = new RegExp(`^(?:[(（] ?(${inner}) ?[)）](?:[.．](?=\\s|$))?|\\)(${inner})\\()[ \\t\\u00A0\\u3000]*`)
const paren = /^([0-9]{1,3}|[٠-٩]{1,3}|[ivxlc]{1,6}|[a-z]{1,2}|[а-яё]|هـ|[\u0621-\u064A]) ?\)(?:[.．](?=\s|$))?[ \t\u00A0]*(?=\S|$)/
/** Arabic sets the numbers of a third level off by quotation marks, or by graves. */
const grave = /^(?:`([0-9]{1,2})[`'’]|['‘’"“”]([0-9٠-٩]{1,2})['‘’"“”](?=[ \t\u00A0]*(?:[\u0621-\u064A]|$)))[ \t\u00A0]*/
const dot = new RegExp(`^(?:(${digits}{1,5}(?: (?=[.．] ))?|[IVXLC]{1,6})[.．](?![0-9０-９])|([A-ZА-Я]) ?[.．](?=\\s|$|[A-ZА-ЯÀ-Þ\\u4E00-\\u9FFF][^.．])|([ivx]{1,5}|[a-zа-я]|l |هـ|[\\u0621-\\u064A])[.．](?=\\s|$))[ \\t\\u00A0\\u3000]*`)
/** `A. B. Smith`, `C. D. (Verania)`, `أ. ب.`: a name, but `I. A. Scope` is none. */
const initials = /^(?:[A-HJ-UWYZА-Я]\. ?[A-ZА-Я]|[\u0621-\u064A]\. ?[\u0621-\u064A])\.(?=[ \u00A0(]|$)/
const dash = /^([0-9٠-٩]{1,5}|[IVXLC]{1,6}(?= [-–—])|[\u0621-\u064A\u064B]{3,6}|هـ(?= [-–])|[\u0621-\u064A](?= [-–]|[-–](?:[ \u00A0\t]|$)))[ \u00A0]?[-–—](?:[ \u00A0]+(?![0-9٠-٩])|(?=[\u0600-\u06FF]|$))/
const comma = /^([一二三四五六七八九十]{1,4})[、.．][ \u3000]*/
/** `1、` as word processors in Chinese count; `1、2和3` are numbers in a row. */
const numberAndComma = /^([0-9０-９]{1,3})、(?![0-9０-９])[ \u3000]*/
const enclosed = /^([\u3220-\u3229\u2460-\u2487])[ \u3000]*/

/**
 * `2.1`, `7.2.2.1.`, `٢-١`: two numbers and more, no zero in front; in budgets a letter or a Roman number behind the first,
 * `29C.16`, `31.II.9`; several that are answered together, `122.34–35`, `140.82, 87`. Behind a point
 * typists open a quotation with the mark that closes one, `2.31. ”Hands`. Exports of pages of the web leave nothing behind it: `2.1The author`.
 */
const decimal = /^((?:[1-9٠-٩][0-9٠-٩]{0,2}[A-HА-ЖСН]?[.．](?:[IVX]{1,5}[.．])?(?:[1-9٠-٩][0-9٠-٩]{0,2}[.．]){0,5})[1-9٠-٩][0-9٠-٩]{0,2})(?:[-–—] ?[0-9٠-٩]{1,3}(?=\s|$|\p{Script=Han})|(?:(?:[-–—] ?|, ?)[0-9]{1,3}){1,5}(?=\s+["“«(]?[\p{Lu}\p{Lo}]|$|\p{Script=Han}))?[.．]?(?:[ \t\u00A0\u3000]+(?=(?:["“«‘([《（][ \u00A0\u202F]?){0,2}\p{L})|[ \u00A0]?[-–][ \u00A0](?=["“”«»([]{0,2}[\u0621-\u064A])|(?=[《“（]?\p{Script=Han})(?![万亿千百个年月倍元米吨公])|(?=\p{Lu}[\p{Ll}’']|["“«][ \u00A0\u202F]?\p{L}|[\u0621-\u064A]{2})|(?<=[.．])(?=[“«"]?\p{Ll}{2})|(?<=[.．])[ \t\u00A0\u3000]*(?=[”„]\p{L})|$)/u
/** With three numbers and a point behind them, a figure may follow: `6.2.1. 30 days`. */
const decimalAndFigure = /^((?:[1-9][0-9]{0,2}[.．]){2,6}[1-9][0-9]{0,2})[.．][ \t\u00A0]+(?=[0-9])/
/** `3.1) The lamp`: the others of its series tell it from the end of a reference, `see 3.1)`. */
const decimalAndBracket = /^((?:[1-9٠-٩][0-9٠-٩]?[.．]){1,4}[1-9٠-٩][0-9٠-٩]?)[)）][ \t\u00A0\u3000]*(?=["“”„«‘(《（]?\p{L})/u
const decimalDashed = /^([1-9٠-٩][0-9٠-٩]?(?:[-–][1-9٠-٩][0-9٠-٩]?){1,4})[.]?(?:[ \u00A0][-–](?=[ \u00A0]|$))?(?:[ \t\u00A0]+(?=["“«‘([]{0,2}[\u0621-\u064A])|$)/
const bare = new RegExp(`^([1-9][0-9]{0,2}|[٠-٩]{1,3})(?:[ \\t\\u00A0]+(?=(?:["“«(《（][ \\u00A0\\u202F]?){0,2}[\\p{Lu}\\p{Lo}])|(?=[《“（]?\\p{Script=Han})(?![${hanCounters}])|$)`, 'u')
const degree = /^([0-9]{1,2})[°º](?:[ \t\u00A0]+|(?=\p{Script=Han})|$)/u
const section = /^§ ?([0-9]{1,3})[.)]?(?:[ \t\u00A0]+|(?=\p{Script=Han})|$)/u
/** Signs, those of a symbol font among them, and what typists put for one. */
const bullet = /^([•●○◦‣⁃∙▪▫■□◆◇►▶➢✓\uF02D\uF06C\uF06E\uF06F\uF071\uF075\uF076\uF0A7\uF0A8\uF0B7\uF0D8\uF0E0\uF0FC]|[·‧・]|[–—-](?=[ \t\u00A0\u3000]|$)|\*(?=[ \t\u00A0\u3000])|o(?=[ \t\u00A0]|$))[ \t\u00A0\u3000]*/
/** Of these a line of text may begin with one by chance. */
const weakBullet = /^[–—·‧・o*-]$/

/** Each label has one of its signs among its first eight characters. */
const unlabelled = /^\p{L}(?:[^()（）.．`、–—\u3220-\u3229\u2460-\u2487-]{7}|[^()（）.．`、–—\u3220-\u3229\u2460-\u2487-]{0,6}$)/u

/** One form of labels: what they begin with, and how one is read. */
type Form = readonly [first: RegExp, read: (line: string) => LabelMatch | undefined]

/** The forms in the order in which they are tried. */
const forms: readonly Form[] = [
  [/[1-9٠-٩]/, matchDecimal],
  [/[()（]/, (line) => match(line, parens, 'parens')],
  [/[0-9٠-٩a-zа-яё\u0621-\u064A]/, (line) => match(line, paren, 'paren')],
  [/[一二三四五六七八九十]/, (line) => match(line, comma, 'comma')],
  [/[0-9٠-٩۰-۹０-９A-ZА-Яa-zа-я\u0621-\u064A]/, (line) => (initials.test(line) ? undefined : match(line, dot, 'dot'))],
  [/[0-9٠-٩IVXLC\u0621-\u064B]/, (line) => match(line, dash, 'dash')],
  [/[0-9０-９]/, (line) => match(line, numberAndComma, 'dot')],
  [/[`'‘’"“”]/, (line) => match(line, grave, 'grave')],
  [/[\u3220-\u3229\u2460-\u2487]/, (line) => match(line, enclosed, 'parens')],
  [/[0-9]/, (line) => match(line, degree, 'degree')],
  [/§/, (line) => match(line, section, 'section')]
]

/** The same of what may be a label. */
const weakForms: readonly Form[] = [
  [/[•●○◦‣⁃∙▪▫■□◆◇►▶➢✓\uF02D\uF06C\uF06E\uF06F\uF071\uF075\uF076\uF0A7\uF0A8\uF0B7\uF0D8\uF0E0\uF0FC·‧・–—o*-]/, matchBullet],
  [/[1-9٠-٩]/, (line) => match(line, bare, 'bare')]
]

const [formsOf, weakFormsOf] = [tableOf(forms), tableOf(weakForms)]

/** For each character the forms that begin with it, a bit each. */
function tableOf(all: readonly Form[]): (code: number) => number {
  return codeUnitTable((character) => all.reduce((bits, [first], index) => (first.test(character) ? bits | (1 << index) : bits), 0))
}

/** Reads the label that a line begins with, in any of the six languages; `undefined` where there is none. */
export function readLabel(line: string): LabelMatch | undefined {
  const begun = line === '' ? 0 : formsOf(line.charCodeAt(0))
  return begun === 0 || unlabelled.test(line) ? undefined : readForms(line, forms, begun)
}

/** Reads what may be a label where the lines round it bear it out: a bullet, a number that nothing sets off. */
export function readWeakLabel(line: string): LabelMatch | undefined {
  const begun = line === '' ? 0 : weakFormsOf(line.charCodeAt(0))
  return begun === 0 ? undefined : readForms(line, weakForms, begun)
}

/** The first reading by one of the forms whose bits are set. */
function readForms(line: string, all: readonly Form[], begun: number): LabelMatch | undefined {
  for (let index = 0; begun >> index > 0; index++) {
    const found = ((begun >> index) & 1) === 0 ? undefined : all[index]?.[1](line)
    if (found) return found
  }
  return undefined
}

/** Whether a bullet may as well be a dash or a letter that a line begins with by chance. */
export function isWeakBullet(value: string): boolean {
  return weakBullet.test(value)
}

/** Arabic writes the first number at the right, and some extractors turn the two: both readings are given. */
function matchDecimal(line: string): LabelMatch | undefined {
  const bracketed = decimalAndBracket.exec(line)
  const found = bracketed ?? decimal.exec(line) ?? decimalDashed.exec(line) ?? decimalAndFigure.exec(line)
  if (!found?.[1]) return undefined
  const path = foldDigits(found[1]).split(/[.．–-]/).map((part) => readRomanNumber(part.toLowerCase()) ?? Number.parseInt(part, 10))
  const reading = (numbers: readonly number[]): LabelReading => ({ style: 'decimal', ordinal: numbers.at(-1) ?? 0, capital: false, path: numbers })
  const readings = /[.．]/.test(found[1]) ? [reading(path)] : [reading(path), reading(path.toReversed())]
  return { value: found[0].trimEnd(), length: found[0].length, shape: bracketed ? 'paren' : 'dot', readings }
}

function matchBullet(line: string): LabelMatch | undefined {
  const found = bullet.exec(line)
  return found ? bulletOf(found[0]) : undefined
}

/** The label of a line whose first sign is a bullet, as the format knows. */
export function bulletMatch(line: string): LabelMatch {
  return bulletOf(/^.\s*/u.exec(line)?.[0] ?? '')
}

function bulletOf(printed: string): LabelMatch {
  return { value: printed.trimEnd(), length: printed.length, shape: 'bullet', readings: [{ style: 'bullet', ordinal: 0, capital: false }] }
}

function match(line: string, expression: RegExp, shape: LabelShape): LabelMatch | undefined {
  const found = expression.exec(line)
  if (!found) return undefined
  const word = (found[1] ?? found[2] ?? found[3] ?? '').trimEnd()
  const readings = readOrdinal(word, shape)
  if (readings.length === 0) return undefined
  return { value: found[0].trimEnd(), length: found[0].length, shape, readings }
}

/** All readings of what a label says, without brackets and points. */
function readOrdinal(word: string, shape: LabelShape): LabelReading[] {
  const decimal = foldDigits(word)
  if (/^[0-9]+$/.test(decimal)) return [{ style: 'decimal', ordinal: Number(decimal), capital: false }]
  const han = readHanNumber(word) ?? readEnclosed(word)
  // 一、 heads a section, (一) an item.
  if (han !== undefined) return [{ style: 'hanzi', ordinal: han, capital: shape === 'comma' }]
  if (stems.includes(word)) return [{ style: 'stem', ordinal: stems.indexOf(word) + 1, capital: false }]
  if (branches.includes(word)) return [{ style: 'branch', ordinal: branches.indexOf(word) + 1, capital: false }]
  if (/[\u0600-\u06FF\uFE80-\uFEFC]/.test(word)) return readArabic(word, shape)
  return readLetters(word)
}

function readArabic(word: string, shape: LabelShape): LabelReading[] {
  const folded = word.normalize('NFKC').replace(/[\u0640\u064B-\u0652]/g, '').replace(/[أإآ]/g, 'ا')
  if (shape !== 'dash' || folded.length === 1) {
    const index = folded.length === 1 ? abjad.indexOf(folded) : -1
    const ordinals = new Set([index, alphabet.indexOf(folded)])
    return index < 0 ? [] : [...ordinals].map((each) => ({ style: 'abjad', ordinal: each + 1, capital: false }))
  }
  const chapter = arabicChapters.indexOf(folded)
  if (chapter >= 0) return [{ style: 'roman', ordinal: chapter + 1, capital: true }]
  const letter = abjadNames.indexOf(folded)
  return letter < 0 ? [] : [{ style: 'abjad', ordinal: letter + 1, capital: true }]
}

function readLetters(word: string): LabelReading[] {
  const readings: LabelReading[] = []
  const latin = foldLookAlikes(word)
  const small = latin.toLowerCase()
  const capital = latin !== small
  if (/^[a-z]$/.test(small) || (/^[a-z]{2}$/.test(small) && small[0] === small[1]))
    readings.push({ style: 'latin', ordinal: small.charCodeAt(0) - 96 + (small.length - 1) * 26, capital })
  const roman = readRomanNumber(small)
  // Of single letters only i, v and x are likelier Roman than not; a list decides.
  if (roman !== undefined) readings.push({ style: 'roman', ordinal: roman, capital })
  const index = word.length === 1 ? cyrillic.indexOf(word.toLowerCase()) : -1
  if (index >= 0) readings.push({ style: 'cyrillic', ordinal: index + 1, capital: word !== word.toLowerCase() })
  return readings
}

/** ㈠ to ㈩, ① to ⑳ and ⑴ to ⒇. */
function readEnclosed(word: string): number | undefined {
  const code = word.charCodeAt(0)
  if (word.length !== 1) return undefined
  if (code >= 0x3220 && code <= 0x3229) return code - 0x3220 + 1
  if (code >= 0x2460 && code <= 0x2487) return ((code - 0x2460) % 20) + 1
  return undefined
}
