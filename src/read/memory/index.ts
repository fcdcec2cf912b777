/** Readers of translation memories: TMX of any tool, and units in JSON Lines. Both stream. */
export type { ByteStream } from './decode.ts'
export type { MemoryReadOptions } from './reading-log.ts'
export { readTmx } from './tmx.ts'
export { readUnitsJsonl } from './units-jsonl.ts'
