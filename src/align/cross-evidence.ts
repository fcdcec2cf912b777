/**
 * The evidence of pairs that are given, not found, weighed by what the other pairs teach: a pair must not vouch for itself, so
 * the pairs are parted into folds, and each fold is judged by a lexicon learned from the rest.
 */
import { primaryLanguage } from '../language/tag.ts'
import { hashOf } from '../words/word-table.ts'
import { encode, type Side } from './text/encode.ts'
import { fitLength, initialLength, squaredDeviation, type LengthModel } from './evidence/length.ts'
import type { LinkTable } from './links/link.ts'
import { usualUnlinked } from './links/link.ts'
import { trainModel1 } from './links/model1.ts'
import { priorLinks, type Resources } from './prior-links.ts'
import { alignWeights } from './weights.ts'
import { WordEvidence } from './evidence/word-evidence.ts'

export interface CrossEvidenceOptions extends Resources {
  /** Texts of each list that are pairs, from the first on; what stands behind them is compared and teaches nothing. */
  pairs: number
  /** Whether a pair may teach; all may where missing. */
  teaches?: (pair: number) => boolean
}

/** A part of the pairs, with evidence by words that they did not teach. */
export interface HeldOutPairs {
  /** Indexes of its pairs, rising. */
  pairs: number[]
  evidence: WordEvidence
}

/** Pairs that are learned from at most, spread evenly. */
const mostTaught = 20_000

/** Squared standard deviations up to which a pair tells what length a translation has. */
const usualDeviation = 9

export class CrossEvidence {
  readonly #left: Side
  readonly #right: Side
  /** Sizes of the texts; see {@link sizeOf}. */
  readonly #sizes: { source: Float64Array; target: Float64Array }
  readonly #prior: LinkTable
  readonly #folds: Uint8Array
  readonly #foldCount: number
  readonly #taught: number[]
  readonly #length: LengthModel

  /** `source` and `target` are whole texts: those of pair `i` are `source[i]` and `target[i]`. */
  constructor(source: readonly string[], target: readonly string[], { pairs, teaches = () => true, ...resources }: CrossEvidenceOptions) {
    const [from, to] = [primaryLanguage(resources.source), primaryLanguage(resources.target)]
    this.#left = encode(source.map((text) => ({ text })), from)
    this.#right = encode(target.map((text) => ({ text })), to)
    this.#sizes = { source: Float64Array.from(source, sizeOf), target: Float64Array.from(target, sizeOf) }
    this.#prior = priorLinks(this.#left, this.#right, resources, alignWeights)
    this.#foldCount = pairs < 4000 ? 10 : pairs < mostTaught ? 4 : 2
    // What is said again and again is judged by other sayings.
    this.#folds = Uint8Array.from({ length: pairs }, (_, pair) => (hashOf(source[pair] ?? '') >>> 0) % this.#foldCount)
    this.#taught = Array.from({ length: pairs }, (_, pair) => pair).filter(teaches)
    this.#length = this.#fitLength()
  }

  /** Part by part, the pairs and the evidence of them and of any others. */
  *heldOut(): Generator<HeldOutPairs, void, undefined> {
    for (let fold = 0; fold < this.#foldCount; fold++) {
      const pairs = [...this.#folds.keys()].filter((pair) => this.#folds[pair] === fold)
      if (pairs.length > 0) yield { pairs, evidence: this.#evidenceWithout(fold) }
    }
  }

  /** Standard deviations by which a target text is longer than the source text lets expect, of each this share; below 0 where it is shorter. */
  deviation(source: number, target: number, sourceShare = 1, targetShare = 1): number {
    const [left, right] = [(this.#sizes.source[source] ?? 0) * sourceShare, (this.#sizes.target[target] ?? 0) * targetShare]
    const size = Math.sqrt(squaredDeviation(left, right, this.#length))
    return right < this.#length.ratio * left ? -size : size
  }

  #evidenceWithout(fold: number): WordEvidence {
    const taught = this.#taught.filter((pair) => this.#folds[pair] !== fold)
    const step = Math.max(1, taught.length / mostTaught)
    const spans = new Int32Array(Math.floor(taught.length / step) * 4)
    for (let at = 0; at * 4 < spans.length; at++) {
      const pair = taught[Math.floor(at * step)] ?? 0
      spans.set([pair, pair + 1, pair, pair + 1], at * 4)
    }
    const { priorCount, minimumG2, unlinked: nullShare, unlinkedCount: nullCount } = alignWeights
    const links = trainModel1(this.#left, this.#right, spans, { prior: this.#prior, priorCount, minimumG2, nullShare, nullCount })
    return new WordEvidence(this.#left, this.#right, links, links.unlinked ?? usualUnlinked(links, this.#right.keys.length, nullShare))
  }

  /** Lengths of most pairs: what is cut or wrong must not pass for usual. */
  #fitLength(): LengthModel {
    const lengths = this.#taught.map((pair) => [this.#sizes.source[pair] ?? 0, this.#sizes.target[pair] ?? 0, 1] as const)
    const start = initialLength(this.#left, this.#right)
    const first = fitLength(lengths, start)
    return fitLength(lengths.filter(([left, right]) => squaredDeviation(left, right, first) < usualDeviation), start)
  }
}

/** Letters that a Chinese character counts for: a name in Latin letters in a Chinese text is as long as elsewhere. */
const hanLetters = 3

const letter = /\p{L}/gu
const hanCharacter = /\p{Script=Han}/gu

/** Letters of a text. Figures count for nothing: they are as long in one language as in another, and the rest is not. */
function sizeOf(text: string): number {
  return countOf(text, letter) + (hanLetters - 1) * countOf(text, hanCharacter)
}

function countOf(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0
}
