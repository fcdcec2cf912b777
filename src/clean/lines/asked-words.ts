/** Words that a text is asked for, and how often it has them. Nearly all words of a text are none of them, by length and by first and last letter. */
export class AskedWords {
  readonly #counts = new Map<string, { sum: number }>()
  /** By a hash of length, first and last letter, both of them small or capital. */
  readonly #marked = new Uint8Array(hashes)
  /** By a hash of the first two letters, both of them small or capital. */
  readonly #begun = new Uint8Array(hashes)

  get size(): number {
    return this.#counts.size
  }

  /** Asks for a word, given in small letters. */
  ask(word: string): void {
    if (this.#counts.has(word)) return
    this.#counts.set(word, { sum: 0 })
    const first = word.charAt(0)
    const last = word.charAt(word.length - 1)
    this.#mark(first, last, word.length)
    this.#mark(first.toUpperCase(), last, word.length)
    this.#mark(first, last.toUpperCase(), word.length)
    this.#mark(first.toUpperCase(), last.toUpperCase(), word.length)
    const second = word.charAt(1)
    for (const one of [first, first.toUpperCase()]) for (const other of [second, second.toUpperCase()]) this.#begun[hashOf(one.charCodeAt(0), other.charCodeAt(0), 0)] = 1
  }

  #mark(first: string, last: string, length: number): void {
    this.#marked[hashOf(first.charCodeAt(0), last.charCodeAt(0), length)] = 1
  }

  /** Whether a word of two letters and more that begins at an index of a line may be one of them. */
  mayBegin(line: string, start: number): boolean {
    return this.#begun[hashOf(line.charCodeAt(start), line.charCodeAt(start + 1), 0)] === 1
  }

  /** Whether the word `[start, end)` of a line may be one of them, whichever letters are capitals. */
  mayBe(line: string, start: number, end: number): boolean {
    return this.#marked[hashOf(line.charCodeAt(start), line.charCodeAt(end - 1), end - start)] === 1
  }

  /** Counts a word in small letters, where it is one of them; gives whether it is. */
  count(word: string, by: number): boolean {
    const known = this.#counts.get(word)
    if (known) known.sum += by
    return known !== undefined
  }

  /** What was counted of each word. */
  *sums(): Generator<readonly [word: string, sum: number]> {
    for (const [word, { sum }] of this.#counts) yield [word, sum]
  }

  /** What was counted of a word. */
  sumOf(word: string): number {
    return this.#counts.get(word)?.sum ?? 0
  }
}

/** So many that few words of a text have that of another one which is asked for; a power of two. */
const hashes = 1 << 14

function hashOf(first: number, last: number, length: number): number {
  return (first * 961 + last * 31 + length) & (hashes - 1)
}
