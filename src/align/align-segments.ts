/** Aligning two lists of segments: coarse with what is known beforehand, then fine with what the text itself has taught. */
import { lexiconPairs, type WordPair } from '../language/lexicon.ts'
import { namePairs } from '../language/name.ts'
import { agreementOf } from './agreement.ts'
import { segmentScore } from './block-score.ts'
import { calibrate, type CalibrationWeights, calibrationWeights } from './calibrate.ts'
import { coarseBand, searchWidening } from './coarse-band.ts'
import { type SegmentVectors, vectorScore } from './embedding.ts'
import { encode, type Side } from './encode.ts'
import { fitLength, initialLength, type LengthModel } from './length.ts'
import { LinkBuilder, type LinkTable } from './link.ts'
import { trainModel1 } from './model1.ts'
import { addPairLinks, addSurfaceLinks, priorWeights, trainPairs, type PairLexicon, type PriorWeights } from './prior.ts'
import { BeadScorer, maxSpan, type OuterScore, scoreWeights, type ScoreWeights, type ShapeWeights, shapeWeights, usualShapes } from './score.ts'
import type { RawBead, SearchResult } from './search.ts'
import { addLearnedLinks, type LearnedLexicon } from './train-lexicon.ts'
import type { AlignDiagnostics, Alignment, IndexBead, Segment } from './segment.ts'

export interface AlignOptions {
  /** BCP 47 codes of the two sides, for segments that name none; `und` where unknown. */
  source?: string
  target?: string
  /** The user's own word pairs, beside the project's lexicon. */
  dictionary?: readonly WordPair[]
  /** Lexicons learned from other texts; those for other languages are passed over. */
  lexicons?: readonly LearnedLexicon[]
  /** Sentence vectors of both sides. */
  vectors?: SegmentVectors
  /** Weights, for fitting and for ablations. */
  weights?: Partial<AlignWeights>
}

/** Every number of the aligner that is fitted. */
export interface AlignWeights extends CalibrationWeights, PriorWeights, ScoreWeights, ShapeWeights {
  /** Threshold of a bead in the choice of the path. */
  threshold: number
  /** Sightings that a known link counts for in training. */
  priorCount: number
  /** Least G² of a learned link. */
  minimumG2: number
  /** Imagined beads of the usual shapes when a text's own shares are fitted. */
  shapeCount: number
  /** Imagined sightings of a word at the usual share without counterpart. */
  unlinkedCount: number
  /** Posterior from which a 1:1 bead is learned from, and any other. */
  learnSingle: number
  learnJoined: number
  /** Most segments a side in the first search, which has only to find the line. */
  coarseSpan: number
  /** Rounds of learning. */
  rounds: number
  /** 1 for the names that ICU knows, 0 without. */
  names: number
}

export const alignWeights: AlignWeights = {
  ...scoreWeights,
  ...priorWeights,
  ...shapeWeights,
  ...calibrationWeights,
  threshold: 0.4,
  priorCount: 2,
  minimumG2: 12,
  shapeCount: 20,
  unlinkedCount: 2,
  learnSingle: 0.6,
  learnJoined: 0.995,
  coarseSpan: 2,
  rounds: 2,
  names: 1
}

/**
 * Aligns two lists of segments monotonically; every segment of both is in exactly one bead.
 *
 * With nothing on a side the result is nulls alone, and the diagnostics say so.
 */
export function alignSegments(source: readonly Segment[], target: readonly Segment[], options: AlignOptions = {}): Alignment {
  const weights: AlignWeights = { ...alignWeights, ...options.weights }
  const [from, to] = [options.source ?? 'und', options.target ?? 'und']
  const [left, right] = [encode(source, from), encode(target, to)]
  if (left.count === 0 || right.count === 0) return allNulls(left.count, right.count)
  const known = priorLinks(left, right, { ...options, source: from, target: to }, weights)
  const outer = outerScore(source, target, options.vectors)
  const { result, length, widened } = fitPair(left, right, known, weights, outer)
  const { agreement, compared } = agreementOf(left, right, known, length, weights, result.beads)
  const diagnostics = diagnose(result.beads, left, right, length)
  return { beads: result.beads.map((bead) => calibrate(bead, weights)), diagnostics: { ...diagnostics, widened, touched: result.touched.includes(1), agreement, compared } }
}

