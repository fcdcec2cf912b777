/**
 * Texts that are like a text: without a scan, and without missing one.
 *
 * A text that is like enough has most words of the text asked for. Of its rarest words so many are looked up that a text
 * with none of them must be too far away; texts are then compared in the order of the best score that they can still have,
 * until no other can be among those wanted.
 */
import type { LanguageTag } from '../language/tag.ts'
import { rowsFromJson, rowsOf, type Database } from './database.ts'
import { editDistance, scoreOf } from './distance.ts'
import type { WordIndex } from './word-index.ts'
import { hashText, readWords, scanKeys, wordKeys, type Word } from './words.ts'

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

/** Texts that are compared at once. */
const batchLength = 48

/** Texts with the same words in them that are taken, the last ones first. */
const mostAlike = 200

/**
 * Texts of a language that are like a text, in batches, roughly the best first; each is given once. `needed` tells the score
 * that is needed by now: what cannot reach it is not looked at.
 */
export function* similarTexts(
  { database, index }: { database: Database; index: WordIndex },
  text: string,
  language: LanguageTag,
  min: number,
  needed: () => number
): Generator<SimilarText[], void, undefined> {
  const asked = readWords(text, language)
  const seen = new Set<number>()
  const alike = [
    ...rowsOf<Found>(database.prepare('SELECT id, text FROM texts WHERE hash = ? AND language = ?'), hashText(text, language), language).filter((row) => row.text === text),
    ...rowsOf<Found>(database.prepare('SELECT id, text FROM texts WHERE loose = ? AND language = ? ORDER BY id DESC LIMIT ?'), scanKeys(text, language, () => undefined).loose, language, mostAlike)
  ]
  const first: SimilarText[] = []
  for (const row of alike) {
    if (!seen.has(row.id)) first.push(...judge(row, text, asked, language, min))
    seen.add(row.id)
  }
  yield first
  const fetch = database.prepare('SELECT json_group_array(json_array(id, text)) AS list FROM texts WHERE id IN (SELECT value FROM json_each(?))')
  let compared = 0
  for (const { bound, ids } of asked.length === 0 ? [] : candidates(index, asked, language, min)) {
    const fresh = ids.filter((id) => !seen.has(id))
    for (let at = 0; at < fresh.length; at += batchLength) {
      const floor = Math.max(min, needed())
      if (bound < floor || compared >= mostCompared) return
      const part = fresh.slice(at, at + batchLength)
      compared += part.length
      yield rowsFromJson<[id: number, text: string]>(fetch, JSON.stringify(part)).flatMap(([id, found]) => judge({ id, text: found }, text, asked, language, floor))
    }
  }
}

interface Found extends Record<string, number | string> {
  id: number
  text: string
}

function judge({ id, text }: Found, wanted: string, asked: readonly Word[], language: LanguageTag, min: number): SimilarText[] {
  if (text === wanted) return [{ id, text, score: 1, kind: 'exact' }]
  const words = readWords(text, language)
  const distance = editDistance(asked, words, (1 - min) * Math.max(asked.length, words.length) + tiny)
  if (distance === Infinity) return []
  const isSame = asked.length === words.length && asked.every(({ form, isNumber }, at) => words[at]?.form === form || (isNumber && words[at]?.isNumber === true))
  return [{ id, text, score: scoreOf(distance, asked, words), kind: isSame ? 'numbers' : 'fuzzy' }]
}

/** For sums of shares that should be whole. */
const tiny = 1e-9

/** Texts that may be like enough, by the best score that they can have, the best first. */
function candidates(index: WordIndex, asked: readonly Word[], language: LanguageTag, min: number): Candidates[] {
  const keys = wordKeys(asked)
  const named = [...new Set(keys.filter((_, at) => asked[at]?.isNumber === false))]
  const numbers = [...new Set(keys.filter((_, at) => asked[at]?.isNumber === true))]
  /** Keys that one edit can take away: a Chinese character is in two pairs. */
  const perEdit = asked.some(({ isHan }) => isHan) ? 2 : 1
  const lost = Math.floor((1 - min) * asked.length + tiny) * perEdit
  // Where all words may go, numbers are all that is left to be found by.
  const lists = (named.length > lost ? named : [...named, ...numbers]).map((key) => index.find(language, key)).sort((a, b) => a.count - b.count)
  const must = lists.slice(0, lost + 1)
  const { votes } = index
  const touched: number[] = []
  for (const word of must) {
    word.each((id) => {
      if (votes[id] === 0) touched.push(id)
      votes[id] = (votes[id] as number) + 1
    })
  }
  const few = Math.floor(asked.length * min - tiny)
  const many = Math.ceil(asked.length / min + tiny)
  let viable = touched.filter((id) => {
    const length = index.lengths[id] as number
    return length >= few && (length <= many || length === 255)
  })
  // Each further list tells good candidates from bad ones, as long as that is quicker than to compare them.
  let taken = must.length
  for (const word of lists.slice(taken)) {
    if (viable.length <= fewCandidates) break
    word.each((id) => {
      const vote = votes[id] as number
      if (vote > 0 && vote < 255) votes[id] = vote + 1
    })
    taken++
    viable = viable.filter((id) => (votes[id] as number) >= taken - lost)
  }
  const groups = new Map<number, number[]>()
  for (const id of viable) {
    const told = index.lengths[id] as number
    const vote = votes[id] as number
    // The length of a long text is not known: it may be the best one.
    const length = told === 255 ? Math.max(asked.length, told) : told
    const longest = told === 255 ? length / min : Math.max(asked.length, length)
    const edits = Math.max(Math.ceil((taken - vote) / perEdit), told === 255 ? 0 : Math.abs(asked.length - length))
    const bound = Math.min(0.99, 1 - edits / longest)
    if (bound < min - tiny) continue
    const known = groups.get(bound)
    if (known) known.push(id)
    else groups.set(bound, [id])
  }
  for (const id of touched) votes[id] = 0
  // The last texts first: the newer ones, most often.
  return [...groups].sort(([a], [b]) => b - a).map(([bound, ids]) => ({ bound, ids: ids.reverse() }))
}

interface Candidates {
  /** The best score that they can have. */
  bound: number
  ids: readonly number[]
}
