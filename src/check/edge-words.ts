/**
 * How odd the words are with which a text begins and ends, by the texts of its language in the memory: where a part is cut off, it
 * ends with `of the` as often as with anything, and begins with a comma or in the middle of a name.
 */

/** Words, figures, marks; each Chinese character for itself. */
const token = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu
const figures = /\p{Nd}+/gu
/** Marks behind the last word tell by themselves, and are no part of what is odd here. */
const mark = /^[^\p{L}\p{N}]/u

/** Imagined edges, with the word and as many as chance gives it. */
const imagined = 0.5

/** Nats for a beginning or an end that is none, rather than for one; above 0 where the word is seldom there. */
export interface OddEdges {
  start: number
  end: number
}

interface Edges {
  first: string
  last: string
}

export class EdgeWords {
  readonly #counts = new Map<string, number>()
  readonly #starts = new Map<string, number>()
  readonly #ends = new Map<string, number>()
  /** Texts for one of all their words. */
  readonly #share: number

  constructor(texts: readonly string[]) {
    let all = 0
    for (const text of texts) {
      const words = wordsOf(text)
      for (const word of words) add(this.#counts, word)
      all += words.length
      const { first, last } = edgesOf(words)
      add(this.#starts, first)
      add(this.#ends, last)
    }
    this.#share = texts.length / Math.max(1, all)
  }

  /** Of a text, or of what was made of it; the text does not speak for its own edges. */
  oddOf(text: string, whole: string): OddEdges {
    const [edges, own] = [edgesOf(wordsOf(text)), edgesOf(wordsOf(whole))]
    return { start: this.#odd(edges.first, this.#starts, own.first), end: this.#odd(edges.last, this.#ends, own.last) }
  }

  #odd(word: string, edges: ReadonlyMap<string, number>, own: string): number {
    const usual = (this.#counts.get(word) ?? 0) * this.#share
    const seen = (edges.get(word) ?? 0) - (word === own ? 1 : 0)
    return Math.log((usual + imagined) / (seen + imagined))
  }
}

function wordsOf(text: string): string[] {
  return (text.match(token) ?? []).map((word) => word.replace(figures, '0'))
}

function edgesOf(words: readonly string[]): Edges {
  return { first: words[0] ?? '', last: words.findLast((word) => !mark.test(word)) ?? '' }
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1)
}
