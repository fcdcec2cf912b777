import type { FurnitureKind, Paragraph, SectionKind } from '../../tree/undast.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { SequencedLabel } from '../labels/sequenced-label.ts'
import type { LiftedReference } from '../notes/lift-references.ts'

/** The rules that tell what a block is; `docs/rules.md` says what each looks at. */
export type DecisionRule =
  | 'article' | 'bullet' | 'capital-label' | 'chapter' | 'colophon' | 'dateline' | 'decimal-paragraph' | 'else' | 'formula' | 'given'
  | 'item-label' | 'operative' | 'paragraph-number' | 'part-letter' | 'phrase' | 'pointed-title' | 'preamble' | 'section-word' | 'signature-word' | 'speaker'

/** What a block of text is: decided once, here; the tree is only put together from it. */
export interface Decision {
  kind: 'dateline' | 'heading' | 'item' | 'paragraph' | 'section' | 'signature'
  /** Depth of a heading, 1 for a title; of an item 1 for a numbered paragraph, one more for each level below; else 0. */
  level: number
  /** The part that a heading opens. */
  section?: { kind: SectionKind; ordinal: number }
  /** Whether it ends the article above: a heading of a chapter. */
  closes?: true
  role?: NonNullable<NonNullable<Paragraph['data']>['role']>
  why: DecisionRule
}

/** Text of the document: a paragraph, an item, a heading. */
export interface BodyBlock {
  role: 'body'
  /** The label in front, as printed, where there is one. */
  label?: SequencedLabel & { text: MappedText }
  /** Without the label and the marks of notes. */
  text: MappedText
  /** The marks of notes, and where they stood. */
  references: readonly LiftedReference[]
  /** Depth of a heading, where the format knows it. */
  heading?: number
  /** Whether it may be a cell or a row of a table that could not be told. */
  cell?: true
  decision: Decision
}

/** A note, lifted out of the text. */
export interface NoteBlock {
  role: 'note'
  marker?: MappedText
  text: MappedText
}

/** A line that belongs to the page. */
export interface FurnitureBlock {
  role: 'furniture'
  kind: FurnitureKind
  text: MappedText
}

/** A table, row by row, its cells in the order in which they are read. */
export interface TableBlock {
  role: 'table'
  /** An empty cell is an empty text. */
  rows: ReadonlyArray<readonly MappedText[]>
}

/** The lines of the masthead. */
export interface MastheadBlock {
  role: 'masthead'
  lines: readonly MappedText[]
  /** What stands apart on them, line by line: each says a fact. */
  fields: readonly string[]
}

export type CleanBlock = BodyBlock | FurnitureBlock | MastheadBlock | NoteBlock | TableBlock
