/** Aligning two encoded sides in rounds: coarse with what is known beforehand, then fine with what the text itself has taught. */
import type { BeadRange, EvidenceOf } from './evidence/agreement.ts'
import { makeBand } from './search/band.ts'
import type { RawBead } from './search/choose-path.ts'
import { coarseBand, longText } from './search/coarse-band.ts'
import { Crossing } from './score/crossing.ts'
import { doubt, surenessOf } from './score/doubt.ts'
import { type EndModel, fitEnds, noEnds, withEnds } from './evidence/end-model.ts'
import type { Side } from './text/encode.ts'
import { fitLength, initialLength, type LengthModel } from './evidence/length.ts'
import type { LinkTable } from './links/link.ts'
import { trainModel1 } from './links/model1.ts'
import type { OuterScore } from './text/outer-score.ts'
import { BeadScorer } from './score/score.ts'
import { search, type SearchResult } from './search/search.ts'
import { settledOf } from './search/settle.ts'
import { type SecondLook, supportedBeads } from './score/second-look.ts'
import { fitShares, maxSpan, sourceSpans, targetSpans, usualShares } from './search/bead-type.ts'
import { fitSupport, isSingle, lackOfSupport } from './evidence/support.ts'
import type { AlignWeights } from './weights.ts'

/** What two sides have taught, with the path that came of it. */
export interface PairModel {
  links: LinkTable
  length: LengthModel
  /** Missing where nothing was learned. */
  ends?: EndModel
  /** Log priors of the types. */
  types: Float64Array
  /** What the text has against lines without support; see `fitSupport`. */
  support: number
  result: SearchResult
  /** What the beads of the result were weighed by a second time. */
  look: SecondLook
  /** Evidence of a bead by the words that were known beforehand, in nats. */
  knownEvidence: EvidenceOf
  /** How often a band was widened. */
  widened: number
}

/** Beads that are learned from at most, spread evenly: more add little to a lexicon of common words. */
const mostLearned = 6_000

/** The types of at most so many segments a side. */
function typesUpTo(types: Float64Array, span: number): Float64Array {
  return types.map((prior, type) => ((sourceSpans[type] as number) > span || (targetSpans[type] as number) > span ? -Infinity : prior))
}

/** Aligns two encoded sides in rounds, each learning from the one before. Neither side may be empty. */
export function fitPair(left: Side, right: Side, known: LinkTable, weights: AlignWeights, outer?: OuterScore): PairModel {
  let band = coarseBand(left, right, known)
  let widened = 0
  let length = initialLength(left, right)
  const lessons = new Lessons(left, right, known, weights)
  const usual = usualShares(weights)
  let shares = usual
  let links = known
  let ends: EndModel | undefined
  let support = 0
  const isLong = left.count + right.count > longText
  // A long text teaches enough in one round, from a first search over small types.
  const rounds = isLong ? Math.min(1, weights.rounds) : weights.rounds
  for (let round = 0; ; round++) {
    const spanLimit = round === 0 && isLong ? weights.coarseSpan : maxSpan
    const types = typesUpTo(shares.map(Math.log), spanLimit)
    // All rounds ask for the same parts of a score, so that code that V8 has made for one is good for the next.
    const score = withEnds(ends ?? noEnds, left, right, outer)
    const scorer = new BeadScorer(left, right, links, length, weights, { outer: score, spanLimit, refines: round > 0, support })
    const options = { types, threshold: weights.threshold, nullThreshold: weights.nullThreshold, keep: 1e-5, margin: 1, settles: isLong }
    const result = search(scorer, band, options)
    widened += result.widened
    if (round === rounds) {
      capUnsupported(result.beads, scorer, outer)
      const knownEvidence = evidenceBy(new BeadScorer(left, right, known, length, weights))
      const teachers = supportedBeads(teachersOf(result.beads, weights), left, right, knownEvidence, weights.doubtShare)
      const look = { links: rounds > 0 ? lessons.of(teachers) : known, sureness: surenessOf(result.beads) }
      const second = new BeadScorer(left, right, look.links, length, weights, { outer: score, refines: round > 0, support })
      const crossing = new Crossing(left, right, links, weights.unlinked)
      doubt(result.beads, { source: left, target: right, scorer: second, types, length, crossing, sureness: look.sureness }, weights)
      return { links, length, ...(ends && { ends }), types, support, result, look, knownEvidence, widened }
    }
    const evidenceOf = evidenceBy(scorer)
    support = fitSupport(result.beads, evidenceOf)
    length = fitLength(lengthsOf(result.beads, left, right), length)
    shares = fitShares(result.typeCounts, usual, weights.shareCount)
    ends = fitEnds(result.beads, left, right, weights.ends)
    // In a literal text, two lines that have nothing in common of what was known beforehand would confirm each other.
    const isDoubted = round === 0 && support < 0 && weights.support > 0
    const teaches = (bead: RawBead): boolean => !isDoubted || !isSingle(bead) || lackOfSupport(evidenceOf(bead)) < 1
    links = lessons.of(teachersOf(result.beads, weights).filter(teaches))
    band = isLong ? makeBand(result.next.low, result.next.high, right.count, settledOf(result.beads, left.count)) : result.next
  }
}

