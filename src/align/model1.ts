/**
 * IBM Model 1 over beads, guarded: only pairs of words that stand together far more often than by chance are learned.
 *
 * Brown et al. 1993 for the model; Dunning 1993 for G², the log-likelihood ratio that filters.
 */
import type { Side } from './encode.ts'
import { LinkBuilder, type LinkTable, usualUnlinked } from './link.ts'

/** Beads to learn from, as flat quadruples `sourceStart, sourceEnd, targetStart, targetEnd`. */
export type BeadSpans = Int32Array

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
}

const defaults = { priorCount: 1, minimumCount: 2, minimumG2: 12, iterations: 4, linksPerWord: 12, nullShare: 0.4, nullCount: 5, newMass: 0.1 }

/** Occurrences of types in beads, each type once a bead: bead `b` has `tokens[offsets[b] … offsets[b + 1]]`. */
interface Bags {
  offsets: Int32Array
  tokens: Int32Array
  frequency: Int32Array
}

function bagsOf(side: Side, spans: BeadSpans, at: 0 | 2): Bags {
  const beads = spans.length / 4
  const offsets = new Int32Array(beads + 1)
  const seen = new Int32Array(side.keys.length).fill(-1)
  const frequency = new Int32Array(side.keys.length)
  const tokens: number[] = []
  for (let bead = 0; bead < beads; bead++) {
    const start = side.offsets[spans[bead * 4 + at] ?? 0] ?? 0
    const end = side.offsets[spans[bead * 4 + at + 1] ?? 0] ?? 0
    for (let index = start; index < end; index++) {
      const type = side.tokens[index] as number
      if (seen[type] === bead) continue
      seen[type] = bead
      frequency[type] = (frequency[type] as number) + 1
      tokens.push(type)
    }
    offsets[bead + 1] = tokens.length
  }
  return { offsets, tokens: Int32Array.from(tokens), frequency }
}

/** Beads by type: type `t` stands in `beads[offsets[t] … offsets[t + 1]]`. */
function invert(bags: Bags): { offsets: Int32Array; beads: Int32Array } {
  const offsets = new Int32Array(bags.frequency.length + 1)
  bags.frequency.forEach((count, type) => (offsets[type + 1] = (offsets[type] as number) + count))
  const next = offsets.slice(0, -1)
  const beads = new Int32Array(bags.tokens.length)
  for (let bead = 0; bead + 1 < bags.offsets.length; bead++) {
    for (let index = bags.offsets[bead] as number; index < (bags.offsets[bead + 1] as number); index++) {
      const type = bags.tokens[index] as number
      beads[next[type] as number] = bead
      next[type] = (next[type] as number) + 1
    }
  }
  return { offsets, beads }
}

/** Twice the log-likelihood ratio of "together" against "by chance", from a 2 × 2 table of counts. */
export function logLikelihoodRatio(both: number, left: number, right: number, total: number): number {
  const cell = (observed: number, expected: number): number => (observed > 0 ? observed * Math.log(observed / expected) : 0)
  const [notLeft, notRight] = [total - left, total - right]
  const sum =
    cell(both, (left * right) / total) +
    cell(left - both, (left * notRight) / total) +
    cell(right - both, (notLeft * right) / total) +
    cell(total - left - right + both, (notLeft * notRight) / total)
  return 2 * sum
}

