/** What the words of a side say for or against a bead, by type and by segment. */
import type { Side } from '../text/encode.ts'

/** Words that a text is imagined to go on for, and how rare any one of them is there: a short text knows no rare words. */
const imaginedWords = 1500
const imaginedShare = 1 / 5000

/** What words say, by type and by segment. */
export interface Shares {
  /** (1 − l0) / (l0 · p): how much a whole translation speaks for a bead, by type. */
  ratio: Float64Array
  /** Log probability that none of a segment's words finds a counterpart, as a running sum of `count + 1` entries. */
  silence: Float64Array
}

/** Shares of a side from how often its words have no counterpart. */
export function sharesOf(side: Side, unlinked: Float32Array): Shares {
  const base = new Float64Array(unlinked.length)
  for (let type = 0; type < unlinked.length; type++) base[type] = Math.log(unlinked[type] as number)
  const silence = new Float64Array(side.count + 1)
  for (let segment = 0; segment < side.count; segment++) {
    let sum = silence[segment] as number
    for (let place = side.offsets[segment] as number; place < (side.offsets[segment + 1] as number); place++) {
      sum += base[side.tokens[place] as number] as number
    }
    silence[segment + 1] = sum
  }
  return { ratio: ratiosOf(side, unlinked), silence }
}

/** The ratios of {@link Shares} alone. */
export function ratiosOf({ tokens, frequency }: Side, unlinked: Float32Array): Float64Array {
  const total = tokens.length + imaginedWords
  const ratio = new Float64Array(unlinked.length)
  for (let type = 0; type < unlinked.length; type++) {
    const share = unlinked[type] as number
    ratio[type] = ((1 - share) * total) / (share * ((frequency[type] as number) + imaginedWords * imaginedShare))
  }
  return ratio
}

/** Known letters that a segment is imagined to have beside its own: of a few words that nobody knows little follows. */
const imaginedLetters = 20

/**
 * How far the words of each segment may hide a counterpart, 0 to 1, as a running sum: where hardly a word has a link, as where a text
 * has lost its spaces, that none is found says little against a pair. Measured by letters, beyond what is usual in the text.
 */
export function hidingOf({ count, offsets, tokens, kinds, forms }: Side, unlinked: Float32Array): Float64Array {
  const strange = new Float64Array(count)
  for (let segment = 0; segment < count; segment++) {
    let all = 0
    let unknown = 0
    for (let place = offsets[segment] as number; place < (offsets[segment + 1] as number); place++) {
      const type = tokens[place] as number
      const letters = kinds[type] === 'word' ? (forms[type] as string).length : 1
      all += letters
      if (unlinked[type] === 1) unknown += letters
    }
    strange[segment] = unknown / (all + imaginedLetters)
  }
  const usual = Float64Array.from(strange).sort()[count >> 1] ?? 0
  const sums = new Float64Array(count + 1)
  for (let segment = 0; segment < count; segment++) {
    const beyond = usual < 1 ? ((strange[segment] as number) - usual) / (1 - usual) : 0
    sums[segment + 1] = (sums[segment] as number) + Math.max(0, 2 * beyond - 1)
  }
  return sums
}
