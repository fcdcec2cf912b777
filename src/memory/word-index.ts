/** The index of words as it is read: lists of texts by word, over all runs and what is in none yet. */
import { bytesOf, rowOf, rowsOf, type Database, type Statement, type Value } from './database.ts'
import { indexKey, readUnindexed, type Unindexed } from './build-index.ts'
import { eachPosting } from './posting.ts'

interface Run {
  id: number
  first: number
  last: number
}

/** A word in the index: in how many texts it stands, and in which. */
export interface FoundWord {
  count: number
  each: (found: (text: number) => void) => void
  /** The same of one part of the index, from 0. */
  countIn: (part: number) => number
  eachIn: (part: number, found: (text: number) => void) => void
}

/** Words and bytes of lists that are kept for the next question: most questions have some words in common. */
const mostWords = 50_000
const mostListBytes = 64_000_000

/** A state of the index. It is read anew when the memory has changed. */
export class WordIndex {
  readonly #runs: readonly Run[]
  readonly #tail: Unindexed | undefined
  readonly #count: Statement
  readonly #list: Statement
  readonly #range: Statement
  readonly #words = new Map<string, FoundWord>()
  readonly #lists = new Map<string, Uint8Array>()
  #listBytes = 0
  /** Words of each text, 255 for more. */
  readonly lengths: Uint8Array
  /** A number for each text, 0 between questions. */
  readonly votes: Uint8Array

  constructor(database: Database) {
    this.#count = database.prepare('SELECT count FROM postings WHERE run = ? AND word = ?')
    this.#list = database.prepare('SELECT texts FROM postings WHERE run = ? AND word = ?')
    this.#range = database.prepare('SELECT word FROM postings WHERE run = ? AND word >= ? AND word < ? ORDER BY word LIMIT ?')
    const rows = rowsOf<{ id: number; first: number; last: number; lengths: Value }>(database.prepare('SELECT * FROM runs ORDER BY first'))
    this.#runs = rows.map(({ id, first, last }) => ({ id, first, last }))
    this.#tail = readUnindexed(database, Infinity)
    const last = this.#tail?.last ?? this.#runs.at(-1)?.last ?? 0
    this.lengths = new Uint8Array(last + 1)
    for (const { first, lengths } of rows) this.lengths.set(bytesOf(lengths), first)
    if (this.#tail) this.lengths.set(this.#tail.lengths, this.#tail.first)
    this.votes = new Uint8Array(last + 1)
  }

  /** Parts of the index; later ones have later texts. */
  get parts(): number {
    return this.#runs.length + (this.#tail ? 1 : 0)
  }

  /** A word of a language by its key; one that no text has stands in none. */
  find(language: string, key: string): FoundWord {
    const name = indexKey(language, key)
    const known = this.#words.get(name)
    if (known) return known
    if (this.#words.size >= mostWords) this.#words.clear()
    const word = this.#read(name, language, key)
    this.#words.set(name, word)
    return word
  }

  #read(name: string, language: string, key: string): FoundWord {
    const counts = this.#runs.map((run) => rowOf<{ count: number }>(this.#count, run.id, name)?.count ?? 0)
    const unindexed = this.#tail?.lists.get(language)?.get(key)
    if (this.#tail) counts.push(unindexed?.count ?? 0)
    const eachIn = (at: number, found: (text: number) => void): void => {
      const run = this.#runs[at]
      if ((counts[at] ?? 0) === 0) return
      if (run) eachPosting(this.#bytes(run.id, name), run.first - 1, found)
      else if (unindexed && this.#tail) eachPosting(unindexed.bytes, this.#tail.first - 1, found)
    }
    return {
      count: counts.reduce((sum, count) => sum + count, 0),
      each: (found) => {
        for (const at of counts.keys()) eachIn(at, found)
      },
      countIn: (at) => counts[at] ?? 0,
      eachIn
    }
  }

  #bytes(run: number, name: string): Uint8Array {
    const place = `${run} ${name}`
    let bytes = this.#lists.get(place)
    if (bytes) return bytes
    bytes = bytesOf(rowOf<{ texts: Value }>(this.#list, run, name)?.texts)
    this.#listBytes += bytes.length
    if (this.#listBytes > mostListBytes) {
      this.#lists.clear()
      this.#listBytes = bytes.length
    }
    this.#lists.set(place, bytes)
    return bytes
  }

  /** Keys of a language that begin so, the first ones; in any order. */
  beginning(language: string, start: string, limit: number): string[] {
    const from = indexKey(language, start)
    const prefix = indexKey(language, '').length
    const names = new Set<string>()
    for (const { id } of this.#runs) for (const { word } of rowsOf<{ word: string }>(this.#range, id, from, `${from}\u{10FFFF}`, limit)) names.add(word)
    for (const key of this.#tail?.lists.get(language)?.keys() ?? []) if (key.startsWith(start)) names.add(indexKey(language, key))
    return [...names].slice(0, limit).map((name) => name.slice(prefix))
  }
}
