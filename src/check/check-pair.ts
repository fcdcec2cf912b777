/**
 * Which pairs of two languages do not belong together, or lack a part. What right pairs look like is learned from the memory,
 * and what wrong ones look like from faults made on purpose of the same pairs.
 */
import { CrossEvidence } from '../align/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import { figuresOf } from '../write/figures.ts'
import { EdgeWords } from './edge-words.ts'
import { judgeOdds, type PairFault } from './judge-odds.ts'
import { fitLogistic, logOdds, type Example, type PriorWeights } from './logistic.ts'
import { cutText, Draw } from './made-fault.ts'
import { cutFeatures, fitOf, type SeenPair, strangeFeatures, usualCut, usualStrange } from './pair-features.ts'

/** The texts of two languages, pair by pair. */
export interface TextPairs {
  source: LanguageTag
  target: LanguageTag
  sources: readonly string[]
  targets: readonly string[]
  /** Whether a pair is to be learned from; all are where missing. */
  teaches?: (pair: number) => boolean
  /** Share of pairs that may be found wrong though they are right. */
  falseAlarms: number
}

/** Pairs of which faults are made, spread evenly. */
const mostMade = 1500
/** How far a column slips. */
const neighbourSteps = [-2, -1, 1, 2]
/** How many others a pair is compared with, and how far away in the order of lengths they may be. */
const [rivalTrials, rivalReach] = [16, 40]
/** Weights of the usual kind count for as much as so many pairs. */
const priorStrength = { strange: 2, cut: 5 } as const
/** Pairs from which on one alone teaches nothing that counts; below it, parts into which they are divided. */
const [manyPairs, fewParts] = [500, 5]
/** Pairs that look so wrong are not taken for right ones when it is learned for good. */
const surelyWrong = 2

/** Judges pairs of texts; `undefined` for those that are right. Deterministic; time is linear in the text. */
export function checkPairs(texts: TextPairs): Array<PairFault | undefined> {
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
  const strange: PairExample[] = []
  const cut: Record<'source' | 'target', PairExample[]> = { source: [], target: [] }
  const seen: Array<{ strange: number[]; cutSource: number[]; cutTarget: number[] }> = []
  const words = { source: new EdgeWords(sources), target: new EdgeWords(targets) }
  const rivals = { source: new Rivals(sources), target: new Rivals(targets) }
  for (const { pairs, evidence } of cross.heldOut()) {
    const see = (left: number, right: number, shown: Pick<SeenPair, 'edges' | 'figures' | 'source' | 'target'>): SeenPair => {
      return { ...shown, words: evidence.of(left, right), deviation: (keptSource, keptTarget) => cross.deviation(left, right, keptSource, keptTarget) }
    }
    // The evidence of a pair is a view: it is read before the next one.
    const strangeOf = (left: number, right: number): number[] => {
      const fit = (source: number, target: number): number => fitOf({ words: evidence.of(source, target) })
      const own = fit(left, right)
      const bestOf = (fits: readonly number[]): number => (fits.length === 0 ? own : Math.max(...fits))
      const best = {
        source: bestOf(rivals.source.of(left, right, left).map((other) => fit(other, right))),
        target: bestOf(rivals.target.of(right, left, left).map((other) => fit(left, other)))
      }
      // Where a column slipped, the texts of a neighbour fit each other's.
      const beside = bestOf(neighboursOf(left, count).flatMap((other) => (other === right ? [fit(right, right)] : [fit(other, right), fit(left, other)])))
      return strangeFeatures({ words: evidence.of(left, right), deviation: cross.deviation(left, right) }, { ...best, beside })
    }
    for (const pair of pairs) {
      const [source, target] = [sources[pair] ?? '', targets[pair] ?? '']
      const strangeOwn = strangeOf(pair, pair)
      const edges = { source: words.source.oddOf(source, source), target: words.target.oddOf(target, target) }
      const figures = { source: figuresOf(source), target: figuresOf(target) }
      const shown = { source, target, edges, figures }
      const own = see(pair, pair, shown)
      const features = { strange: strangeOwn, cutSource: cutFeatures(own, 'source'), cutTarget: cutFeatures(own, 'target') }
      seen[pair] = features
      const fault = madeAt.get(pair)
      if (!fault) continue
      strange.push({ pair, features: features.strange, is: false }, { pair, features: strangeOf(pair, fault.other), is: true })
      const cutSource = see(fault.at, pair, { ...shown, ...shownCut(fault, 'source', shown, words.source) })
      cut.source.push({ pair, features: features.cutSource, is: false }, { pair, features: cutFeatures(cutSource, 'source'), is: true })
      const cutTarget = see(pair, fault.at, { ...shown, ...shownCut(fault, 'target', shown, words.target) })
      cut.target.push({ pair, features: features.cutTarget, is: false }, { pair, features: cutFeatures(cutTarget, 'target'), is: true })
    }
  }
  const strangeWeights = learn(strange, { weights: usualStrange, strength: priorStrength.strange }, count)
  const priorCut = { weights: usualCut, strength: priorStrength.cut }
  // Each language has marks of its own that tell: capitals, full stops.
  const cutWeights = { source: learn(cut.source, priorCut, count), target: learn(cut.target, priorCut, count) }
  const odds = seen.map(({ strange: features, cutSource, cutTarget }, pair) => ({
    misaligned: logOdds(features, strangeWeights(pair)),
    source: logOdds(cutSource, cutWeights.source(pair)),
    target: logOdds(cutTarget, cutWeights.target(pair))
  }))
  return judgeOdds(odds, texts.falseAlarms)
}

