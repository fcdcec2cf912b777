/** Words, numbers and marks of a text as the aligner compares them: folded, stemmed, the same for the same thing in all scripts. */
import { foldDigits } from './digit.ts'
import { foldText } from './fold.ts'
import { monthNumbers } from './month.ts'
import { readHanNumeral, readMagnitude, readNumber } from './number.ts'

/** What a token is; numbers and marks are compared by value, words through links. */
export type TokenKind = 'mark' | 'number' | 'word'

export interface Token {
  kind: TokenKind
  /** What is compared: the stem of a word, `#1540` for a number, the ASCII form of a mark. */
  key: string
  /** The whole folded word; equal to `key` for the rest. */
  form: string
}

/** Letters of a stem in spaced scripts. Five did best of five, six and seven on the development sets. */
const stemLength = 5

const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '?': '?？؟', '!': '!！', ':': ':：', ';': ';；؛', '"': '"«»“”„「」『』《》', '(': '(（', '%': '%％٪', '$': '$＄', '€': '€', '£': '£￡',
    '/': '/', '-': '–—'
  }).flatMap(([mark, written]) => [...written].map((character) => [character, mark] as const))
)

const piece =
  /\p{Nd}+(?:[.,'’٫٬ \u00A0\u202F]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?|[\p{L}\p{M}〇]+|[?？؟!！:：;；؛"«»“”„「」『』《》(（%％٪$＄€£￡/–—]/gu

const han = /\p{Script=Han}/u
const hanRun = /[\p{Script=Han}〇]+/gu
/** Numerals of two characters or more, a month in characters among them; single ones are left to the word segmenter. */
const hanNumeral = /([〇零一二三四五六七八九十百千万亿两]{2,})|([一二三四五六七八九十])(?=月)/gu

/** Tokens of a text in reading order. `language` is a BCP 47 code; an unknown one is read as any spaced language. */
export function tokenize(text: string, language: string): Token[] {
  const months = monthNumbers(language)
  const tokens: Token[] = []
  const folded = foldText(text)
  for (const [raw] of folded.matchAll(piece)) {
    const mark = marks.get(raw)
    if (mark !== undefined) tokens.push({ kind: 'mark', key: mark, form: mark })
    else if (/^\p{Nd}/u.test(raw)) pushNumber(tokens, raw)
    else if (han.test(raw)) pushHan(tokens, raw)
    else pushWord(tokens, raw, language, months)
  }
  return tokens
}

function pushNumber(tokens: Token[], raw: string): void {
  const value = readNumber(raw)
  const key = `#${value ?? foldDigits(raw)}`
  tokens.push({ kind: 'number', key, form: key })
}

/** A magnitude right after a number multiplies it in place. Returns whether it did. */
function multiply(tokens: Token[], word: string): boolean {
  const last = tokens.at(-1)
  const factor = last?.kind === 'number' ? readMagnitude(word) : undefined
  if (last === undefined || factor === undefined) return false
  const key = `#${Math.round(Number(last.key.slice(1)) * factor * 1000) / 1000}`
  tokens[tokens.length - 1] = { kind: 'number', key, form: key }
  return true
}

function pushWord(tokens: Token[], raw: string, language: string, months: ReadonlyMap<string, number>): void {
  if (multiply(tokens, raw)) return
  const month = months.get(raw)
  if (month !== undefined) tokens.push({ kind: 'number', key: `#m${month}`, form: raw })
  else if (raw.length > 1 || /^\P{ASCII}/u.test(raw)) tokens.push({ kind: 'word', key: stemOf(raw, language), form: raw })
}

const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const hanMagnitude = /^[十百千]?[万亿萬億]|^千/u

function pushHan(tokens: Token[], raw: string): void {
  let from = 0
  for (const run of raw.matchAll(hanRun)) {
    if (run.index > from) pushForeign(tokens, raw.slice(from, run.index))
    from = run.index + run[0].length
    pushHanRun(tokens, run[0])
  }
  if (from < raw.length) pushForeign(tokens, raw.slice(from))
}

function pushForeign(tokens: Token[], form: string): void {
  tokens.push({ kind: 'word', key: form.slice(0, stemLength), form })
}

function pushHanRun(tokens: Token[], run: string): void {
  const magnitude = hanMagnitude.exec(run)?.[0]
  let from = magnitude !== undefined && multiply(tokens, magnitude) ? magnitude.length : 0
  for (const numeral of run.matchAll(hanNumeral)) {
    if (numeral.index < from) continue
    const value = readHanNumeral(numeral[0])
    if (value === undefined) continue
    pushHanWords(tokens, run.slice(from, numeral.index))
    tokens.push({ kind: 'number', key: `#${value}`, form: numeral[0] })
    from = numeral.index + numeral[0].length
  }
  pushHanWords(tokens, run.slice(from))
}

function pushHanWords(tokens: Token[], run: string): void {
  if (run === '') return
  for (const { segment, index } of wordSegmenter.segment(run)) {
    const last = tokens.at(-1)
    const isMonth = index === 0 && segment.startsWith('月') && last?.kind === 'number' && /^#(?:1[0-2]|[1-9])$/.test(last.key)
    if (isMonth) tokens[tokens.length - 1] = { kind: 'number', key: `#m${last.key.slice(1)}`, form: last.form }
    else if (segment !== '的') tokens.push({ kind: 'word', key: segment, form: segment })
  }
}

/** The part of a folded word that stays when it is inflected. */
export function stemOf(word: string, language: string): string {
  if (language === 'ar') return stemArabic(word)
  return word.length > stemLength ? word.slice(0, stemLength) : word
}

const arabicPrefix = /^(?:[وفبكل]?ال|لل|و(?=\p{L}{4}))/u
const arabicSuffix = /(?:ات|ون|ين|ان|يه|ها|هم|ه|ي)$/u

/** A light Arabic stemmer: conjunction and article in front, plural and feminine endings behind, at least three letters left. */
function stemArabic(word: string): string {
  const bare = word.replace(arabicPrefix, '')
  const root = bare.length >= 3 ? bare : word
  const cut = root.replace(arabicSuffix, '')
  return cut.length >= 3 ? cut : root
}
