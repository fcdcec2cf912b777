/** Words of a text as a memory compares and finds them: folded, Arabic without its clitics, Chinese a character each. */
import { codeUnitTable } from '../language/code-unit-table.ts'
import { foldDigits } from '../language/digit.ts'
import { foldText } from '../language/fold.ts'
import { primaryLanguage, type LanguageTag } from '../language/tag.ts'
import { stemOf } from '../words/token.ts'
import { foldTraditional } from '../language/traditional.ts'
import { hashOf, hashStart, hashWith, WordTable } from '../words/word-table.ts'

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
export const [noClass, letterClass, digitClass, hanClass, pairClass] = [0, 1, 2, 3, 4]
export const classOf = codeUnitTable(readClass)

function readClass(character: string): number {
  if (/^[\uD800-\uDFFF]$/.test(character)) return pairClass
  if (/^[\p{Script=Han}〇]$/u.test(character)) return hanClass
  if (/^[\p{L}\p{M}]$/u.test(character)) return letterClass
  return /^\p{Nd}$/u.test(character) ? digitClass : noClass
}

/** A number with its groups and decimals. */
const number = /\p{Nd}+(?:[.,'’٫٬ \u00A0\u202F]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?/uy

/** The place behind the number at a place of a text. */
export function endOfNumber(text: string, start: number): number {
  number.lastIndex = start
  return start + (number.exec(text)?.[0].length ?? 1)
}

/** Words of any script, where there are characters beyond the first plane. */
const piece = /[\p{Script=Han}〇]|\p{Nd}+|[\p{L}\p{M}](?:(?![\p{Script=Han}〇])[\p{L}\p{M}])*/gu

/** What is made of a piece of text. */
interface Reading {
  form: string
  key: string
  isNumber: boolean
  isHan: boolean
  /** Of the form. */
  hash: number
}

/** Pieces that are remembered: most texts are of few words. */
const mostReadings = 16_384

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
      at = endOfNumber(text, start)
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

/** Of the form of a Chinese character of the first plane. */
export function hanHash(text: string, at: number): number {
  return readHan(text, at).hash
}

/** A number as it is compared: its digits and the marks between them. */
export function foldNumber(raw: string): string {
  return foldDigits(raw).replace(/[^\d.,٫]/gu, '')
}

const digit = /^\p{Nd}/u
const han = /^[\p{Script=Han}〇]$/u

function readPiece(raw: string, language: string): Reading {
  if (han.test(raw)) return readingOf(foldTraditional(raw.normalize('NFKC')), { isHan: true })
  if (digit.test(raw)) return readingOf(foldNumber(raw), { isNumber: true })
  const form = foldText(raw)
  return { ...readingOf(form, {}), key: language === 'ar' ? stemOf(form, 'ar') : form }
}

/** What one word is found by that is no Chinese character. */
export function keyOf(word: string, language: LanguageTag): string {
  return readPiece(word, primaryLanguage(language)).key
}

function readingOf(form: string, { isHan = false, isNumber = false }: Partial<Reading>): Reading {
  return { form, key: form, isNumber, isHan, hash: hashOf(form) }
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

/**
 * A whole number below 2 ** 53 for a text: what it is without case, marks and numbers first (`loose`), then what it is
 * (`whole`), so that texts of the same words are beside each other.
 */
export function hashText({ loose, whole }: { loose: number; whole: number }): number {
  return loose * looseStep + (whole >>> 11)
}

/** How many hashes there are for each `loose`. */
export const looseStep = 2 ** 21
