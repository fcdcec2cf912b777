import type { Line } from '../lines/line.ts'
import type { Opening } from './block-opening.ts'
import type { Layout } from './measure-layout.ts'
import type { Paragraphs } from './measure-paragraphs.ts'
import type { BreakSign } from './weights.ts'

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

/** A sign for or against the end of a paragraph between two lines, and how far it holds where it does so in part. */
export type Evidence = (pair: LinePair) => BreakSign | Held | undefined

/** A sign that holds in part: 0 to 1 times its weight. */
export interface Held {
  sign: BreakSign
  share: number
}
