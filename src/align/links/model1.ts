/** IBM Model 1 over beads (Brown et al. 1993), guarded: only pairs that stand together far more often than by chance are learned. */
import { type Bags, bagsOf, type BeadSpans } from './bags.ts'
import { candidates } from './candidates.ts'
import { doubled } from '../text/doubled.ts'
import type { Side } from '../text/encode.ts'
import { type LinkTable, usualUnlinked } from './link.ts'

export interface TrainOptions {
  /** Links that are known beforehand; they count as `priorCount` sightings. */
  prior?: LinkTable
  priorCount?: number
  /** Beads in which a pair must stand together. */
  minimumCount?: number
  /** Least G²; 12 is p < 0.001. */
  minimumG2?: number
  iterations?: number
  /** Links kept a source word, the strongest by G². */
  linksPerWord?: number
  /** Probability that a word has no counterpart, as in the score of a bead. */
  nullShare?: number
  /** Imagined sightings at that share, for every word. */
  nullCount?: number
  /** Share of a translation that a new link is taken for at first: little within a text, where it may come of a wrong bead. */
  newMass?: number
  /** Sightings taken off every link: the bead that is judged by a link may be one of those that taught it. */
  discount?: number
}

const defaults = { priorCount: 1, minimumCount: 2, minimumG2: 12, iterations: 3, linksPerWord: 12, nullShare: 0.4, nullCount: 5, newMass: 0.1, discount: 0 }

/**
 * Translation probabilities learned from beads. Types without a link that passes the filter have none in the result.
 *
 * Work is linear in the number of word pairs within beads; memory in the number of links kept.
 */
export function trainModel1(source: Side, target: Side, spans: BeadSpans, given: TrainOptions = {}): LinkTable {
  const options = { ...defaults, ...given }
  const left = bagsOf(source, spans, 0)
  const right = bagsOf(target, spans, 2)
  const table = candidates(left, right, options, given.prior)
  const { offsets, targets, forward, backward } = table
  const prior = { forward: forward.slice(), backward: backward.slice() }
  // The start: a prior where there is one, one share in ten words where there is none.
  for (let link = 0; link < targets.length; link++) {
    forward[link] = Math.max(forward[link] as number, 0.1)
    backward[link] = Math.max(backward[link] as number, 0.1)
  }
  // A link that is new is taken for such a share of a translation.
  const usual = usualUnlinked({ offsets, targets, forward: prior.forward, backward: prior.backward }, right.frequency.length, options.nullShare, options.newMass)
  const unlinked = { source: usual.source.slice(), target: usual.target.slice() }
  const uses = usesOf(table, left, right)
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const counts = expect(table, uses, left, right, unlinked)
    maximize(table, counts, { prior, source: left, target: right, priorCount: options.priorCount, discount: options.discount })
    fitUnlinked(unlinked.source, usual.source, counts.sourceNull, left.frequency, options.nullCount)
    fitUnlinked(unlinked.target, usual.target, counts.targetNull, right.frequency, options.nullCount)
  }
  return { offsets, targets, forward, backward, unlinked }
}

/** Share of sightings without a counterpart, with a few imagined sightings at the usual share. */
function fitUnlinked(shares: Float32Array, usual: Float32Array, nulls: Float64Array, seen: Int32Array, weight: number): void {
  for (let type = 0; type < shares.length; type++) {
    shares[type] = ((nulls[type] as number) + (usual[type] as number) * weight) / ((seen[type] as number) + weight)
  }
}

interface Counts {
  forward: Float64Array
  backward: Float64Array
  /** Expected sightings without a counterpart, by type. */
  sourceNull: Float64Array
  targetNull: Float64Array
}

/** The links that can be used at all, bead by bead: word pairs of a bead that the table has. Found once, used in every step. */
interface Uses {
  /** First use of each bead. */
  offsets: Int32Array
  links: Int32Array
  sources: Int32Array
  /** Uses so far. */
  size: number
}

/** Links that a word can be used by in a bead, as far as there is room at first. */
const usesOfWord = 4

function usesOf(table: LinkTable, source: Bags, target: Bags): Uses {
  const beads = source.offsets.length - 1
  const stamp = new Int32Array(target.frequency.length).fill(-1)
  const room = source.tokens.length * usesOfWord + 64
  const uses: Uses = { offsets: new Int32Array(beads + 1), links: new Int32Array(room), sources: new Int32Array(room), size: 0 }
  for (let bead = 0; bead < beads; bead++) {
    const end = target.offsets[bead + 1] as number
    for (let place = target.offsets[bead] as number; place < end; place++) stamp[target.tokens[place] as number] = bead
    for (let place = source.offsets[bead] as number; place < (source.offsets[bead + 1] as number); place++) {
      addUses(uses, table, source.tokens[place] as number, stamp, bead)
    }
    uses.offsets[bead + 1] = uses.size
  }
  return uses
}

/** Adds the links of a word to the target words that carry the stamp of the bead. */
function addUses(uses: Uses, { offsets, targets }: LinkTable, type: number, stamp: Int32Array, bead: number): void {
  const last = offsets[type + 1] as number
  for (let link = offsets[type] as number; link < last; link++) {
    if (stamp[targets[link] as number] !== bead) continue
    if (uses.size === uses.links.length) [uses.links, uses.sources] = [doubled(uses.links), doubled(uses.sources)]
    uses.links[uses.size] = link
    uses.sources[uses.size++] = type
  }
}

