import { languages, type LanguageCode } from '../language/code.ts'
import { readLabel } from '../language/label.ts'
import { silent, type Report } from '../message/report.ts'
import { rawOffset, slice, sliceWords, type MappedText } from '../tree/mapped-text.ts'
import { locator, type Locator } from '../tree/place.ts'
import type { FurnitureKind } from '../tree/undast.ts'
import { joinLines } from './join-lines.ts'
import { joinTexts } from './join-texts.ts'
import { characterRepair } from './repair/index.ts'
import type { SequencedLabel } from './label-sequence.ts'
import { liftNotes } from './lift-notes.ts'
import { liftReferences, type LiftedReference, type ReferencedText } from './lift-references.ts'
import type { Line } from './line.ts'
import { markFurniture } from './mark-furniture.ts'
import { markMasthead } from './mark-masthead.ts'
import { readLines } from './read-lines.ts'
import { endsInHyphen } from './sentence-end.ts'
import { splitLines } from './split-lines.ts'
import { markColumns } from './table/index.ts'
import { readVocabulary } from './undo-hyphen.ts'

/** Text of the document: a paragraph, an item, a heading. */
export interface BodyBlock {
  role: 'body'
  /** The label in front, as printed, where there is one. */
  label?: SequencedLabel & { text: MappedText }
  /** Without the label and the marks of notes. */
  text: MappedText
  /** The marks of notes, and where they stood. */
  references: readonly LiftedReference[]
  /** The printed lines, for `parse` to see their layout. */
  lines: readonly Line[]
  /** Whether it may be a cell or a row of a table that could not be told. */
  cell?: true
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

/** A raw text in blocks; together they hold each of its characters once, white space aside. */
export interface CleanText {
  raw: string
  language: LanguageCode
  place: Locator
  /** In the order in which they begin in the raw text. */
  blocks: CleanBlock[]
}

/**
 * Raw text to blocks: characters repaired, page furniture and masthead marked, notes lifted out, broken lines joined.
 *
 * The masthead goes first, for its symbol and job number are furniture elsewhere; notes come after furniture, which ends
 * them; then tables, for their lines would set the width of the text; lines are joined last, over all that was taken out.
 */
export function clean(raw: string, language: LanguageCode, report: Report = silent): CleanText {
  const place = locator(raw)
  const characters = characterRepair(raw, language)
  const lines = readLines(raw, language, characters)
  const turned = countRepaired(lines, 'reorder-visual')
  if (turned > 0) report('clean:visual-order', undefined, { count: turned })
  if (characters.bothOrders) report('clean:order-unsure', undefined)
  const numbers = countRepaired(lines, 'reorder-number')
  if (numbers > 0) report('clean:number-order', undefined, { count: numbers })
  markMasthead(lines, language)
  markFurniture(lines, language)
  const notes = liftNotes(lines, language)
  const { tables, signatures } = markColumns(lines, raw, language, characters)
  const joined = joinLines(splitLines(lines), language, place, report)
  const hyphens = lines.some(({ value }) => endsInHyphen(value))
  const vocabulary = hyphens ? readVocabulary(lines.map(({ value }) => value)) : undefined

  const blocks: CleanBlock[] = []
  const parted = joined.map(({ lines: printed, label }) => {
    const whole = joinTexts(printed.map(({ text }) => text), language, vocabulary)
    return label ? splitLabel(whole) : ([undefined, whole] as const)
  })
  const lifted = liftReferences(parted.map(([, text]) => text), notes, language)
  joined.forEach(({ lines: printed, label }, index) => {
    const [own] = parted[index] ?? []
    blocks.push({ role: 'body', ...(lifted[index] as ReferencedText), lines: printed, ...(printed[0]?.cell ? { cell: true as const } : {}), ...(label && own ? { label: { ...label, text: own } } : {}) })
  })
  for (const { marker, text } of notes) blocks.push({ role: 'note', text, ...(marker ? { marker } : {}) })
  /** Signatures side by side begin where the first of them does: they keep the order in which they are read. */
  const together = new Map<CleanBlock, number>()
  for (const side of signatures) {
    const start = Math.min(...side.signatures.map((text) => rawOffset(text, 0)))
    for (const text of side.signatures) {
      const block: BodyBlock = { role: 'body', text, references: [], lines: [] }
      together.set(block, start)
      blocks.push(block)
    }
  }
  for (const { rows } of tables) blocks.push({ role: 'table', rows })
  for (const line of lines)
    if (line.role === 'furniture') blocks.push({ role: 'furniture', kind: line.furniture ?? 'running-head', text: line.text })
  const masthead = lines.filter(({ role }) => role === 'masthead')
  if (masthead.length > 0) blocks.push({ role: 'masthead', lines: masthead.map(({ text }) => text), fields: masthead.flatMap(({ fields }) => (languages[language].direction === 'rtl' ? fields.toReversed() : fields)) })
  const orderOf = (block: CleanBlock): number => together.get(block) ?? startOf(block)
  blocks.sort((a, b) => orderOf(a) - orderOf(b))
  return { raw, language, place, blocks }
}

/** How many lines a rule has repaired. */
function countRepaired(lines: readonly Line[], name: string): number {
  return lines.filter(({ text }) => text.runs.some(({ rule }) => rule === name)).length
}

/** Parts the label from the text behind it. */
function splitLabel(whole: MappedText): [label: MappedText, text: MappedText] {
  const end = readLabel(whole.value)?.value.length ?? 0
  const from = whole.value.length - whole.value.slice(end).trimStart().length
  return [sliceWords(whole, 0, from), slice(whole, from)]
}

/** Raw offset at which a block begins. */
export function startOf(block: CleanBlock): number {
  return rawOffset(firstText(block), 0)
}

function firstText(block: CleanBlock): MappedText {
  switch (block.role) {
    case 'masthead':
      return block.lines[0] ?? nothing
    case 'body':
      return block.label?.text ?? block.text
    case 'note':
      return block.marker ?? block.text
    case 'furniture':
      return block.text
    case 'table':
      return block.rows.flat().reduce((first, cell) => (cell.runs.length > 0 && (first === nothing || rawOffset(cell, 0) < rawOffset(first, 0)) ? cell : first), nothing)
  }
}

const nothing: MappedText = { value: '', runs: [] }
