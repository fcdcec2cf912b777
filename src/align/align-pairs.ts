/** The pairs of versions of a document, each aligned once over all sentences. */
import { type LanguageTag, primaryLanguage } from '../language/tag.ts'
import { allNulls } from './diagnose.ts'
import { blockEndPrice, type BlockedSide, blockEvidence } from './block-evidence.ts'
import { encode, type Side } from './encode.ts'
import { fitPair } from './fit-pair.ts'
import type { FlatVersion } from './flatten.ts'
import type { VersionPath } from './join-versions.ts'
import { evidenceOf, type PairEvidence } from './pair-evidence.ts'
import { PairPath } from './pair-path.ts'
import { priorLinks, type Resources } from './prior-links.ts'
import type { AlignWeights } from './weights.ts'

/** A version and its language. */
export interface FlatLanguage extends FlatVersion {
  language: LanguageTag
}

/** What is known of languages, by pair. */
export interface PairResources {
  dictionary?: (source: LanguageTag, target: LanguageTag) => NonNullable<Resources['dictionary']>
  lexicons?: NonNullable<Resources['lexicons']>
}

/** Versions up to so many are compared each with each. */
const fewVersions = 3
/** Share of the most sentences that a pivot has at least. */
const leastPivot = 0.8

/**
 * The paths of the pairs, and what was seen of each: of all pairs of few versions, of the pairs of two pivots where there are more.
 *
 * @param blocks what the blocks of each version say; missing where blocks are lines that say nothing
 */
export function alignPairs(versions: readonly FlatLanguage[], blocks: readonly BlockedSide[] | undefined, resources: PairResources, weights: AlignWeights): { paths: VersionPath[]; evidence: PairEvidence[] } {
  const [paths, evidence]: [VersionPath[], PairEvidence[]] = [[], []]
  const sides = versions.map(({ sentences, language }) => encode(sentences, primaryLanguage(language)))
  const pivots = pivotsOf(sides)
  for (const [right, target] of versions.entries()) {
    for (const [left, source] of versions.slice(0, right).entries()) {
      if (!pivots.has(left) && !pivots.has(right)) continue
      const [one, other, blocked, otherBlocked] = [sides[left], sides[right], blocks?.[left], blocks?.[right]]
      if (!one || !other) continue
      if (one.count === 0 || other.count === 0) {
        const nulls = allNulls(one.count, other.count).beads.map((bead) => ({ ...bead, posterior: 1, cornerPosterior: 1 }))
        paths.push({ left, right, path: new PairPath(nulls, one.count, other.count) })
        continue
      }
      const { dictionary, lexicons = [] } = resources
      const languages = { source: source.language, target: target.language }
      const known = priorLinks(one, other, { ...languages, dictionary: dictionary?.(source.language, target.language) ?? [], lexicons }, weights)
      const { length, result } = fitPair(one, other, known, weights, blocked && otherBlocked && blockEvidence(blocked, otherBlocked))
      paths.push({ left, right, path: new PairPath(result.beads, one.count, other.count) })
      evidence.push({ ...languages, ...evidenceOf(one, other, known, length, weights, result.beads) })
    }
  }
  return { paths, evidence }
}

/** The first two versions that have nearly as many sentences as any; all of few. */
function pivotsOf(sides: readonly Side[]): ReadonlySet<number> {
  if (sides.length <= fewVersions) return new Set(sides.keys())
  const most = Math.max(...sides.map(({ count }) => count))
  return new Set([...sides.keys()].filter((version) => (sides[version]?.count ?? 0) >= leastPivot * most).slice(0, 2))
}

/** What the blocks of a document say: notes stand behind the body and are apart from it. */
export function blocksOf({ blocks, blockOf }: FlatVersion): BlockedSide {
  return {
    blocks: blocks.map(({ kind, detail, label, path }) => ({ kind, detail, path, ...(label ? { ordinal: label.ordinal } : {}) })),
    blockOf,
    partOf: blockOf.map((block) => Number(blocks[block]?.kind === 'note')),
    endPrice: blockEndPrice
  }
}
