import type { LanguageCode } from '../language/code.ts'
import { readLabel } from '../language/label.ts'
import { silent, type Report } from '../message/report.ts'
import { rawOffset, slice, sliceWords, type MappedText } from '../tree/mapped-text.ts'
import { locator, type Locator } from '../tree/place.ts'
import type { FurnitureKind } from '../tree/undast.ts'
import { joinLines } from './join-lines.ts'
import { joinTexts } from './join-texts.ts'
import { orderOfLetters } from './repair/reorder-plain.ts'
import type { SequencedLabel } from './label-sequence.ts'
import { liftNotes } from './lift-notes.ts'
import { liftReferences, type LiftedReference, type ReferencedText } from './lift-references.ts'
import type { Line } from './line.ts'
import { markFurniture } from './mark-furniture.ts'
import { markMasthead } from './mark-masthead.ts'
import { readLines } from './read-lines.ts'
import { endsInHyphen } from './sentence-end.ts'
import { splitLines } from './split-lines.ts'
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

/** The lines of the masthead. */
export interface MastheadBlock {
  role: 'masthead'
  lines: readonly MappedText[]
}

export type CleanBlock = BodyBlock | FurnitureBlock | MastheadBlock | NoteBlock

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
 * them; lines are joined last, over all that was taken out.
 */
export function clean(raw: string, language: LanguageCode, report: Report = silent): CleanText {
  const place = locator(raw)
  const lines = readLines(raw, language)
  const turned = lines.filter(({ text }) => text.runs.some(({ rule }) => rule === 'reorder-visual')).length
  if (turned > 0) report('clean:visual-order', undefined, { count: turned })
  if (language === 'ar' && orderOfLetters(raw) === 'mixed') report('clean:order-unsure', undefined)
  const numbers = lines.filter(({ text }) => text.runs.some(({ rule }) => rule === 'reorder-number')).length
  if (numbers > 0) report('clean:number-order', undefined, { count: numbers })
  markMasthead(lines, language)
  markFurniture(lines, language)
  const notes = liftNotes(lines, language)
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
    blocks.push({ role: 'body', ...(lifted[index] as ReferencedText), lines: printed, ...(label && own ? { label: { ...label, text: own } } : {}) })
  })
  for (const { marker, text } of notes) blocks.push({ role: 'note', text, ...(marker ? { marker } : {}) })
  for (const line of lines)
    if (line.role === 'furniture') blocks.push({ role: 'furniture', kind: line.furniture ?? 'running-head', text: line.text })
  const masthead = lines.filter(({ role }) => role === 'masthead')
  if (masthead.length > 0) blocks.push({ role: 'masthead', lines: masthead.map(({ text }) => text) })
  blocks.sort((a, b) => startOf(a) - startOf(b))
  return { raw, language, place, blocks }
}

/** Parts the label from the text behind it. */
function splitLabel(whole: MappedText): [label: MappedText, text: MappedText] {
  const end = readLabel(whole.value)?.value.length ?? 0
  const from = whole.value.length - whole.value.slice(end).trimStart().length
  return [sliceWords(whole, 0, from), slice(whole, from)]
}

/** Raw offset at which a block begins. */
export function startOf(block: CleanBlock): number {
  const text =
    block.role === 'masthead' ? block.lines[0] : block.role === 'body' ? (block.label?.text ?? block.text) : block.role === 'note' ? (block.marker ?? block.text) : block.text
  return text ? rawOffset(text, 0) : 0
}
