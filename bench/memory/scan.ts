/**
 * The best match of each question by a scan of all texts of a memory, without its index: every text is compared with every
 * question unless its words alone tell that it cannot be better than the best one so far.
 */
import type { LanguageCode } from '../../src/language/code.ts'
import { editDistance, scoreOf } from '../../src/memory/distance.ts'
import { HashedWords, numberOf } from '../../src/memory/hashed-words.ts'
import { openSqlite } from '../../src/memory/sqlite-store.ts'
import { readWords, type Word } from '../../src/memory/words.ts'
import { hashOf } from '../../src/words/word-table.ts'

/** What was asked in a language, and the best score that a memory has found for each question, 0 for none. */
export interface Asked {
  language: LanguageCode
  texts: readonly string[]
  best: readonly number[]
}

/** Texts that are read at once. */
const pageLength = 20_000

/** For how many of the questions that have a match of such a score the memory has found one as good. */
export async function scanMemory(file: string, asked: readonly Asked[], min: number): Promise<Array<{ language: LanguageCode; found: number; of: number; texts: number }>> {
  const scans = new Map<string, Scan>(asked.map((each) => [each.language, new Scan(each, min)] as const))
  const store = await openSqlite(file, false)
  try {
    for (let after = 0; ; ) {
      const page = await store.textsAfter(after, pageLength)
      for (const [id, language, text] of page) {
        scans.get(language)?.read(text)
        after = id
      }
      if (page.length < pageLength) break
    }
  } finally {
    await store.close()
  }
  return [...scans.values()].map((scan) => scan.result())
}

/** The questions of one language. */
class Scan {
  readonly #asked: Asked
  readonly #min: number
  readonly #questions: ReadonlyArray<{ words: readonly Word[]; keys: number }>
  /** The best score of each question so far. */
  readonly #top: number[]
  /** Questions by the words that they have, numbers aside. */
  readonly #by = new Map<number, number[]>()
  /** How many of the words of each question the present text has. */
  readonly #counts: Uint16Array
  readonly #hashed = new HashedWords()
  #texts = 0

  constructor(asked: Asked, min: number) {
    this.#asked = asked
    this.#min = min
    this.#top = [...asked.best]
    this.#counts = new Uint16Array(asked.texts.length)
    this.#questions = asked.texts.map((text, question) => {
      const words = readWords(text, asked.language)
      const keys = new Set(words.flatMap(({ key, isNumber }) => (isNumber ? [] : [numberOf(hashOf(key), false)])))
      for (const key of keys) this.#by.set(key, [...(this.#by.get(key) ?? []), question])
      return { words, keys: keys.size }
    })
  }

  read(text: string): void {
    this.#texts++
    const { language } = this.#asked
    const { keys, length } = this.#hashed.read(text, language)
    this.#counts.fill(0)
    const seen = new Set<number>()
    for (let at = 0; at < length; at++) {
      const key = keys[at] as number
      if (seen.has(key)) continue
      seen.add(key)
      for (const question of this.#by.get(key) ?? []) this.#counts[question] = (this.#counts[question] as number) + 1
    }
    let words: Word[] | undefined
    for (const [question, asked] of this.#questions.entries()) {
      const longest = Math.max(asked.words.length, length)
      const limit = (1 - Math.max(this.#min, this.#top[question] as number)) * longest + 1e-9
      // A word that is not there was changed or left out, which costs 1, as each word more does.
      if (Math.abs(asked.words.length - length) > limit || asked.keys - (this.#counts[question] as number) > limit) continue
      words ??= readWords(text, language)
      const distance = editDistance(asked.words, words, limit)
      if (distance < Infinity) this.#top[question] = Math.max(this.#top[question] as number, text === this.#asked.texts[question] ? 1 : scoreOf(distance, asked.words, words))
    }
  }

  result(): { language: LanguageCode; found: number; of: number; texts: number } {
    const { best, language } = this.#asked
    const answered = this.#top.map((score, question) => ({ score, own: best[question] as number })).filter(({ score }) => score >= this.#min)
    return { language, found: answered.filter(({ score, own }) => own >= score - 1e-9).length, of: answered.length, texts: this.#texts }
  }
}
