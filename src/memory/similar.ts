/** Texts that are like a text: candidates are compared in the order of the best score that they can have, until no other can be among those wanted. */
import type { LanguageTag } from '../language/tag.ts'
import { findCandidates } from './candidates.ts'
import { editDistance, leastDistance, scoreOf } from './distance.ts'
import { HashedWords } from './hashed-words.ts'
import type { Store } from './store.ts'
import type { LanguageIndex } from './word-index.ts'
import { hashText, readWords } from './words.ts'

export interface SimilarText {
  id: number
  text: string
  /** 1 for the same text, .99 at most for any other. */
  score: number
  /** `numbers`: the same words, be it for numbers, case and marks. */
  kind: 'exact' | 'fuzzy' | 'numbers'
}

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
  const alike = new Set([...(await index.withHash(hash)), ...(await index.withWords(hash, mostAlike))])
  yield (await store.texts([...alike].map((number) => index.idOf(number)))).flatMap((row) => judge(row, min))
  if (asked.length === 0) return
  let [compared, batchLength] = [0, firstBatch]
  const queue = await findCandidates(index, asked, { min, known: alike })
  for (;;) {
    const floor = Math.max(min, needed())
    if (compared >= mostRead && queue.hasMore(floor)) {
      stopped()
      return
    }
    const part = queue.take(batchLength, floor).map((number) => index.idOf(number))
    if (part.length === 0) return
    batchLength = Math.min(longestBatch, batchLength * 2)
    compared += part.length
    yield (await store.texts(part)).flatMap((row) => judge(row, floor))
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
