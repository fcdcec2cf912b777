/** A hash table of words that are found by where they stand in a text, so that no string is made of a word seen before. */

/** Start of a hash, and the hash with one more UTF-16 code unit (FNV-1a). */
export const hashStart = 0x811c9dc5 | 0

export function hashWith(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

export function hashOf(word: string): number {
  let hash = hashStart
  for (let at = 0; at < word.length; at++) hash = hashWith(hash, word.charCodeAt(at))
  return hash
}

/** What is known of words, by their code units. */
export class WordTable<T> {
  readonly #words: string[] = []
  readonly #values: T[] = []
  #hashes = new Int32Array(1024)
  /** Index of the word in each slot, one up; 0 for none. */
  #slots = new Int32Array(4096)

  /** What is known of the word `text[start … end]`, given its hash. */
  find(text: string, start: number, end: number, hash: number): T | undefined {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const index = (slots[slot] as number) - 1
      if (index < 0) return undefined
      if (this.#hashes[index] === hash && isSame(this.#words[index] as string, text, start, end)) return this.#values[index]
    }
  }

  /** Adds a word that is not in the table. */
  add(word: string, hash: number, value: T): void {
    const index = this.#words.length
    if (index === this.#hashes.length) this.#grow()
    this.#words.push(word)
    this.#values.push(value)
    this.#hashes[index] = hash
    this.#place(index)
  }

  #place(index: number): void {
    const slots = this.#slots
    const mask = slots.length - 1
    const hash = this.#hashes[index] as number
    let slot = (hash ^ (hash >>> 15)) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = index + 1
  }

  /** Four slots a word, so that a look seldom goes on. */
  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2)
    hashes.set(this.#hashes)
    this.#hashes = hashes
    this.#slots = new Int32Array(hashes.length * 4)
    for (let index = 0; index < this.#words.length; index++) this.#place(index)
  }
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}
