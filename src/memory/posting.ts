/** Lists of texts in which a word stands, as bytes: the distance to the one before, seven bits a byte. */

/** A list that grows. Numbers are added in rising order, each once. */
export class PostingList {
  #bytes = new Uint8Array(4)
  #length = 0
  #last: number
  count = 0

  /** Distances are counted from here. */
  constructor(before: number) {
    this.#last = before
  }

  /** Adds a number; one that was the last already changes nothing. */
  add(number: number): void {
    let distance = number - this.#last
    if (distance === 0 && this.count > 0) return
    this.#last = number
    this.count++
    if (this.#length + 5 > this.#bytes.length) {
      const bytes = new Uint8Array(this.#bytes.length * 2 + 5)
      bytes.set(this.#bytes)
      this.#bytes = bytes
    }
    for (; distance > 127; distance >>>= 7) this.#bytes[this.#length++] = (distance & 127) | 128
    this.#bytes[this.#length++] = distance
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

/** Calls back with each number of a list, in rising order. */
export function eachPosting(bytes: Uint8Array, before: number, found: (number: number) => void): void {
  let last = before
  for (let at = 0; at < bytes.length; ) {
    let distance = 0
    let byte: number
    let shift = 0
    do {
      byte = bytes[at++] ?? 0
      distance |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    last += distance
    found(last)
  }
}
