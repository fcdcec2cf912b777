/** What words are found by, as numbers: a word that was seen before costs no string. */
import type { LanguageTag } from '../language/tag.ts'
import type { NumberList } from './bytes.ts'
import type { HashedWords } from './hashed-words.ts'
import { NumberTable } from './number-table.ts'
import { keyOf, readWords, wordKeys } from './words.ts'

/** The keys of one language (see `wordKeys`), numbered from 0 in the order in which they came. */
export class KeyNumbers {
  readonly #language: LanguageTag
  /** Keys by their numbers. */
  readonly list: string[] = []
  readonly #numbers = new Map<string, number>()
  /** The same by the numbers of the forms that words have. */
  readonly #forms = new NumberTable()

  constructor(language: LanguageTag) {
    this.#language = language
  }

  /** The numbers of what the words of a text that was read are found by, in their order. */
  read(words: HashedWords, text: string, into: NumberList): void {
    const { hashes, checks, han, length } = words
    for (let at = 0; at < length; at++) {
      const known = han[at] === 0 ? this.#forms.find(hashes[at] as number, checks[at] as number) : undefined
      into.push(known ?? this.at(words, text, at))
    }
  }

  /** The number of what a word of a text that was read is found by. */
  at({ hashes, checks, han, starts, ends, length }: HashedWords, text: string, at: number): number {
    const [hash, check] = [hashes[at] as number, checks[at] as number]
    if (han[at] === 0) return this.#forms.find(hash, check) ?? this.#learn(keyOf(text.slice(starts[at], ends[at]), this.#language), hash, check)
    // Two characters, or one that no other follows.
    const last = at + 1 < length && han[at + 1] === 1 ? at + 1 : at
    const pair = mix(hash, last === at ? 1 : (hashes[last] as number))
    const pairCheck = mix(check, last === at ? 1 : (checks[last] as number))
    return this.#forms.find(pair, pairCheck) ?? this.#learn(wordKeys(readWords(text.slice(starts[at], ends[last]), this.#language))[0] ?? '', pair, pairCheck)
  }

  /** The number of a key; `undefined` for one that did not come yet. */
  numberOf(key: string): number | undefined {
    return this.#numbers.get(key)
  }

  #learn(key: string, hash: number, check: number): number {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.list.push(key) - 1
      this.#numbers.set(key, number)
    }
    this.#forms.add(hash, check, number)
    return number
  }
}

function mix(one: number, other: number): number {
  const mixed = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d)
  return Math.imul(mixed ^ other, 0x9e3779b1)
}
