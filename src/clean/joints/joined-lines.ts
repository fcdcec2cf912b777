import type { SequencedLabel } from '../labels/sequenced-label.ts'
import type { Line } from '../lines/line.ts'
import type { Joint } from './weigh-joint.ts'

/** Printed lines that make one block. */
export interface JoinedLines {
  lines: Line[]
  /** The label of the first line, where the run of the text bears it out. */
  label?: SequencedLabel
  /** Whether it is who signs: office and name, a line each. */
  signature?: true
  /** What told that a block begins here, where that is observed; not for the first. */
  joint?: Joint
  /** What told that no block begins with each of its other lines, where that is observed. */
  inside?: Joint[]
  /** Below a column of labels: how much spoke for a block that begins with each line, the first apart; what was joined may have to be parted. */
  breaks?: number[]
}
