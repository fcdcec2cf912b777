/**
 * Words of a text as numbers: the same words as `readWords` gives, without a string for any of them. Texts that cannot be meant
 * are told by them from those that may be; equal numbers are looked at again as words.
 */
import { codeUnitTable } from '../language/code-unit-table.ts'
import { foldText } from '../language/fold.ts'
import { primaryLanguage, type LanguageTag } from '../language/tag.ts'
import { hashOf, hashStart, hashWith } from '../words/word-table.ts'
import { NumberTable } from './number-table.ts'
import { classOf, digitClass, endOfNumber, foldNumber, hanClass, hanHash, letterClass, noClass, readWords } from './words.ts'

/** What a code unit is, in the low three bits: a letter that may be two, and what needs the letters beside it to be told, too. */
const [pairedClass, oddClass] = [5, 6]
/** What a code unit is, and what it is folded to: a letter, the value of a digit, a place in `paired`. */
const unitOf = codeUnitTable(readUnit)

/** Letters that are folded to two. */
const paired: Array<readonly [number, number]> = []

/** Letters that are folded one by one, whatever stands beside them. */
const alone = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\u0300-\u036F\u0640\u064B-\u065F\u0670]$/u

function readUnit(character: string): number {
  const kind = classOf(character.charCodeAt(0))
  if (kind === noClass || kind === hanClass) return kind
  if (kind === digitClass && /^[0-9٠-٩۰-۹]$/.test(character)) return digitClass | ((character.charCodeAt(0) & 15) << 3)
  if (kind !== letterClass || !alone.test(character)) return oddClass
  const folded = foldText(character)
  if (folded.length > 2) return oddClass
  if (folded.length < 2) return letterClass | (folded === '' ? 0 : folded.charCodeAt(0) << 3)
  return pairedClass | ((paired.push([folded.charCodeAt(0), folded.charCodeAt(1)]) - 1) << 3)
}

