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
    text: (v: { actual: string; file: string }) => `Unexpected root element ${v.actual} in ${v.file}, expected tmx`,
    remedy: 'Only TMX and the units of hexapla in JSON Lines can be read.'
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
