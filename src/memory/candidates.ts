/**
 * Texts that may be like a text, by the words that both have: without a scan, and without missing one.
 *
 * A text that is like enough has most words of the text asked for. Of its rarest words so many are looked up that a text with
 * none of them must be too far away; further lists, and those of numbers, tell how good each can be.
 */
import { numberCost } from './distance.ts'
import type { LanguageIndex, WordList } from './word-index.ts'
import { wordKeys, type Word } from './words.ts'

/** So many candidates are compared rather than counted on. */
const fewCandidates = 50

/** For sums of shares that should be whole. */
const tiny = 1e-9

/** Lists are read as long as they are not so many times longer than there are candidates: to compare these takes less time then. */
const longerList = 1_000

/** What was counted of candidates, and for what. */
interface Counted {
  /** Lists of words in which a candidate may stand, and of numbers. */
  words: number
  numbers: number
  /** Whether no candidate was found by its numbers alone, so that its votes are those of words. */
  isNamed: boolean
  /** Words that one edit can take away. */
  perEdit: number
  min: number
  /** Words of the text asked for. */
  asked: number
  /** Texts that are not wanted. */
  known: ReadonlySet<number>
}

/** Texts that may be like enough, the best first; `known` are not wanted. */
export async function findCandidates(index: LanguageIndex, asked: readonly Word[], { min, known }: { min: number; known: ReadonlySet<number> }): Promise<Queue> {
  const keys = wordKeys(asked)
  const named = [...new Set(keys.filter((_, at) => asked[at]?.isNumber === false))]
  const numbers = [...new Set(keys.filter((_, at) => asked[at]?.isNumber === true))]
  // A Chinese character is in two pairs.
  const perEdit = asked.some(({ isHan }) => isHan) ? 2 : 1
  const lost = Math.floor((1 - min) * asked.length + tiny) * perEdit
  // Where all words may go, numbers are what a text can be found by, too.
  const isNamed = named.length > lost
  const lists = (await index.find(named)).sort((a, b) => a.count - b.count)
  const must = isNamed ? lists.slice(0, lost + 1) : lists
  let ofNumbers = isNamed ? [] : await index.find(numbers)
  await index.load([...must, ...ofNumbers])
  const shortest = Math.floor(asked.length * min - tiny)
  const counting = new Counting(index, shortest, Math.ceil(asked.length / min + tiny))
  try {
    for (const list of [...must, ...ofNumbers]) counting.begin(list)
    // Each further list tells good candidates from bad ones.
    let words = must.length
    for (const list of lists.slice(words)) {
      if (!isWorth(list, counting)) break
      await index.load([list])
      counting.go(list)
      words++
      counting.keep(words - lost)
    }
    // A number that is missing is an edit, too, if a small one.
    if (isNamed && numbers.length > 0 && counting.count > fewCandidates) {
      ofNumbers = (await index.find(numbers)).filter((list) => isWorth(list, counting))
      await index.load(ofNumbers)
    }
    for (const list of ofNumbers) counting.countNumber(list)
    return new Queue(bounds(index, counting, { words, numbers: ofNumbers.length, isNamed, perEdit, min, asked: asked.length, known }))
  } finally {
    counting.end()
  }
}

function isWorth({ count }: WordList, counting: Counting): boolean {
  return counting.count > fewCandidates && count < counting.count * longerList
}

/** Counts go up to this. */
const mostVotes = 255

/** Counts in how many lists a text stands. */
class Counting {
  /** Of words, and of numbers. */
  readonly votes: Uint8Array
  #numberVotes: Uint8Array | undefined
  readonly #index: LanguageIndex
  readonly #shortest: number
  readonly #longest: number
  #touched = new Int32Array(4_096)
  /** Texts that are still candidates; in front in `#touched`. */
  count = 0
  /** Those that have a vote. */
  #length = 0

  /** Texts of so many words are candidates. */
  constructor(index: LanguageIndex, shortest: number, longest: number) {
    this.#index = index
    this.votes = index.borrowVotes()
    this.#shortest = shortest
    this.#longest = longest
  }

  get numberVotes(): Uint8Array | undefined {
    return this.#numberVotes
  }

  /** A list whose texts become candidates. */
  begin(list: WordList): void {
    this.#count(list, this.votes, true)
    this.count = this.#length
  }

  /** A list that counts for those alone that are candidates. */
  go(list: WordList): void {
    this.#count(list, this.votes, false)
  }

  /** The list of a number. No candidate goes for it. */
  countNumber(list: WordList): void {
    this.#numberVotes ??= this.#index.borrowVotes()
    this.#count(list, this.#numberVotes, false)
  }

