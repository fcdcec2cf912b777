/** Words, numbers and marks of a text as the aligner compares them: folded, stemmed, the same for the same thing in all scripts. */
import { classOf, digitClass, groupClass, hanClass, letterClass, markClass, marks, oddClass } from './character-class.ts'
import { foldDigits } from '../language/digit.ts'
import { foldText } from '../language/fold.ts'
import { monthNumbers } from '../language/month.ts'
import { readHanNumeral, readMagnitude, readNumber } from '../language/number.ts'
import { foldTraditional } from '../language/traditional.ts'
import { hashOf, hashStart, hashWith, WordTable } from './word-table.ts'

/** What a token is; numbers and marks are compared by value, words through links. */
export type TokenKind = 'mark' | 'number' | 'word'

export interface Token {
  kind: TokenKind
  /** What is compared: the stem of a word, `#1540` for a number, the ASCII form of a mark. */
  key: string
  /** The whole folded word; equal to `key` for the rest. */
  form: string
  /** Number of the token among those of its tokenizer, from 0. */
  id: number
}

/** Letters of a stem in spaced scripts. Five did best of five, six and seven on the development sets. */
const stemLength = 5

/** Pieces of a folded text, for texts that must be folded before they are cut. */
const piece =
  /\p{Nd}+(?:[.,'’٫٬ \u00A0\u202F]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?|[\p{L}\p{M}〇]+|[?？؟!！:：;；؛"«»“”„「」『』《》(（%％٪$＄€£￡/–—]/gu

const han = /\p{Script=Han}/u
const hanRun = /[\p{Script=Han}〇]+/gu
/** Numerals of two characters or more, a month in characters among them; single ones are left to the word segmenter. */
const hanNumeral = /([〇零一二三四五六七八九十百千万亿两]{2,})|([一二三四五六七八九十])(?=月)/gu

/** Tokens of a text in reading order. `language` is a BCP 47 code; an unknown one is read as any spaced language. */
export function tokenize(text: string, language: string): Token[] {
  return new Tokenizer(language).read(text).slice()
}

const number = /\p{Nd}+(?:[.,'’٫٬ ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?/gu
let wordSegmenter: Intl.Segmenter | undefined

/** The words of Chinese text by ICU's dictionary, which is loaded when it is asked for. */
function segmentWords(text: string): Intl.Segments {
  wordSegmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return wordSegmenter.segment(text)
}
const hanMagnitude = /^[十百千]?[万亿萬億]|^千/u

/** Reads the texts of one language; what it has made of a word is kept, so that the same word is the same object. */
export class Tokenizer {
  readonly #language: string
  readonly #months: ReadonlyMap<string, number>
  /** What became of a word or a plain number as written; a word that says nothing has no key. */
  readonly #words = new WordTable<Token>()
  /** What became of a key that is no word as written: a number, a mark, a word of a Chinese run. */
  readonly #others = new Map<string, Token>()
  #tokens: Token[] = []
  #count = 0

  constructor(language: string) {
    this.#language = language
    this.#months = monthNumbers(language)
  }

  /** Tokens of a text in reading order; the same for the same word, and shared between calls. */
  read(text: string): readonly Token[] {
    this.#tokens = []
    if (!this.#scan(text)) {
      this.#tokens = []
      this.#readFolded(foldText(text))
    }
    return this.#tokens
  }

  /** Cuts a text as written into pieces by the class of each character. Returns whether that is safe for this text. */
  #scan(text: string): boolean {
    let at = 0
    while (at < text.length) {
      const kind = classOf(text.charCodeAt(at))
      if (kind === letterClass || kind === hanClass) at = this.#scanWord(text, at)
      else if (kind === digitClass) at = this.#scanNumber(text, at)
      else if (kind === oddClass) return false
      else {
        if (kind === markClass) this.#pushMark(text.charAt(at))
        at++
      }
    }
    return true
  }

  /** Reads the word at a place of a text. Returns the place behind it. */
  #scanWord(text: string, start: number): number {
    let hash = hashStart
    let isHan = false
    let at = start
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const kind = classOf(code)
      if (kind === hanClass) isHan = true
      else if (kind !== letterClass) break
      hash = hashWith(hash, code)
    }
    if (isHan) this.#pushHan(foldText(text.slice(start, at)))
    else this.#pushWord(this.#words.find(text, start, at, hash) ?? this.#learnWord(text.slice(start, at), hash))
    return at
  }

  /** Reads the number at a place of a text, or several that only spaces and marks of groups part. Returns the place behind. */
  #scanNumber(text: string, start: number): number {
    let hash = hashStart
    let at = start
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (classOf(code) !== digitClass) break
      hash = hashWith(hash, code)
    }
    let end = at
    let isPlain = true
    for (; end < text.length; end++) {
      const kind = classOf(text.charCodeAt(end))
      if (kind === digitClass) isPlain = false
      else if (kind !== groupClass) break
    }
    if (isPlain) this.#tokens.push(this.#words.find(text, start, at, hash) ?? this.#learnNumber(text.slice(start, at), hash))
    else for (const [raw] of foldText(text.slice(start, end)).matchAll(number)) this.#pushNumber(raw)
    return end
  }

  #readFolded(folded: string): void {
    for (const [raw] of folded.matchAll(piece)) {
      if (marks.has(raw)) this.#pushMark(raw)
      else if (/^\p{Nd}/u.test(raw)) this.#pushNumber(raw)
      else if (han.test(raw)) this.#pushHan(raw)
      else {
        const hash = hashOf(raw)
        this.#pushWord(this.#words.find(raw, 0, raw.length, hash) ?? this.#learnWord(raw, hash))
      }
    }
  }

  #push(kind: TokenKind, key: string, form: string): void {
    this.#tokens.push(this.#shared(kind, key, form))
  }

  /** The token of a key that is no word as written. */
  #shared(kind: TokenKind, key: string, form: string): Token {
    let token = this.#others.get(key)
    if (token?.kind !== kind) this.#others.set(key, (token = this.#token(kind, key, form)))
    return token
  }

  #token(kind: TokenKind, key: string, form: string): Token {
    return { kind, key, form, id: this.#count++ }
  }

  #pushMark(written: string): void {
    const mark = marks.get(written) ?? written
    this.#push('mark', mark, mark)
  }

  #pushNumber(raw: string): void {
    this.#tokens.push(this.#readNumber(raw))
  }

  #readNumber(raw: string): Token {
    const key = `#${readNumber(raw) ?? foldDigits(raw)}`
    return this.#shared('number', key, key)
  }

  /** A run of digits alone as a token, kept for the next time. */
  #learnNumber(raw: string, hash: number): Token {
    const token = this.#readNumber(foldText(raw))
    this.#words.add(raw, hash, token)
    return token
  }

  /** A magnitude right after a number multiplies it in place. Returns whether it did. */
  #multiply(word: string): boolean {
    const last = this.#tokens.at(-1)
    const factor = last?.kind === 'number' ? readMagnitude(word) : undefined
    if (last === undefined || factor === undefined) return false
    const key = `#${Math.round(Number(last.key.slice(1)) * factor * 1000) / 1000}`
    this.#tokens.pop()
    this.#push('number', key, key)
    return true
  }

  #pushWord(token: Token): void {
    const tokens = this.#tokens
    if (tokens.length > 0 && tokens[tokens.length - 1]?.kind === 'number' && this.#multiply(token.form)) return
    if (token.key !== '') tokens.push(token)
  }

  /** A word as a token, kept for the next time. */
  #learnWord(raw: string, hash: number): Token {
    const token = this.#readWord(foldText(raw))
    this.#words.add(raw, hash, token)
    return token
  }

  /** A folded word as a token; without a key where it says nothing. */
  #readWord(form: string): Token {
    const month = this.#months.get(form)
    if (month !== undefined) return this.#token('number', `#m${month}`, form)
    const speaks = form.length > 1 || /^\P{ASCII}/u.test(form)
    return this.#token('word', speaks ? stemOf(form, this.#language) : '', form)
  }

  #pushHan(folded: string): void {
    const raw = foldTraditional(folded)
    let from = 0
    for (const run of raw.matchAll(hanRun)) {
      if (run.index > from) this.#pushForeign(raw.slice(from, run.index))
      from = run.index + run[0].length
      this.#pushHanRun(run[0])
    }
    if (from < raw.length) this.#pushForeign(raw.slice(from))
  }

  #pushForeign(form: string): void {
    this.#push('word', form.slice(0, stemLength), form)
  }

  #pushHanRun(run: string): void {
    const magnitude = hanMagnitude.exec(run)?.[0]
    let from = magnitude !== undefined && this.#multiply(magnitude) ? magnitude.length : 0
    for (const numeral of run.matchAll(hanNumeral)) {
      if (numeral.index < from) continue
      const value = readHanNumeral(numeral[0])
      if (value === undefined) continue
      this.#pushHanWords(run.slice(from, numeral.index))
      this.#push('number', `#${value}`, numeral[0])
      from = numeral.index + numeral[0].length
    }
    this.#pushHanWords(run.slice(from))
  }

  #pushHanWords(run: string): void {
    if (run === '') return
    for (const { segment, index } of segmentWords(run)) {
      const last = this.#tokens.at(-1)
      if (index === 0 && segment.startsWith('月') && last?.kind === 'number' && /^#(?:1[0-2]|[1-9])$/.test(last.key)) {
        this.#tokens.pop()
        this.#push('number', `#m${last.key.slice(1)}`, last.form)
      } else if (segment !== '的') this.#push('word', segment, segment)
    }
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
