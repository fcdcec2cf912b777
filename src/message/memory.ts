import type { Catalogue } from './entry.ts'

/** Messages of the readers of memories, which belong to the stage `read`. */
export const memoryMessages = {
  'read:memory-malformed': {
    severity: 'fatal',
    text: (v: { file: string; line: number; error: string }) => `Unexpected XML in ${v.file}, line ${v.line}: ${v.error}, expected a well-formed TMX file`,
    remedy: 'Repair the file at that line, or export it again.'
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
