/**
 * Several versions at once: groups that hold a range of segments of every version, made one version after another.
 *
 * Each further version is aligned with the groups so far as a whole, its score the mean over the versions that are in them,
 * so that a pair that is hard alone (Arabic and Chinese) is carried by the others, and all pairs agree by construction.
 */
import { BeadScorer, type OuterScore, type ScoreWeights } from './score.ts'
import type { Band } from './band.ts'
import { coarseBand } from './coarse-band.ts'
import { type EdgeModel, withEdges } from './edge.ts'
import { regroup, type Side } from './encode.ts'
import type { LengthModel } from './length.ts'
import type { LinkTable } from './link.ts'
import type { RowScorer } from './forward-pass.ts'
import { search } from './search.ts'

/** A range of segments `[start, end)` of every version, in the order of the versions; empty where `start === end`. */
export interface Group {
  ranges: Array<readonly [start: number, end: number]>
  /** Lowest posterior of the steps that made the group. */
  score: number
}

/** What links version `left` to version `right`, from {@link fitPair}; `left` is the earlier one. */
export interface VersionPair {
  links: LinkTable
  length: LengthModel
  /** What ends of segments say, where they were learned from such segments as are grouped. */
  edges?: EdgeModel
}

export interface GroupOptions {
  weights: ScoreWeights & { threshold: number; nullWorth: number }
  /** Log priors of the shapes. */
  shapes: Float64Array
  /** Outer score of version `left` against `right`, over segment indexes of both. */
  outer?: (left: number, right: number) => OuterScore
}

/** The range of each version that is to be grouped. */
export type Ranges = ReadonlyArray<readonly [start: number, end: number]>

/** Groups the ranges of all versions. Every segment of every range is in exactly one group; order is kept in every version. */
export function groupVersions(
  sides: readonly Side[],
  ranges: Ranges,
  pairOf: (left: number, right: number) => VersionPair,
  options: GroupOptions
): Group[] {
  let groups: Group[] = []
  for (let version = 0; version < sides.length; version++) groups = addVersion(groups, version, sides, ranges, pairOf, options)
  return groups
}

function addVersion(
  groups: readonly Group[],
  version: number,
  sides: readonly Side[],
  ranges: Ranges,
  pairOf: (left: number, right: number) => VersionPair,
  options: GroupOptions
): Group[] {
  const [start, end] = ranges[version] ?? [0, 0]
  const singles = Array.from({ length: end - start }, (_, index) => [start + index, start + index + 1] as const)
  const scorer = new WitnessScorer(groups, version, sides, singles, pairOf, options)
  const found =
    groups.length === 0 || singles.length === 0
      ? onlyNulls(groups.length, singles.length)
      : search(scorer, scorer.band(), { ...options.weights, shapes: options.shapes, keep: 1e-5, margin: 1, settles: false }).beads
  const next = ranges.map(([first]) => first)
  return found.map((bead) => {
    const merged = groups.slice(bead.sourceStart, bead.sourceEnd)
    const joined = next.map((from, other): readonly [number, number] => {
      if (other > version) return [from, from]
      const to = other === version ? start + bead.targetEnd : Math.max(from, ...merged.map((group) => group.ranges[other]?.[1] ?? from))
      next[other] = to
      return [from, to]
    })
    const alone = bead.targetStart === bead.targetEnd
    const scores = merged.map((group) => group.score)
    return { ranges: joined, score: Math.min(alone && version > 0 && merged.length > 0 ? 1 : bead.posterior, ...scores) }
  })
}

function onlyNulls(left: number, right: number): Array<{ sourceStart: number; sourceEnd: number; targetStart: number; targetEnd: number; posterior: number }> {
  const sources = Array.from({ length: left }, (_, at) => ({ sourceStart: at, sourceEnd: at + 1, targetStart: 0, targetEnd: 0, posterior: 1 }))
  const targets = Array.from({ length: right }, (_, at) => ({ sourceStart: left, sourceEnd: left, targetStart: at, targetEnd: at + 1, posterior: 1 }))
  return [...sources, ...targets]
}

/**
 * The scores of a version against every version that the groups hold already, over the square root of their number: more
 * than a mean, as they are several witnesses; less than a sum, as they saw the same thing. Of 1, ¾ and ½ as the power, ½ did best.
 */
class WitnessScorer implements RowScorer {
  readonly #parts: Array<{ scorer: BeadScorer; left: Side; right: Side; links: LinkTable }> = []
  #row = 0

  constructor(
    groups: readonly Group[],
    version: number,
    sides: readonly Side[],
    singles: Ranges,
    pairOf: (left: number, right: number) => VersionPair,
    options: GroupOptions
  ) {
    const own = sides[version]
    if (!own) return
    const right = regroup(own, singles)
    for (let other = 0; other < version; other++) {
      const side = sides[other]
      if (!side) continue
      const spans = groups.map((group) => group.ranges[other] ?? ([0, 0] as const))
      const left = regroup(side, spans)
      const { links, length, edges } = pairOf(other, version)
      const outer = options.outer?.(other, version)
      const shifted: OuterScore | undefined =
        outer &&
        ((a, b, c, d) => outer(spans[a]?.[0] ?? 0, spans[b - 1]?.[1] ?? 0, singles[c]?.[0] ?? 0, singles[d - 1]?.[1] ?? 0))
      this.#parts.push({ scorer: new BeadScorer(left, right, links, length, options.weights, withEdges(edges, left, right, shifted)), left, right, links })
    }
  }

  /** Where to look, by the version with the most text. */
  band(): Band {
    const lettersOf = (side: Side): number => side.letters[side.count] ?? 0
    const [first, ...others] = this.#parts
    if (!first) throw new RangeError('No version to compare with')
    const longest = others.reduce((most, part) => (lettersOf(part.left) > lettersOf(most.left) ? part : most), first)
    return coarseBand(longest.left, longest.right, longest.links)
  }

  prepare(row: number, first: number, to: number, last: number, spans: number): void {
    this.#row = row
    for (const { scorer } of this.#parts) scorer.prepare(row, first, to, last, spans)
  }

  pair(sourceSpan: number, targetSpan: number, column: number): number {
    let [sum, count] = [0, 0]
    for (const { scorer, left } of this.#parts) {
      // A version without text in these groups has no say.
      if (left.letters[this.#row] === left.letters[this.#row - sourceSpan]) continue
      sum += scorer.pair(sourceSpan, targetSpan, column)
      count++
    }
    return count === 0 ? -20 : sum / Math.sqrt(count)
  }
}