/** Pairs worth learning, with 0 in both directions. */
function candidates(source: Bags, target: Bags, options: Required<Omit<TrainOptions, 'prior'>>, prior?: LinkTable): LinkTable {
  const builder = new LinkBuilder(source.frequency.length)
  const total = source.offsets.length - 1
  const index = invert(source)
  const counts = new Int32Array(target.frequency.length)
  for (let type = 0; type < source.frequency.length; type++) {
    const left = source.frequency[type] as number
    const touched: number[] = []
    for (let at = index.offsets[type] as number; at < (index.offsets[type + 1] as number); at++) {
      const bead = index.beads[at] as number
      for (let place = target.offsets[bead] as number; place < (target.offsets[bead + 1] as number); place++) {
        const other = target.tokens[place] as number
        if (counts[other] === 0) touched.push(other)
        counts[other] = (counts[other] as number) + 1
      }
    }
    const found: Array<[other: number, strength: number]> = []
    for (const other of touched) {
      const both = counts[other] as number
      counts[other] = 0
      const right = target.frequency[other] as number
      if (both < options.minimumCount || both * total <= left * right) continue
      const strength = logLikelihoodRatio(both, left, right, total)
      if (strength >= options.minimumG2) found.push([other, strength])
    }
    found.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [other] of found.slice(0, options.linksPerWord)) builder.add(type, other, 0, 0)
    if (!prior) continue
    for (let link = prior.offsets[type] as number; link < (prior.offsets[type + 1] as number); link++) {
      builder.add(type, prior.targets[link] as number, prior.forward[link] as number, prior.backward[link] as number)
    }
  }
  return builder.build()
}

/**
 * Translation probabilities learned from beads. Types without a link that passes the filter have none in the result.
 *
 * Work is linear in the number of word pairs within beads; memory in the number of links kept.
 */
export function trainModel1(source: Side, target: Side, spans: BeadSpans, given: TrainOptions = {}): LinkTable {
  const options = { ...defaults, ...given }
  const [left, right] = [bagsOf(source, spans, 0), bagsOf(target, spans, 2)]
  const table = candidates(left, right, options, given.prior)
  const prior = { forward: table.forward.slice(), backward: table.backward.slice() }
  // The start: a prior where there is one, one share in ten words where there is none.
  for (let link = 0; link < table.targets.length; link++) {
    table.forward[link] = Math.max(table.forward[link] as number, 0.1)
    table.backward[link] = Math.max(table.backward[link] as number, 0.1)
  }
  const usual = usualUnlinked(startOf(prior, table, options.newMass), right.frequency.length, options.nullShare)
  const unlinked = { source: usual.source.slice(), target: usual.target.slice() }
  table.unlinked = unlinked
  const uses = usesOf(table, left, right)
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const counts = expect(table, uses, left, right, unlinked)
    maximize(table, counts, prior, left, right, options.priorCount)
    fitUnlinked(unlinked.source, usual.source, counts.sourceNull, left.frequency, options.nullCount)
    fitUnlinked(unlinked.target, usual.target, counts.targetNull, right.frequency, options.nullCount)
  }
  return table
}

/** The table as known beforehand, every new link taken for such a share of a translation. */
function startOf(prior: Pick<LinkTable, 'forward' | 'backward'>, table: LinkTable, newMass: number): LinkTable {
  const whole = (share: number): number => Math.max(share, newMass)
  return { ...table, forward: prior.forward.map(whole), backward: prior.backward.map(whole) }
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
  targets: Int32Array
}

function usesOf(table: LinkTable, source: Bags, target: Bags): Uses {
  const beads = source.offsets.length - 1
  const stamp = new Int32Array(target.frequency.length).fill(-1)
  const offsets = new Int32Array(beads + 1)
  const [links, sources, targets]: [number[], number[], number[]] = [[], [], []]
  for (let bead = 0; bead < beads; bead++) {
    for (let place = target.offsets[bead] as number; place < (target.offsets[bead + 1] as number); place++) {
      stamp[target.tokens[place] as number] = bead
    }
    for (let place = source.offsets[bead] as number; place < (source.offsets[bead + 1] as number); place++) {
      const type = source.tokens[place] as number
      const last = table.offsets[type + 1] as number
      for (let link = table.offsets[type] as number; link < last; link++) {
        const other = table.targets[link] as number
        if (stamp[other] !== bead) continue
        links.push(link)
        sources.push(type)
        targets.push(other)
      }
    }
    offsets[bead + 1] = links.length
  }
  return { offsets, links: Int32Array.from(links), sources: Int32Array.from(sources), targets: Int32Array.from(targets) }
}

