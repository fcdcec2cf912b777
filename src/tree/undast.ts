/**
 * undast: a unist tree for United Nations documents. `readme.md` beside this file is its specification.
 *
 * Positions are unist positions into the raw text (offsets in UTF-16 code units) from the first stage to the last.
 */
import type { Node, Position } from 'unist'
import type { LabelStyle } from '../grammar/label.ts'
import type { NoteKind } from '../grammar/note-wording.ts'
import type { LanguageCode } from '../language/code.ts'

export type { LabelStyle, NoteKind }

/** The number or letter in front of a block: counted, not translated. */
export interface Label {
  /** As printed: `(b)`, `9.`, `(هـ)`, `三、`. */
  value: string
  /** 1 for `1.`, `(a)`, `i)`, `(أ)`, `一、`; 4 for `2.1.4`; of a bullet its place in the list. */
  ordinal: number
  /** All numbers of a decimal paragraph: 2, 1, 4 for `2.1.4`. */
  path?: number[]
  style: LabelStyle
  position: Position
}

/**
 * A stretch of a text and the stretch of the raw text that it comes from.
 *
 * Of equal length: the same characters. With a `rule`: a repair on record, `raw[start, end)` was replaced.
 * Of other length without a rule: white space that was collapsed or stands for a line break.
 */
export interface Run {
  /** Index in the value where the run begins; it ends where the next one begins. */
  at: number
  /** Raw offsets `[start, end)`, UTF-16 code units. */
  start: number
  end: number
  /** Name of the rule that made a repair, as its file is called: `undo-hyphen`. */
  rule?: string
}

/** Characters of the document, as they are to be written. The only leaf with words in it. */
export interface Text extends Node {
  type: 'text'
  value: string
  position: Position
  data: {
    /** How the value maps to the raw text, in order. Where a note or furniture interrupts a sentence, it has two texts. */
    runs: Run[]
  }
}

/** A reference mark to a note inside a sentence: `1`, `*`. */
export interface NoteReference extends Node {
  type: 'noteReference'
  value: string
  position: Position
  data?: {
    /** Address of the note. */
    note?: string
  }
}

export interface Sentence extends Node {
  type: 'sentence'
  children: Array<Text | NoteReference>
  position: Position
  data?: { address?: string }
}

export interface Addressed {
  /** Address of the block, unique in its document: `annex1/9/3`. */
  address?: string
}

export interface Paragraph extends Node {
  type: 'paragraph'
  children: Sentence[]
  position: Position
  data?: Addressed & { role?: 'preambular' | 'formula' | 'colophon' | 'speaker' }
}

export interface Heading extends Node {
  type: 'heading'
  /** 1 for the title of the document or of an annex, then one more for each level. */
  depth: number
  label?: Label
  children: Sentence[]
  position: Position
  data?: Addressed
}

/** A numbered paragraph or a lettered item, whatever its level; the style of the label tells. */
export interface Item extends Node {
  type: 'item'
  label: Label
  children: Block[]
  position: Position
  data?: Addressed
}

export type SectionKind = 'annex' | 'appendix' | 'article' | 'enclosure' | 'part' | 'rule'

/** An annex, enclosure, appendix, lettered part, article or rule: it has a numbering of its own. */
export interface Section extends Node {
  type: 'section'
  kind: SectionKind
  /** 1 where the only one carries no number. */
  ordinal: number
  children: Block[]
  position: Position
  data?: Addressed
}

/** A footnote or star note, lifted out of the text it was printed into. */
export interface Note extends Node {
  type: 'note'
  kind: NoteKind
  /** As printed: `*`, `3`; missing where the export lost it. */
  marker?: Label | { value: string; position: Position }
  /** Date of a reissue, ISO 8601. */
  date?: string
  children: Sentence[]
  position: Position
  data?: Addressed & { reference?: string }
}

export type FurnitureKind =
  | 'bar-code'
  | 'contents'
  | 'continuation'
  | 'invisible'
  | 'job-number'
  | 'page-number'
  | 'rule'
  | 'running-head'

/** What belongs to the page, not to the text: marked, never deleted. */
export interface Furniture extends Node {
  type: 'furniture'
  kind: FurnitureKind
  value: string
  position: Position
  data: { runs: Run[] }
}

export interface Cell extends Node {
  type: 'cell'
  children: Sentence[]
  position: Position
  data?: Addressed
}
export interface Row extends Node {
  type: 'row'
  children: Cell[]
  position: Position
}
export interface Table extends Node {
  type: 'table'
  children: Row[]
  position: Position
  data?: Addressed
}

/** `(Signed) Name`, and the office below it. */
export interface Signature extends Node {
  type: 'signature'
  children: Sentence[]
  position: Position
  data?: Addressed
}

/** A line with place and date: `Minsk, 3 and 4 April 2019`. */
export interface Dateline extends Node {
  type: 'dateline'
  children: Sentence[]
  position: Position
  data?: Addressed
}

/** The block at the head of the first page. Its facts are in fields, its characters in `children`. */
export interface Masthead extends Node {
  type: 'masthead'
  symbols: string[]
  distribution?: string
  /** ISO 8601. */
  date?: string
  /** Language of the version, and of the original, where the masthead names them. */
  language?: LanguageCode
  original?: LanguageCode
  jobNumber?: string
  session?: string
  agendaItem?: string
  children: Text[]
  position: Position
}

export type Block =
  | Dateline
  | Furniture
  | Heading
  | Item
  | Masthead
  | Note
  | Paragraph
  | Section
  | Signature
  | Table

/** A version (one language) of a document. */
export interface Root extends Node {
  type: 'root'
  lang: LanguageCode
  symbol?: string
  children: Block[]
  position: Position
  data?: {
    /** Raw offsets at which pages begin, the first one aside; missing where the export shows no pages. */
    pages?: number[]
    /** How surely the language was told, 0 to 1; missing where it was given. */
    languageScore?: number
  }
}

/** Blocks and cells that hold sentences themselves. */
export type SentenceParent = Cell | Dateline | Heading | Note | Paragraph | Signature

export type UndastNode = Block | Cell | NoteReference | Root | Row | Sentence | Text