/** Evidence of the words of a bead in nats, found once a bead. */
function evidenceBy(scorer: BeadScorer): EvidenceOf {
  const found = new Map<BeadRange, number>()
  return (bead) => {
    let evidence = found.get(bead)
    if (evidence === undefined) found.set(bead, (evidence = scorer.evidenceOf(bead.sourceStart, bead.sourceEnd, bead.targetStart, bead.targetEnd)))
    return evidence
  }
}

/** Most that a posterior can be where neither words nor labels speak for the pair. */
const mostUnsupported = 0.95

/** Caps what nothing but its length supports. */
export function capUnsupported(beads: readonly RawBead[], scorer: BeadScorer, outer: OuterScore | undefined): void {
  for (const bead of beads) {
    const { sourceStart, sourceEnd, targetStart, targetEnd, posterior } = bead
    if (sourceStart === sourceEnd || targetStart === targetEnd || posterior <= mostUnsupported) continue
    const range = [sourceStart, sourceEnd, targetStart, targetEnd] as const
    if (outer && outer.of(...range) > 0) continue
    const evidence = scorer.evidenceOf(...range)
    // What the whole text repeats tells nothing; where labels settle the block, it is enough that words do not speak against the pair.
    const isSupported = evidence > 0 || (lackOfSupport(evidence) < 0.5 && outer?.isOneBlock?.(sourceStart, targetStart) && outer.isOneBlock(sourceEnd - 1, targetEnd - 1))
    if (!isSupported) bead.posterior = mostUnsupported
  }
}

/** Lengths of the beads that are sure enough to learn from. */
function* lengthsOf(beads: readonly RawBead[], left: Side, right: Side): Generator<readonly [number, number, number]> {
  for (const bead of beads) {
    if (bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd) continue
    const source = (left.letters[bead.sourceEnd] ?? 0) - (left.letters[bead.sourceStart] ?? 0)
    const target = (right.letters[bead.targetEnd] ?? 0) - (right.letters[bead.targetStart] ?? 0)
    yield [source, target, bead.posterior]
  }
}

/** The beads that are sure enough to learn from, spread evenly; joined ones must be surer, or a wrong join would confirm itself. */
function teachersOf(beads: readonly RawBead[], weights: AlignWeights): RawBead[] {
  const paired = beads.filter((bead) => {
    const [sources, targets] = [bead.sourceEnd - bead.sourceStart, bead.targetEnd - bead.targetStart]
    return sources > 0 && targets > 0 && bead.posterior >= (sources + targets === 2 ? weights.learnSingle : weights.learnJoined)
  })
  const step = Math.max(1, paired.length / mostLearned)
  return Array.from({ length: Math.floor(paired.length / step) }, (_, at) => paired[Math.floor(at * step)] as RawBead)
}

/** What beads teach, beside what is known. Rounds often find the same beads, and these teach the same. */
class Lessons {
  readonly #left: Side
  readonly #right: Side
  readonly #known: LinkTable
  readonly #weights: AlignWeights
  #last: { spans: Int32Array; links: LinkTable } | undefined

  constructor(left: Side, right: Side, known: LinkTable, weights: AlignWeights) {
    this.#left = left
    this.#right = right
    this.#known = known
    this.#weights = weights
  }

  of(teachers: readonly RawBead[]): LinkTable {
    const spans = spansOf(teachers)
    if (this.#last && isSame(spans, this.#last.spans)) return this.#last.links
    const { priorCount, minimumG2, unlinked: nullShare, unlinkedCount: nullCount, discount } = this.#weights
    const links = trainModel1(this.#left, this.#right, spans, { prior: this.#known, priorCount, minimumG2, nullShare, nullCount, discount })
    this.#last = { spans, links }
    return links
  }
}

function spansOf(beads: readonly RawBead[]): Int32Array {
  const spans = new Int32Array(beads.length * 4)
  let size = 0
  for (const { sourceStart, sourceEnd, targetStart, targetEnd } of beads) {
    spans[size++] = sourceStart
    spans[size++] = sourceEnd
    spans[size++] = targetStart
    spans[size++] = targetEnd
  }
  return spans
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at])
}
