/** Words of a text as a memory compares and finds them: folded, Arabic without its clitics, Chinese a character each. */
import { codeUnitTable } from '../language/code-unit-table.ts'
import { foldDigits } from '../language/digit.ts'
import { foldText } from '../language/fold.ts'
import { primaryLanguage, type LanguageTag } from '../language/tag.ts'
import { stemOf } from '../language/token.ts'
import { foldTraditional } from '../language/traditional.ts'
import { hashOf, hashStart, hashWith, WordTable } from '../language/word-table.ts'

export interface Word {
  /** As it is compared: folded. */
  form: string
  /** As it is found: in Arabic without conjunction, article and endings; the form elsewhere. */
  key: string
  isNumber: boolean
  isHan: boolean
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
}

/** What a character is: the beginning of nothing, of a word, of a number, or a word by itself. */
const [noClass, letterClass, digitClass, hanClass, pairClass] = [0, 1, 2, 3, 4]
const classOf = codeUnitTable(readClass)

function readClass(character: string): number {
  if (/^[\uD800-\uDFFF]$/.test(character)) return pairClass
  if (/^[\p{Script=Han}〇]$/u.test(character)) return hanClass
  if (/^[\p{L}\p{M}]$/u.test(character)) return letterClass
  return /^\p{Nd}$/u.test(character) ? digitClass : noClass
}

/** A number with its groups and decimals. */
const number = /\p{Nd}+(?:[.,'’٫٬ \u00A0\u202F]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?/uy

/** Words of any script, where there are characters beyond the first plane. */
const piece = /[\p{Script=Han}〇]|\p{Nd}+|[\p{L}\p{M}](?:(?![\p{Script=Han}〇])[\p{L}\p{M}])*/gu

/** What is made of a piece of text. */
interface Reading {
  form: string
  key: string
  isNumber: boolean
  isHan: boolean
  /** Of the form; one for all numbers. */
  hash: number
}

/** Pieces that are remembered: most texts are of few words. */
const mostReadings = 200_000

/** What became of the pieces of one language. */
class Readings {
  readonly #language: string
  #table = new WordTable<Reading>()
  #count = 0

  constructor(language: string) {
    this.#language = language
  }

  /** The piece at a place of a text, given its hash. */
  read(text: string, start: number, end: number, hash: number): Reading {
    const known = this.#table.find(text, start, end, hash)
    if (known) return known
    if (++this.#count > mostReadings) {
      this.#table = new WordTable()
      this.#count = 1
    }
    const raw = text.slice(start, end)
    const reading = readPiece(raw, this.#language)
    this.#table.add(raw, hash, reading)
    return reading
  }
}

const readings = new Map<string, Readings>()

/** Words of a text in reading order. Marks are no words. */
export function readWords(text: string, language: LanguageTag): Word[] {
  const words: Word[] = []
  scanWords(text, language, ({ form, key, isNumber, isHan }, start, end) => {
    words.push({ form, key, isNumber, isHan, start, end })
  })
  return words
}

/** Calls back with each word of a text, in reading order. */
function scanWords(text: string, language: LanguageTag, found: (reading: Reading, start: number, end: number) => void): void {
  let known = readings.get(language)
  if (known === undefined) readings.set(language, (known = new Readings(primaryLanguage(language))))
  const push = (start: number, end: number, hash: number): void => {
    const reading = known.read(text, start, end, hash)
    if (reading.form !== '') found(reading, start, end)
  }
  for (let at = 0; at < text.length; ) {
    const start = at
    const kind = classOf(text.charCodeAt(at))
    if (kind === noClass) at++
    else if (kind === hanClass) found(readHan(text, start), start, ++at)
    else if (kind === letterClass) {
      let hash = hashStart
      for (; at < text.length && classOf(text.charCodeAt(at)) === letterClass; at++) hash = hashWith(hash, text.charCodeAt(at))
      push(start, at, hash)
    } else if (kind === digitClass) {
      number.lastIndex = start
      at += number.exec(text)?.[0].length ?? 1
      push(start, at, hashOf(text.slice(start, at)))
    } else {
      // Rare characters: the rest goes the slow way.
      for (const { 0: raw, index } of text.slice(start).matchAll(piece)) push(start + index, start + index + raw.length, hashOf(raw))
      break
    }
  }
}

const hanReadings: Reading[] = []

/** The character at a place, of the first plane. */
function readHan(text: string, at: number): Reading {
  return (hanReadings[text.charCodeAt(at)] ??= readPiece(text.charAt(at), 'zh'))
}

const digit = /^\p{Nd}/u
const han = /^[\p{Script=Han}〇]$/u

function readPiece(raw: string, language: string): Reading {
  if (han.test(raw)) {
    const form = foldTraditional(raw.normalize('NFKC'))
    return { form, key: form, isNumber: false, isHan: true, hash: hashOf(form) }
  }
  if (digit.test(raw)) {
    const form = foldDigits(raw).replace(/[^\d.,٫]/gu, '')
    return { form, key: form, isNumber: true, isHan: false, hash: hashOf('#') }
  }
  const form = foldText(raw)
  return { form, key: language === 'ar' ? stemOf(form, 'ar') : form, isNumber: false, isHan: false, hash: hashOf(form) }
}

/** Behind a Chinese character that no other one follows. */
export const hanEnd = '\u0001'

/**
 * What each word is found by, as many: its key; of a Chinese character the key with that of the next one, so that what is
 * common alone is rarer in pairs.
 */
export function wordKeys(words: readonly Word[]): string[] {
  return words.map(({ key, isHan }, index) => {
    if (!isHan) return key
    const next = words[index + 1]
    return key + (next?.isHan === true ? next.key : hanEnd)
  })
}

/** What is counted of the words of a text. */
export interface WordCount {
  count: number
  /** A whole number below 2 ** 52, the same for texts that differ in case, marks, folded spelling and the values of numbers alone. */
  loose: number
}

/** Calls back with what each word of a text is found by, as `wordKeys` gives it. */
export function scanKeys(text: string, language: LanguageTag, found: (key: string) => void): WordCount {
  let count = 0
  let low = hashOf(language)
  let high = 0
  let before: string | undefined
  scanWords(text, language, ({ key, isHan, hash }) => {
    count++
    low = hashWith(low, hash)
    high = Math.imul(high ^ hash, 0x85ebca6b) ^ (high >>> 13)
    if (before !== undefined) found(pairKey(before, isHan ? key : hanEnd))
    before = isHan ? key : undefined
    if (!isHan) found(key)
  })
  if (before !== undefined) found(pairKey(before, hanEnd))
  return { count, loose: (high >>> 12) * 2 ** 32 + (low >>> 0) }
}

const pairs = new Map<string, Map<string, string>>()

/** Two characters as one text: always the same one, whose hash is known. */
function pairKey(first: string, second: string): string {
  let seconds = pairs.get(first)
  if (seconds === undefined) pairs.set(first, (seconds = new Map()))
  let pair = seconds.get(second)
  if (pair === undefined) seconds.set(second, (pair = first + second))
  return pair
}

/** A whole number below 2 ** 52 for a text of a language. */
export function hashText(text: string, language: LanguageTag): number {
  const low = hashOf(`${language} ${text}`) >>> 0
  let high = 0x9e3779b9 | 0
  for (let at = text.length - 1; at >= 0; at--) high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b) ^ (high >>> 13)
  return (high >>> 12) * 2 ** 32 + low
}
