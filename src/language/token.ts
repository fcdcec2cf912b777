/** Words, numbers and marks of a text as the aligner compares them: folded, stemmed, the same for the same thing in all scripts. */
import { classOf, digitClass, groupClass, hanClass, letterClass, markClass, marks, oddClass } from './character-class.ts'
import { foldDigits } from './digit.ts'
import { foldText } from './fold.ts'
import { monthNumbers } from './month.ts'
import { readHanNumeral, readMagnitude, readNumber } from './number.ts'
import { foldTraditional } from './traditional.ts'

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

/** Pieces of a folded text, for texts that must be folded before they are cut. */
const piece =
  /\p{Nd}+(?:[.,'’٫٬ \u00A0\u202F]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?|[\p{L}\p{M}〇]+|[?？؟!！:：;；؛"«»“”„「」『』《》(（%％٪$＄€£￡/–—]/gu

const han = /\p{Script=Han}/u
const hanRun = /[\p{Script=Han}〇]+/gu
/** Numerals of two characters or more, a month in characters among them; single ones are left to the word segmenter. */
const hanNumeral = /([〇零一二三四五六七八九十百千万亿两]{2,})|([一二三四五六七八九十])(?=月)/gu

/** Tokens of a text in reading order. `language` is a BCP 47 code; an unknown one is read as any spaced language. */
export function tokenize(text: string, language: string): Token[] {
  return [...new Tokenizer(language).read(text)]
}

const number = /\p{Nd}+(?:[.,'’٫٬ ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?/gu
const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const hanMagnitude = /^[十百千]?[万亿萬億]|^千/u

/** Reads the texts of one language; what it has made of a word is kept, so that the same word is the same object. */
export class Tokenizer {
  readonly #language: string
  readonly #months: ReadonlyMap<string, number>
  /** What became of a word as written. */
  readonly #words = new Map<string, Token>()
  /** What became of a key that is no word as written: a number, a mark, a word of a Chinese run. */
  readonly #others = new Map<string, Token>()
  #tokens: Token[] = []

  constructor(language: string) {
    this.#language = language
    this.#months = monthNumbers(language)
  }

  /** Tokens of a text in reading order. The list is used again by the next call; the tokens may be shared. */
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
      const start = at++
      if (kind === letterClass || kind === hanClass) {
        let isHan = kind === hanClass
        for (; at < text.length; at++) {
          const next = classOf(text.charCodeAt(at))
          if (next === hanClass) isHan = true
          else if (next !== letterClass) break
        }
        const raw = text.slice(start, at)
        if (isHan) this.#pushHan(foldText(raw))
        else this.#pushWord(raw)
      } else if (kind === digitClass) {
        for (; at < text.length; at++) {
          const next = classOf(text.charCodeAt(at))
          if (next !== digitClass && next !== groupClass) break
        }
        for (const [raw] of foldText(text.slice(start, at)).matchAll(number)) this.#pushNumber(raw)
      } else if (kind === markClass) this.#pushMark(text.charAt(start))
      else if (kind === oddClass) return false
    }
    return true
  }

  #readFolded(folded: string): void {
    for (const [raw] of folded.matchAll(piece)) {
      if (marks.has(raw)) this.#pushMark(raw)
      else if (/^\p{Nd}/u.test(raw)) this.#pushNumber(raw)
      else if (han.test(raw)) this.#pushHan(raw)
      else this.#pushWord(raw)
    }
  }

  #push(kind: TokenKind, key: string, form: string): void {
    let token = this.#others.get(key)
    if (token?.kind !== kind) this.#others.set(key, (token = { kind, key, form }))
    this.#tokens.push(token)
  }

  #pushMark(written: string): void {
    const mark = marks.get(written) ?? written
    this.#push('mark', mark, mark)
  }

  #pushNumber(raw: string): void {
    const key = `#${readNumber(raw) ?? foldDigits(raw)}`
    this.#push('number', key, key)
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

  #pushWord(raw: string): void {
    let token = this.#words.get(raw)
    if (!token) this.#words.set(raw, (token = this.#readWord(foldText(raw))))
    if (this.#tokens.at(-1)?.kind === 'number' && this.#multiply(token.form)) return
    if (token.key !== '') this.#tokens.push(token)
  }

  /** A folded word as a token; without a key where it says nothing. */
  #readWord(form: string): Token {
    const month = this.#months.get(form)
    if (month !== undefined) return { kind: 'number', key: `#m${month}`, form }
    const speaks = form.length > 1 || /^\P{ASCII}/u.test(form)
    return { kind: 'word', key: speaks ? stemOf(form, this.#language) : '', form }
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
    for (const { segment, index } of wordSegmenter.segment(run)) {
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
