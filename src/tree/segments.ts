/** Segments of one version of a unit, and the one text that they make together. */
import { type LanguageTag, traitsOf } from '../language/tag.ts'

/** Characters behind which, and in front of which, Chinese has a space after all: those of another script. */
const foreignEnd = /[\p{Script=Latin}\p{Nd}.,;:!?)]$/u
const foreignStart = /^[\p{Script=Latin}\p{Nd}]/u

/** What stands between two segments when they are joined: a space, or nothing where the script has none. */
export function gap(before: string, after: string, language: LanguageTag): '' | ' ' {
  if (traitsOf(language).spaced) return ' '
  // The last character takes two units at most; all that is in front of it must not be walked for each segment.
  return foreignEnd.test(before.slice(-2)) && foreignStart.test(after) ? ' ' : ''
}

/** Segments of one version as one text. */
export function joinSegments(segments: readonly string[], language: LanguageTag): string {
  return segments.length === 1 ? (segments[0] as string) : joined(segments, language).pieces.join('')
}

/** Where each segment but the first begins in the joined text, in UTF-16 units. */
export function segmentStarts(segments: readonly string[], language: LanguageTag): number[] {
  return segments.length < 2 ? [] : joined(segments, language).starts
}

/** Segments with what stands between them, and where each but the first begins in all of it. */
function joined(segments: readonly string[], language: LanguageTag): { pieces: string[]; starts: number[] } {
  const pieces: string[] = []
  const starts: number[] = []
  let length = 0
  let tail = ''
  for (const [index, segment] of segments.entries()) {
    const between = index === 0 ? '' : gap(tail, segment, language)
    if (index > 0) starts.push(length + between.length)
    pieces.push(between, segment)
    length += between.length + segment.length
    tail = (tail + between + segment.slice(-2)).slice(-2)
  }
  return { pieces, starts }
}

/** The segments of a joined text; `undefined` where the starts do not fit it, such as one inside of a character. */
export function splitSegments(text: string, starts: readonly number[], language: LanguageTag): string[] | undefined {
  const segments: string[] = []
  let from = 0
  for (const start of [...starts, text.length]) {
    if (!Number.isInteger(start) || start <= from || start > text.length) return undefined
    if ((text.codePointAt(start - 1) ?? 0) > 0xffff) return undefined
    const piece = text.slice(from, start)
    segments.push(start === text.length || !piece.endsWith(' ') ? piece : piece.slice(0, -1))
    from = start
  }
  return joinSegments(segments, language) === text ? segments : undefined
}
