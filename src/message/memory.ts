import type { Catalogue } from './entry.ts'

/** Messages of the readers of memories, which belong to the stage `read`. */
export const memoryMessages = {
  'read:memory-malformed': {
    severity: 'fatal',
    text: (v: { file: string; line: number; error: string }) => `Unexpected XML in ${v.file}, line ${v.line}: ${v.error}, expected a well-formed TMX file`,
    remedy: 'Repair the file at that line, or export it again.'
  },
  'read:memory-character': {
    severity: 'warning',
    text: (v: { actual: string; file: string; line: number }) => `Unexpected character ${v.actual} in ${v.file}, line ${v.line}, expected one that XML allows`,
    remedy: 'It was left out, or put together where two halves of a character were meant; check the program that wrote the file.'
  },
  'read:memory-name': {
    severity: 'warning',
    text: (v: { actual: string; file: string; line: number }) => `Unexpected ${v.actual} in ${v.file}, line ${v.line}, expected what TMX 1.4b has`,
    remedy: 'It was left out, its text was kept: other tools refuse a memory that has more than TMX.'
  },
  'read:memory-seg-missing': {
    severity: 'warning',
    text: (v: { language: string; file: string; line: number }) => `Unexpected text in ${v.language} without a seg element in ${v.file}, line ${v.line}, expected it inside of one`,
    remedy: 'It was taken for the segment; check that it is one.'
  },
  'read:memory-unit-empty': {
    severity: 'warning',
    text: (v: { file: string; line: number }) => `Unexpected unit without any segment in ${v.file}, line ${v.line}, expected one at least`,
    remedy: 'It was left out.'
  },
  'read:memory-markup': {
    severity: 'warning',
    text: (v: { file: string; line: number; actual: string }) => `Unexpected markup ${v.actual} in a segment of ${v.file}, line ${v.line}, expected text`,
    remedy: 'Its text was kept, the markup was left out: a memory of hexapla has none from XLIFF.'
  },
  'read:memory-undivided': {
    severity: 'warning',
    text: (v: { file: string; line: number; id: string; language: string; expected: number }) =>
      `Unexpected edited ${v.language} text of ${v.id} in ${v.file}, line ${v.line}, expected ${v.expected} sentences as before`,
    remedy: 'It was taken as one segment at the address of the first; nothing of its text is lost. Split it in `hexapla review` where that matters.'
  },
  'read:memory-row-new': {
    severity: 'warning',
    text: (v: { file: string; line: number; actual: string }) => `Unexpected ${v.actual} in row ${v.line} of ${v.file}, expected the id of one unit in each row`,
    remedy: 'The row was taken as a new unit, and named after its number; give it its id back where it had one.'
  },
  'read:memory-skipped': {
    severity: 'warning',
    text: (v: { file: string; line: number; error: string }) => `Unexpected unit in ${v.file}, line ${v.line}: ${v.error}, expected a well-formed one`,
    remedy: 'It was skipped because of --lenient; repair it to have it.'
  },
  'read:memory-more': {
    severity: 'warning',
    text: (v: { file: string; count: number; id: string }) => `Unexpected ${v.count} more in ${v.file} that are like the ones above (${v.id})`,
    remedy: 'Repair the first ones, and look again.'
  },
  'read:memory-other': {
    severity: 'fatal',
    text: (v: { actual: string; file: string }) => `Unexpected root element ${v.actual} in ${v.file}, expected tmx or xliff, as its ending says`,
    remedy: 'TMX, XLIFF 1.2 and 2.1, and the tables and JSON Lines of hexapla can be read.'
  },
  'read:memory-columns': {
    severity: 'fatal',
    text: (v: { file: string; actual: string }) => `Unexpected first row ${v.actual} of ${v.file}, expected the names of columns: id, and the codes of two languages`,
    remedy: 'Give the table the columns that `--to tsv` or `--to xlsx` writes; those in the middle may be missing.'
  },
  'read:memory-xliff': {
    severity: 'fatal',
    text: (v: { file: string; line: number; error: string }) => `Unexpected ${v.error} in ${v.file}, line ${v.line}, expected XLIFF 1.2, 2.0 or 2.1`,
    remedy: 'Export the file again from the program that it comes from.'
  },
  'read:memory-line': {
    severity: 'fatal',
    text: (v: { line: number; file: string; error: string }) => `Unexpected line ${v.line} of ${v.file}: ${v.error}, expected a document or a unit as hexapla writes them`,
    remedy: 'Repair the line, or write the file again with `--to jsonl`.'
  },
  'read:memory-encoding': {
    severity: 'fatal',
    text: (v: { file: string; encoding: string }) => `Unexpected bytes in ${v.file} that are no ${v.encoding}, expected the encoding that the file declares`,
    remedy: 'Convert the file to UTF-8 and declare that.'
  }
} as const satisfies Catalogue
