/** The index of words: runs of texts, each with the list of its texts for each word. Runs of one size become one. */
import { bytesOf, rowOf, rowsFromJson, rowsOf, rowsToJson, type Database, type Statement, type Value } from './database.ts'
import { eachPosting, PostingList } from './posting.ts'
import { scanKeys, type WordCount } from './words.ts'

/** Texts of the first run: what is held in memory. */
const runLength = 65_536

/** Texts and rows that are read at once. */
const pageLength = 4_096

/** So many runs of about one size become one. */
const mergedRuns = 4

interface Run {
  id: number
  first: number
  last: number
}

/** Texts that are in no run yet, by their ids from one on. */
export class Unindexed {
  readonly first: number
  last: number
  /** Lists by word, by language. */
  readonly lists = new Map<string, Map<string, PostingList>>()
  #lengths = new Uint8Array(1_024)

  constructor(first: number) {
    this.first = first
    this.last = first - 1
  }

  /** Adds a text; ids rise. */
  add(id: number, text: string, language: string): WordCount {
    let known = this.lists.get(language)
    if (known === undefined) this.lists.set(language, (known = new Map()))
    const lists = known
    const words = scanKeys(text, language, (key) => {
      let list = lists.get(key)
      if (list === undefined) lists.set(key, (list = new PostingList(this.first - 1)))
      list.add(id)
    })
    const at = id - this.first
    if (at >= this.#lengths.length) {
      const lengths = new Uint8Array(2 * at)
      lengths.set(this.#lengths)
      this.#lengths = lengths
    }
    this.#lengths[at] = Math.min(words.count, 255)
    this.last = id
    return words
  }

  /** Words of each text, 255 for more; by its id less `first`. */
  get lengths(): Uint8Array {
    return this.#lengths.subarray(0, this.last - this.first + 1)
  }
}

/** Key of a word in the index. */
export function indexKey(language: string, key: string): string {
  return `${language}:${key}`
}

/**
 * Puts all texts into the index. What another writer has put in meanwhile stays as it is; `read` is what is known of the
 * next texts, and used where it is all there is to know.
 */
export function updateIndex(database: Database, read?: Unindexed): void {
  for (let next = isWhole(database, read) ? read : readUnindexed(database, runLength); next !== undefined; next = readUnindexed(database, runLength)) {
    const { first } = next
    const run = next
    transaction(database, () => {
      if (lastIndexed(database) === first - 1) writeRun(database, run)
    })
    while (mergeRuns(database));
  }
}

/** Whether texts that were read as they were added are the ones that are stored: no others came between, and none was taken back. */
function isWhole(database: Database, read: Unindexed | undefined): read is Unindexed {
  if (read === undefined || read.last < read.first || lastIndexed(database) !== read.first - 1) return false
  const row = rowOf<{ texts: number; last: number }>(database.prepare('SELECT count(*) AS texts, coalesce(max(id), 0) AS last FROM texts WHERE id >= ?'), read.first)
  return row?.last === read.last && row.texts === read.last - read.first + 1
}

/** The last text that is in a run. */
export function lastIndexed(database: Database): number {
  return rowOf<{ last: number }>(database.prepare('SELECT coalesce(max(last), 0) AS last FROM runs'))?.last ?? 0
}

/** Reads texts that are in no run yet, so many at most; `undefined` where there are none. */
export function readUnindexed(database: Database, limit: number): Unindexed | undefined {
  const page = database.prepare('SELECT json_group_array(json_array(id, language, text)) AS list FROM (SELECT id, language, text FROM texts WHERE id > ? ORDER BY id LIMIT ?)')
  const read = new Unindexed(lastIndexed(database) + 1)
  for (;;) {
    const rows = rowsFromJson<[id: number, language: string, text: string]>(page, read.last, Math.min(pageLength, limit - (read.last - read.first + 1)))
    for (const [id, language, text] of rows) read.add(id, text, language)
    if (rows.length < pageLength || read.last - read.first + 1 >= limit) break
  }
  return read.last < read.first ? undefined : read
}

function writeRun(database: Database, { first, last, lists, lengths }: Unindexed): void {
  const id = 1 + (rowOf<{ id: number }>(database.prepare('SELECT coalesce(max(id), 0) AS id FROM runs'))?.id ?? 0)
  database.prepare('INSERT INTO runs VALUES (?, ?, ?, ?)').run(id, first, last, lengths)
  const writing = new ListWriting(database, id)
  for (const language of [...lists.keys()].sort()) {
    const known = lists.get(language)
    for (const key of [...(known?.keys() ?? [])].sort()) {
      const list = known?.get(key)
      if (list) writing.add(indexKey(language, key), list)
    }
  }
  writing.flush()
}

/** Lists that are written at once, and their bytes. */
const listsAtOnce = 1_000
const bytesAtOnce = 1_000_000

/** Writes the lists of a run, many at once: their bytes in one piece, and where each begins. */
class ListWriting {
  readonly #insert: Statement
  readonly #run: number
  #rows: Array<[word: string, count: number, start: number, length: number]> = []
  #bytes: Uint8Array[] = []
  #length = 0

