/** Texts in which a word or a phrase stands: as words, in Arabic with any clitics, in Chinese as characters. */
import { primaryLanguage, type LanguageTag } from '../language/tag.ts'
import { stemOf } from '../words/token.ts'
import { hashOf } from '../words/word-table.ts'
import { HashedWords, numberOf } from './hashed-words.ts'
import { BackwardCursor, followerOf } from './posting.ts'
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
  const tests = parts.map(({ test }) => test)
  const mayHave = phraseFinder(tests, language)
  let [read, batchLength] = [0, firstBatch]
  let waiting: number[] = []
  const places = inAll(index, parts)
  for (let isOver = false; !isOver || waiting.length > 0; ) {
    while (!isOver && waiting.length < batchLength) {
      const next = await places.next()
      if (next.done === true) isOver = true
      else waiting = waiting.length === 0 ? next.value : [...waiting, ...next.value]
    }
    if (waiting.length === 0) return
    if (read >= mostRead) {
      stopped()
      return
    }
    const batch = waiting.slice(0, batchLength)
    waiting = waiting.slice(batchLength)
    batchLength = Math.min(longestBatch, batchLength * 2)
    read += batch.length
    const texts = new Map(await store.texts(batch.map((number) => index.idOf(number))))
    yield batch.flatMap((number) => {
      const id = index.idOf(number)
      const text = texts.get(id) ?? ''
      const found = mayHave(text) ? placesOf(readWords(text, language), tests) : []
      return found.length === 0 ? [] : [{ id, text, places: found }]
    })
  }
}

interface Part {
  /** Where it may be found; missing where other parts find all that it could. */
  lists: WordList[] | undefined
  test: Test
  /** What it is found by, one of these; missing where that is not known. */
  keys?: ReadonlySet<string>
}

async function partOf(index: LanguageIndex, words: readonly Word[], at: number, isOpen: boolean, language: LanguageTag): Promise<Part> {
  const word = words[at] as Word
  if (word.isHan) {
    const next = words[at + 1]
    const test = sameForm(word)
    const key = next && wordKeys([word, next])[0]
    if (next?.isHan === true) return listed(await index.find([key ?? '']), test, key)
    // Behind another character its pair has found it.
    if (words[at - 1]?.isHan === true) return listed(undefined, test, key)
    return listed(await index.beginning(word.key, mostExpanded), test, key)
  }
  if (isOpen) {
    // Of Arabic words with their clitics only the stem is in the index.
    return { lists: await index.beginning(word.key, mostExpanded), test: { passes: ({ form, key }) => form.startsWith(word.form) || key.startsWith(word.key) } }
  }
  if (primaryLanguage(language) === 'ar' && !word.isNumber) {
    const keys = [...arabicKeys(word)]
    const lists = await index.find(keys)
    const found = keys.filter((_, key) => (lists[key]?.count ?? 0) > 0)
    const test = { passes: ({ key }: Pick<Word, 'key'>) => keys.includes(key), keys: new Set(keys.map((key) => numberOf(hashOf(key), false))) }
    return { lists: lists.filter(({ count }) => count > 0), keys: new Set(found), test }
  }
  return listed(await index.find([word.key]), sameForm(word), word.key)
}

function listed(lists: WordList[] | undefined, test: Test, key: string | undefined): Part {
  return { lists, test, ...(key === undefined ? {} : { keys: new Set([key]) }) }
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

/** Lists of a word of the phrase, and what must follow it in a text. */
interface Group {
  lists: readonly WordList[]
  count: number
  /** 1 for each byte that may be there for the word that follows; missing where any may. */
  followers: Uint8Array | undefined
}

/** Lists that are so many times longer than the shortest are not read: the texts of the shortest are read in less time. */
const longerList = 1_000

function groupsOf(parts: readonly Part[]): Group[] {
  const groups = parts.flatMap(({ lists }, at): Group[] => {
    const keys = parts[at + 1]?.keys
    return lists === undefined ? [] : [{ lists, count: lists.reduce((sum, list) => sum + list.count, 0), followers: keys && followersOf(keys) }]
  })
  const ordered = groups.sort((a, b) => a.count - b.count)
  return ordered.filter(({ count }) => count <= (ordered[0]?.count ?? 0) * longerList)
}

function followersOf(keys: ReadonlySet<string>): Uint8Array {
  const followers = new Uint8Array(128)
  for (const key of keys) followers[followerOf(key)] = 1
  return followers
}

/** A place in a list while it is read backwards. */
interface Reading {
  cursor: BackwardCursor
  followers: Uint8Array | undefined
}

/** Numbers of texts that may have a phrase, from the last ones down, a window at a time; lists are loaded run by run. */
async function* inAll(index: LanguageIndex, phrase: readonly Part[]): AsyncGenerator<number[], void, undefined> {
  const groups = groupsOf(phrase)
  if (groups.length === 0 || groups.length > 255) return
  const stages = new Uint8Array(windowLength)
  for (let [run, end] = [index.starts.length - 1, index.count]; run >= 0; run--) {
    const start = index.starts[run] as number
    const parts = groups.map(({ lists }) => lists.flatMap((list) => list.parts.filter(({ offset }) => offset === start)))
    if (parts.every(({ length }) => length > 0)) {
      await index.loadParts(parts.flat())
      const readings = groups.map(({ followers }, at) => (parts[at] ?? []).flatMap(({ list }): Reading[] => (list ? [{ cursor: new BackwardCursor(list, start), followers }] : [])))
      for (let top = end; top > start; top -= windowLength) {
        const found = windowOf(readings, stages, Math.max(start, top - windowLength))
        if (found.length > 0) yield found
      }
    }
    end = start
  }
}

/** Numbers from `bottom` on that a cursor of each group comes by, the last ones first. */
function windowOf(groups: ReadonlyArray<readonly Reading[]>, stages: Uint8Array, bottom: number): number[] {
  for (const [stage, group] of groups.entries()) {
    for (const { cursor, followers } of group) {
      for (; cursor.number >= bottom; cursor.next()) {
        const at = cursor.number - bottom
        if (stages[at] === stage && (followers === undefined || followers[cursor.follower] === 1)) stages[at] = stage + 1
      }
    }
  }
  const found: number[] = []
  for (let at = stages.length - 1; at >= 0; at--) if (stages[at] === groups.length) found.push(bottom + at)
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
