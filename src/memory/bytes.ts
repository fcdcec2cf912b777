/** Bytes that grow, and numbers in them: seven bits a byte, the low ones first, the last byte below 128. */

const encoder = new TextEncoder()

/** Code units of which the length in UTF-8 is a single byte, in any script. */
const shortText = 42

export class ByteList {
  #bytes: Uint8Array
  length = 0

  constructor(size = 1_024) {
    this.#bytes = new Uint8Array(size)
  }

  /** A whole number from 0 on, below 2 ** 32. */
  number(value: number): void {
    this.#reserve(5)
    const bytes = this.#bytes
    let rest = value
    for (; rest > 127; rest >>>= 7) bytes[this.length++] = (rest & 127) | 128
    bytes[this.length++] = rest
  }

  /** Its length, then the bytes themselves. */
  sized(value: Uint8Array): void {
    this.number(value.length)
    this.append(value)
  }

  append(value: Uint8Array): void {
    this.#reserve(value.length)
    this.#bytes.set(value, this.length)
    this.length += value.length
  }

  /** What has come by now; it changes with what comes next. */
  get view(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  /** What has come by now, for good; then it is empty. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.length)
    this.length = 0
    return taken
  }

  /** A text in UTF-8, with its length in front as of `sized`. */
  text(value: string): void {
    if (value.length > shortText) {
      this.sized(encoder.encode(value))
      return
    }
    const bytes = this.room(3 * value.length + 1)
    const { written } = encoder.encodeInto(value, bytes.subarray(this.length + 1))
    bytes[this.length] = written
    this.length += 1 + written
  }

  /** All bytes, with room for so many more behind those that have come. */
  room(more: number): Uint8Array {
    this.#reserve(more)
    return this.#bytes
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more))
    bytes.set(this.view)
    this.#bytes = bytes
  }
}

/** Reads what a `ByteList` has written, from one place to the next. */
export class ByteReader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }

  sized(): Uint8Array {
    const length = this.number()
    return this.bytes.subarray(this.at, (this.at += length))
  }
}

/** Whole numbers of 32 bits in a list that grows. */
export class NumberList {
  #numbers = new Int32Array(1_024)
  length = 0

  push(value: number): void {
    if (this.length === this.#numbers.length) this.#grow(1)
    this.#numbers[this.length++] = value
  }

  /** Numbers of another list, behind those that have come. */
  append(numbers: Int32Array): void {
    if (this.length + numbers.length > this.#numbers.length) this.#grow(numbers.length)
    this.#numbers.set(numbers, this.length)
    this.length += numbers.length
  }

  /** The number at a place. */
  at(place: number): number {
    return this.#numbers[place] as number
  }

  /** What has come by now. */
  get view(): Int32Array {
    return this.#numbers.subarray(0, this.length)
  }

  #grow(more: number): void {
    let size = this.#numbers.length
    while (this.length + more > size) size *= 2
    const numbers = new Int32Array(size)
    numbers.set(this.view)
    this.#numbers = numbers
  }
}
