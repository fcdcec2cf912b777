/** Words that a text is asked for, and how often it has them. Nearly all words of a text are none of them, by first letter and length. */
export class AskedWords {
  readonly #counts = new Map<string, { sum: number }>()
  /** By the low byte of the first letter, a bit for each length. */
  readonly #lengths = new Uint32Array(256)

  get size(): number {
    return this.#counts.size
  }

  has(word: string): boolean {
    return this.#counts.has(word)
  }

  /** Asks for a word, given in small letters; `printed` is another form in which the text has it. */
  ask(word: string, printed = word): void {
    this.#counts.set(word, { sum: 0 })
    for (const form of [word, printed]) {
      const own = form.charCodeAt(0) & 255
      this.#lengths[own] = (this.#lengths[own] ?? 0) | (1 << (form.length & 31))
    }
  }

  /** Whether the word `[start, end)` of a line may be one of them. */
  mayBe(line: string, start: number, end: number): boolean {
    return (((this.#lengths[line.charCodeAt(start) & 255] ?? 0) >>> ((end - start) & 31)) & 1) === 1
  }

  /** Counts a word, where it is one of them. */
  count(word: string, by: number): void {
    const known = this.#counts.get(word)
    if (known) known.sum += by
  }

  /** Forgets what was counted. */
  reset(): void {
    for (const known of this.#counts.values()) known.sum = 0
  }

  /** What was counted of a word. */
  sumOf(word: string): number {
    return this.#counts.get(word)?.sum ?? 0
  }
}
