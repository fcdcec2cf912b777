/**
 * Texts that are like a text: without a scan, and without missing one.
 *
 * A text that is like enough has most words of the text asked for. Of its rarest words so many are looked up that a text
 * with none of them must be too far away; texts are then compared in the order of the best score that they can still have,
 * until no other can be among those wanted.
 */
import type { LanguageTag } from '../language/tag.ts'
import { editDistance, leastDistance, scoreOf } from './distance.ts'
import { HashedWords } from './hashed-words.ts'
import type { Store } from './store.ts'
import type { LanguageIndex, WordList } from './word-index.ts'
import { hashText, readWords, wordKeys, type Word } from './words.ts'

export interface SimilarText {
  id: number
  text: string
  /** 1 for the same text, .99 at most for any other. */
  score: number
  /** `numbers`: the same words, be it for numbers, case and marks. */
  kind: 'exact' | 'fuzzy' | 'numbers'
}

/** So many candidates are compared rather than counted on. */
const fewCandidates = 50

/** Texts that are compared at most. */
const mostCompared = 2_000

/** Texts that are compared at once: few first, the best one may well be among them. */
const [firstBatch, longestBatch] = [48, 240]

/** Texts with the same words in them that are taken, the last ones first. */
const mostAlike = 200

/**
 * Texts of a language that are like a text, in batches, roughly the best first; each is given once. `needed` tells the score
 * that is needed by now: what cannot reach it is not looked at. `stopped` hears where more could have been compared.
 */
export async function* similarTexts(
  store: Store,
  index: LanguageIndex,
  { text, language, min, mostRead = mostCompared }: { text: string; language: LanguageTag; min: number; mostRead: number | undefined },
  needed: () => number,
  stopped: () => void
): AsyncGenerator<SimilarText[], void, undefined> {
  const judge = judgeOf(text, language)
  const asked = readWords(text, language)
  const hash = hashText(new HashedWords().read(text, language))
  const alike = new Set([...(await index.withHash(hash)), ...(await index.withWords(hash, mostAlike))].map((number) => index.idOf(number)))
  yield (await store.texts([...alike])).flatMap((row) => judge(row, min))
  if (asked.length === 0) return
  let [compared, batchLength] = [0, firstBatch]
  for (const { bound, numbers } of await candidates(index, asked, min)) {
    const fresh = numbers.map((number) => index.idOf(number)).filter((id) => !alike.has(id))
    for (let at = 0; at < fresh.length; ) {
      const floor = Math.max(min, needed())
      if (bound < floor) return
      if (compared >= mostRead) {
        stopped()
        return
      }
      const part = fresh.slice(at, (at += batchLength))
      batchLength = Math.min(longestBatch, batchLength * 2)
      compared += part.length
      yield (await store.texts(part)).flatMap((row) => judge(row, floor))
    }
  }
}

/** What tells texts that are like enough from others, with their scores. */
function judgeOf(wanted: string, language: LanguageTag): (row: [id: number, text: string], min: number) => SimilarText[] {
  const asked = readWords(wanted, language)
  const hashed = new HashedWords().read(wanted, language)
  const other = new HashedWords()
  return ([id, text], min) => {
    if (text === wanted) return [{ id, text, score: 1, kind: 'exact' }]
    other.read(text, language)
    const limit = (1 - min) * Math.max(asked.length, other.length) + tiny
    if (leastDistance(hashed, other, limit) === Infinity) return []
    const words = readWords(text, language)
    const distance = editDistance(asked, words, limit)
    if (distance === Infinity) return []
    const isSame = asked.length === words.length && asked.every(({ form, isNumber }, at) => words[at]?.form === form || (isNumber && words[at]?.isNumber === true))
    return [{ id, text, score: scoreOf(distance, asked, words), kind: isSame ? 'numbers' : 'fuzzy' }]
  }
}

/** For sums of shares that should be whole. */
const tiny = 1e-9

/** Texts that may be like enough, by the best score that they can have, the best first. */
async function candidates(index: LanguageIndex, asked: readonly Word[], min: number): Promise<Candidates[]> {
  const keys = wordKeys(asked)
  const named = [...new Set(keys.filter((_, at) => asked[at]?.isNumber === false))]
  const numbers = [...new Set(keys.filter((_, at) => asked[at]?.isNumber === true))]
  /** Keys that one edit can take away: a Chinese character is in two pairs. */
  const perEdit = asked.some(({ isHan }) => isHan) ? 2 : 1
  const lost = Math.floor((1 - min) * asked.length + tiny) * perEdit
  // Where all words may go, numbers are all that is left to be found by.
  const lists = (await index.find(named.length > lost ? named : [...named, ...numbers])).sort((a, b) => a.count - b.count)
  const must = lists.slice(0, lost + 1)
  await index.load(must)
  const shortest = Math.floor(asked.length * min - tiny)
  const counting = new Counting(index, shortest, Math.ceil(asked.length / min + tiny))
  try {
    for (const list of must) counting.begin(list)
    // Each further list tells good candidates from bad ones, as long as that is quicker than to compare them.
    let taken = must.length
    for (const list of lists.slice(taken)) {
      if (counting.count <= fewCandidates) break
      await index.load([list])
      counting.go(list)
      taken++
      counting.keep(taken - lost)
    }
    return bounds(index, counting, { taken, perEdit, min, asked: asked.length })
  } finally {
    counting.end()
    index.returnVotes(counting.votes)
  }
}

