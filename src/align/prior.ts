/** What is known of two vocabularies before a bead is seen: equal numbers and marks, equal and cognate words, lexicon, names. */
import type { WordPair } from '../language/lexicon.ts'
import { skeletonOf, soundOf } from '../language/transliterate.ts'
import { encode, type Side } from './encode.ts'
import type { LinkBuilder, LinkTable } from './link.ts'
import { trainModel1 } from './model1.ts'

/** Translation probabilities of the parts; fitted by `bench/align/fit.ts`. */
export interface PriorWeights {
  number: number
  mark: number
  identical: number
  cognate: number
  lexicon: number
}

export const priorWeights: PriorWeights = { number: 0.95, mark: 0.7, identical: 0.8, cognate: 0.6, lexicon: 1 }

/** Links of the surface alone: numbers, marks, words that are the same or sound alike. */
export function addSurfaceLinks(builder: LinkBuilder, source: Side, target: Side, weights: PriorWeights): void {
  const index = new Map(target.keys.map((key, type) => [key, type] as const))
  source.keys.forEach((key, type) => {
    const other = index.get(key)
    if (other === undefined || source.kinds[type] !== target.kinds[other]) return
    const kind = source.kinds[type]
    const weight = kind === 'number' ? weights.number : kind === 'mark' ? weights.mark : key.length < 3 ? 0.3 : weights.identical
    builder.add(type, other, weight, weight)
  })
  if (weights.cognate > 0) addCognates(builder, source, target, weights.cognate)
}

/** Letters that two sounds must begin with alike to be compared at all. */
const bucketLength = 2
/** Largest number of words of a bucket that are compared with each other; the rarest letters are far below. */
const bucketLimit = 4000

function addCognates(builder: LinkBuilder, source: Side, target: Side, weight: number): void {
  const buckets = new Map<string, Array<{ type: number; sound: string }>>()
  target.forms.forEach((form, type) => {
    if (target.kinds[type] !== 'word') return
    const sound = soundOf(form)
    if (sound.length < 4) return
    const key = skeletonOf(sound).slice(0, bucketLength)
    const bucket = buckets.get(key)
    if (!bucket) buckets.set(key, [{ type, sound }])
    else if (bucket.length < bucketLimit) bucket.push({ type, sound })
  })
  source.forms.forEach((form, type) => {
    if (source.kinds[type] !== 'word') return
    const sound = soundOf(form)
    if (sound.length < 4) return
    for (const other of buckets.get(skeletonOf(sound).slice(0, bucketLength)) ?? []) {
      const likeness = likenessOf(sound, other.sound)
      if (likeness > 0) builder.add(type, other.type, weight * likeness, weight * likeness)
    }
  })
}

/** 0 to 1: how far two sounds go together, by their longest common subsequence; 0 below seven letters in ten. */
export function likenessOf(left: string, right: string): number {
  const longer = Math.max(left.length, right.length)
  if (Math.min(left.length, right.length) / longer < 0.6) return 0
  const ratio = commonSubsequence(left, right) / longer
  return ratio < 0.7 ? 0 : (ratio - 0.55) / 0.45
}

const row = new Uint8Array(64)

function commonSubsequence(left: string, right: string): number {
  const width = Math.min(right.length, row.length - 1)
  row.fill(0, 0, width + 1)
  for (let i = 0; i < left.length; i++) {
    let diagonal = 0
    for (let j = 1; j <= width; j++) {
      const above = row[j] as number
      const here = left[i] === right[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] as number)
      row[j] = here
      diagonal = above
    }
  }
  return row[width] as number
}

/** Links of word pairs, learned from them as if each were a little bead: words of set phrases find each other. */
export function addPairLinks(builder: LinkBuilder, source: Side, target: Side, lexicon: PairLexicon, weight: number): void {
  const sourceIndex = new Map(source.keys.map((key, type) => [key, type] as const))
  const targetIndex = new Map(target.keys.map((key, type) => [key, type] as const))
  lexicon.source.keys.forEach((key, type) => {
    const left = sourceIndex.get(key)
    if (left === undefined) return
    for (let link = lexicon.links.offsets[type] as number; link < (lexicon.links.offsets[type + 1] as number); link++) {
      const right = targetIndex.get(lexicon.target.keys[lexicon.links.targets[link] as number] ?? '')
      const [forward, backward] = [lexicon.links.forward[link] as number, lexicon.links.backward[link] as number]
      if (right !== undefined && (forward > 0.02 || backward > 0.02)) builder.add(left, right, weight * forward, weight * backward)
    }
  })
}

/** Word pairs of two languages with the translation probabilities that they give. */
export interface PairLexicon {
  source: Side
  target: Side
  links: LinkTable
}

/** Trains word probabilities on pairs of words or phrases; every way to say it with every other is a bead. */
export function trainPairs(pairs: readonly WordPair[], sourceLanguage: string, targetLanguage: string): PairLexicon {
  const [left, right]: [string[], string[]] = [[], []]
  for (const pair of pairs) {
    for (const word of pair.source) {
      for (const other of pair.target) {
        left.push(word)
        right.push(other)
      }
    }
  }
  const source = encode(left.map((text) => ({ text })), sourceLanguage)
  const target = encode(right.map((text) => ({ text })), targetLanguage)
  const spans = new Int32Array(left.length * 4)
  for (let bead = 0; bead < left.length; bead++) spans.set([bead, bead + 1, bead, bead + 1], bead * 4)
  const links = trainModel1(source, target, spans, { minimumCount: 1, minimumG2: 0, linksPerWord: 60, iterations: 6, priorCount: 0.5 })
  return { source, target, links }
}
