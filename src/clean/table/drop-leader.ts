import { concat, repaired, slice, type MappedText } from '../../tree/mapped-text.ts'

/** Fewer points are an ellipsis. */
const fewest = 4

/** A piece of a spread leader. `…`, `..` and `...` between gaps are cells: "not available". */
const point = /^(?:[.·]|[.·](?: [.·])+)$/

/**
 * Takes the row of points that leads to the next cell off the pieces that one printed line has in a cell. Each piece keeps
 * what is dropped of it, for other cells may stand between two pieces in the raw text.
 */
export function dropLeader(pieces: readonly MappedText[]): MappedText[] {
  const last = pieces.at(-1)
  if (!last) return []
  const spread = pieces.slice(pieces.findLastIndex(({ value }) => !point.test(value)) + 1)
  if (spread.length > 1) return spread.reduce((sum, { value }) => sum + countPoints(value), 0) < fewest ? [...pieces] : takeOff(pieces, spread.length)
  const words = endOfWords(last.value)
  if (countPoints(last.value.slice(words)) < fewest) return [...pieces]
  return words === 0 ? takeOff(pieces, 1) : [...pieces.slice(0, -1), concat([slice(last, 0, words), dropped(last, words)])]
}

/** The pieces without the last few; what those were stays with the words in front, and where there are none they are the cell. */
function takeOff(pieces: readonly MappedText[], count: number): MappedText[] {
  const words = pieces.at(-count - 1)
  if (!words) return [...pieces]
  return [...pieces.slice(0, -count - 1), concat([words, ...pieces.slice(-count).map((piece) => dropped(piece, 0))])]
}

function dropped(text: MappedText, from: number): MappedText {
  return repaired(text, from, text.value.length, '', 'drop-leader')
}

function endOfWords(value: string): number {
  let end = value.length
  while (end > 0 && /[ .…·]/.test(value[end - 1] ?? '')) end--
  return end
}

function countPoints(value: string): number {
  let points = 0
  for (const sign of value) if (sign !== ' ') points += sign === '…' ? 2 : 1
  return points
}
