/**
 * Writes the index: texts that are in no run yet become one run for each language, and runs of one size become one. Lists
 * are only put one behind the other then.
 */
import type { LanguageTag } from '../language/tag.ts'
import { blockEntries, BlockWriter, type BlockEntry } from './block.ts'
import { ByteList, ByteReader } from './bytes.ts'
import { eachHash, joinHashes, packFilter, packHashTable, packHashes, type HashList } from './hash-block.ts'
import { joinPostings } from './posting.ts'
import { transaction, type RunHead, type Store } from './store.ts'
import { Unindexed, type UnindexedLanguage } from './unindexed.ts'

/** Texts that are put into the index at once: what is held in memory. */
export const indexEvery = 196_608

/** So many runs of about one size become one. */
const mergedRuns = 4

/** The last text that is in the index. */
export function lastIndexed(runs: readonly RunHead[]): number {
  return Math.max(0, ...runs.map(({ last }) => last))
}

/**
 * Puts texts into the index where they are what follows it, and returns what is not in it by now: more texts, or none. What
 * was given is empty then, so that it is not held while runs become one.
 */
export async function writeIndex(store: Store, unindexed: Unindexed): Promise<Unindexed> {
  await transaction(store, async () => {
    const runs = await store.runs()
    if (lastIndexed(runs) !== unindexed.first - 1 || unindexed.count === 0) return
    const languages = [...unindexed.languages.keys()]
    for (const [language, texts] of unindexed.languages) {
      await writeRun(store, { language, first: unindexed.first, last: unindexed.last }, texts)
      unindexed.languages.delete(language)
    }
    for (const language of languages) await mergeRuns(store, language)
  })
  return new Unindexed(lastIndexed(await store.runs()))
}

/** Puts all texts into the index that are not in it: those of a memory whose index was of an earlier form. */
export async function indexAll(store: Store): Promise<void> {
  for (let isMore = true; isMore; ) {
    const unindexed = new Unindexed(lastIndexed(await store.runs()))
    isMore = await unindexed.read(store, indexEvery)
    await writeIndex(store, unindexed)
  }
  await joinIndex(store)
}

/** Texts of the largest run for one of the others, below which all runs of a language become one. */
const largestRun = 3

/**
 * Makes one run of those of each language, where that is worth it: who looks for ten words reads ten blocks, not fifty. Each text
 * is put into another run a few times at most, however little comes at once.
 */
export async function joinIndex(store: Store): Promise<void> {
  for (const language of new Set((await store.runs()).map((run) => run.language))) {
    // Each for itself: what others write meanwhile need not wait for all of them.
    await transaction(store, async () => {
      const runs = (await store.runs()).filter((run) => run.language === language)
      const sizes = runs.map(({ count }) => count)
      const largest = Math.max(0, ...sizes)
      if (runs.length > 1 && largest < largestRun * (sizes.reduce((sum, count) => sum + count, 0) - largest)) await merge(store, runs)
    })
  }
}

type Span = Pick<RunHead, 'first' | 'language' | 'last'>

async function writeRun(store: Store, span: Span, texts: UnindexedLanguage): Promise<void> {
  const writing = await RunWriting.begin(store, span, texts.count)
  for (const entry of texts.lists()) if (writing.add(entry)) await writing.flush()
  const ids = new ByteList()
  let before = span.first - 1
  for (const id of texts.ids.view) {
    ids.number(id - before)
    before = id
  }
  await writing.end(texts.hashList(), { texts: ids.view, lengths: texts.lengths })
}

/** Bytes of blocks that are written at once. */
const bytesAtOnce = 1_000_000

/** A run while it is written. */
class RunWriting {
  readonly #store: Store
  readonly #head: RunHead
  readonly #blocks: BlockWriter
  #next: number
  #waiting: Uint8Array[] = []
  #bytes = 0

  private constructor(store: Store, head: RunHead) {
    this.#store = store
    this.#head = head
    this.#next = head.firstBlock
    this.#blocks = new BlockWriter((block) => {
      this.#waiting.push(block)
      this.#bytes += block.length
    })
  }

  static async begin(store: Store, span: Span, count: number): Promise<RunWriting> {
    const id = Math.max(0, ...(await store.runs()).map((run) => run.id)) + 1
    return new RunWriting(store, { ...span, id, count, firstBlock: (await store.lastBlock()) + 1, wordBlocks: 0, hashBlocks: 0 })
  }

  /** Adds a list; whether so many wait that they should be written. */
  add(entry: BlockEntry): boolean {
    this.#blocks.add(entry.word, entry)
    return this.#bytes >= bytesAtOnce
  }

  async end(list: HashList, { texts, lengths }: { texts: Uint8Array; lengths: Uint8Array }): Promise<void> {
    const words = this.#blocks.end()
    const hashBlocks = packHashes(list)
    const wordBlocks = this.#next + this.#waiting.length - this.#head.firstBlock
    this.#waiting.push(...hashBlocks)
    await this.flush()
    await this.#store.insertRun({ ...this.#head, wordBlocks, hashBlocks: hashBlocks.length }, { texts, lengths, words, hashes: packHashTable(list), filter: packFilter(list) })
  }

  async flush(): Promise<void> {
    const blocks = this.#waiting
    this.#waiting = []
    this.#bytes = 0
    if (blocks.length > 0) await this.#store.insertBlocks(this.#next, blocks)
    this.#next += blocks.length
  }
}

