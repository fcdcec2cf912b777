/** Pairs of words that stand together far more often than by chance, by G², the log-likelihood ratio (Dunning 1993). */
import { type Bags, invert } from './bags.ts'
import { LinkBuilder, type LinkTable } from './link.ts'

/** Which pairs are worth learning. */
export interface CandidateOptions {
  /** Beads in which a pair must stand together. */
  minimumCount: number
  /** Least G²; 12 is p < 0.001. */
  minimumG2: number
  /** Links kept a source word, the strongest by G². */
  linksPerWord: number
}

/** Beads of a word from which its company is well enough known. */
const manyBeads = 500

/** Twice the log-likelihood ratio of "together" against "by chance", from a 2 × 2 table of counts. */
function logLikelihoodRatio(both: number, left: number, right: number, total: number): number {
  const [notLeft, notRight] = [total - left, total - right]
  return 2 * (
    surprise(both, (left * right) / total) +
    surprise(left - both, (left * notRight) / total) +
    surprise(right - both, (notLeft * right) / total) +
    surprise(total - left - right + both, (notLeft * notRight) / total)
  )
}

function surprise(observed: number, expected: number): number {
  return observed > 0 ? observed * Math.log(observed / expected) : 0
}

/** Pairs worth learning, with 0 in both directions, and those known beforehand with what is known. */
export function candidates(source: Bags, target: Bags, options: CandidateOptions, prior?: LinkTable): LinkTable {
  const builder = new LinkBuilder(source.frequency.length)
  const total = source.offsets.length - 1
  const index = invert(source)
  const counts = new Int32Array(target.frequency.length)
  const touched = new Int32Array(target.frequency.length)
  const found = new Int32Array(target.frequency.length)
  const strengths = new Float64Array(target.frequency.length)
  for (let type = 0; type < source.frequency.length; type++) {
    const left = source.frequency[type] as number
    let size = 0
    const first = index.offsets[type] as number
    // A word seen less often than a pair must be has no pair; of a very common one a part of its beads tells enough.
    const step = left < options.minimumCount ? Infinity : Math.max(1, Math.floor(left / manyBeads))
    const scale = step === 1 ? 1 : left / Math.ceil(left / step)
    for (let at = first; at < first + left; at += step) {
      const bead = index.beads[at] as number
      const end = target.offsets[bead + 1] as number
      for (let place = target.offsets[bead] as number; place < end; place++) {
        const other = target.tokens[place] as number
        const count = counts[other] as number
        if (count === 0) touched[size++] = other
        counts[other] = count + 1
      }
    }
    // Where all are kept there is nothing to measure.
    const keepsAll = options.minimumG2 <= 0 && size <= options.linksPerWord
    let kept = 0
    for (let at = 0; at < size; at++) {
      const other = touched[at] as number
      const both = Math.min(left, target.frequency[other] as number, (counts[other] as number) * scale)
      counts[other] = 0
      const right = target.frequency[other] as number
      if (both < options.minimumCount || both * total <= left * right) continue
      const strength = keepsAll ? 0 : logLikelihoodRatio(both, left, right, total)
      if (strength < options.minimumG2) continue
      strengths[other] = strength
      found[kept++] = other
    }
    const best = found.subarray(0, kept)
    const chosen = kept <= options.linksPerWord ? best : best.sort((a, b) => (strengths[b] as number) - (strengths[a] as number) || a - b).subarray(0, options.linksPerWord)
    for (let at = 0; at < chosen.length; at++) builder.add(type, chosen[at] as number, 0, 0)
    if (!prior) continue
    for (let link = prior.offsets[type] as number; link < (prior.offsets[type + 1] as number); link++) {
      builder.add(type, prior.targets[link] as number, prior.forward[link] as number, prior.backward[link] as number)
    }
  }
  return builder.build()
}
