import type { LabelMatch, LabelReading, LabelShape } from '../../grammar/label.ts'
import type { SequencedLabel } from './sequenced-label.ts'

/** The labels of the lines that follow. */
interface Ahead {
  upcoming: () => readonly LabelMatch[]
}

/** The form that differs by the bracket in front, which a scan may lose: `(a)` and `a)`. */
export function withOtherBracket(shape: LabelShape): LabelShape | undefined {
  return shape === 'paren' ? 'parens' : shape === 'parens' ? 'paren' : undefined
}

/** How the next label of the same form reads in the same style. */
export function nextOfList({ style }: LabelReading, shape: LabelShape, { upcoming }: Ahead): LabelReading | undefined {
  return upcoming().find((label) => label.shape === shape)?.readings.find((reading) => reading.style === style)
}

/** `а)` is a Latin letter before `b)` and a Russian one before `б)`: of several lists that may start, the one that goes on first. */
export function likeliestStart(starts: readonly SequencedLabel[], { upcoming }: Ahead): SequencedLabel | undefined {
  if (starts.length < 2) return starts[0]
  for (const { shape, readings } of upcoming()) {
    const goesOn = ({ style, ordinal }: SequencedLabel): boolean => readings.some((reading) => reading.style === style && reading.ordinal === ordinal + 1)
    const found = starts.find((start) => (shape === start.shape || shape === withOtherBracket(start.shape)) && goesOn(start))
    if (found) return found
  }
  return starts[0]
}

/** Whether the labels that follow go on from the first of a list, before a Latin `j` comes. */
export function startsList(label: SequencedLabel, upcoming: readonly LabelMatch[]): boolean {
  for (const match of upcoming)
    for (const { style, ordinal } of match.readings) {
      if (style === label.style && ordinal === label.ordinal + 1 && match.shape === label.shape) return true
      if (style === 'latin' && ordinal === 10) return false
    }
  return false
}
