/** Plain lines as what is aligned: blank ones and boundaries left out, the rest with their numbers and their parts. */
import { HexaplaError } from '../../message/report.ts'

/** The lines of a text that are segments. */
export interface LineParts {
  /** Index of each in the text, from 0. */
  indexes: number[]
  /** Part of each, from 0, where there are boundaries; 0 for all where there are none. */
  parts: number[]
  /** Number of parts. */
  count: number
}

/** What boundaries are called that are blank lines. */
const blankLines = 'blank'

/** Whether nothing can be seen in a line. */
function isBlank(line: string): boolean {
  return !/[^\s\u200B-\u200F\u2060\uFEFF]/u.test(line)
}

/**
 * Cuts a text into parts. Blank lines are no segments, whatever the boundaries.
 *
 * @param boundary `blank`: a part ends where blank lines are; any other text: at each line that is just that; none where missing
 */
export function partLines(lines: readonly string[], boundary?: string): LineParts {
  const [indexes, parts]: [number[], number[]] = [[], []]
  let part = 0
  let wasBlank = false
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) {
      wasBlank = true
      continue
    }
    if (boundary !== undefined && boundary !== blankLines && line.trim() === boundary) {
      part++
      continue
    }
    if (boundary === blankLines && wasBlank && indexes.length > 0) part++
    wasBlank = false
    indexes.push(index)
    parts.push(part)
  }
  return { indexes, parts, count: part + 1 }
}

/** Throws a `HexaplaError` where texts have not the same number of parts: they would go apart at the first that is missing. */
export function checkParts(texts: ReadonlyArray<{ name: string; parts: LineParts }>): void {
  const [first, ...others] = texts
  const other = others.find(({ parts }) => parts.count !== first?.parts.count)
  if (first && other) throw new HexaplaError('align:boundaries-differ', { first: first.name, count: first.parts.count, second: other.name, other: other.parts.count })
}
