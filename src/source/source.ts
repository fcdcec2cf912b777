/**
 * What a reader yields, whatever the format: all text of a file, and its printed lines with what the format knows of each.
 *
 * Plain text knows least (a line and its blank space), PDF knows boxes and sizes, DOCX and HTML know paragraphs, notes and
 * tables. A fact that is missing is not known: no stage downstream asks for the format.
 */
export interface Source {
  /** All characters, once each: positions in the tree are offsets into it, UTF-16 code units. */
  text: string
  /** In reading order, blank ones left out; together they hold every character of `text` that is not white space. */
  lines: readonly SourceLine[]
  /** Offsets at which pages begin, the first aside; missing where the format shows no pages. */
  pages?: readonly number[]
  /** Whether marks of Markdown stand in the text: what they tell is in the facts of its lines. */
  marked?: true
  /** What the file says of itself beside its text: evidence where the text does not tell, and no more. */
  properties?: SourceProperties
}

/** Properties of a document as people and programs leave them: often those of the file that it was made from. */
export interface SourceProperties {
  /** BCP 47 tag. */
  language?: string
  title?: string
}

/** A line as printed, or a paragraph where the format has no lines. */
export interface SourceLine {
  /** Offsets of its first character and behind its last, white space at its ends left out. */
  start: number
  end: number
  /** Page, from 0. */
  page: number
  /** Columns of white space in front. */
  indent: number
  /** Blank lines in front. */
  gap: number
  facts?: LineFacts
}

/** What only some formats know of a line. */
export interface LineFacts {
  /** Points, from the left and the top of the page. */
  box?: { x: number; y: number; width: number; height: number }
  /** Size of most of its letters, points. */
  size?: number
  bold?: boolean
  /** Stretches `[start, end)` of the text that are raised: marks of notes. */
  raised?: ReadonlyArray<readonly [start: number, end: number]>
  /** `true`: a paragraph ends behind the line; `false`: it surely goes on. */
  ends?: boolean
  /** Level of a heading, from 1 (a title). */
  heading?: number
  /** The label in front, where the format counts it itself: `[start, end)`, and its level in the list, from 0. */
  label?: { start: number; end: number; level: number }
  /** The sign in front is a bullet: in how many lists its own stands. */
  bullet?: number
  /** The line belongs to a note of this id; `marker` is the stretch of its own mark. */
  note?: { id: string; marker?: readonly [start: number, end: number] }
  /** Marks in the line that refer to notes. */
  references?: ReadonlyArray<{ start: number; end: number; note: string }>
  /** The cell that the line stands in; numbers from 0. */
  cell?: { table: number; row: number; column: number }
  /** A blank line in front has spaces in it: some exports leave so much of a rule, or of a page that ends. */
  ruled?: boolean
  /** The line belongs to the page and not to the text. */
  furniture?: 'page-number' | 'rule' | 'running-head' | 'invisible'
}