/** What may join two runs of digits into one number. */
const joins = codeUnitTable((character) => (/^[.,'’٫٬ \u00A0\u202F]$/.test(character) ? 1 : 0))

/** Words of the text that was read last. */
export class HashedWords {
  length = 0
  /** A number for the form of each word; odd for numbers, even for the rest. */
  hashes = new Int32Array(256)
  /** Where each stands in the text, in UTF-16 units. */
  starts = new Int32Array(256)
  ends = new Int32Array(256)
  /** Another number for each form: no two forms have both. */
  checks = new Int32Array(256)
  /** 1 for Chinese characters. */
  han = new Uint8Array(256)
  /** 32 bits, the same for texts that differ in case, marks, folded spelling and the values of numbers alone. */
  loose = 0
  /** `hashOf` of the text as it is. */
  whole = 0
  /** The text, where its keys are still to be read. */
  #text: string | undefined
  #keys = this.hashes
  #stems = new Int32Array(0)

  read(text: string, language: LanguageTag): this {
    this.#clear()
    if (!this.#scan(text)) {
      this.#clear()
      this.whole = hashOf(text)
      for (const { form, isNumber, isHan, start, end } of readWords(text, language)) {
        if (isNumber) this.#pushNumber(hashOf(form), checkOf(form), start, end)
        else this.#push(hashOf(form), checkOf(form), start, end, isHan)
      }
    }
    this.loose >>>= 0
    this.#keys = this.hashes
    this.#text = primaryLanguage(language) === 'ar' ? text : undefined
    return this
  }

  /** The same for the key of each word: of Arabic words without clitics, elsewhere of the form. */
  get keys(): Int32Array {
    if (this.#text !== undefined) this.#readKeys(this.#text)
    this.#text = undefined
    return this.#keys
  }

  #clear(): void {
    this.length = 0
    this.loose = hashStart
    this.whole = hashStart
  }

  #readKeys(text: string): void {
    if (this.#stems.length !== this.hashes.length) this.#stems = new Int32Array(this.hashes.length)
    const stems = (this.#keys = this.#stems)
    for (let at = 0; at < this.length; at++) {
      const hash = this.hashes[at] as number
      stems[at] = (hash & 1) === 1 ? hash : arabicKey(hash, this.checks[at] as number, text, this.starts[at] as number, this.ends[at] as number)
    }
  }

  /** Reads a text letter by letter; whether it has nothing but what is read so. */
  #scan(text: string): boolean {
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at)
      const kind = unitOf(code) & 7
      if (kind === noClass) {
        this.whole = hashWith(this.whole, code)
        at++
      } else if (kind === hanClass) {
        this.whole = hashWith(this.whole, code)
        this.#push(hanHash(text, at), code, at, at + 1, true)
        at++
      } else if (kind === oddClass) return false
      else {
        at = kind === digitClass ? this.#scanNumber(text, at) : this.#scanWord(text, at)
        if (at < 0) return false
      }
    }
    return true
  }

  /** The place behind a word; -1 for one that must be folded as a whole. */
  #scanWord(text: string, start: number): number {
    let hash = hashStart
    let check = checkStart
    let whole = this.whole
    let at = start
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const unit = unitOf(code)
      const folded = unit >>> 3
      if ((unit & 7) === letterClass) {
        whole = hashWith(whole, code)
        if (folded === 0) continue
        hash = hashWith(hash, folded)
        check = checkWith(check, folded)
      } else if ((unit & 7) === pairedClass) {
        whole = hashWith(whole, code)
        for (const each of paired[folded] ?? []) {
          hash = hashWith(hash, each)
          check = checkWith(check, each)
        }
      } else if (unit === oddClass) return -1
      else break
    }
    this.whole = whole
    if (check !== checkStart) this.#push(hash, check, start, at)
    return at
  }

  /** The place behind a number; -1 for digits that are not folded. */
  #scanNumber(text: string, start: number): number {
    let hash = hashStart
    let check = checkStart
    let at = start
    for (; at < text.length; at++) {
      const unit = unitOf(text.charCodeAt(at))
      if ((unit & 7) === digitClass) {
        hash = hashWith(hash, 48 + (unit >>> 3))
        check = checkWith(check, 48 + (unit >>> 3))
      } else if (unit === oddClass && classOf(text.charCodeAt(at)) === digitClass) return -1
      else break
    }
    if (at + 1 < text.length && joins(text.charCodeAt(at)) === 1 && classOf(text.charCodeAt(at + 1)) === digitClass) {
      at = endOfNumber(text, start)
      const form = foldNumber(text.slice(start, at))
      // Behind a mark there may be digits of other scripts.
      if (!/^[\d.,٫]+$/u.test(form)) return -1
      hash = hashOf(form)
      check = checkOf(form)
    }
    for (let each = start; each < at; each++) this.whole = hashWith(this.whole, text.charCodeAt(each))
    this.#pushNumber(hash, check, start, at)
    return at
  }

  #push(hash: number, check: number, start: number, end: number, isHan = false): void {
    this.#place(numberOf(hash, false), check, start, end)
    this.han[this.length - 1] = isHan ? 1 : 0
    this.loose = looseWith(this.loose, hash)
  }

  #pushNumber(hash: number, check: number, start: number, end: number): void {
    this.#place(numberOf(hash, true), check, start, end)
    this.han[this.length - 1] = 0
    this.loose = looseWith(this.loose, anyNumber)
  }

  #place(hash: number, check: number, start: number, end: number): void {
    if (this.length === this.hashes.length) this.#grow()
    this.hashes[this.length] = hash
    this.checks[this.length] = check
    this.starts[this.length] = start
    this.ends[this.length++] = end
  }

  #grow(): void {
    const grown = (list: Int32Array): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(list.length * 2)
      next.set(list)
      return next
    }
    this.hashes = grown(this.hashes)
    this.checks = grown(this.checks)
    this.starts = grown(this.starts)
    this.ends = grown(this.ends)
    const han = new Uint8Array(this.han.length * 2)
    han.set(this.han)
    this.han = han
  }
}

/** What a word or key that `readWords` gives is in `hashes` or `keys`; never 0. */
export function numberOf(hash: number, isNumber: boolean): number {
  return isNumber ? hash | 1 : hash & ~1 || 2
}

/** All numbers are one word for `loose`. */
const anyNumber = hashOf('#')

function looseWith(loose: number, hash: number): number {
  const next = hashWith(loose, hash)
  return Math.imul(next ^ (next >>> 15), 0x85ebca6b)
}

const checkStart = 7

function checkWith(check: number, code: number): number {
  return Math.imul(check, 0x5bd1e995) + code | 0
}

function checkOf(form: string): number {
  let check = checkStart
  for (let at = 0; at < form.length; at++) check = checkWith(check, form.charCodeAt(at))
  return check
}

/** Arabic words whose keys are remembered. */
const mostKeys = 2 ** 18
let keys = new NumberTable()

/** The number of the key of an Arabic word, given those of its form and its place in a text. */
function arabicKey(hash: number, check: number, text: string, start: number, end: number): number {
  const known = keys.find(hash, check)
  if (known !== undefined) return known
  const key = numberOf(hashOf(readWords(text.slice(start, end), 'ar')[0]?.key ?? ''), false)
  if (keys.count >= mostKeys) keys = new NumberTable()
  keys.add(hash, check, key)
  return key
}
