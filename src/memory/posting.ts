/**
 * Lists of numbers in rising order as bytes: each as its distance to the one before, the first as that to -1. They are read
 * from either end, and one can be put behind another without being read.
 */
import { ByteReader, type ByteList } from './bytes.ts'

/** A list, or a part of one. */
export interface Postings {
  count: number
  /** The last number. */
  last: number
  bytes: Uint8Array
}

/** A list of numbers, which rise. */
export function packPostings(numbers: Int32Array, into: ByteList): Postings {
  into.length = 0
  let last = -1
  for (const number of numbers) {
    into.number(number - last)
    last = number
  }
  return { count: numbers.length, last, bytes: into.view }
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

/** Goes through a list from its last number to its first. */
export class BackwardCursor {
  readonly #bytes: Uint8Array
  #at: number
  /** The number where it stands; -1 once all have passed. */
  number: number

  /** `offset` is added to the numbers. */
  constructor({ bytes, count, last }: Postings, offset = 0) {
    this.#bytes = bytes
    this.#at = bytes.length
    this.number = count === 0 ? -1 : last + offset
  }

  next(): void {
    const bytes = this.#bytes
    let at = this.#at - 1
    // The last byte has the high bits.
    let distance = bytes[at] as number
    while (at > 0 && (bytes[at - 1] as number) > 127) distance = (distance << 7) | ((bytes[--at] as number) & 127)
    this.#at = at
    this.number = at <= 0 ? -1 : this.number - distance
  }
}
