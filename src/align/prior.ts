/** What two vocabularies show by themselves: equal numbers and marks, equal and cognate words. */
import { skeletonOf, soundOf } from '../language/transliterate.ts'
import type { Side } from './encode.ts'
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
