/** What two vocabularies show by themselves: equal numbers and marks, equal and cognate words. */
import { skeletonOf, soundOf } from '../names/transliterate.ts'
import { CommonSubsequence } from '../text/common-subsequence.ts'
import type { Side } from '../text/encode.ts'
import type { LinkBuilder } from './link.ts'

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

/** A word that is long enough to be compared by its sound. */
interface SoundedWord {
  type: number
  sound: string
  /** How its consonants begin. */
  bucket: string
}

/** Takes one word after another. */
const subsequence = new CommonSubsequence()

const sounded = new WeakMap<Side, SoundedWord[]>()

/** The words of a side with their sounds; found once for all other sides that it is compared with. */
function soundsOf(side: Side): SoundedWord[] {
  let words = sounded.get(side)
  if (words) return words
  words = []
  for (let type = 0; type < side.forms.length; type++) {
    if (side.kinds[type] !== 'word') continue
    const sound = soundOf(side.forms[type] as string)
    if (sound.length >= 4) words.push({ type, sound, bucket: skeletonOf(sound).slice(0, bucketLength) })
  }
  sounded.set(side, words)
  return words
}

function addCognates(builder: LinkBuilder, source: Side, target: Side, weight: number): void {
  const buckets = new Map<string, SoundedWord[]>()
  for (const word of soundsOf(target)) {
    const bucket = buckets.get(word.bucket)
    if (!bucket) buckets.set(word.bucket, [word])
    else if (bucket.length < bucketLimit) bucket.push(word)
  }
  for (const { type, sound, bucket } of soundsOf(source)) {
    const others = buckets.get(bucket)
    if (!others) continue
    subsequence.of(sound)
    for (const other of others) {
      const likeness = likenessWith(subsequence, other.sound)
      if (likeness > 0) builder.add(type, other.type, weight * likeness, weight * likeness)
    }
  }
}

/** 0 to 1: how far two sounds go together, by their longest common subsequence; 0 below seven letters in ten. */
function likenessWith(left: CommonSubsequence, right: string): number {
  const one = left.word.length
  const other = right.length
  const longer = Math.max(one, other)
  if (Math.min(one, other) / longer < 0.6) return 0
  const ratio = left.lengthWith(right) / longer
  return ratio < 0.7 ? 0 : (ratio - 0.55) / 0.45
}
