/**
 * Where the translation of a phrase stands: in words that the translations of texts with the phrase have, and that other texts
 * seldom have. The memory itself is the lexicon; of a phrase that stands in few texts it knows nothing.
 */
import type { LanguageTag } from '../language/tag.ts'
import { HashedWords } from './hashed-words.ts'
import { KeyNumbers } from './key-numbers.ts'
import type { LanguageIndex } from './word-index.ts'

/** Texts with the phrase that it takes at least, and that are looked at at most. */
const leastTexts = 5
export const mostSampled = 32

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

/** What was learned of a phrase, by language; empty before that. */
export type Translations = Map<LanguageTag, TranslationFinder | undefined>

/** Learns how a phrase is said in a language from texts of it that stand beside the phrase; `undefined` where they do not tell. */
export async function learnTranslation(beside: ReadonlySet<string>, language: LanguageTag, index: LanguageIndex): Promise<TranslationFinder | undefined> {
  if (beside.size < leastTexts) return undefined
  const stems = stemsOf(language)
  const frequent = stems.frequent(beside, leastShare)
  const lists = await index.find(frequent.flatMap(({ keys }) => [...keys].map((key) => stems.keys.list[key] as string)))
  const candidates: Array<{ stem: number; share: number; weight: number }> = []
  let place = 0
  for (const { stem, share, keys } of frequent) {
    const elsewhere = lists.slice(place, (place += keys.size)).reduce((sum, list) => sum + list.count, 0)
    // What is in the sample alone is no sign: one is added to what is elsewhere.
    const lift = share / ((elsewhere + 1) / (index.count + 1))
    if (lift >= leastLift) candidates.push({ stem, share, weight: share * Math.log(lift) })
  }
  const [mostShare, mostWeight] = [Math.max(0, ...candidates.map(({ share }) => share)), Math.max(0, ...candidates.map(({ weight }) => weight))]
  // What comes with some uses of the phrase alone is beside it, not of it.
  const weights = new Map(candidates.flatMap(({ stem, share, weight }) => (share >= ofMost * mostShare && weight >= mostWeight / 3 ? [[stem, weight] as const] : [])))
  return weights.size === 0 ? undefined : (text) => placesOf(text, language, stems, weights)
}

/** What texts are read with, one after the other. */
const reader = new HashedWords()

function isNumber({ hashes }: HashedWords, at: number): boolean {
  return ((hashes[at] as number) & 1) === 1
}

/** Keys whose stems are remembered. */
const mostKeys = 2 ** 18

/** Stems of the keys of a language, as numbers. */
class Stems {
  readonly keys: KeyNumbers
  readonly #language: LanguageTag
  /** By the numbers of the keys. */
  readonly #stems: number[] = []
  readonly #numbers = new Map<string, number>()
  /** By the numbers of the stems: in how many texts each is, and the last of them. Texts are numbered as they are read, from 1 on. */
  readonly #texts: number[] = []
  readonly #last: number[] = []
  #read = 0

  constructor(language: LanguageTag) {
    this.#language = language
    this.keys = new KeyNumbers(language)
  }

  /** Stems that stand in such a share of some texts at least, in the order in which they are read, with the keys that they have there. */
  frequent(texts: ReadonlySet<string>, least: number): Array<{ stem: number; share: number; keys: Set<number> }> {
    const inOrder: number[] = []
    const first = this.#read + 1
    const read: number[] = []
    for (const text of texts) {
      const number = ++this.#read
      const words = reader.read(text, this.#language)
      for (let at = 0; at < words.length; at++) {
        if (isNumber(words, at)) continue
        const key = this.keys.at(words, text, at)
        const stem = this.of(key, words.han[at] === 1)
        read.push(key)
        const last = this.#last[stem] as number
        if (last < first) {
          inOrder.push(stem)
          this.#texts[stem] = 1
        } else if (last < number) this.#texts[stem] = (this.#texts[stem] as number) + 1
        this.#last[stem] = number
      }
    }
    const shares = inOrder.map((stem) => ({ stem, share: (this.#texts[stem] as number) / texts.size, keys: new Set<number>() }))
    const found = new Map(shares.flatMap((each) => (each.share >= least ? [[each.stem, each] as const] : [])))
    for (const key of read) found.get(this.#stems[key] as number)?.keys.add(key)
    return [...found.values()]
  }

  /** The stem of a key, given its number. */
  of(key: number, isHan: boolean): number {
    const known = this.#stems[key]
    if (known !== undefined) return known
    const word = this.keys.list[key] as string
    const stem = isHan ? word : word.slice(0, stemLength)
    let number = this.#numbers.get(stem)
    if (number === undefined) {
      number = this.#last.push(0) - 1
      this.#texts.push(0)
      this.#numbers.set(stem, number)
    }
    return (this.#stems[key] = number)
  }
}

const known = new Map<LanguageTag, Stems>()

function stemsOf(language: LanguageTag): Stems {
  let stems = known.get(language)
  if (stems === undefined || stems.keys.list.length > mostKeys) known.set(language, (stems = new Stems(language)))
  return stems
}

/** The stretch of words that weighs most, and others that weigh nearly as much: a phrase may be there twice. */
function placesOf(text: string, language: LanguageTag, stems: Stems, weights: ReadonlyMap<number, number>): Array<[start: number, end: number]> {
  const words = reader.read(text, language)
  const stretches: Array<{ first: number; last: number; weight: number; stems: Set<number> }> = []
  for (let at = 0; at < words.length; at++) {
    if (isNumber(words, at)) continue
    const stem = stems.of(stems.keys.at(words, text, at), words.han[at] === 1)
    const weight = weights.get(stem)
    if (weight === undefined) continue
    const before = stretches.at(-1)
    // Of two characters the second one belongs to the pair.
    const last = at + (words.han[at] === 1 && at + 1 < words.length && words.han[at + 1] === 1 ? 1 : 0)
    if (before && at - before.last <= longestGap + 1 && !before.stems.has(stem)) {
      before.last = last
      before.weight += weight
      before.stems.add(stem)
    } else stretches.push({ first: at, last, weight, stems: new Set([stem]) })
  }
  const most = Math.max(0, ...stretches.map(({ weight }) => weight))
  return stretches.filter(({ weight }) => weight >= 0.8 * most).map(({ first, last }) => [words.starts[first] as number, words.ends[last] as number])
}
