import type { LineFacts } from '../../source/source.ts'

/** Characters of a paragraph that look alike. A line feed in them is a line break inside the paragraph. */
export interface FlowPiece {
  text: string
  raised?: boolean
  bold?: boolean
  /** Points. */
  size?: number
  /** The piece is a mark that refers to the note of this id. */
  reference?: string
  /** The piece is the mark of the note that its paragraph belongs to. */
  mark?: true
}

/** A paragraph of a format that has paragraphs and no lines. */
export interface FlowParagraph {
  pieces: FlowPiece[]
  /** What the list prints in front, and what parts it from the text. */
  label?: { text: string; level: number; suffix: '' | ' ' | '\t' }
  /** Columns of white space in front. */
  indent?: number
  heading?: number
  /** Id of the note that it is part of. */
  note?: string
  cell?: { table: number; row: number; column: number }
  furniture?: NonNullable<LineFacts['furniture']>
}

/** A document in paragraphs. */
export interface Flow {
  /** In the order in which they are read, furniture where it belongs. */
  paragraphs: FlowParagraph[]
  /** The paragraphs of each note, by its id. */
  notes: Map<string, FlowParagraph[]>
}
