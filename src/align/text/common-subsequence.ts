/** Letters of a word that fit into the bits of a number. */
const mostLetters = 31
/** Letters of the other word that are looked at, where one of them is longer. */
const widest = 63

/**
 * The length of the longest common subsequence of one word with one after another, all letters of the word at once: a bit of a
 * number stands for each (Allison and Dix 1986, as Hyyrö wrote it in 2004).
 */
export class CommonSubsequence {
  /** By UTF-16 code unit: the bits of its places in the word. */
  readonly #places = new Int32Array(0x10000)
  readonly #row = new Uint8Array(widest + 1)
  word = ''

  /** Takes the word that others are compared with. */
  of(word: string): void {
    const places = this.#places
    for (let at = 0; at < this.word.length; at++) places[this.word.charCodeAt(at)] = 0
    this.word = word
    for (let at = 0; at < word.length && at < mostLetters; at++) {
      const letter = word.charCodeAt(at)
      places[letter] = (places[letter] as number) | (1 << at)
    }
  }

  /** In UTF-16 code units. */
  lengthWith(other: string): number {
    if (this.word.length > mostLetters || other.length > widest) return this.#lengthOfLong(other)
    // A bit is cleared where the subsequence grows by the letter.
    let open = -1
    for (let at = 0; at < other.length; at++) {
      const shared = open & (this.#places[other.charCodeAt(at)] as number)
      open = ((open + shared) | 0) | (open & ~shared)
    }
    return countBits(~open & ((2 ** this.word.length - 1) | 0))
  }

  #lengthOfLong(other: string): number {
    const [word, row] = [this.word, this.#row]
    const width = Math.min(other.length, widest)
    row.fill(0, 0, width + 1)
    for (let i = 0; i < word.length; i++) {
      let diagonal = 0
      for (let j = 1; j <= width; j++) {
        const above = row[j] as number
        row[j] = word.charCodeAt(i) === other.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1] as number)
        diagonal = above
      }
    }
    return row[width] as number
  }
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
