import type { LabelReading, LabelShape } from '../../grammar/label.ts'

/** How well the run of the text bears a label out. */
export type Fit =
  /** The next in an open list. */
  | 'next'
  /** The first of a new one. */
  | 'start'
  /** One that leaves a gap of a few. */
  | 'gap'
  /** One far from what is due, which others go on from. */
  | 'jump'

/** A label that the run of the text bears out. */
export interface SequencedLabel extends LabelReading {
  shape: LabelShape
  fit: Fit
  /** The ordinal before it in its list, 0 where it begins one. */
  after: number
  /** 1 for a numbered paragraph, one more for each level below. */
  level: number
  /** Characters of it at the start of the line. */
  length: number
  /** Whether it stands in a column of labels, above the texts of them all. */
  apart?: boolean
}

/** Paragraph numbers run through the document: their list stays open below headings. */
export function isMain({ style, capital, path }: LabelReading, shape: LabelShape): boolean {
  return style === 'decimal' && !capital && (path !== undefined || shape === 'dot' || shape === 'dash' || shape === 'bare')
}

/** A gap of more than this many numbers is no gap but another number. */
export const mostMissing = 4

/** From here on a number that is not due is a year, and no number of a paragraph. */
export const leastYear = 1000