const lexicons = new Map<string, PairLexicon>()

/** The project's lexicon or the names of ICU for two languages, trained once a process. */
function known(kind: 'lexicon' | 'names', from: string, to: string): PairLexicon {
  const key = `${kind} ${from} ${to}`
  let pairs = lexicons.get(key)
  if (!pairs) lexicons.set(key, (pairs = trainPairs(kind === 'names' ? namePairs(from, to) : lexiconPairs(from, to), from, to)))
  return pairs
}

/** What is known of two languages beside the project's own lexicon. */
export interface Resources {
  source: string
  target: string
  dictionary?: readonly WordPair[]
  lexicons?: readonly LearnedLexicon[]
}

/** Links known before a bead is seen: surface, lexicon, names, the user's dictionary. */
export function priorLinks(left: Side, right: Side, resources: Resources, weights: AlignWeights): LinkTable {
  const { source: from, target: to, dictionary = [], lexicons: learned = [] } = resources
  const builder = new LinkBuilder(left.keys.length)
  addSurfaceLinks(builder, left, right, weights)
  if (weights.lexicon > 0) addPairLinks(builder, left, right, known('lexicon', from, to), weights.lexicon)
  if (weights.names > 0) addPairLinks(builder, left, right, known('names', from, to), weights.names)
  if (dictionary.length > 0) addPairLinks(builder, left, right, trainPairs(dictionary, from, to), 1)
  for (const lexicon of learned) addLearnedLinks(builder, left, right, lexicon, from, to)
  return builder.build()
}

/** What labels, kinds and vectors say of a bead, where there are any. */
function outerScore(source: readonly Segment[], target: readonly Segment[], vectors: SegmentVectors | undefined): OuterScore | undefined {
  const parts: OuterScore[] = []
  if (vectors) parts.push(vectorScore(vectors, source.length, target.length))
  const speaks = (segment: Segment): boolean => segment.label !== undefined || segment.kind !== undefined
  if (source.some(speaks) && target.some(speaks)) parts.push(segmentScore(source, target))
  return parts.length === 0 ? undefined : (a, b, c, d) => parts.reduce((sum, part) => sum + part(a, b, c, d), 0)
}

/** What two sides have taught: links, length and shapes, with the path that came of it. */
export interface PairModel {
  links: LinkTable
  length: LengthModel
  /** Log priors of the shapes. */
  shapes: Float64Array
  result: SearchResult
  /** How often a band was widened. */
  widened: number
}

/** Segments of both sides together from which a text teaches enough in one round, from a first search over small shapes. */
const longText = 6000
/** Beads that are learned from at most, spread evenly: more add little to a lexicon of common words. */
const mostLearned = 20_000

/** The shapes of at most so many segments a side. */
function shapesUpTo(shapes: Float64Array, span: number): Float64Array {
  return shapes.map((prior, shape) => (Math.floor(shape / (maxSpan + 1)) > span || shape % (maxSpan + 1) > span ? -Infinity : prior))
}

