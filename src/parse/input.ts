import type { LabelReading } from '../grammar/label.ts'
import type { LanguageCode } from '../language/code.ts'
import type { MappedText } from '../tree/mapped-text.ts'
import type { Locator } from '../tree/place.ts'
import type { Source } from '../source/source.ts'
import type { FurnitureKind, Paragraph, SectionKind } from '../tree/undast.ts'

/** Text of the document, as `parse` takes it: what `clean` gives has these fields, and more. */
export interface BodyInput {
  role: 'body'
  label?: (LabelReading & { after: number; apart?: boolean; shape: string; text: MappedText }) | undefined
  text: MappedText
  /** Marks of notes, and where they stood in the text. */
  references: ReadonlyArray<{ at: number; marker: MappedText }>
  /** What it is; `clean` has decided. */
  decision: {
    kind: 'dateline' | 'heading' | 'item' | 'paragraph' | 'section' | 'signature'
    /** Depth of a heading; of an item 1 for a numbered paragraph, one more for each level below. */
    level: number
    section?: { kind: SectionKind; ordinal: number }
    closes?: true
    role?: NonNullable<NonNullable<Paragraph['data']>['role']>
  }
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
  source: Pick<Source, 'pages' | 'text'>
  language: LanguageCode
  place: Locator
  blocks: Iterable<BlockInput>
}
