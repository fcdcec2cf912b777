/**
 * How much each sign speaks for the end of a block between two printed lines; below 0, against it.
 *
 * `npm run fit:structure` fits them: see docs/accuracy.md for what they are worth on documents that they were not fitted on.
 */
export const breakWeights = {
  'sentence-above': 2,
  'clause-above': 1.5,
  'comma-above': -1,
  'capital-behind-comma': 3.5,
  'capital-behind-item': 2,
  'capital-below-room': 1.5,
  'names-above': -4.5,
  'no-mark-above': -2,
  'short-line-above': 2,
  'room-for-a-word': 3.5,
  'full-line-above': -2.5,
  'sentences-end-lines': 1,
  'opens-elsewhere': 3.5,
  'small-letter': -3,
  'small-letter-behind-mark': -0.5,
  'parallel-clause': 1,
  'capitals-begin': 5,
  'capitals-end': 5,
  bracket: -1,
  capital: 0.5,
  'elision-above': -3,
  'open-word-above': -2.5,
  'open-recital-above': -4,
  'open-item-above': -4,
  'blank-line-between-blocks': 2,
  'blank-line-parts': 9,
  'wider-gap': 4,
  'wider-than-below': 3,
  'lost-gap-set-in': 1.5,
  'no-gap': -2,
  'set-in': 1.5,
  'raised-number-above': -5,
  'raised-number-first': -6,
  'between-numbers': -3,
  'under-short-heading': 8,
  'under-heading': 5,
  'wide-below-title': 4,
  'heading-behind-sentence': 4,
  'new-heading': 7,
  'short-title-above': 2.5,
  'line-a-block': 4,
  'hyphen-above': -5,
  'title-of-a-person-above': -8
} as const

export type BreakSign = keyof typeof breakWeights

/** How much the words of a line speak for a block that it opens. */
export const openingWeights = {
  // A label: the next in an open list is nearly sure.
  'next-label': 4.5,
  'first-label': 3.5,
  'label-behind-gap': 1.5,
  'label-far-off': 1.5,
  // A bullet; a dash or a letter that may be one.
  'first-bullet': 4,
  'next-bullet': 5,
  'first-dash': 1,
  'next-dash': 2.5,
  // On top of a label: the last paragraph of a preamble ends in a comma, often on a full line; a heading has no full stop
  // above it; numbers of paragraphs
  // run on; some extractors give a label a line of its own.
  'first-number-behind-preamble': 4,
  'label-of-heading': 4,
  'number-of-paragraph': 2,
  'label-alone': 5,
  // What opens a paragraph of a preamble, of a speech, of a letter; a title; a paragraph of a long quotation.
  'preambular-opening': 6.4,
  'operative-opening': 6.4,
  'speaker-opening': 6.4,
  'letter-opening': 6.4,
  'testimonium-opening': 6.4,
  'title-opening': 8,
  'quote-opening': 6.4
} as const

export type OpeningSign = keyof typeof openingWeights