/** Counts in how many lists a text stands. */
class Counting {
  readonly votes: Uint8Array
  readonly #lengths: Uint8Array
  readonly #shortest: number
  readonly #longest: number
  #touched = new Int32Array(4_096)
  /** Texts that are still candidates; in front in `#touched`. */
  count = 0
  /** Those that have a vote. */
  #length = 0

  /** Texts of so many words are candidates. */
  constructor(index: LanguageIndex, shortest: number, longest: number) {
    const { lengths } = index
    this.votes = index.borrowVotes()
    this.#lengths = lengths
    this.#shortest = shortest
    this.#longest = longest
  }

  /** A list whose texts become candidates. */
  begin({ parts }: WordList): void {
    const [votes, lengths, shortest, longest] = [this.votes, this.#lengths, this.#shortest, this.#longest]
    for (const { list, offset } of parts) {
      if (list === undefined) continue
      this.#reserve(list.count)
      const { bytes } = list
      const touched = this.#touched
      let length = this.#length
      for (let at = 0, text = offset - 1; at < bytes.length; ) {
        let byte = bytes[at++] as number
        let distance = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] as number
          distance |= (byte & 127) << shift
        }
        text += distance
        const vote = votes[text] as number
        if (vote > 0) votes[text] = vote + 1
        else {
          const words = lengths[text] as number
          // How long a text of 255 words or more is, is not known.
          if (words >= shortest && (words <= longest || words === 255)) {
            votes[text] = 1
            touched[length++] = text
          }
        }
      }
      this.#length = length
    }
    this.count = this.#length
  }

  /** A list that counts for those alone that are candidates. */
  go({ parts }: WordList): void {
    const votes = this.votes
    for (const { list, offset } of parts) {
      if (list === undefined) continue
      const { bytes } = list
      for (let at = 0, text = offset - 1; at < bytes.length; ) {
        let byte = bytes[at++] as number
        let distance = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] as number
          distance |= (byte & 127) << shift
        }
        text += distance
        const vote = votes[text] as number
        if (vote > 0 && vote < 255) votes[text] = vote + 1
      }
    }
  }

  /** Only those with so many votes stay candidates. */
  keep(least: number): void {
    const [votes, touched] = [this.votes, this.#touched]
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const text = touched[at] as number
      if ((votes[text] as number) >= least) touched[kept++] = text
      else votes[text] = 0
    }
    this.count = this.#length = kept
  }

  get candidates(): Int32Array {
    return this.#touched.subarray(0, this.count)
  }

  end(): void {
    for (let at = 0; at < this.#length; at++) this.votes[this.#touched[at] as number] = 0
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#touched.length) return
    const touched = new Int32Array(Math.max(this.#touched.length * 2, this.#length + more))
    touched.set(this.#touched.subarray(0, this.#length))
    this.#touched = touched
  }
}

/** Candidates by the best score that they can still have. */
function bounds({ lengths }: LanguageIndex, counting: Counting, { taken, perEdit, min, asked }: { taken: number; perEdit: number; min: number; asked: number }): Candidates[] {
  const { votes } = counting
  const groups = new Map<number, number[]>()
  for (const text of counting.candidates) {
    const told = lengths[text] as number
    const vote = votes[text] as number
    // The length of a long text is not known: it may be the best one.
    const length = told === 255 ? Math.max(asked, told) : told
    const longest = told === 255 ? length / min : Math.max(asked, length)
    const edits = Math.max(Math.ceil((taken - vote) / perEdit), told === 255 ? 0 : Math.abs(asked - length))
    const bound = Math.min(0.99, 1 - edits / longest)
    if (bound < min - tiny) continue
    const known = groups.get(bound)
    if (known) known.push(text)
    else groups.set(bound, [text])
  }
  // The last texts first: the newer ones, most often.
  return [...groups].sort(([a], [b]) => b - a).map(([bound, numbers]) => ({ bound, numbers: numbers.sort((a, b) => b - a) }))
}

interface Candidates {
  /** The best score that they can have. */
  bound: number
  numbers: readonly number[]
}
