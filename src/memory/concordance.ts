/** Texts in which a word or a phrase stands: as words, in Arabic with any clitics, in Chinese as characters. */
import { primaryLanguage, type LanguageTag } from '../language/tag.ts'
import { stemOf } from '../language/token.ts'
import { rowsFromJson, type Database } from './database.ts'
import type { FoundWord, WordIndex } from './word-index.ts'
import { hanEnd, readWords, wordKeys, type Word } from './words.ts'

/** A text in which a phrase stands. */
export interface PhraseText {
  id: number
  text: string
  /** In UTF-16 units. */
  places: Array<[start: number, end: number]>
}

/** What may stand in the place of a word of the phrase. */
type Test = (word: Word) => boolean

/** What stands in front of an Arabic word, written together with it. */
const arabicBefore = ['', 'ال', 'و', 'ف', 'ب', 'ك', 'ل', 'لل', 'وال', 'فال', 'بال', 'كال', 'وب', 'ول', 'فب', 'فل', 'وبال', 'ولل', 'فلل']
const arabicBehind = ['', 'ها', 'هم', 'ه', 'ي', 'نا', 'كم', 'هما']

/** Words that one with a star may be, and pairs that a Chinese character may begin. */
const mostExpanded = 5_000

/** Texts that are read at once, and in all: a phrase of common words may be rare. */
const batchLength = 64
const mostRead = 20_000

/**
 * Texts with a phrase, the last ones first, in batches. A word that ends in `*` stands for all that begin so.
 *
 * Case, accents, vowel signs and marks between words do not count.
 */
export function* findPhrase(database: Database, index: WordIndex, phrase: string, language: LanguageTag): Generator<PhraseText[], void, undefined> {
  const words = readWords(phrase, language)
  const parts = words.map((word, at) => partOf(index, words, at, phrase.charAt(word.end) === '*', language))
  const lists = parts.flatMap((part) => (part.lists === undefined ? [] : [part.lists]))
  const fetch = database.prepare('SELECT json_group_array(json_array(id, text)) AS list FROM (SELECT id, text FROM texts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC)')
  let read = 0
  // The last part of the index has the last texts: most questions need no other.
  for (let part = index.parts - 1; part >= 0; part--) {
    const ids = inAll(index, lists, part)
    for (let end = ids.length; end > 0 && read < mostRead; end -= batchLength) {
      const batch = ids.subarray(Math.max(0, end - batchLength), end)
      read += batch.length
      yield rowsFromJson<[id: number, text: string]>(fetch, JSON.stringify([...batch])).flatMap(([id, text]) => {
        const places = placesOf(readWords(text, language), parts.map(({ test }) => test))
        return places.length === 0 ? [] : [{ id, text, places }]
      })
    }
  }
}

interface Part {
  /** Where it may be found; missing where other parts find all that it could. */
  lists: FoundWord[] | undefined
  test: Test
}

function partOf(index: WordIndex, words: readonly Word[], at: number, isOpen: boolean, language: LanguageTag): Part {
  const word = words[at] as Word
  const found = (keys: Iterable<string>): FoundWord[] => [...keys].map((key) => index.find(language, key))
  if (word.isHan) {
    const next = words[at + 1]
    const test: Test = ({ key }) => key === word.key
    if (next?.isHan === true) return { lists: found([wordKeys([word, next])[0] ?? '']), test }
    // Behind another character its pair has found it.
    if (words[at - 1]?.isHan === true) return { lists: undefined, test }
    return { lists: found(new Set([...index.beginning(language, word.key, mostExpanded), word.key + hanEnd])), test }
  }
  if (isOpen) {
    // Of Arabic words with their clitics only the stem is in the index.
    return { lists: found(index.beginning(language, word.key, mostExpanded)), test: ({ form, key }) => form.startsWith(word.form) || key.startsWith(word.key) }
  }
  if (primaryLanguage(language) === 'ar' && !word.isNumber) {
    const keys = arabicKeys(word)
    return { lists: found(keys), test: ({ key }) => keys.has(key) }
  }
  return { lists: found([word.key]), test: ({ form }) => form === word.form }
}

/** What an Arabic word is found by, with clitics or without. */
function arabicKeys({ form, key }: Word): Set<string> {
  const bare = form.replace(/^ال(?=\p{L}{3})/u, '')
  const keys = new Set([key])
  for (const stem of new Set([bare, key])) {
    for (const before of arabicBefore) {
      for (const behind of arabicBehind) {
        // The article in front of lam: `للجنة` of `لجنة`.
        const joined = before.endsWith('لل') && stem.startsWith('ل') ? before + stem.slice(1) : before + stem
        keys.add(stemOf(joined + behind, 'ar'))
      }
    }
  }
  return keys
}

/** Ids of texts of a part of the index that are in one list at least of each group, in rising order. */
function inAll(index: WordIndex, groups: readonly FoundWord[][], part: number): Int32Array {
  const count = (lists: readonly FoundWord[]): number => lists.reduce((sum, list) => sum + list.countIn(part), 0)
  const ordered = groups.toSorted((a, b) => count(a) - count(b))
  const [rarest] = ordered
  if (rarest === undefined || ordered.length > 255) return new Int32Array(0)
  const { votes: stages } = index
  const all = new Int32Array(count(rarest))
  let length = 0
  for (const [stage, lists] of ordered.entries()) {
    for (const list of lists) {
      list.eachIn(part, (id) => {
        if (stages[id] !== stage) return
        stages[id] = stage + 1
        if (stage === 0) all[length++] = id
      })
    }
  }
  const touched = all.subarray(0, length)
  const found = ordered.length === 1 ? touched : touched.filter((id) => stages[id] === ordered.length)
  for (const id of touched) stages[id] = 0
  // Several lists are not in order together.
  return rarest.length === 1 ? found : found.sort()
}

function placesOf(words: readonly Word[], tests: readonly Test[]): Array<[number, number]> {
  const places: Array<[number, number]> = []
  for (let at = 0; at + tests.length <= words.length; at++) {
    if (!tests.every((test, index) => test(words[at + index] as Word))) continue
    places.push([(words[at] as Word).start, (words[at + tests.length - 1] as Word).end])
    at += tests.length - 1
  }
  return places
}