/** Aligns two encoded sides in rounds, each learning from the one before. Neither side may be empty. */
export function fitPair(left: Side, right: Side, known: LinkTable, weights: AlignWeights, outer?: OuterScore): PairModel {
  let band = coarseBand(left, right, known)
  let widened = 0
  let length = initialLength(left, right)
  const usual = usualShapes(weights)
  let shares = usual
  let links = known
  const isLong = left.count + right.count > longText
  const rounds = isLong ? Math.min(1, weights.rounds) : weights.rounds
  for (let round = 0; ; round++) {
    const spanLimit = round === 0 && isLong ? weights.coarseSpan : maxSpan
    const shapes = shapesUpTo(shares.map(Math.log), spanLimit)
    const scorer = new BeadScorer(left, right, links, length, weights, outer, spanLimit)
    const options = { shapes, threshold: weights.threshold, keep: 1e-5, margin: round === 0 && !isLong ? 3 : 1 }
    const { result, widened: times } = searchWidening(scorer, band, options)
    widened += times
    if (round === rounds) return { links, length, shapes, result, widened }
    length = fitLength(lengthsOf(result.beads, left, right), length)
    shares = fitShapes(result.shapeCounts, usual, weights.shapeCount)
    links = trainModel1(left, right, spansOf(result.beads, weights), {
      prior: known,
      priorCount: weights.priorCount,
      minimumG2: weights.minimumG2,
      nullShare: weights.unlinked,
      nullCount: weights.unlinkedCount
    })
    band = result.next
  }
}

function allNulls(sourceCount: number, targetCount: number): Alignment {
  const beads: IndexBead[] = []
  for (let index = 0; index < sourceCount; index++) {
    beads.push({ sourceStart: index, sourceEnd: index + 1, targetStart: 0, targetEnd: 0, score: 1 })
  }
  for (let index = 0; index < targetCount; index++) {
    beads.push({ sourceStart: sourceCount, sourceEnd: sourceCount, targetStart: index, targetEnd: index + 1, score: 1 })
  }
  const diagnostics: AlignDiagnostics = {
    lengthRatio: 1,
    drift: 0,
    widened: 0,
    touched: false,
    sourceUnpaired: sourceCount > 0 ? 1 : 0,
    targetUnpaired: targetCount > 0 ? 1 : 0,
    agreement: 0,
    compared: 0,
    confidence: 0
  }
  return { beads, diagnostics }
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

/** Spans of the beads that are sure enough to learn from; joined ones must be surer, or a wrong join would confirm itself. */
function spansOf(beads: readonly RawBead[], weights: AlignWeights): Int32Array {
  const paired = beads.filter((bead) => {
    const [sources, targets] = [bead.sourceEnd - bead.sourceStart, bead.targetEnd - bead.targetStart]
    return sources > 0 && targets > 0 && bead.posterior >= (sources + targets === 2 ? weights.learnSingle : weights.learnJoined)
  })
  const step = Math.max(1, paired.length / mostLearned)
  const spans = new Int32Array(Math.floor(paired.length / step) * 4)
  for (let at = 0; at * 4 < spans.length; at++) {
    const bead = paired[Math.floor(at * step)]
    if (bead) spans.set([bead.sourceStart, bead.sourceEnd, bead.targetStart, bead.targetEnd], at * 4)
  }
  return spans
}

/** Shares of shapes from expected counts, with imagined beads of the usual shapes in front. */
function fitShapes(counts: Float64Array, usual: Float64Array, weight: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return usual.map((share, shape) => (share * weight + (counts[shape] ?? 0)) / (total + weight))
}

function diagnose(beads: readonly RawBead[], left: Side, right: Side, length: LengthModel): AlignDiagnostics {
  let [drift, sourceNulls, targetNulls, paired, confidence] = [0, 0, 0, 0, 0]
  for (const bead of beads) {
    drift = Math.max(drift, Math.abs(bead.targetStart - (bead.sourceStart * right.count) / left.count))
    if (bead.targetStart === bead.targetEnd) sourceNulls += bead.sourceEnd - bead.sourceStart
    else if (bead.sourceStart === bead.sourceEnd) targetNulls += bead.targetEnd - bead.targetStart
    else {
      paired++
      confidence += bead.posterior
    }
  }
  return {
    lengthRatio: length.ratio,
    drift,
    widened: 0,
    touched: false,
    sourceUnpaired: sourceNulls / left.count,
    targetUnpaired: targetNulls / right.count,
    agreement: 0,
    compared: 0,
    confidence: paired > 0 ? confidence / paired : 0
  }
}