/** Makes one run of the last ones of a language, as long as enough of them are of one size. */
async function mergeRuns(store: Store, language: LanguageTag): Promise<void> {
  for (;;) {
    const runs = (await store.runs()).filter((run) => run.language === language)
    const sizes = runs.map(({ count }) => Math.floor(Math.log(count) / Math.log(mergedRuns)))
    const newest = sizes.at(-1) ?? 0
    // Behind a larger run smaller ones must not pile up.
    const group = runs.slice(sizes.findLastIndex((size) => size > newest) + 1)
    if (group.length < mergedRuns) return
    await merge(store, group)
  }
}

async function merge(store: Store, runs: readonly RunHead[]): Promise<void> {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return
  const count = runs.reduce((sum, run) => sum + run.count, 0)
  const offsets = runs.map((_, at) => runs.slice(0, at).reduce((sum, run) => sum + run.count, 0))
  const writing = await RunWriting.begin(store, { language: first.language, first: first.first, last: last.last }, count)
  const cursors = await Promise.all(runs.map((run) => RunCursor.open(store, run)))
  const list = new ByteList()
  for (;;) {
    let word: string | undefined
    for (const { entry } of cursors) if (entry && (word === undefined || entry.word < word)) word = entry.word
    if (word === undefined) break
    const parts = cursors.flatMap(({ entry }, at) => (entry?.word === word ? [{ offset: offsets[at] as number, list: entry }] : []))
    if (writing.add({ word, ...joinPostings(parts, list) })) await writing.flush()
    for (const cursor of cursors) if (cursor.entry?.word === word && !cursor.next()) await cursor.load()
  }
  const texts = new ByteList()
  const lengths = new Uint8Array(count)
  let before = first.first - 1
  for (const [at, run] of runs.entries()) {
    const parts = await store.runParts(run.id, ['texts', 'lengths'])
    lengths.set(parts.lengths, offsets[at])
    let id = run.first - 1
    for (const reader = new ByteReader(parts.texts); !reader.isAtEnd; before = id) {
      id += reader.number()
      texts.number(id - before)
    }
  }
  const hashes: Array<{ offset: number; list: HashList }> = []
  for (const [at, run] of runs.entries()) hashes.push({ offset: offsets[at] as number, list: await readHashes(store, run) })
  await writing.end(joinHashes(hashes), { texts: texts.view, lengths })
  for (const run of runs) await store.deleteRun(run.id)
}

/** Blocks that are read at once. */
const blocksAtOnce = 128

async function readHashes(store: Store, { firstBlock, wordBlocks, hashBlocks, count }: RunHead): Promise<HashList> {
  const list: HashList = { hashes: new Float64Array(count), numbers: new Int32Array(count) }
  let at = 0
  const first = firstBlock + wordBlocks
  for (let from = first; from < first + hashBlocks; from += blocksAtOnce) {
    for (const block of await readBlocks(store, from, Math.min(from + blocksAtOnce, first + hashBlocks))) {
      eachHash(block, (hash, number) => {
        list.hashes[at] = hash
        list.numbers[at++] = number
      })
    }
  }
  return list
}

async function readBlocks(store: Store, from: number, to: number): Promise<Uint8Array[]> {
  const ids = Array.from({ length: to - from }, (_, at) => from + at)
  const found = await store.blocks(ids)
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The words of a run in their order, with their lists; its blocks go as they are read. */
class RunCursor {
  entry: BlockEntry | undefined
  readonly #store: Store
  readonly #end: number
  #from: number
  #blocks: Uint8Array[] = []
  #entries: Iterator<BlockEntry, void> = [][Symbol.iterator]()

  private constructor(store: Store, { firstBlock, wordBlocks }: RunHead) {
    this.#store = store
    this.#from = firstBlock
    this.#end = firstBlock + wordBlocks
  }

  static async open(store: Store, run: RunHead): Promise<RunCursor> {
    const cursor = new RunCursor(store, run)
    await cursor.load()
    return cursor
  }

  /** Goes on to the next word that has been read; `false` where more is to be read, or nothing is left. */
  next(): boolean {
    for (;;) {
      const { done, value } = this.#entries.next()
      if (done !== true) {
        this.entry = value
        return true
      }
      const block = this.#blocks.shift()
      if (block === undefined) break
      this.#entries = blockEntries(block)
    }
    this.entry = undefined
    return false
  }

  async load(): Promise<void> {
    while (this.#from < this.#end) {
      const to = Math.min(this.#from + blocksAtOnce, this.#end)
      this.#blocks = await readBlocks(this.#store, this.#from, to)
      // What takes their place needs no more room than they had.
      await this.#store.deleteBlocks(this.#from, to)
      this.#from = to
      if (this.next()) return
    }
  }
}
