import type { LabelMatch } from '../../grammar/label.ts'
import type { LineFacts } from '../../source/source.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { FurnitureKind } from '../../tree/undast.ts'

/** What a printed line is, as far as a rule has told. */
export type Role = 'body' | 'furniture' | 'masthead' | 'note' | 'table'

/** One printed line of a source. What it is made of never changes; rules on it set its marks. */
export interface Line extends Marks {
  /** The line without white space at its ends, its characters repaired. */
  readonly text: MappedText
  /** Shorthand for `text.value`. */
  readonly value: string
  /** The label that it begins with, by the form of it alone. */
  readonly label: LabelMatch | undefined
  /** Offsets `[start, end)` in the text of the source. */
  readonly start: number
  readonly end: number
  /** What wide gaps part in the line: the columns of a layout; the whole line where there are none. */
  readonly fields: readonly string[]
  /** Whether tabs part them. */
  readonly tabbed: boolean
  /** Printed width in columns: two for a Chinese character, one for any other. */
  readonly columns: number
  /** Characters of the last piece of it, where the extractor parted it; else all of its characters. */
  readonly rear: number
  /** Columns of white space in front. */
  readonly indent: number
  /** Blank lines in front. */
  readonly gap: number
  /** Page, from 0. */
  readonly page: number
  /** What the format knows of it. */
  readonly facts: LineFacts
}

/** What rules have told of a line: all lines have all marks, unset or not, so that V8 gives them one shape. */
export interface Marks {
  role: Role
  /** Where it is furniture. */
  furniture: FurnitureKind | undefined
  /** The rule that told its role. */
  why: string | undefined
  /** Whether a block begins here, whatever the line says: it stands behind a table. */
  opens: boolean
  /** Whether it goes on with the line above it, in a masthead. */
  goesOn: boolean
  /** Whether the line is a name in a list of names: its initial is no label. */
  named: boolean
  /** Whether the line may be of a table that could not be told: it is no heading then. */
  cell: boolean
}

/** Whether a line is a label and nothing else: some extractors part it from its text. */
export function isLabelAlone({ value, label }: Pick<Line, 'label' | 'value'>): boolean {
  return label !== undefined && value.length < longestLabel && label.value === value
}

/** No label alone on its line has so many characters. */
const longestLabel = 24

/** Sets the role of a line, and the rule that told it. */
export function setRole(line: Marks, role: Role, why: string): void {
  line.role = role
  line.why = why
}

/** Sets a line as furniture. */
export function setFurniture(line: Marks, kind: FurnitureKind, why: string): void {
  setRole(line, 'furniture', why)
  line.furniture = kind
}
