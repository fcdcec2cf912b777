/** Segments of one version of a unit, and the one text that they make together. */
import { languages, type LanguageCode } from '../language/code.ts'

/** What stands between two segments when they are joined: a space, or nothing where the script has none. */
export function gap(before: string, after: string, language: LanguageCode): '' | ' ' {
  if (languages[language].spaced) return ' '
  return /[\p{Script=Latin}\p{Nd}.,;:!?)]$/u.test(before) && /^[\p{Script=Latin}\p{Nd}]/u.test(after) ? ' ' : ''
}

/** Segments of one version as one text. */
export function joinSegments(segments: readonly string[], language: LanguageCode): string {
  let joined = ''
  for (const [index, segment] of segments.entries()) {
    joined += (index === 0 ? '' : gap(joined, segment, language)) + segment
  }
  return joined
}

/** Where each segment but the first begins in the joined text, in UTF-16 units. */
export function segmentStarts(segments: readonly string[], language: LanguageCode): number[] {
  return segments.slice(1).map((segment, index) => joinSegments(segments.slice(0, index + 2), language).length - segment.length)
}

/** The segments of a joined text; `undefined` where the starts do not fit it. */
export function splitSegments(text: string, starts: readonly number[], language: LanguageCode): string[] | undefined {
  const segments: string[] = []
  let from = 0
  for (const start of [...starts, text.length]) {
    if (!Number.isInteger(start) || start <= from || start > text.length) return undefined
    const piece = text.slice(from, start)
    segments.push(start === text.length || !piece.endsWith(' ') ? piece : piece.slice(0, -1))
    from = start
  }
  return joinSegments(segments, language) === text ? segments : undefined
}