/** One E step, both directions: expected number of times that each link was used, and each word had no counterpart. */
function expect(table: LinkTable, uses: Uses, source: Bags, target: Bags, unlinked: { source: Float32Array; target: Float32Array }): Counts {
  const counts: Counts = {
    forward: new Float64Array(table.targets.length),
    backward: new Float64Array(table.targets.length),
    sourceNull: new Float64Array(source.frequency.length),
    targetNull: new Float64Array(target.frequency.length)
  }
  const sourceNone = noneOf(source, unlinked.source)
  const targetNone = noneOf(target, unlinked.target)
  const sourceSums = new Float64Array(source.frequency.length)
  const targetSums = new Float64Array(target.frequency.length)
  for (let bead = 0; bead + 1 < source.offsets.length; bead++) {
    const [from, to] = [source.offsets[bead] as number, source.offsets[bead + 1] as number]
    const [start, end] = [target.offsets[bead] as number, target.offsets[bead + 1] as number]
    if (from === to || start === end) continue
    const [sourceSize, targetSize] = [to - from, end - start]
    for (let place = from; place < to; place++) {
      const type = source.tokens[place] as number
      sourceSums[type] = (sourceNone[type] as number) * targetSize
    }
    for (let place = start; place < end; place++) {
      const type = target.tokens[place] as number
      targetSums[type] = (targetNone[type] as number) * sourceSize
    }
    const [first, last] = [uses.offsets[bead] as number, uses.offsets[bead + 1] as number]
    for (let use = first; use < last; use++) {
      const [link, left, right] = [uses.links[use] as number, uses.sources[use] as number, uses.targets[use] as number]
      targetSums[right] = (targetSums[right] as number) + (table.forward[link] as number)
      sourceSums[left] = (sourceSums[left] as number) + (table.backward[link] as number)
    }
    for (let use = first; use < last; use++) {
      const [link, left, right] = [uses.links[use] as number, uses.sources[use] as number, uses.targets[use] as number]
      counts.forward[link] = (counts.forward[link] as number) + (table.forward[link] as number) / (targetSums[right] as number)
      counts.backward[link] = (counts.backward[link] as number) + (table.backward[link] as number) / (sourceSums[left] as number)
    }
    for (let place = from; place < to; place++) {
      const type = source.tokens[place] as number
      counts.sourceNull[type] = (counts.sourceNull[type] as number) + ((sourceNone[type] as number) * targetSize) / (sourceSums[type] as number)
    }
    for (let place = start; place < end; place++) {
      const type = target.tokens[place] as number
      counts.targetNull[type] = (counts.targetNull[type] as number) + ((targetNone[type] as number) * sourceSize) / (targetSums[type] as number)
    }
  }
  return counts
}

/** l0 · p / (1 − l0) of each type: what having no counterpart weighs against one whole link to a text of one word. */
function noneOf(bags: Bags, unlinked: Float32Array): Float64Array {
  const total = Math.max(1, bags.tokens.length)
  return Float64Array.from(unlinked, (share, type) => ((share / Math.max(1e-3, 1 - share)) * (bags.frequency[type] as number)) / total)
}

/** One M step: expected counts and prior sightings over all sightings of the word. */
function maximize(table: LinkTable, counts: Counts, prior: Pick<LinkTable, 'forward' | 'backward'>, source: Bags, target: Bags, weight: number): void {
  for (let type = 0; type + 1 < table.offsets.length; type++) {
    const seen = (source.frequency[type] as number) + weight
    for (let link = table.offsets[type] as number; link < (table.offsets[type + 1] as number); link++) {
      const other = (target.frequency[table.targets[link] as number] as number) + weight
      table.forward[link] = ((counts.forward[link] as number) + weight * (prior.forward[link] as number)) / seen
      table.backward[link] = ((counts.backward[link] as number) + weight * (prior.backward[link] as number)) / other
    }
  }
}
