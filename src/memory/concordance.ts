/** Texts in which a word or a phrase stands: as words, in Arabic with any clitics, in Chinese as characters. */
import { primaryLanguage, type LanguageTag } from '../language/tag.ts'
import { stemOf } from '../words/token.ts'
import { hashOf } from '../words/word-table.ts'
import { HashedWords, numberOf } from './hashed-words.ts'
import { BackwardCursor } from './posting.ts'
import type { Store } from './store.ts'
import type { LanguageIndex, WordList } from './word-index.ts'
import { readWords, wordKeys, type Word } from './words.ts'

/** A text in which a phrase stands. */
export interface PhraseText {
  id: number
  text: string
  /** In UTF-16 units. */
  places: Array<[start: number, end: number]>
}

/** What may stand in the place of a word of the phrase. */
interface Test {
  passes: (word: Pick<Word, 'form' | 'key'>) => boolean
  /** The keys that pass, as `HashedWords` has them; missing where that is not known. */
  keys?: ReadonlySet<number>
}

/** What stands in front of an Arabic word, written together with it. */
const arabicBefore = ['', 'ال', 'و', 'ف', 'ب', 'ك', 'ل', 'لل', 'وال', 'فال', 'بال', 'كال', 'وب', 'ول', 'فب', 'فل', 'وبال', 'ولل', 'فلل']
const arabicBehind = ['', 'ها', 'هم', 'ه', 'ي', 'نا', 'كم', 'هما']

/** Words that one with a star may be, and pairs that a Chinese character may begin. */
const mostExpanded = 5_000

/** Texts that are read at once, and in all: a phrase of common words may be rare. */
const [firstBatch, longestBatch] = [32, 256]
const mostTexts = 800

/**
 * Texts with a phrase, the last ones first, in batches. A word that ends in `*` stands for all that begin so. `stopped` hears
 * where not all texts with the words of the phrase were read.
 *
 * Case, accents, vowel signs and marks between words do not count.
 */
export async function* findPhrase(
  store: Store,
  index: LanguageIndex,
  { phrase, language, mostRead = mostTexts }: { phrase: string; language: LanguageTag; mostRead: number | undefined },
  stopped: () => void
): AsyncGenerator<PhraseText[], void, undefined> {
  const words = readWords(phrase, language)
  const parts: Part[] = []
  for (const at of words.keys()) parts.push(await partOf(index, words, at, phrase.charAt((words[at] as Word).end) === '*', language))
  const lists = parts.flatMap((part) => (part.lists === undefined ? [] : [part.lists]))
  const tests = parts.map(({ test }) => test)
  const mayHave = phraseFinder(tests, language)
  let [read, batchLength] = [0, firstBatch]
  for await (const numbers of inAll(index, lists)) {
    for (let at = 0; at < numbers.length; ) {
      if (read >= mostRead) {
        stopped()
        return
      }
      const batch = numbers.slice(at, (at += batchLength))
      batchLength = Math.min(longestBatch, batchLength * 2)
      read += batch.length
      const texts = new Map(await store.texts(batch.map((number) => index.idOf(number))))
      yield batch.flatMap((number) => {
        const id = index.idOf(number)
        const text = texts.get(id) ?? ''
        const places = mayHave(text) ? placesOf(readWords(text, language), tests) : []
        return places.length === 0 ? [] : [{ id, text, places }]
      })
    }
  }
}

interface Part {
  /** Where it may be found; missing where other parts find all that it could. */
  lists: WordList[] | undefined
  test: Test
}

async function partOf(index: LanguageIndex, words: readonly Word[], at: number, isOpen: boolean, language: LanguageTag): Promise<Part> {
  const word = words[at] as Word
  if (word.isHan) {
    const next = words[at + 1]
    const test = sameForm(word)
    if (next?.isHan === true) return { lists: await index.find([wordKeys([word, next])[0] ?? '']), test }
    // Behind another character its pair has found it.
    if (words[at - 1]?.isHan === true) return { lists: undefined, test }
    return { lists: await index.beginning(word.key, mostExpanded), test }
  }
  if (isOpen) {
    // Of Arabic words with their clitics only the stem is in the index.
    return { lists: await index.beginning(word.key, mostExpanded), test: { passes: ({ form, key }) => form.startsWith(word.form) || key.startsWith(word.key) } }
  }
  if (primaryLanguage(language) === 'ar' && !word.isNumber) {
    const keys = arabicKeys(word)
    return { lists: await index.find([...keys]), test: { passes: ({ key }) => keys.has(key), keys: new Set([...keys].map((key) => numberOf(hashOf(key), false))) } }
  }
  return { lists: await index.find([word.key]), test: sameForm(word) }
}

