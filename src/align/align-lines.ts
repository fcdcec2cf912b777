/** Aligning plain lines: one segment a line in, one bead a line out. */
import { alignSegments, type AlignOptions } from './align-segments.ts'
import type { Alignment, IndexBead } from './segment.ts'

/** Languages of the two sides, as BCP 47 codes, and the options of {@link alignSegments}. */
export interface AlignLinesOptions extends AlignOptions {
  source: string
  target: string
}

/** Aligns two lists of lines. Any languages; the six have more to go by. Empty lines are segments too. */
export function alignLines(source: readonly string[], target: readonly string[], options: AlignLinesOptions): Alignment {
  const segment = (text: string): { text: string } => ({ text })
  return alignSegments(source.map(segment), target.map(segment), options)
}

/** A bead as `[0,1]:[0]<TAB>score`, line numbers from 0, an empty side `[]`. */
export function formatBead(bead: IndexBead): string {
  return `[${indexes(bead.sourceStart, bead.sourceEnd)}]:[${indexes(bead.targetStart, bead.targetEnd)}]\t${bead.score}`
}

function indexes(start: number, end: number): string {
  return Array.from({ length: end - start }, (_, index) => start + index).join()
}