  /** One vote more for each text of a list that is a candidate; others become one where the list begins and they are as long as is wanted. */
  #count({ parts }: WordList, votes: Uint8Array, begins: boolean): void {
    const { lengths } = this.#index
    const [candidates, shortest, longest] = [this.votes, this.#shortest, this.#longest]
    for (const { list, offset } of parts) {
      if (list === undefined) continue
      if (begins) this.#reserve(list.count)
      const { bytes } = list
      const touched = this.#touched
      let length = this.#length
      // Behind each text is the byte for the word that follows.
      for (let at = 0, text = offset - 1; at < bytes.length; at++) {
        let byte = bytes[at++] as number
        // The text has the word again.
        if (byte === 0) continue
        let distance = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] as number
          distance |= (byte & 127) << shift
        }
        text += distance
        if (candidates[text] === 0) {
          if (!begins) continue
          const words = lengths[text] as number
          // How long a text of 255 words or more is, is not known.
          if (words < shortest || (words > longest && words !== 255)) continue
          touched[length++] = text
        }
        const vote = votes[text] as number
        if (vote < mostVotes) votes[text] = vote + 1
      }
      this.#length = length
    }
  }

  /** Only those with so many votes stay candidates. */
  keep(least: number): void {
    const [votes, touched] = [this.votes, this.#touched]
    const needed = Math.min(least, mostVotes)
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const text = touched[at] as number
      if ((votes[text] as number) >= needed) touched[kept++] = text
      else votes[text] = 0
    }
    this.count = this.#length = kept
  }

  get candidates(): Int32Array {
    return this.#touched.subarray(0, this.count)
  }

  /** Gives back what was borrowed. */
  end(): void {
    for (const votes of [this.votes, this.#numberVotes]) {
      if (votes === undefined) continue
      for (let at = 0; at < this.#length; at++) votes[this.#touched[at] as number] = 0
      this.#index.returnVotes(votes)
    }
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#touched.length) return
    const touched = new Int32Array(Math.max(this.#touched.length * 2, this.#length + more))
    touched.set(this.#touched.subarray(0, this.#length))
    this.#touched = touched
  }
}

/** Candidates by the best score that they can still have, the best first. */
function bounds({ lengths }: LanguageIndex, { candidates, votes, numberVotes }: Counting, { words, numbers, isNamed, perEdit, min, asked, known }: Counted): Candidates[] {
  const groups = new Map<number, number[]>()
  for (const text of candidates) {
    if (known.has(text)) continue
    const told = lengths[text] as number
    // The length of a long text is not known: it may be the best one.
    const length = told === 255 ? Math.max(asked, told) : told
    const longest = told === 255 ? length / min : Math.max(asked, length)
    const vote = votes[text] as number
    const numberVote = numberVotes?.[text] ?? 0
    const missing = vote === mostVotes ? 0 : (words - (isNamed ? vote : vote - numberVote)) / perEdit
    const missingNumbers = numberVote === mostVotes ? 0 : numbers - numberVote
    const edits = Math.max(Math.ceil(missing), missing + missingNumbers * numberCost, told === 255 ? 0 : Math.abs(asked - length))
    const bound = Math.min(0.99, 1 - edits / longest)
    if (bound < min - tiny) continue
    const group = groups.get(bound)
    if (group) group.push(text)
    else groups.set(bound, [text])
  }
  return [...groups].sort(([a], [b]) => b - a).map(([bound, texts]) => ({ bound, texts }))
}

interface Candidates {
  /** The best score that they can have. */
  bound: number
  texts: number[]
}

/** Candidates in the order of the best score that they can have; of one score the last texts first: the newer ones, most often. */
class Queue {
  readonly #groups: readonly Candidates[]
  #group = 0
  #bound = 1
  /** Those of one score, from the last to be taken to the first. */
  #waiting: number[] = []

  constructor(groups: readonly Candidates[]) {
    this.#groups = groups
  }

  /** Whether there are more that may have such a score. */
  hasMore(floor: number): boolean {
    while (this.#waiting.length === 0) {
      const next = this.#groups[this.#group++]
      if (next === undefined) return false
      this.#bound = next.bound
      this.#waiting = next.texts.sort((a, b) => a - b)
    }
    return this.#bound >= floor
  }

  /** The next ones that may have such a score. */
  take(most: number, floor: number): number[] {
    const taken: number[] = []
    while (taken.length < most && this.hasMore(floor)) taken.push(this.#waiting.pop() as number)
    return taken
  }
}
