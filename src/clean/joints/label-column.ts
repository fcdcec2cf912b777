/** Labels of one list in a column of their own: one below the other, each alone on its line. */
import type { JoinedLines } from './joined-lines.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import type { SequencedLabel } from '../labels/sequenced-label.ts'

/** Whether a block is a label and nothing else. */
function isLabelOnly({ label, lines }: JoinedLines): boolean {
  return label !== undefined && lines.length === 1 && label.length === lines[0]?.value.length
}

/** Whether the last blocks are labels of one list, one below the other. */
export function endsColumn(blocks: readonly JoinedLines[]): boolean {
  const above = blocks.at(-2)
  const last = blocks.at(-1)
  return above !== undefined && last !== undefined && goesOnInColumn(above, last)
}

/** Whether a block is a label and nothing else, with the one before it above or the next one below. */
export function isInColumn(above: JoinedLines | undefined, block: JoinedLines, below: Line | undefined): boolean {
  if (above && goesOnInColumn(above, block)) return true
  const { label } = block
  return label !== undefined && below !== undefined && isLabelOnly(block) && isNextLabel(below, label)
}

/** Whether a line is the label behind another one, and nothing else. */
export function isNextLabel(line: Line, { ordinal, path }: SequencedLabel): boolean {
  return isLabelAlone(line) && line.label?.readings.some((reading) => reading.ordinal === ordinal + 1 && reading.path?.length === path?.length) === true
}

/** Whether two blocks are labels of one list and nothing else, the second one more than the first. */
export function goesOnInColumn(above: JoinedLines, block: JoinedLines): boolean {
  const { label: first } = above
  const { label } = block
  if (!first || !label || !isLabelOnly(above) || !isLabelOnly(block)) return false
  return label.level === first.level && label.shape === first.shape && label.after === first.ordinal && label.ordinal === first.ordinal + 1
}
