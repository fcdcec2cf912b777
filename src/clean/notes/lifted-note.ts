import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'

/** A note, taken out of the lines that it was printed between. */
export interface LiftedNote {
  /** The marker with its raw position; missing where the export lost it. */
  marker: MappedText | undefined
  text: MappedText
}

/** What a pass lifts out: all lines, those of notes marked, and the notes, in order. */
export interface LiftedNotes {
  lines: readonly Line[]
  notes: readonly LiftedNote[]
}
