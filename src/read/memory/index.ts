/** Readers of translation memories: TMX and XLIFF of any tool, and the tables and JSON Lines of hexapla. All but tables stream. */
export type { ByteStream } from './decode.ts'
export type { MemoryReadOptions } from './reading-log.ts'
export { readTsv, readXlsx } from './table.ts'
export { readTmx } from './tmx.ts'
export { readUnitsJsonl } from './units-jsonl.ts'
export { readXliff } from './xliff.ts'
