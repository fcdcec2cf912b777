import type { MappedText } from '../tree/mapped-text.ts'
import type { FurnitureKind } from '../tree/undast.ts'

/** What a printed line is, as far as a rule has told. */
export type Role = 'body' | 'furniture' | 'masthead' | 'note' | 'table'

/** One printed line of the raw text, blank ones left out. */
export interface Line {
  /** The line without white space at its ends, its characters repaired. */
  text: MappedText
  /** Shorthand for `text.value`. */
  value: string
  /** What wide gaps part in the line: the columns of a layout; the whole line where there are none. */
  fields: readonly string[]
  /** Printed width in columns: two for a Chinese character, one for any other. */
  columns: number
  /** Columns of white space in front. */
  indent: number
  /** Blank lines in front, form feeds not counted. */
  gap: number
  /** Whether one of these has spaces in it: the mark of foot matter and of closing rules in some exports. */
  ruled: boolean
  /** Number of form feeds in front of this line: its page, from 0. */
  page: number
  role: Role
  /** Whether a block begins here, whatever the line says: it stands behind a table. */
  opens?: true
  /** Whether the line may be of a table that could not be told: it is no heading then. */
  cell?: true
  /** Set by the rules that mark furniture. */
  furniture: FurnitureKind | undefined
}
