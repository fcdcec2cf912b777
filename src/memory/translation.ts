/**
 * Where the translation of a phrase stands: in words that the translations of texts with the phrase have, and that other texts
 * seldom have. The memory itself is the lexicon; of a phrase that stands in few texts it knows nothing.
 */
import type { LanguageTag } from '../language/tag.ts'
import { joinSegments } from '../tree/segments.ts'
import type { Unit } from '../tree/unit.ts'
import type { LanguageIndex } from './word-index.ts'
import { readWords, wordKeys, type Word } from './words.ts'

/** Texts with the phrase that it takes at least, and that are looked at at most. */
const leastTexts = 5
export const mostSampled = 60

/** Of these translations a word must be in so many, and so many times as often as elsewhere. */
const leastShare = 0.4
const leastLift = 6

/** Of the share of the most frequent one a word must have so much. */
const ofMost = 0.5

/** Words in a row that are not of the translation, and stand inside of it all the same: of, the. */
const longestGap = 2

/** Letters of a word that its endings leave as they are. */
const stemLength = 5

/** Finds where a phrase is said in a text of the language. */
export type TranslationFinder = (text: string) => Array<[start: number, end: number]>

/** Learns how a phrase is said in a language from units with the phrase; `undefined` where they do not tell. */
export async function learnTranslation(units: readonly Unit[], language: LanguageTag, index: LanguageIndex): Promise<TranslationFinder | undefined> {
  const texts = new Set(units.flatMap(({ versions }) => (versions[language] ? [joinSegments(versions[language].segments, language)] : [])))
  if (texts.size < leastTexts) return undefined
  const counts = new Map<string, { texts: number; keys: Set<string> }>()
  for (const text of texts) {
    for (const [stem, keys] of stemsOf(readWords(text, language))) {
      const known = counts.get(stem) ?? { texts: 0, keys: new Set() }
      known.texts++
      for (const key of keys) known.keys.add(key)
      counts.set(stem, known)
    }
  }
  const candidates: Array<{ stem: string; share: number; weight: number }> = []
  for (const [stem, { texts: count, keys }] of counts) {
    const share = count / texts.size
    if (share < leastShare) continue
    const elsewhere = (await index.find([...keys])).reduce((sum, list) => sum + list.count, 0)
    // What is in the sample alone is no sign: one is added to what is elsewhere.
    const lift = share / ((elsewhere + 1) / (index.count + 1))
    if (lift >= leastLift) candidates.push({ stem, share, weight: share * Math.log(lift) })
  }
  const [mostShare, mostWeight] = [Math.max(0, ...candidates.map(({ share }) => share)), Math.max(0, ...candidates.map(({ weight }) => weight))]
  // What comes with some uses of the phrase alone is beside it, not of it.
  const weights = new Map(candidates.flatMap(({ stem, share, weight }) => (share >= ofMost * mostShare && weight >= mostWeight / 3 ? [[stem, weight] as const] : [])))
  return weights.size === 0 ? undefined : (text) => placesOf(readWords(text, language), weights)
}

/** Keys of the words of a text by their stems. Numbers say nothing of a phrase. */
function stemsOf(words: readonly Word[]): Map<string, Set<string>> {
  const keys = wordKeys(words)
  const stems = new Map<string, Set<string>>()
  for (const [at, word] of words.entries()) {
    if (word.isNumber) continue
    const stem = stemOfKey(keys[at] as string, word)
    const known = stems.get(stem) ?? new Set()
    known.add(keys[at] as string)
    stems.set(stem, known)
  }
  return stems
}

function stemOfKey(key: string, { isHan }: Word): string {
  return isHan ? key : key.slice(0, stemLength)
}

/** The stretch of words that weighs most, and others that weigh nearly as much: a phrase may be there twice. */
function placesOf(words: readonly Word[], weights: ReadonlyMap<string, number>): Array<[start: number, end: number]> {
  const keys = wordKeys(words)
  const weightOf = (at: number): number => weights.get(stemOfKey(keys[at] as string, words[at] as Word)) ?? 0
  const stretches: Array<{ first: number; last: number; weight: number; stems: Set<string> }> = []
  for (const at of words.keys()) {
    const weight = weightOf(at)
    if (weight === 0) continue
    const stem = stemOfKey(keys[at] as string, words[at] as Word)
    const before = stretches.at(-1)
    // Of two characters the second one belongs to the pair.
    const last = at + (words[at]?.isHan === true && words[at + 1]?.isHan === true ? 1 : 0)
    if (before && at - before.last <= longestGap + 1 && !before.stems.has(stem)) {
      before.last = last
      before.weight += weight
      before.stems.add(stem)
    } else stretches.push({ first: at, last, weight, stems: new Set([stem]) })
  }
  const most = Math.max(0, ...stretches.map(({ weight }) => weight))
  return stretches.filter(({ weight }) => weight >= 0.8 * most).map(({ first, last }) => [(words[first] as Word).start, (words[last] as Word).end])
}
