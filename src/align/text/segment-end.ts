/** Where segments end, by class: the mark that closes one, and what opens the next. */
import type { Segment } from './segment.ts'

/** Marks that close a segment, by class from 1; class 0 is anything else, such as a letter. */
const closings = ['.。．｡۔…', '?？؟', '!！', ':：', ';；؛', ',，、،', '"«»“”„’\'」』》›)）]】']
const closingOf = new Map(closings.flatMap((marks, index) => [...marks].map((mark) => [mark, index + 1] as const)))
const opener = /["«“„‘「『《‹(（[【–—-]/u
/** A mark that closes what was opened in the segment before; guillemets before a letter open in some languages. */
const closer = /^(?:[”」』》)）\]】]|[»›’](?!\p{L}))/u
/** Classes of what opens a segment: 0 anything else, 1 a small letter, 2 an opening mark, 3 a closing one. */
const openings = 4
const closingKinds = closings.length + 1

/** Number of classes. */
export const endClasses = closingKinds * openings

/** Class of each boundary, from before the first segment to behind the last. */
export function endsOf(segments: readonly Segment[]): Uint8Array {
  const ends = new Uint8Array(segments.length + 1)
  let closing = 0
  for (const [index, { text }] of segments.entries()) {
    ends[index] = closing * openings + openingOf(text)
    closing = closingOf.get(text.trimEnd().slice(-1)) ?? 0
  }
  ends[segments.length] = closing * openings
  return ends
}

function openingOf(text: string): number {
  const trimmed = text.trimStart()
  const first = trimmed.charAt(0)
  if (opener.test(first)) return 2
  if (closer.test(trimmed)) return 3
  return first === first.toUpperCase() ? 0 : 1
}

/** Whether a boundary stands before a closing mark, which belongs to the segment in front of it. */
export function isTornOff(end: number): boolean {
  return end % openings === 3
}

/** Two things are looked at by themselves at each boundary: what closes the segment before it, what opens the one behind. */
export const endFeatures: ReadonlyArray<{ kinds: number; of: (end: number) => number }> = [
  { kinds: closingKinds, of: (end) => Math.floor(end / openings) },
  { kinds: openings, of: (end) => end % openings }
]
