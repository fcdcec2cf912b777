/**
 * Units over all versions from the paths of their pairs. Candidates for a boundary common to all versions are what the pairs
 * put beside each other; taken is the chain of boundaries that keeps most beads of the pairs as they are, each weighing its
 * posterior: the sum of pairs, as in the alignment of many sequences.
 */
import type { PairPath } from './pair-path.ts'

/** The path of versions `left` and `right`, the earlier one first. */
export interface VersionPath {
  left: number
  right: number
  path: PairPath
}

/** A boundary in each version. */
export type CommonBoundary = Int32Array

/** Share of the pairs that must have a corner at a boundary for it to be tried. */
const leastVotes = 1 / 3
/** Worth of a null that is kept, beside a bead that pairs something. */
const nullWorth = 0.25
/** Candidates looked back at one by one. */
const lookBack = 40

/** The common boundaries of versions with so many sentences, from the first, before everything, to the last, behind it. */
export function commonBoundaries(counts: readonly number[], paths: readonly VersionPath[]): CommonBoundary[] {
  return bestChain(new Candidates(counts, paths).inOrder(), paths)
}

/** The candidates: each boundary of each version, with those of the others that the pairs put beside it. */
class Candidates {
  readonly #counts: readonly number[]
  readonly #paths: readonly VersionPath[]
  /** By version and other version. */
  readonly #between: Array<Array<VersionPath | undefined>>

  constructor(counts: readonly number[], paths: readonly VersionPath[]) {
    this.#counts = counts
    this.#paths = paths
    this.#between = counts.map(() => counts.map(() => undefined))
    for (const path of paths) for (const [from, to] of [[path.left, path.right], [path.right, path.left]] as const) (this.#between[from] ?? [])[to] = path
  }

  /** None twice; what comes before another stands before it. */
  inOrder(): CommonBoundary[] {
    const found = new Map<string, { boundary: CommonBoundary; sum: number }>()
    for (const [version, count] of this.#counts.entries()) {
      for (let at = 0; at <= count; at++) {
        for (const isLast of [false, true]) {
          const boundary = this.#complete(version, at, isLast)
          const key = boundary?.join()
          if (!boundary || key === undefined || found.has(key)) continue
          if (this.#votesFor(boundary) >= leastVotes * this.#paths.length) found.set(key, { boundary, sum: boundary.reduce((total, place) => total + place, 0) })
        }
      }
    }
    return [...found.values()].sort((a, b) => a.sum - b.sum || compare(a.boundary, b.boundary)).map(({ boundary }) => boundary)
  }

  /** The boundaries that go with one of a version: as its own pairs have it, or else a pair with one that is known. */
  #complete(version: number, at: number, isLast: boolean): CommonBoundary | undefined {
    const boundary = new Int32Array(this.#counts.length).fill(-1)
    boundary[version] = at
    for (let round = 0; round < 2; round++) {
      for (let from = 0; from < boundary.length; from++) {
        if ((boundary[from] as number) < 0 || (round === 0 && from !== version)) continue
        for (let to = 0; to < boundary.length; to++) {
          if ((boundary[to] as number) < 0) boundary[to] = this.#project(from, to, boundary[from] as number, isLast)
        }
      }
    }
    return boundary.includes(-1) ? undefined : boundary
  }

  #project(from: number, to: number, at: number, isLast: boolean): number {
    const between = this.#between[from]?.[to]
    if (!between) return -1
    return between.left === from ? between.path.targetOf(at, isLast) : between.path.sourceOf(at, isLast)
  }

  #votesFor(boundary: CommonBoundary): number {
    return this.#paths.filter(({ left, right, path }) => path.cornerPosterior(boundary[left] as number, boundary[right] as number) > 0).length
  }
}

function compare(one: CommonBoundary, other: CommonBoundary): number {
  const at = one.findIndex((place, version) => place !== other[version])
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number)
}

/** The chain from the first candidate to the last whose units are worth most, each one before the next in every version. */
function bestChain(candidates: readonly CommonBoundary[], paths: readonly VersionPath[]): CommonBoundary[] {
  const best = new Float64Array(candidates.length)
  const before = new Int32Array(candidates.length).fill(-1)
  for (const [index, end] of candidates.entries()) {
    for (let at = index - 1; at >= 0 && (at >= index - lookBack || before[index] === -1); at--) {
      const start = candidates[at]
      if (!start?.every((place, version) => place <= (end[version] as number))) continue
      const worth = (best[at] as number) + worthOf(start, end, paths)
      if (before[index] !== -1 && worth <= (best[index] as number)) continue
      best[index] = worth
      before[index] = at
    }
  }
  const chain: CommonBoundary[] = []
  for (let index = candidates.length - 1; index >= 0; index = before[index] as number) {
    const boundary = candidates[index]
    if (boundary) chain.push(boundary)
  }
  return chain.reverse()
}

/** Sum of the posteriors of the beads that a unit keeps as they are. */
function worthOf(start: CommonBoundary, end: CommonBoundary, paths: readonly VersionPath[]): number {
  let sum = 0
  for (const { left, right, path } of paths) {
    const [source, target, sourceEnd, targetEnd] = [start[left] as number, start[right] as number, end[left] as number, end[right] as number]
    const isNull = source === sourceEnd || target === targetEnd
    if (source < sourceEnd || target < targetEnd) sum += path.beadPosterior(source, target, sourceEnd, targetEnd) * (isNull ? nullWorth : 1)
  }
  return sum
}
