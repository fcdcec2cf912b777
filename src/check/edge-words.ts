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

/** Texts of which words are counted two by two, spread evenly: of more there would be more of them than they tell. */
const mostCounted = 20_000

/** Nats for a beginning or an end that is none, rather than for one; above 0 where the word is seldom there. */
export interface OddEdges {
  start: number
  end: number
  /** The same by the first two words, and the last two, which may begin and end at a mark anywhere. */
  startPair: number
  endPair: number
}

interface Edges {
  first: string
  last: string
}

/** How often two words stand one behind the other, and how often with nothing or a mark in front of them, or behind. */
interface PairCounts {
  count: number
  starts: number
  ends: number
}

export class EdgeWords {
  readonly #counts = new Map<string, number>()
  readonly #starts = new Map<string, number>()
  readonly #ends = new Map<string, number>()
  readonly #pairs = new Map<string, PairCounts>()
  /** Of all pairs together. */
  readonly #all: PairCounts = { count: 0, starts: 0, ends: 0 }
  /** Texts for one of all their words. */
  readonly #share: number

  constructor(texts: readonly string[]) {
    let all = 0
    const step = Math.max(1, texts.length / mostCounted)
    for (const [at, text] of texts.entries()) {
      const words = wordsOf(text)
      for (const word of words) add(this.#counts, word)
      all += words.length
      const { first, last } = edgesOf(words)
      add(this.#starts, first)
      add(this.#ends, last)
      if (at % step < 1) countPairs(words, (key) => this.#pairsAt(key), this.#all)
    }
    this.#share = texts.length / Math.max(1, all)
  }

  /** Of a text, or of what was made of it; the text does not speak for its own edges. */
  oddOf(text: string, whole: string): OddEdges {
    const [words, own] = [wordsOf(text), wordsOf(whole)]
    const [edges, ownEdges] = [edgesOf(words), edgesOf(own)]
    const ownPairs = new Map<string, PairCounts>()
    countPairs(own, (key) => ownPairs.get(key) ?? put(ownPairs, key))
    const end = words.lastIndexOf(edges.last) + 1
    const oddPair = (from: number, side: 'ends' | 'starts'): number => {
      const key = pairKey(words[from] ?? '', words[from + 1] ?? '')
      const [known, here] = [this.#pairs.get(key), ownPairs.get(key)]
      const [count, seen] = [Math.max(0, (known?.count ?? 0) - (here?.count ?? 0)), Math.max(0, (known?.[side] ?? 0) - (here?.[side] ?? 0))]
      return Math.log(((count * this.#all[side]) / Math.max(1, this.#all.count) + imagined) / (seen + imagined))
    }
    return {
      start: this.#odd(edges.first, this.#starts, ownEdges.first),
      end: this.#odd(edges.last, this.#ends, ownEdges.last),
      startPair: end < 2 ? 0 : oddPair(0, 'starts'),
      endPair: end < 2 ? 0 : oddPair(end - 2, 'ends')
    }
  }

  #odd(word: string, edges: ReadonlyMap<string, number>, own: string): number {
    const usual = (this.#counts.get(word) ?? 0) * this.#share
    const seen = (edges.get(word) ?? 0) - (word === own ? 1 : 0)
    return Math.log((usual + imagined) / (seen + imagined))
  }

  #pairsAt(key: string): PairCounts {
    return this.#pairs.get(key) ?? put(this.#pairs, key)
  }
}

function put(pairs: Map<string, PairCounts>, key: string): PairCounts {
  const counts: PairCounts = { count: 0, starts: 0, ends: 0 }
  pairs.set(key, counts)
  return counts
}

function pairKey(one: string, other: string): string {
  return `${one} ${other}`
}

/** Counts each two words of a text; `all` takes the sums. */
function countPairs(words: readonly string[], at: (key: string) => PairCounts, all?: PairCounts): void {
  const isOut = (place: number): boolean => place < 0 || place >= words.length || mark.test(words[place] ?? '')
  for (let place = 0; place + 1 < words.length; place++) {
    for (const counts of [at(pairKey(words[place] ?? '', words[place + 1] ?? '')), ...(all ? [all] : [])]) {
      counts.count++
      if (isOut(place - 1)) counts.starts++
      if (isOut(place + 2)) counts.ends++
    }
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
