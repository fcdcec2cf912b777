/** The index of words as it is read: texts of a language by word, over all runs and what is in none yet. */
import type { LanguageTag } from '../language/tag.ts'
import { blockEntries, blockOf, findInBlock, readBlockTable, type BlockTable } from './block.ts'
import { lastIndexed } from './build-index.ts'
import { ByteReader } from './bytes.ts'
import { eachHash, firstHashBlock, readHashTable } from './hash-block.ts'
import type { Postings } from './posting.ts'
import type { RunHead, Store } from './store.ts'
import { LateTexts, type UnindexedLanguage } from './unindexed.ts'
import { looseStep } from './words.ts'

/** A list of one run; its numbers are counted from `offset`. */
export interface ListPart extends Omit<Postings, 'bytes' | 'last'> {
  offset: number
  /** Missing until it is loaded. */
  list: Postings | undefined
  /** Where it is then. */
  block: number
  word: string
}

/** The texts of a word. */
export interface WordList {
  count: number
  parts: readonly ListPart[]
}

/** Bytes of blocks that are kept for the next question: most questions have some words in common. */
const mostBytes = 64_000_000

/** Blocks of hashes that are read for one text: of texts like `12.` there are more. */
const mostHashBlocks = 16

/** Blocks that were read. */
class BlockCache {
  readonly #store: Store
  readonly #blocks = new Map<number, Uint8Array>()
  #bytes = 0

  constructor(store: Store) {
    this.#store = store
  }

  async read(ids: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
    const found = new Map<number, Uint8Array>()
    const missing: number[] = []
    for (const id of new Set(ids)) {
      const block = this.#blocks.get(id)
      if (block) found.set(id, block)
      else missing.push(id)
    }
    if (missing.length === 0) return found
    for (const [id, block] of await this.#store.blocks(missing)) {
      found.set(id, block)
      this.#bytes += block.length
      if (this.#bytes > mostBytes) {
        this.#blocks.clear()
        this.#bytes = block.length
      }
      this.#blocks.set(id, block)
    }
    return found
  }
}

interface OpenRun {
  head: RunHead
  /** What its numbers are counted from. */
  offset: number
  words: BlockTable
  hashes: Float64Array
}

/** The index of one language. Its texts have numbers from 0 on, in the order in which they came. */
export class LanguageIndex {
  readonly count: number
  /** Words of each text, 255 for more. */
  readonly lengths: Uint8Array
  readonly #votes: Uint8Array[] = []
  readonly #ids: Int32Array
  readonly #runs: readonly OpenRun[]
  readonly #cache: BlockCache
  readonly #tail: { offset: number; texts: UnindexedLanguage } | undefined
  /** The first number of each run, and of what is in none, in rising order. */
  readonly starts: readonly number[]

  private constructor(runs: readonly OpenRun[], lengths: Uint8Array, ids: Int32Array, cache: BlockCache, tail: { offset: number; texts: UnindexedLanguage } | undefined) {
    this.#runs = runs
    this.lengths = lengths
    this.#ids = ids
    this.count = ids.length
    this.#cache = cache
    this.#tail = tail
    this.starts = [...runs.map(({ offset }) => offset), ...(tail ? [tail.offset] : [])]
  }

  static async open(store: Store, heads: readonly RunHead[], cache: BlockCache, tail: UnindexedLanguage | undefined): Promise<LanguageIndex> {
    const indexed = heads.reduce((sum, { count }) => sum + count, 0)
    const total = indexed + (tail?.count ?? 0)
    const lengths = new Uint8Array(total)
    const ids = new Int32Array(total)
    const runs: OpenRun[] = []
    let offset = 0
    for (const head of heads) {
      const parts = await store.runParts(head.id, ['texts', 'lengths', 'words', 'hashes'])
      lengths.set(parts.lengths, offset)
      const reader = new ByteReader(parts.texts)
      for (let at = 0, id = head.first - 1; at < head.count; at++) ids[offset + at] = id += reader.number()
      runs.push({ head, offset, words: readBlockTable(parts.words), hashes: readHashTable(parts.hashes) })
      offset += head.count
    }
    if (tail) {
      lengths.set(tail.lengths, offset)
      ids.set(tail.ids.view, offset)
    }
    return new LanguageIndex(runs, lengths, ids, cache, tail && { offset, texts: tail })
  }

