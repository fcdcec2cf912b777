/** The pairs of versions of a document, each aligned once over all sentences. */
import { type LanguageTag, primaryLanguage } from '../language/tag.ts'
import { blockEndPrice, type BlockedSide, blockEvidence } from './evidence/block-evidence.ts'
import type { RawBead } from './search/choose-path.ts'
import { allNulls } from './diagnose.ts'
import { contradict } from './score/contradicted.ts'
import { encode, type Side } from './text/encode.ts'
import { fitPair } from './fit-pair.ts'
import type { FlatBlock, FlatVersion } from './text/flatten.ts'
import type { VersionPath } from './versions/join-versions.ts'
import { evidenceOf, type PairEvidence } from './evidence/pair-evidence.ts'
import { PairPath } from './versions/pair-path.ts'
import { priorLinks, type Resources } from './prior-links.ts'
import { pairSameLabels } from './evidence/same-label.ts'
import type { AlignWeights } from './weights.ts'

/** A version and its language. */
export interface FlatLanguage extends FlatVersion {
  language: LanguageTag
}

/** What is known of languages, by pair. */
export interface PairResources {
  dictionary?: (source: LanguageTag, target: LanguageTag) => NonNullable<Resources['dictionary']>
  lexicons?: NonNullable<Resources['lexicons']>
  /** Hears which share of the pairs is done. */
  progress?: (share: number) => void
}

/** Versions up to so many are compared each with each. */
const fewVersions = 3
/** Share of the most sentences that a pivot has at least. */
const leastPivot = 0.8

/** The paths of the pairs, and what was seen of each. */
export interface AlignedPairs {
  paths: VersionPath[]
  evidence: PairEvidence[]
  /** Blocks that were paired by their labels against the evidence of their texts, with the languages. */
  differing: Array<{ source: LanguageTag; target: LanguageTag; block: FlatBlock }>
}

/**
 * Aligns all pairs of few versions, and the pairs of two pivots where there are more. Encodes each version once.
 *
 * @param blocks what the blocks of each version say; nothing where blocks are lines
 */
export function alignPairs(
  versions: readonly FlatLanguage[],
  resources: PairResources,
  weights: AlignWeights,
  blocks: ReadonlyArray<BlockedSide | undefined> = versions.map(blocksOf)
): AlignedPairs {
  const result: AlignedPairs = { paths: [], evidence: [], differing: [] }
  const list = versions.map((version, at): PairedVersion => ({ version, side: encode(version.sentences, primaryLanguage(version.language)), blocked: blocks[at] }))
  const pairs = pairsOf(list)
  for (const [index, { left, right, one, other }] of pairs.entries()) {
    const path = new PairPath(alignPair(one, other, resources, weights, result), one.side.count, other.side.count)
    result.paths.push({ left, right, path })
    resources.progress?.((index + 1) / pairs.length)
  }
  return result
}

/** A version with what the search makes of it. */
interface PairedVersion {
  version: FlatLanguage
  side: Side
  blocked: BlockedSide | undefined
}

/** The beads of a pair; tells the result what was seen of it. */
function alignPair(
  one: PairedVersion,
  other: PairedVersion,
  { dictionary, lexicons = [] }: PairResources,
  weights: AlignWeights,
  { evidence, differing }: AlignedPairs
): RawBead[] {
  if (one.side.count === 0 || other.side.count === 0) return nullsOf(one.side.count, other.side.count)
  const [source, target] = [one.version.language, other.version.language]
  const known = priorLinks(one.side, other.side, { source, target, dictionary: dictionary?.(source, target) ?? [], lexicons }, weights)
  const { result, knownEvidence, support } = fitPair(one.side, other.side, known, weights, one.blocked && other.blocked && blockEvidence(one.blocked, other.blocked))
  const { moved, sources: against } = contradict(result.beads, one, other, { evidenceOf: knownEvidence, support })
  // That items of a list changed places is no sign of another document.
  evidence.push({ source, target, ...evidenceOf(one.side, other.side, result.beads.filter((bead) => !moved.has(bead)), knownEvidence) })
  const { beads, sources } = pairSameLabels(result.beads, one.version, other.version)
  for (const sentence of [...against, ...sources].sort((a, b) => a - b)) {
    const block = one.version.blocks[one.version.blockOf[sentence] ?? 0]
    if (block) differing.push({ source, target, block })
  }
  return beads
}

export function nullsOf(sourceCount: number, targetCount: number): RawBead[] {
  return allNulls(sourceCount, targetCount).beads.map((bead) => ({ ...bead, posterior: 1, cornerPosterior: 1 }))
}

/** The pairs that are compared: all of few versions, those of the pivots where there are more. */
export function pairsOf<Version extends { side: Side }>(list: readonly Version[]): Array<{ left: number; right: number; one: Version; other: Version }> {
  const pivots = pivotsOf(list.map(({ side }) => side))
  return list.flatMap((other, right) => list.slice(0, right).flatMap((one, left) => (pivots.has(left) || pivots.has(right) ? [{ left, right, one, other }] : [])))
}

/** The first two versions that have nearly as many sentences as any; all of few. */
function pivotsOf(sides: readonly Side[]): ReadonlySet<number> {
  if (sides.length <= fewVersions) return new Set(sides.keys())
  const most = Math.max(...sides.map(({ count }) => count))
  return new Set([...sides.keys()].filter((version) => (sides[version]?.count ?? 0) >= leastPivot * most).slice(0, 2))
}

/** What the blocks of a document say: notes stand behind the body and are apart from it. */
function blocksOf({ blocks, blockOf }: FlatVersion): BlockedSide {
  return {
    blocks: blocks.map(({ kind, detail, label, path }) => ({ kind, detail, path, ...(label ? { ordinal: label.ordinal } : {}) })),
    blockOf,
    partOf: blockOf.map((block) => Number(blocks[block]?.kind === 'note')),
    endPrice: blockEndPrice
  }
}
