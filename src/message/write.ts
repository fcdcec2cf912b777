import type { Catalogue } from './entry.ts'

/** Messages of the stage `write`. */
export const writeMessages = {
  'write:date-invalid': {
    severity: 'fatal',
    text: (v: { actual: string }) => `Unexpected date ${v.actual}, expected ISO 8601 such as 2019-05-22 or 2019-05-22T10:00:00Z`,
    remedy: 'Give a date of that form, in UTC.'
  },
  'write:language-left-out': {
    severity: 'warning',
    text: (v: { language: string; document: string }) => `Unexpected language ${v.language} in ${v.document}, expected one that the files have a place for`,
    remedy: 'Name all languages before you write; for a second variant of one, write TMX or JSON Lines.'
  },
  'write:source-missing': {
    severity: 'fatal',
    text: (v: { actual: string; expected: readonly string[] }) => `Unexpected source language ${v.actual}, expected one that is there: ${v.expected.length > 0 ? v.expected.join(', ') : 'none of ar, en, es, fr, ru, zh is'}`,
    remedy: 'Name one of those with `--source`, or add the text in that language.'
  },
  'write:text-empty': {
    severity: 'warning',
    text: (v: { language: string; id: string }) => `Unexpected ${v.language} segment of ${v.id} with nothing to be seen in it, expected text`,
    remedy: 'It was left out of the output; look at the raw text there.'
  },
  'write:formula': {
    severity: 'warning',
    text: (v: { actual: string; id: string }) => `Unexpected cell ${v.actual} in ${v.id}, expected none that a spreadsheet takes for a formula`,
    remedy: 'Write the file again with --spreadsheet-safe before you open it in a spreadsheet; other programs need nothing.'
  },
  'write:sheet-full': {
    severity: 'warning',
    text: (v: { id: string; actual: string; expected: string }) => `Unexpected ${v.actual} in ${v.id}, expected ${v.expected} in a sheet`,
    remedy: 'The unit was left out of the workbook; write TSV or JSON Lines for all of them.'
  },
  'write:text-illegal': {
    severity: 'warning',
    text: (v: { actual: string; id: string }) => `Unexpected character ${v.actual} in ${v.id}, expected text that XML 1.0 allows`,
    remedy: 'The character was left out of the output; look at the raw text there.'
  }
} as const satisfies Catalogue
