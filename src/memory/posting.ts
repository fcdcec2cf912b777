/**
 * Where a word stands, as bytes: of each place the distance of its text to that of the place before, of the first one to -1,
 * and a byte for the word that follows in the text. A word that a text has twice has a place more, at a distance of 0. Lists
 * are read from either end, and one can be put behind another without being read.
 */
import { hashOf } from '../words/word-table.ts'
import { ByteReader, type ByteList } from './bytes.ts'

/** A list, or a part of one. */
export interface Postings {
  /** Texts in it. */
  count: number
  /** The number of the last text. */
  last: number
  bytes: Uint8Array
}

/** Bits of a place that tell the word that follows: the byte for it is below 128, so that lists can be read backwards. */
const followerBits = 7
const followerMask = 2 ** followerBits - 1

/** Bytes of a place at most. */
const longestPlace = 6

/** What the word that follows is, by what it is found by: 1 to 127. Behind the last word of a text it is 0. */
export function followerOf(key: string): number {
  return 1 + ((hashOf(key) >>> 0) % followerMask)
}

/** A place as a number: places of a word rise as its texts do. */
export function placeOf(text: number, follower: number): number {
  return (text << followerBits) | follower
}

/** The list of a word by its places, which rise by their texts. */
export function packPostings(places: Int32Array, into: ByteList): Postings {
  into.length = 0
  const bytes = into.room(places.length * longestPlace)
  let last = -1
  let [at, count] = [0, 0]
  for (const place of places) {
    const text = place >> followerBits
    let distance = text - last
    if (distance > 0) count++
    for (; distance > 127; distance >>>= 7) bytes[at++] = (distance & 127) | 128
    bytes[at++] = distance
    bytes[at++] = place & followerMask
    last = text
  }
  into.length = at
  return { count, last, bytes: into.view }
}

/** Lists one behind the other, as one; the numbers of each are counted from its `offset`. */
export function joinPostings(parts: ReadonlyArray<{ offset: number; list: Postings }>, into: ByteList): Postings {
  into.length = 0
  let last = -1
  let count = 0
  for (const { offset, list } of parts) {
    const reader = new ByteReader(list.bytes)
    into.number(offset + reader.number() - 1 - last)
    into.append(list.bytes.subarray(reader.at))
    last = offset + list.last
    count += list.count
  }
  return { count, last, bytes: into.view }
}

/** Goes through a list from its last place to its first. */
export class BackwardCursor {
  readonly #bytes: Uint8Array
  #at: number
  /** The text where it stands; -1 once all have passed. */
  number: number

  /** `offset` is added to the numbers. */
  constructor({ bytes, count, last }: Postings, offset = 0) {
    this.#bytes = bytes
    this.#at = bytes.length - 1
    this.number = count === 0 ? -1 : last + offset
  }

  /** The byte for the word that follows where it stands. */
  get follower(): number {
    return this.#bytes[this.#at] as number
  }

  next(): void {
    const bytes = this.#bytes
    let at = this.#at - 1
    // The last byte has the high bits.
    let distance = bytes[at] as number
    while (at > 0 && (bytes[at - 1] as number) > 127) distance = (distance << 7) | ((bytes[--at] as number) & 127)
    this.#at = at - 1
    this.number = at <= 0 ? -1 : this.number - distance
  }
}