function sameForm({ form, isNumber }: Word): Test {
  return { passes: (word) => word.form === form, keys: new Set([numberOf(hashOf(form), isNumber)]) }
}

/** Tells of a text whether it may have a phrase: quickly, and seldom where it has not. */
function phraseFinder(tests: readonly Test[], language: LanguageTag): (text: string) => boolean {
  const words = new HashedWords()
  /** What was found of words by their numbers and lengths, for those of several forms. */
  const known = tests.map(() => new Map<number, boolean>())
  const passes = (text: string, at: number, place: number): boolean => {
    const test = tests[place] as Test
    if (test.keys !== undefined) return test.keys.has(words.keys[at] as number)
    const hash = words.hashes[at] as number
    const [start, end] = [words.starts[at] as number, words.ends[at] as number]
    const key = hash * 64 + ((end - start) & 63)
    const found = known[place]?.get(key)
    if (found !== undefined) return found
    const is = readWords(text.slice(start, end), language).some((word) => test.passes(word))
    known[place]?.set(key, is)
    return is
  }
  return (text) => {
    words.read(text, language)
    for (let at = 0; at + tests.length <= words.length; at++) {
      let place = 0
      while (place < tests.length && passes(text, at + place, place)) place++
      if (place === tests.length) return true
    }
    return false
  }
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

/** Texts that are looked at together: what is counted of them stays in the cache of the processor. */
const windowLength = 32_768

/** Numbers of texts that are in one list at least of each group, from the last ones down, a window at a time; lists are loaded run by run. */
async function* inAll(index: LanguageIndex, groups: ReadonlyArray<readonly WordList[]>): AsyncGenerator<number[], void, undefined> {
  const count = (lists: readonly WordList[]): number => lists.reduce((sum, list) => sum + list.count, 0)
  const ordered = groups.toSorted((a, b) => count(a) - count(b))
  if (ordered.length === 0 || ordered.length > 255) return
  const stages = new Uint8Array(windowLength)
  for (let [run, end] = [index.starts.length - 1, index.count]; run >= 0; run--) {
    const start = index.starts[run] as number
    const parts = ordered.map((lists) => lists.flatMap((list) => list.parts.filter(({ offset }) => offset === start)))
    if (parts.every(({ length }) => length > 0)) {
      await index.loadParts(parts.flat())
      const cursors = parts.map((group) => group.flatMap(({ list, offset }) => (list ? [new BackwardCursor(list, offset)] : [])))
      for (let top = end; top > start; top -= windowLength) {
        const found = windowOf(cursors, stages, Math.max(start, top - windowLength))
        if (found.length > 0) yield found
      }
    }
    end = start
  }
}

/** Numbers from `bottom` on that a cursor of each group comes by, the last ones first. */
function windowOf(cursors: ReadonlyArray<readonly BackwardCursor[]>, stages: Uint8Array, bottom: number): number[] {
  for (const [stage, group] of cursors.entries()) {
    for (const cursor of group) {
      for (; cursor.number >= bottom; cursor.next()) if (stages[cursor.number - bottom] === stage) stages[cursor.number - bottom] = stage + 1
    }
  }
  const found: number[] = []
  for (let at = stages.length - 1; at >= 0; at--) if (stages[at] === cursors.length) found.push(bottom + at)
  stages.fill(0)
  return found
}

function placesOf(words: readonly Word[], tests: readonly Test[]): Array<[number, number]> {
  const places: Array<[number, number]> = []
  for (let at = 0; at + tests.length <= words.length; at++) {
    if (!tests.every(({ passes }, index) => passes(words[at + index] as Word))) continue
    places.push([(words[at] as Word).start, (words[at + tests.length - 1] as Word).end])
    at += tests.length - 1
  }
  return places
}
