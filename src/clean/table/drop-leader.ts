import { concat, repaired, slice, type MappedText } from '../../tree/mapped-text.ts'

/** Fewer points are an ellipsis. */
const fewest = 4

/** Takes the row of points off the end of a cell that leads to the next one. */
export function dropLeader(text: MappedText): MappedText {
  const { value } = text
  let end = value.length
  let points = 0
  for (; end > 0 && /[ .…·]/.test(value[end - 1] ?? ''); end--) if (value[end - 1] !== ' ') points += value[end - 1] === '…' ? 2 : 1
  return points < fewest || end === 0 ? text : concat([slice(text, 0, end), repaired(text, end, value.length, '', 'drop-leader')])
}
