import type { LanguageCode } from '../../language/code.ts'
import type { SequencedLabel } from '../labels/sequenced-label.ts'
import type { LineWords } from '../lines/line-words.ts'
import type { Line } from '../lines/line.ts'
import type { Layout, Room } from './measure-layout.ts'
import type { Paragraphs } from './measure-paragraphs.ts'
import type { BreakSign } from './weights.ts'

/** A line of body text that may open a block, and the block that is open above it. */
export interface Opening {
  body: readonly Line[]
  index: number
  next: Line
  previous: Line
  words: LineWords
  wordsAbove: LineWords
  label: SequencedLabel | undefined
  /** The open block: its lines, its label, and whether it is a signature. */
  open: { lines: readonly Line[]; label?: SequencedLabel }
  signing: boolean
  /** Whether a page ended between the two lines: furniture, notes or a form feed. */
  crossing: boolean
  /** Whether labels stand above, each alone on its line: none of them is the label of this line yet. */
  column: boolean
  /** Whether the line stands between a numbered paragraph and the next number. */
  numbered: boolean
  /** Whether an opening formula or the heading of a preamble was read and no label since. */
  preamble: boolean
  /** Width of the text round it, in columns; `undefined` where each line is a block. */
  width: number | undefined
  language: LanguageCode
}

/** Two printed lines of body text, one after the other, what the second may open, and what is known round them. */
export interface LinePair extends Opening {
  /** Blank lines between the lines of the paragraph so far; `undefined` where it has but one line or crosses a page. */
  inner: number | undefined
  /** Blank lines behind `next`; `undefined` at the end or before a page break. */
  after: number | undefined
  /** Whether `previous` ends in the title of a person, and a name must follow. */
  named: boolean
  /** Whether `next` is a phrase on a short line with a new beginning behind it: a heading. */
  headingLike: boolean
  /** Whether `next` begins a heading of several lines above a label. */
  longHeading: boolean
  /** Whether an opening formula was read and no label since. */
  preamble: boolean
  /** Whether the first word of a line has small letters elsewhere in the text: its capital is that of a beginning. */
  anew: (line: Line) => boolean
  /** Whether `next` begins in small letters with the word that the line above or below it begins with: clauses of one sentence, a line each. */
  parallel: boolean
  /** Whether `previous` is of a recital, which ends in a comma, and `next` begins no other one. */
  recital: boolean
  /** Whether `previous` is a heading with a label, or the number and the title of a chapter, so far of one line. */
  underHeading: boolean
  /** Width of the title that `previous` is in, where it is in one. */
  titleAbove: number | undefined
  layout: Layout
  /** How the paragraphs of the document begin, and where its sentences end. */
  paragraphs: Paragraphs
}

/** A sign for or against the end of a paragraph between two lines, with the room that is left in the first, and how far it holds where it does so in part. */
export type Evidence = (pair: LinePair, left: Room) => BreakSign | Held | undefined

/** A sign that holds in part: 0 to 1 times its weight. */
export interface Held {
  sign: BreakSign
  share: number
}