  /** A 0 for each text, for one question: others may be asked while lists of this one are loaded. */
  borrowVotes(): Uint8Array {
    return this.#votes.pop() ?? new Uint8Array(this.count)
  }

  /** Takes them back, all 0 again. */
  returnVotes(votes: Uint8Array): void {
    this.#votes.push(votes)
  }

  /** The id of a text by its number. */
  idOf(number: number): number {
    return this.#ids[number] as number
  }

  /** Lists of words, as many; long ones are still to be loaded. */
  async find(words: readonly string[]): Promise<WordList[]> {
    const places = words.map((word) => this.#runs.map((run) => ({ run, at: blockOf(run.words, word) })))
    const short = places.flatMap((list) => list.flatMap(({ run, at }) => (at >= 0 && run.words.counts[at] === 0 ? [run.head.firstBlock + at] : [])))
    const blocks = await this.#cache.read(short)
    return words.map((word, index) => {
      const parts: ListPart[] = []
      for (const { run, at } of places[index] ?? []) {
        if (at < 0) continue
        const block = run.head.firstBlock + at
        const count = run.words.counts[at] as number
        if (count > 0) {
          if (run.words.words[at] === word) parts.push({ offset: run.offset, count, list: undefined, block, word })
          continue
        }
        const list = findInBlock(blocks.get(block) ?? new Uint8Array(0), word)
        if (list) parts.push({ offset: run.offset, count: list.count, list, block, word })
      }
      return this.#withTail(word, parts)
    })
  }

  #withTail(word: string, parts: ListPart[]): WordList {
    const list = this.#tail?.texts.listOf(word)
    if (list && this.#tail) parts.push({ offset: this.#tail.offset, count: list.count, list: { ...list, bytes: list.bytes.slice() }, block: 0, word })
    return { count: parts.reduce((sum, { count }) => sum + count, 0), parts }
  }

  /** Loads what is missing of lists. */
  load(lists: readonly WordList[]): Promise<void> {
    return this.loadParts(lists.flatMap(({ parts }) => parts))
  }

  async loadParts(parts: readonly ListPart[]): Promise<void> {
    const missing = parts.filter(({ list }) => list === undefined)
    if (missing.length === 0) return
    const blocks = await this.#cache.read(missing.map(({ block }) => block))
    for (const part of missing) part.list = findInBlock(blocks.get(part.block) ?? new Uint8Array(0), part.word)
  }

  /** Lists of words that begin so, the first ones in their order; long ones are still to be loaded. */
  async beginning(start: string, most: number): Promise<WordList[]> {
    const found = new Map<string, ListPart[]>()
    const push = (word: string, part: ListPart): void => {
      const known = found.get(word)
      if (known) known.push(part)
      else found.set(word, [part])
    }
    const last = `${start}\uFFFF`
    for (const { head, offset, words } of this.#runs) {
      const [first, end] = [Math.max(0, blockOf(words, start)), blockOf(words, last) + 1]
      const short = [...words.counts.slice(first, end).keys()].flatMap((at) => (words.counts[first + at] === 0 ? [head.firstBlock + first + at] : []))
      const blocks = await this.#cache.read(short)
      let taken = 0
      for (let at = first; at < end && taken < most; at++) {
        const [block, count] = [head.firstBlock + at, words.counts[at] as number]
        if (count > 0) {
          const word = words.words[at] as string
          if (!word.startsWith(start)) continue
          push(word, { offset, count, list: undefined, block, word })
          taken++
        } else {
          for (const { word, ...list } of blockEntries(blocks.get(block) ?? new Uint8Array(0))) {
            if (!word.startsWith(start)) continue
            push(word, { offset, count: list.count, list, block, word })
            taken++
          }
        }
      }
    }
    for (const word of this.#tail?.texts.words ?? []) if (word.startsWith(start) && !found.has(word)) found.set(word, [])
    return [...found.keys()].sort().slice(0, most).map((word) => this.#withTail(word, found.get(word) ?? []))
  }

  /** Numbers of texts that may have a hash. */
  async withHash(hash: number): Promise<number[]> {
    const found = await this.#hashes(hash, hash + 1)
    return [...found, ...(this.#tail?.texts.withHash(hash) ?? []).map((number) => number + (this.#tail?.offset ?? 0))]
  }

  /** Numbers of texts with the words of a hash, so many of the last ones. */
  async withWords(hash: number, most: number): Promise<number[]> {
    const first = Math.floor(hash / looseStep) * looseStep
    const found = await this.#hashes(first, first + looseStep)
    const late = (this.#tail?.texts.withWords(hash, most) ?? []).map((number) => number + (this.#tail?.offset ?? 0))
    return [...late, ...found.sort((a, b) => b - a)].slice(0, most)
  }

  async #hashes(from: number, below: number): Promise<number[]> {
    const found: number[] = []
    for (const { head, hashes, offset } of this.#runs) {
      const first = firstHashBlock(hashes, from)
      const ids: number[] = []
      for (let at = first; at < hashes.length && (hashes[at] as number) < below && ids.length < mostHashBlocks; at++) ids.push(head.firstBlock + head.wordBlocks + at)
      for (const block of (await this.#cache.read(ids)).values()) {
        eachHash(block, (hash, number) => {
          if (hash >= from && hash < below) found.push(number + offset)
        })
      }
    }
    return found
  }
}

/** A state of the index. It is read anew when the memory has changed. */
export class WordIndex {
  readonly #store: Store
  readonly #runs: readonly RunHead[]
  readonly #cache: BlockCache
  readonly #languages = new Map<LanguageTag, Promise<LanguageIndex>>()
  /** Texts that are in no run yet, of the languages that somebody has looked into. */
  readonly #late: Map<LanguageTag, LateTexts>

  private constructor(store: Store, runs: readonly RunHead[], cache: BlockCache, late: Map<LanguageTag, LateTexts>) {
    this.#store = store
    this.#runs = runs
    this.#cache = cache
    this.#late = late
  }

  /** `before` is the state that was known last, of which is kept what has not changed. */
  static async open(store: Store, before?: WordIndex): Promise<WordIndex> {
    const runs = await store.runs()
    const late = before !== undefined && lastIndexed(before.#runs) === lastIndexed(runs) ? before.#late : new Map<LanguageTag, LateTexts>()
    return new WordIndex(store, runs, before !== undefined && isSame(runs, before.#runs) ? before.#cache : new BlockCache(store), late)
  }

  async isCurrent(): Promise<boolean> {
    return isSame(await this.#store.runs(), this.#runs)
  }

  language(language: LanguageTag): Promise<LanguageIndex> {
    let known = this.#languages.get(language)
    if (known === undefined) this.#languages.set(language, (known = this.#open(language)))
    return known
  }

  async #open(language: LanguageTag): Promise<LanguageIndex> {
    let late = this.#late.get(language)
    if (late === undefined) this.#late.set(language, (late = new LateTexts(language, lastIndexed(this.#runs))))
    await late.read(this.#store)
    const runs = this.#runs.filter((run) => run.language === language)
    return LanguageIndex.open(this.#store, runs, this.#cache, late.texts.count === 0 ? undefined : late.texts)
  }
}

function isSame(a: readonly RunHead[], b: readonly RunHead[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
