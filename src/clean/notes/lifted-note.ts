import type { MappedText } from '../../tree/mapped-text.ts'

/** A note, taken out of the lines that it was printed between. */
export interface LiftedNote {
  /** The marker with its raw position; missing where the export lost it. */
  marker: MappedText | undefined
  text: MappedText
}
