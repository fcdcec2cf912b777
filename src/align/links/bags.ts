/** Words bead by bead, each once a bead, and beads word by word. */
import type { Side } from '../text/encode.ts'

/** Beads to learn from, as flat quadruples `sourceStart, sourceEnd, targetStart, targetEnd`. */
export type BeadSpans = Int32Array

/** Occurrences of types in beads, each type once a bead: bead `b` has `tokens[offsets[b] … offsets[b + 1]]`. */
export interface Bags {
  offsets: Int32Array
  tokens: Int32Array
  frequency: Int32Array
}

/** The bags of one side of beads: `at` is 0 for the source, 2 for the target. */
export function bagsOf(side: Side, spans: BeadSpans, at: 0 | 2): Bags {
  const beads = spans.length / 4
  const offsets = new Int32Array(beads + 1)
  const seen = new Int32Array(side.keys.length).fill(-1)
  const frequency = new Int32Array(side.keys.length)
  let most = 0
  for (let bead = 0; bead < beads; bead++) {
    most += (side.offsets[spans[bead * 4 + at + 1] as number] as number) - (side.offsets[spans[bead * 4 + at] as number] as number)
  }
  const tokens = new Int32Array(most)
  let size = 0
  for (let bead = 0; bead < beads; bead++) {
    const end = side.offsets[spans[bead * 4 + at + 1] as number] as number
    for (let index = side.offsets[spans[bead * 4 + at] as number] as number; index < end; index++) {
      const type = side.tokens[index] as number
      if (seen[type] === bead) continue
      seen[type] = bead
      frequency[type] = (frequency[type] as number) + 1
      tokens[size++] = type
    }
    offsets[bead + 1] = size
  }
  return { offsets, tokens: tokens.subarray(0, size), frequency }
}

/** Beads by type: type `t` stands in `beads[offsets[t] … offsets[t + 1]]`. */
export function invert(bags: Bags): { offsets: Int32Array; beads: Int32Array } {
  const types = bags.frequency.length
  const offsets = new Int32Array(types + 1)
  for (let type = 0; type < types; type++) offsets[type + 1] = (offsets[type] as number) + (bags.frequency[type] as number)
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