/** What a pair shows beside its words, where one of its texts is cut. */
function shownCut(fault: MadeFault, side: 'source' | 'target', whole: Pick<SeenPair, 'edges' | 'figures' | 'source' | 'target'>, words: EdgeWords): Partial<SeenPair> {
  const text = fault[side]
  return { [side]: text, edges: { ...whole.edges, [side]: words.oddOf(text, whole[side]) }, figures: { ...whole.figures, [side]: figuresOf(text) } }
}

/** What a pair shows, or a fault made of it. */
interface PairExample extends Example {
  pair: number
}

/** Weights to judge a pair by: in a small memory one wrong pair would teach its own kind to be right, so that it has no say on itself. */
function learn(examples: readonly PairExample[], prior: PriorWeights, pairs: number): (pair: number) => number[] {
  if (pairs >= manyPairs) {
    const weights = learnTwice(examples, prior)
    return () => weights
  }
  const weights = Array.from({ length: fewParts }, (_, part) => learnTwice(examples.filter(({ pair }) => pair % fewParts !== part), prior))
  return (pair) => weights[pair % fewParts] ?? [...prior.weights]
}

/** What the first weights find wrong in the memory is no example of right pairs. */
function learnTwice(examples: readonly Example[], prior: PriorWeights): number[] {
  const first = fitLogistic(examples, prior)
  return fitLogistic(examples.filter(({ features, is }) => is || logOdds(features, first) < surelyWrong), prior)
}

/** The pairs in front of one and behind it. */
function neighboursOf(pair: number, count: number): number[] {
  return neighbourSteps.map((step) => pair + step).filter((other) => other >= 0 && other < count)
}

/** Texts of about the length of another, among which the right one must be the best. */
class Rivals {
  /** Pairs by the length of their texts, and the place of each among them. */
  readonly #ordered: number[]
  readonly #places: Int32Array

  constructor(texts: readonly string[]) {
    this.#ordered = [...texts.keys()].sort((a, b) => (texts[a] ?? '').length - (texts[b] ?? '').length || a - b)
    this.#places = new Int32Array(texts.length)
    for (const [place, pair] of this.#ordered.entries()) this.#places[pair] = place
  }

  /** Some pairs whose texts are about as long as that of one, which is not among them, nor is the pair that it is compared with. */
  of(pair: number, besides: number, seed: number): number[] {
    const draw = new Draw(seed)
    const place = this.#places[pair] ?? 0
    const found: number[] = []
    for (let trial = 0; trial < rivalTrials; trial++) {
      const at = place - rivalReach + draw.below(2 * rivalReach + 1)
      const other = this.#ordered[Math.min(this.#ordered.length - 1, Math.max(0, at))] ?? pair
      if (other !== pair && other !== besides) found.push(other)
    }
    return found
  }
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
    const other = made.length % 2 === 0 ? strangerOf(pair, taught, targets, draw) : neighbourOf(pair, targets, draw)
    if (other === undefined) continue
    made.push({ pair, other, source: cutText(sources[pair] ?? '', source, draw), target: cutText(targets[pair] ?? '', target, draw) })
  }
  return made
}

/** A pair beside one, which speaks of the same; `undefined` where it says the same. */
function neighbourOf(pair: number, targets: readonly string[], draw: Draw): number | undefined {
  const near = neighboursOf(pair, targets.length)
  const other = near[draw.below(near.length)]
  return other === undefined || targets[other] === targets[pair] ? undefined : other
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
