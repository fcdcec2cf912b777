import type { LabelMatch } from '../../grammar/label.ts'
import type { LineFacts } from '../../source/source.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { FurnitureKind } from '../../tree/undast.ts'

/** What a printed line is, as far as a rule has told. */
export type Role = 'body' | 'furniture' | 'masthead' | 'note' | 'table'

/** One printed line of a source, and what rules have told of it. It never changes: where a rule tells more of it, another line takes its place. */
export interface Line extends Printed, Told {}

/** What a line is made of. */
export interface Printed {
  /** The line without white space at its ends, its characters repaired. */
  readonly text: MappedText
  /** Shorthand for `text.value`. */
  readonly value: string
  /** The label that it begins with, by the form of it alone. */
  readonly label: LabelMatch | undefined
  /** Offsets `[start, end)` in the text of the source. */
  readonly start: number
  readonly end: number
  /** What wide gaps part in the line: the columns of a layout; empty where nothing parts it. */
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

/** What rules have told of a line. */
export interface Told {
  readonly role: Role
  /** Where it is furniture. */
  readonly furniture: FurnitureKind | undefined
  /** The rule that told its role. */
  readonly why: string | undefined
  /** Whether a block begins here, whatever the line says: it stands behind a table. */
  readonly opens: boolean
  /** Whether it goes on with the line above it, in a masthead. */
  readonly goesOn: boolean
  /** Whether the line is a name in a list of names: its initial is no label. */
  readonly named: boolean
  /** Whether the line may be of a table that could not be told: it is no heading then. */
  readonly cell: boolean
}

/** Of a line that no rule has looked at. */
export const untold: Told = { role: 'body', furniture: undefined, why: undefined, opens: false, goesOn: false, named: false, cell: false }

/** A line. All are made here, all of their fields by name and in one order, so that V8 gives them one shape. */
export function makeLine({ text, label, start, end, fields, tabbed, columns, rear, indent, gap, page, facts }: Omit<Printed, 'value'>, { role, furniture, why, opens, goesOn, named, cell }: Told): Line {
  return { text, value: text.value, label, start, end, fields, tabbed, columns, rear, indent, gap, page, facts, role, furniture, why, opens, goesOn, named, cell }
}

/** Tells something of a line: one of which that is known takes its place among the lines that a pass gives. */
export function tell(lines: Line[], index: number, told: Partial<Told>): void {
  const line = lines[index]
  if (!line) return
  const { role = line.role, why = line.why, opens = line.opens, goesOn = line.goesOn, named = line.named, cell = line.cell } = told
  const furniture = role === 'furniture' ? (told.furniture ?? line.furniture) : undefined
  lines[index] = makeLine(line, { role, furniture, why, opens, goesOn, named, cell })
}

/** What wide gaps part in a line; the whole line where there are none. */
export function partsOf({ fields, value }: Line): readonly string[] {
  return fields.length > 0 ? fields : [value]
}

/** Whether a line is a label and nothing else: some extractors part it from its text. */
export function isLabelAlone({ value, label }: Pick<Line, 'label' | 'value'>): boolean {
  return label !== undefined && value.length < longestLabel && label.value === value
}

/** No label alone on its line has so many characters. */
const longestLabel = 24
