import { concat, repaired, slice, type MappedText } from '../../tree/mapped-text.ts'

/** Fewer points are an ellipsis. */
const fewest = 4

/**
 * Takes the row of points that leads to the next cell off the pieces that one printed line has in a cell. Each piece keeps
 * what is dropped of it, for other cells may stand between two pieces in the raw text.
 */
export function dropLeader(pieces: readonly MappedText[]): MappedText[] {
  const last = pieces.at(-1)
  if (!last) return []
  const words = endOfWords(last.value)
  if (countPoints(last.value.slice(words)) < fewest) return [...pieces]
  if (words > 0) return [...pieces.slice(0, -1), concat([slice(last, 0, words), dropped(last, words)])]
  // What the points were stays with the words in front, and where there are none they are the cell.
  const before = pieces.at(-2)
  return before ? [...pieces.slice(0, -2), concat([before, dropped(last, 0)])] : [last]
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
