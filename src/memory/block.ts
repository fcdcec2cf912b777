/**
 * Blocks of the index: lists of texts by word, many words in a block, in the order of the words. A table of the first words
 * tells which block has a word. A long list has a block of its own, whose table says how long it is.
 */
import { ByteList, ByteReader } from './bytes.ts'
import type { Postings } from './posting.ts'

/** Bytes of a block, about: four and what the engine adds fit into a page of a file. */
const blockLength = 1_900

/** Lists that are longer have a block of their own. */
const longList = 900

/** Which words are in which block. */
export interface BlockTable {
  /** The first word of each block. */
  words: string[]
  /** Numbers in the one list of a block; 0 for a block of several. */
  counts: number[]
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Makes blocks of lists that come in the order of their words; each goes out once it is full. */
export class BlockWriter {
  readonly #out: (block: Uint8Array) => void
  readonly #block = new ByteList(4 * blockLength)
  readonly #table = new ByteList()
  /** The word that comes. */
  readonly #key = new ByteList()

  constructor(out: (block: Uint8Array) => void) {
    this.#out = out
  }

  add(word: string, list: Postings): void {
    const key = this.#key
    key.length = 0
    key.text(word)
    const isLong = list.bytes.length > longList
    if (isLong || this.#block.length + key.length + list.bytes.length > blockLength) this.#flush()
    if (this.#block.length === 0) {
      this.#table.append(key.view)
      this.#table.number(isLong ? list.count : 0)
    }
    this.#block.append(key.view)
    this.#block.number(list.count)
    this.#block.number(list.last)
    this.#block.sized(list.bytes)
    if (isLong) this.#flush()
  }

  /** The table of the blocks, once all lists have come. */
  end(): Uint8Array {
    this.#flush()
    return this.#table.take()
  }

  #flush(): void {
    if (this.#block.length > 0) this.#out(this.#block.take())
  }
}

export function readBlockTable(bytes: Uint8Array): BlockTable {
  const table: BlockTable = { words: [], counts: [] }
  for (const reader = new ByteReader(bytes); !reader.isAtEnd; ) {
    table.words.push(decoder.decode(reader.sized()))
    table.counts.push(reader.number())
  }
  return table
}

/** The block that has a word if there is one: the last one that begins with it or before it; -1 for none. */
export function blockOf({ words }: BlockTable, word: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] as string) <= word) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A word of a block with its list. */
export interface BlockEntry extends Postings {
  word: string
}

export function* blockEntries(block: Uint8Array): Generator<BlockEntry, void, undefined> {
  for (const reader = new ByteReader(block); !reader.isAtEnd; ) {
    const word = decoder.decode(reader.sized())
    yield { word, count: reader.number(), last: reader.number(), bytes: reader.sized() }
  }
}

/** The list of a word in a block. */
export function findInBlock(block: Uint8Array, word: string): Postings | undefined {
  const key = encoder.encode(word)
  for (const reader = new ByteReader(block); !reader.isAtEnd; ) {
    const length = reader.number()
    const start = reader.at
    reader.at += length
    const [count, last, bytes] = [reader.number(), reader.number(), reader.sized()]
    if (length === key.length && isAt(block, start, key)) return { count, last, bytes }
  }
  return undefined
}

function isAt(bytes: Uint8Array, start: number, key: Uint8Array): boolean {
  for (let at = 0; at < key.length; at++) if (bytes[start + at] !== key[at]) return false
  return true
}
