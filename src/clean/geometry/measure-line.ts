import type { SourceLine } from '../../source/source.ts'
import type { MappedText } from '../../tree/mapped-text.ts'

/** Width of a text in columns: Chinese characters and full-width marks take two. */
export function columnsOf(value: string): number {
  let columns = value.length
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    if (code >= 0x2e80 && (code < 0xd800 || (code >= 0xf900 && code < 0xfb00) || (code >= 0xff00 && code < 0xff61))) columns++
  }
  return columns
}

/** Points that a column takes on the pages of a source whose every line has its box; `undefined` where one has none. */
export function pointsOfColumn(text: string, lines: readonly SourceLine[]): number | undefined {
  let points = 0
  let columns = 0
  for (const { start, end, facts } of lines) {
    if (!facts?.box) return undefined
    points += facts.box.width
    columns += columnsOf(text.slice(start, end))
  }
  return points > 0 && columns > 0 ? points / columns : undefined
}

/**
 * The parts of a line as it stands in the source, none where nothing parts it: at gaps of three spaces and more, at tabs, and at
 * upright strokes between spaces or in a frame; each part repaired.
 */
export function fieldsOf(printed: string, text: MappedText, repair: (line: MappedText) => MappedText): readonly string[] {
  // No repair leaves a gap or a tab as it is.
  if (printed === text.value && !printed.includes('|')) return none
  const framed = printed.startsWith('|')
  if (!framed && !printed.includes('   ') && !printed.includes('\t') && !printed.includes(' | ')) return none
  return printed.split(framed ? / {3,}|\t|\|/ : / {3,}|\t|(?<= )\|(?= )/).filter((field) => field.trim() !== '').map((field) => repair({ value: field, runs: [] }).value.trim())
}

const none: readonly string[] = []
