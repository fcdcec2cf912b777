import type { Catalogue } from './entry.ts'

/** Messages of the stage `parse`. */
export const parseMessages = {
  'parse:number-gap': {
    severity: 'warning',
    text: (v: { actual: string; expected: readonly string[] }) => `Unexpected label ${v.actual}, expected ${v.expected.join(' or ')}: a number is missing`,
    remedy: 'The export may have lost an automatic number; the paragraph is there without it.'
  },
  'parse:number-repeated': {
    severity: 'warning',
    text: (v: { actual: string }) => `Unexpected second label ${v.actual} in one list, expected each number once`,
    remedy: 'Check the place in the raw text; both paragraphs are kept.'
  },
  'parse:symbol-differs': {
    severity: 'warning',
    text: (v: { actual: string; expected: readonly string[] }) => `Unexpected symbol ${v.actual} in the masthead, expected ${v.expected.join(' or ')}`,
    remedy: 'Check that the file is the right document.'
  }
} as const satisfies Catalogue
