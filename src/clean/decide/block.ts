import type { FurnitureKind, Paragraph, SectionKind } from '../../tree/undast.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { SequencedLabel } from '../labels/sequenced-label.ts'
import type { LiftedReference } from '../notes/lift-references.ts'

/** The rules that tell what a block is; `docs/rules.md` says what each looks at. */
export type DecisionRule =
  | 'article' | 'bullet' | 'capital-label' | 'chapter' | 'colophon' | 'dateline' | 'decimal-paragraph' | 'else' | 'formula' | 'given'
  | 'item-label' | 'operative' | 'paragraph-number' | 'part-letter' | 'phrase' | 'pointed-title' | 'preamble' | 'section-word' | 'signature-word' | 'speaker'

/*
 * Labels and blocks are written out, with all their properties, unset or not, where they could be spread and added to: V8 gives
 * each object that is made so a shape of its own, and reads it many times slower.
 */

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

/** A label as it is printed. */
export interface PrintedLabel extends SequencedLabel {
  text: MappedText
}

/** A label with its text; `behind`: it came out behind the text of its block. */
export function printedLabel({ style, ordinal, capital, path, shape, fit, after, level, length, apart = false }: SequencedLabel, text: MappedText, behind: boolean): PrintedLabel {
  return { style, ordinal, capital, path, shape, fit, after, level, length, apart: apart || behind, text }
}

/** Text of the document, not decided yet. */
export interface UndecidedBlock {
  role: 'body'
  /** The label in front, where there is one. */
  label?: PrintedLabel | undefined
  /** Without the label and the marks of notes. */
  text: MappedText
  /** The marks of notes, and where they stood. */
  references: readonly LiftedReference[]
  /** Depth of a heading, where the format knows it. */
  heading?: number | undefined
  /** Whether it may be a cell or a row of a table that could not be told. */
  cell?: boolean | undefined
}

/** A block of text. */
export function undecidedBlock(text: MappedText, references: readonly LiftedReference[] = [], { label, heading, cell }: Pick<UndecidedBlock, 'cell' | 'heading' | 'label'> = {}): UndecidedBlock {
  return { role: 'body', label, text, references, heading, cell }
}

/** Text of the document: a paragraph, an item, a heading. */
export interface BodyBlock extends UndecidedBlock {
  decision: Decision
}

/** A block with what was decided of it. */
export function decidedBlock({ role, label, text, references, heading, cell }: UndecidedBlock, decision: Decision): BodyBlock {
  return { role, label, text, references, heading, cell, decision }
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
