/**
 * Which pairs of two languages do not belong together, or lack a part. What right pairs look like is learned from the memory,
 * and what wrong ones look like from faults made on purpose of the same pairs.
 */
import { CrossEvidence } from '../align/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import { fitLogistic, logOdds, type Example, type PriorWeights } from './logistic.ts'
import { cutText, Draw } from './made-fault.ts'
import { cutFeatures, type SeenPair, strangeFeatures, usualCut, usualStrange } from './pair-features.ts'

/** The texts of two languages, pair by pair. */
export interface TextPairs {
  source: LanguageTag
  target: LanguageTag
  sources: readonly string[]
  targets: readonly string[]
  /** Whether a pair is to be learned from; all are where missing. */
  teaches?: (pair: number) => boolean
}

/** What was found of a pair: log odds, above 0 for rather yes than no. */
export interface JudgedPair {
  misaligned: number
  truncated: number
  /** Which text lacks a part, where one does. */
  short: 'source' | 'target'
}

/** Pairs of which faults are made, spread evenly. */
const mostMade = 1500
/** Weights of the usual kind count for as much as so many pairs. */
const priorStrength = 2
/** Pairs that look so wrong are not taken for right ones when it is learned for good. */
const surelyWrong = 2

/** Judges pairs of texts. Deterministic; time is linear in the text. */
export function checkPairs(texts: TextPairs): JudgedPair[] {
  const { sources, targets } = texts
  const count = sources.length
  const made = madeOf(texts)
  const cross = new CrossEvidence([...sources, ...made.map(({ source }) => source)], [...targets, ...made.map(({ target }) => target)], {
    source: texts.source,
    target: texts.target,
    pairs: count,
    ...(texts.teaches ? { teaches: texts.teaches } : {})
  })
  const madeAt = new Map(made.map((each, at) => [each.pair, { ...each, at: count + at }] as const))
  const strange: Example[] = []
  const cut: Example[] = []
  const seen: Array<{ strange: number[]; cutSource: number[]; cutTarget: number[] }> = []
  for (const { pairs, evidence } of cross.heldOut()) {
    const see = (left: number, right: number, source: string, target: string): SeenPair => {
      return { source, target, words: evidence.of(left, right), deviation: cross.deviation(left, right) }
    }
    for (const pair of pairs) {
      const [source, target] = [sources[pair] ?? '', targets[pair] ?? '']
      const own = see(pair, pair, source, target)
      const features = { strange: strangeFeatures(own), cutSource: cutFeatures(own, 'source'), cutTarget: cutFeatures(own, 'target') }
      seen[pair] = features
      const fault = madeAt.get(pair)
      if (!fault) continue
      strange.push({ features: features.strange, is: false }, { features: strangeFeatures(see(pair, fault.other, source, targets[fault.other] ?? '')), is: true })
      cut.push({ features: features.cutSource, is: false }, { features: features.cutTarget, is: false })
      cut.push({ features: cutFeatures(see(pair, fault.at, source, fault.target), 'target'), is: true })
      cut.push({ features: cutFeatures(see(fault.at, pair, fault.source, target), 'source'), is: true })
    }
  }
  const strangeWeights = learn(strange, { weights: usualStrange, strength: priorStrength })
  const cutWeights = learn(cut, { weights: usualCut, strength: priorStrength })
  return seen.map(({ strange: features, cutSource, cutTarget }) => {
    const [left, right] = [logOdds(cutSource, cutWeights), logOdds(cutTarget, cutWeights)]
    return { misaligned: logOdds(features, strangeWeights), truncated: Math.max(left, right), short: left > right ? 'source' : 'target' }
  })
}

/** Learns twice: what the first weights find wrong in the memory is no example of right pairs. */
function learn(examples: readonly Example[], prior: PriorWeights): number[] {
  const first = fitLogistic(examples, prior)
  return fitLogistic(examples.filter(({ features, is }) => is || logOdds(features, first) < surelyWrong), prior)
}

/** A pair with its texts cut, and the pair whose target stands in for its own. */
interface MadeFault {
  pair: number
  other: number
  source: string
  target: string
}

function madeOf({ source, target, sources, targets, teaches = () => true }: TextPairs): MadeFault[] {
  const taught = [...sources.keys()].filter((pair) => teaches(pair))
  const step = Math.max(1, taught.length / mostMade)
  const made: MadeFault[] = []
  for (let at = 0; at < taught.length; at += step) {
    const pair = taught[Math.floor(at)] ?? 0
    const draw = new Draw(pair)
    const other = strangerOf(pair, taught, targets, draw)
    if (other === undefined) continue
    made.push({ pair, other, source: cutText(sources[pair] ?? '', source, draw), target: cutText(targets[pair] ?? '', target, draw) })
  }
  return made
}

/** Another pair, of some that are drawn the one whose target is most like the own one in length: a wrong pair may well have the right length. */
function strangerOf(pair: number, taught: readonly number[], targets: readonly string[], draw: Draw): number | undefined {
  const own = targets[pair] ?? ''
  let best: number | undefined
  let least = Infinity
  for (let trial = 0; trial < 3; trial++) {
    const other = taught[draw.below(taught.length)] ?? pair
    const text = targets[other] ?? ''
    if (text === own || Math.abs(text.length - own.length) >= least) continue
    least = Math.abs(text.length - own.length)
    best = other
  }
  return best
}
