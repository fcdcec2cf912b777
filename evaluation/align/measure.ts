/** Aligning a gold pair and judging what came of it. */
import { alignLines, type AlignLinesOptions, type Alignment } from '../../src/align/index.ts'
import type { Judged } from './calibration.ts'
import type { GoldPair } from './gold.ts'
import { countBeads, type Counts, type LineBead } from './strict-lax.ts'

export interface Measured {
  pair: GoldPair
  counts: Counts
  judged: Judged[]
  /** CPU seconds of this process, all threads. */
  seconds: number
}

/** The beads of an alignment as lists of line numbers. */
export function lineBeads(alignment: Alignment): LineBead[] {
  return alignment.beads.map((bead) => ({ source: range(bead.sourceStart, bead.sourceEnd), target: range(bead.targetStart, bead.targetEnd) }))
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}

/** CPU seconds that a piece of work takes, with its result. */
export function timed<T>(work: () => T): { result: T; seconds: number } {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return { result, seconds: (user + system) / 1e6 }
}

/** Aligns a pair and judges every bead. */
export function measure(pair: GoldPair, options: Partial<AlignLinesOptions> = {}): Measured {
  const { result, seconds } = timed(() => alignLines(pair.sourceLines, pair.targetLines, { ...options, source: pair.source, target: pair.target }))
  const beads = lineBeads(result)
  const gold = new Set(pair.gold.map(keyOf))
  const judged = beads.map((bead, index) => ({ score: result.beads[index]?.score ?? 0, right: gold.has(keyOf(bead)) }))
  return { pair, counts: countBeads(beads, pair.gold), judged, seconds }
}

function keyOf(bead: LineBead): string {
  return `${bead.source.join()}:${bead.target.join()}`
}