/** One E step, both directions: expected number of times that each link was used, and each word had no counterpart. */
function expect(table: LinkTable, uses: Uses, source: Bags, target: Bags, unlinked: { source: Float32Array; target: Float32Array }): Counts {
  const counts: Counts = {
    forward: new Float64Array(table.targets.length),
    backward: new Float64Array(table.targets.length),
    sourceNull: Float64Array.from(source.frequency),
    targetNull: Float64Array.from(target.frequency)
  }
  const sums: Sums = {
    sourceNone: noneOf(source, unlinked.source),
    targetNone: noneOf(target, unlinked.target),
    source: new Float64Array(source.frequency.length),
    target: new Float64Array(target.frequency.length)
  }
  for (let bead = 0; bead + 1 < uses.offsets.length; bead++) {
    const sourceSize = (source.offsets[bead + 1] as number) - (source.offsets[bead] as number)
    const targetSize = (target.offsets[bead + 1] as number) - (target.offsets[bead] as number)
    // A bead with nothing on a side says nothing of the words on the other.
    if (targetSize === 0) leaveOut(counts.sourceNull, source, bead)
    else if (sourceSize === 0) leaveOut(counts.targetNull, target, bead)
    else expectBead({ table, uses, sums, counts }, bead, sourceSize, targetSize)
  }
  return counts
}

function leaveOut(nulls: Float64Array, { offsets, tokens }: Bags, bead: number): void {
  for (let place = offsets[bead] as number; place < (offsets[bead + 1] as number); place++) {
    const type = tokens[place] as number
    nulls[type] = (nulls[type] as number) - 1
  }
}

/** By type: what having no counterpart weighs in a bead of one word, and what all that a bead offers the word does. */
interface Sums {
  sourceNone: Float64Array
  targetNone: Float64Array
  source: Float64Array
  target: Float64Array
}

/** What an E step works on. */
interface Expectation {
  table: LinkTable
  uses: Uses
  sums: Sums
  counts: Counts
}

/** The E step of one bead with so many words a side. A word's share without counterpart is what its links leave. */
function expectBead({ table, uses, sums, counts }: Expectation, bead: number, sourceSize: number, targetSize: number): void {
  const { links, sources } = uses
  const first = uses.offsets[bead] as number
  const last = uses.offsets[bead + 1] as number
  const { targets, forward, backward } = table
  const { source: sourceSums, target: targetSums, sourceNone, targetNone } = sums
  for (let use = first; use < last; use++) {
    const left = sources[use] as number
    const right = targets[links[use] as number] as number
    sourceSums[left] = (sourceNone[left] as number) * targetSize
    targetSums[right] = (targetNone[right] as number) * sourceSize
  }
  for (let use = first; use < last; use++) {
    const link = links[use] as number
    const left = sources[use] as number
    const right = targets[link] as number
    targetSums[right] = (targetSums[right] as number) + (forward[link] as number)
    sourceSums[left] = (sourceSums[left] as number) + (backward[link] as number)
  }
  for (let use = first; use < last; use++) {
    const link = links[use] as number
    const left = sources[use] as number
    const right = targets[link] as number
    const there = (forward[link] as number) / (targetSums[right] as number)
    const back = (backward[link] as number) / (sourceSums[left] as number)
    counts.forward[link] = (counts.forward[link] as number) + there
    counts.backward[link] = (counts.backward[link] as number) + back
    counts.targetNull[right] = (counts.targetNull[right] as number) - there
    counts.sourceNull[left] = (counts.sourceNull[left] as number) - back
  }
}

/** l0 · p / (1 − l0) of each type: what having no counterpart weighs against one whole link to a text of one word. */
function noneOf(bags: Bags, unlinked: Float32Array): Float64Array {
  const total = Math.max(1, bags.tokens.length)
  const none = new Float64Array(unlinked.length)
  for (let type = 0; type < none.length; type++) {
    const share = unlinked[type] as number
    none[type] = ((share / Math.max(1e-3, 1 - share)) * (bags.frequency[type] as number)) / total
  }
  return none
}

/** Sightings that are left of a link at least: a link of no weight is none. */
const leastCount = 1e-4

/** What an M step weighs the counts against. */
interface Maximization {
  prior: Pick<LinkTable, 'forward' | 'backward'>
  source: Bags
  target: Bags
  /** Sightings that the prior counts as. */
  priorCount: number
  /** Sightings taken off every link. */
  discount: number
}

/** One M step: expected counts and prior sightings over all sightings of the word. */
function maximize({ offsets, targets, forward, backward }: LinkTable, counts: Counts, { prior, source, target, priorCount: weight, discount }: Maximization): void {
  const { forward: there, backward: back } = counts
  const { forward: priorThere, backward: priorBack } = prior
  for (let type = 0; type + 1 < offsets.length; type++) {
    const seen = (source.frequency[type] as number) + weight
    const end = offsets[type + 1] as number
    for (let link = offsets[type] as number; link < end; link++) {
      const other = (target.frequency[targets[link] as number] as number) + weight
      forward[link] = (Math.max(leastCount, (there[link] as number) - discount) + weight * (priorThere[link] as number)) / seen
      backward[link] = (Math.max(leastCount, (back[link] as number) - discount) + weight * (priorBack[link] as number)) / other
    }
  }
}
