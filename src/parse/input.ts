import type { LabelReading } from '../language/label.ts'
import type { LanguageCode } from '../language/code.ts'
import type { MappedText } from '../tree/mapped-text.ts'
import type { Locator } from '../tree/place.ts'
import type { FurnitureKind } from '../tree/undast.ts'

/** Text of the document, as `parse` takes it: what `clean` gives has these fields, and more. */
export interface BodyInput {
  role: 'body'
  label?: LabelReading & { shape: string; fit: 'gap' | 'next' | 'start'; text: MappedText }
  text: MappedText
  /** Marks of notes, and where they stood in the text. */
  references: ReadonlyArray<{ at: number; marker: MappedText }>
  /** Whether it may be a cell or a row of a table that could not be told: no heading. */
  cell?: true
}

export interface NoteInput {
  role: 'note'
  marker?: MappedText
  text: MappedText
}

export interface FurnitureInput {
  role: 'furniture'
  kind: FurnitureKind
  text: MappedText
}

export interface MastheadInput {
  role: 'masthead'
  lines: readonly MappedText[]
  /** What stands apart on them, line by line. */
  fields: readonly string[]
}

export interface TableInput {
  role: 'table'
  /** Rows of cells; an empty cell is an empty text. */
  rows: ReadonlyArray<readonly MappedText[]>
}

export type BlockInput = BodyInput | FurnitureInput | MastheadInput | NoteInput | TableInput

/** A cleaned text: blocks in order, and where they stand. */
export interface CleanTextLike {
  raw: string
  language: LanguageCode
  place: Locator
  blocks: readonly BlockInput[]
}
