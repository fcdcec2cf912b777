/** Aligning two lists of segments: coarse with what is known beforehand, then fine with what the text itself has taught. */
import type { AlignOptions } from './align-options.ts'
import { agreementOf } from './evidence/agreement.ts'
import { type BlockedSide, blockEvidence } from './evidence/block-evidence.ts'
import { calibrate } from './score/calibrate.ts'
import { allNulls, diagnose } from './diagnose.ts'
import { type SegmentVectors, vectorScore } from './text/embedding.ts'
import { encode } from './text/encode.ts'
import { fitPair } from './fit-pair.ts'
import { isSwapped, mirrored, nullsInOrder, turned } from './mirror.ts'
import { priorLinks } from './prior-links.ts'
import type { OuterScore } from './text/outer-score.ts'
import type { Alignment, Segment } from './text/segment.ts'
import { type AlignWeights, alignWeights } from './weights.ts'

export type { AlignOptions } from './align-options.ts'

/**
 * Aligns two lists of segments monotonically; every segment of both is in exactly one bead.
 *
 * With nothing on a side the result is nulls alone, and the diagnostics say so. Swapping the sides mirrors the result: the
 * work is always done in one order of the languages.
 */
export function alignSegments(source: readonly Segment[], target: readonly Segment[], options: AlignOptions = {}): Alignment {
  const swapped = isSwapped(source, target, options)
  const alignment = swapped ? mirrored(alignInOrder(target, source, turned(options))) : alignInOrder(source, target, options)
  const { report } = options
  const { diagnostics } = alignment
  if (report && (source.length === 0) !== (target.length === 0)) report('align:side-empty', undefined, { side: source.length === 0 ? 'source' : 'target' })
  if (report && diagnostics.touched) report('align:drift', undefined, { widened: diagnostics.widened })
  return alignment
}

function alignInOrder(source: readonly Segment[], target: readonly Segment[], options: AlignOptions): Alignment {
  const weights: AlignWeights = { ...alignWeights, ...options.weights }
  const [from, to] = [options.source ?? 'und', options.target ?? 'und']
  const [left, right] = [encode(source, from), encode(target, to)]
  if (left.count === 0 || right.count === 0) return allNulls(left.count, right.count)
  const known = priorLinks(left, right, { ...options, source: from, target: to }, weights)
  const outer = outerScore(source, target, options.vectors)
  const { result, length, knownEvidence, widened } = fitPair(left, right, known, weights, outer)
  const { agreement, compared } = agreementOf(result.beads, knownEvidence)
  const diagnostics = diagnose(result.beads, left, right, length)
  return {
    beads: nullsInOrder(result.beads.map((bead) => calibrate(bead, weights))),
    diagnostics: { ...diagnostics, widened, touched: result.touched, agreement, compared }
  }
}

/** What labels, kinds and vectors say of a bead, where there are any. */
function outerScore(source: readonly Segment[], target: readonly Segment[], vectors: SegmentVectors | undefined): OuterScore | undefined {
  const parts: OuterScore[] = []
  if (vectors) parts.push(vectorScore(vectors, source.length, target.length))
  const speaks = (segment: Segment): boolean => segment.label !== undefined || segment.kind !== undefined || segment.part !== undefined
  if (source.some(speaks) && target.some(speaks)) parts.push(blockEvidence(asBlocks(source), asBlocks(target)))
  if (parts.length === 0) return undefined
  return {
    of: (a, b, c, d) => parts.reduce((sum, part) => sum + part.of(a, b, c, d), 0),
    most: parts.reduce((sum, { most }) => sum + most, 0),
    corner: (source, target) => parts.reduce((sum, { corner }) => sum + (corner?.(source, target) ?? 0), 0)
  }
}

/** Plain segments as blocks of their own, without ends that would mean anything. */
function asBlocks(segments: readonly Segment[]): BlockedSide {
  const blocks = segments.map(({ label, kind }) => ({ ...(label === undefined ? {} : { ordinal: label }), ...(kind === undefined ? {} : { kind }) }))
  return { blocks, blockOf: Int32Array.from(blocks.keys()), partOf: segments.map(({ part = 0 }) => part), endPrice: 0 }
}