  constructor(database: Database, run: number) {
    this.#run = run
    this.#insert = database.prepare('INSERT INTO postings SELECT ?, value ->> 0, value ->> 1, substr(?, value ->> 2, value ->> 3) FROM json_each(?)')
  }

  add(word: string, { count, bytes }: PostingList): void {
    // The first byte is number 1 in SQL.
    this.#rows.push([word, count, this.#length + 1, bytes.length])
    this.#bytes.push(bytes)
    this.#length += bytes.length
    if (this.#rows.length >= listsAtOnce || this.#length >= bytesAtOnce) this.flush()
  }

  flush(): void {
    this.#insert.run(this.#run, Buffer.concat(this.#bytes), rowsToJson(this.#rows))
    this.#rows = []
    this.#bytes = []
    this.#length = 0
  }
}

/** Makes one run of the last ones where enough of them are of one size. Returns whether it did. */
function mergeRuns(database: Database): boolean {
  const runs = rowsOf<{ id: number; first: number; last: number }>(database.prepare('SELECT id, first, last FROM runs ORDER BY first'))
  const sizes = runs.map(({ first, last }) => level(last - first + 1))
  const newest = sizes.at(-1) ?? 0
  // Behind a larger run smaller ones must not pile up.
  const from = sizes.findLastIndex((size) => size > newest) + 1
  const group = runs.slice(from)
  if (group.length < mergedRuns) return false
  transaction(database, () => {
    merge(database, group)
  })
  return true
}

function level(size: number): number {
  return Math.floor(Math.log(size) / Math.log(mergedRuns))
}

function merge(database: Database, runs: readonly Run[]): void {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return
  const id = last.id + 1
  const lengths = new Uint8Array(last.last - first.first + 1)
  for (const run of runs) {
    const row = rowOf<{ lengths: Value }>(database.prepare('SELECT lengths FROM runs WHERE id = ?'), run.id)
    if (row) lengths.set(bytesOf(row.lengths), run.first - first.first)
  }
  database.prepare('INSERT INTO runs VALUES (?, ?, ?, ?)').run(id, first.first, last.last, lengths)
  const writing = new ListWriting(database, id)
  const cursors = runs.map((run) => new Cursor(database, run))
  for (;;) {
    const [word] = cursors.flatMap((cursor) => cursor.row?.word ?? []).sort(compareWords)
    if (word === undefined) break
    const list = new PostingList(first.first - 1)
    for (const cursor of cursors) {
      if (cursor.row?.word !== word) continue
      eachPosting(bytesOf(cursor.row.texts), cursor.before, (text) => {
        list.add(text)
      })
      cursor.next()
    }
    writing.add(word, list)
  }
  writing.flush()
  for (const run of runs) {
    database.prepare('DELETE FROM postings WHERE run = ?').run(run.id)
    database.prepare('DELETE FROM runs WHERE id = ?').run(run.id)
  }
}

/** By their bytes in UTF-8, as the engine sorts. */
function compareWords(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [first, second] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (first !== second) return inPlanes(first) - inPlanes(second)
  }
  return a.length - b.length
}

/** A code unit so that halves of characters beyond the first plane come behind all of it. */
function inPlanes(code: number): number {
  return code < 0xd800 ? code : code < 0xe000 ? code + 0x2000 : code - 0x800
}

interface ListRow extends Record<string, Value> {
  word: string
  texts: Value
}

/** The lists of a run in the order of their words, a page at a time. */
class Cursor {
  /** What the distances in its lists are counted from. */
  readonly before: number
  readonly #read: (after: string) => ListRow[]
  #rows: ListRow[] = []
  #at = 0

  constructor(database: Database, { id, first }: Run) {
    this.before = first - 1
    const page = database.prepare('SELECT word, texts FROM postings WHERE run = ? AND word > ? ORDER BY word LIMIT 256')
    this.#read = (after) => rowsOf<ListRow>(page, id, after)
    this.#rows = this.#read('')
  }

  get row(): ListRow | undefined {
    return this.#rows[this.#at]
  }

  next(): void {
    const last = this.row?.word ?? ''
    if (++this.#at < this.#rows.length) return
    this.#rows = this.#read(last)
    this.#at = 0
  }
}

/** Does something whole or not at all. */
export function transaction<Result>(database: Database, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
