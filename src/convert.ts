/** A memory in one format to another, in constant memory. */
import { languageCodes, type LanguageCode } from './language/code.ts'
import { HexaplaError } from './message/report.ts'
import { readTmx, readUnitsJsonl, type ByteStream } from './read/memory/index.ts'
import { languageOfTag } from './read/memory/language-tag.ts'
import type { AlignedDocument } from './tree/unit.ts'
import { unitFormats, writeUnits, type Chunk, type UnitFormatName, type WriteListeners, type WriteOptions } from './write/index.ts'

/** Formats that can be read, by the name that `--from` takes. */
export const memoryReaders = { tmx: readTmx, jsonl: readUnitsJsonl } as const

export type MemoryFormatName = keyof typeof memoryReaders

/** A memory to convert. */
export interface MemoryInput {
  /** Its name, for messages and records. */
  file: string
  format: MemoryFormatName
  /** Its bytes; called twice, because the languages must be known before the first line is written. */
  open: () => ByteStream
}

/** The format of a memory by the ending of its name; `undefined` for any other. */
export function memoryFormatOf(file: string): MemoryFormatName | undefined {
  return (Object.keys(memoryReaders) as MemoryFormatName[]).find((name) => file.toLowerCase().endsWith(`.${name}`))
}

/**
 * The files of the new format, piece by piece.
 *
 * Without other options the memory stays one file: all its languages, in its order, nothing left out that the format
 * can hold. TMX and JSON Lines hold everything.
 */
export async function* convertMemory(
  input: MemoryInput,
  to: UnitFormatName,
  options: Partial<WriteOptions> = {},
  listeners: WriteListeners = {}
): AsyncGenerator<Chunk, void, undefined> {
  const read = (): AsyncIterable<AlignedDocument> => memoryReaders[input.format](input.open(), input.file)
  const languages = options.languages ?? (await languagesOf(read()))
  const { source } = options
  if (source !== undefined && !languages.includes(source)) throw new HexaplaError('write:source-missing', { actual: source, expected: [...languages] }, input.file)
  yield* writeUnits(unitFormats[to], read(), { scope: 'all', ...options, languages }, listeners)
}

/** The languages of a memory, its source first, then in the order of the table. */
async function languagesOf(documents: AsyncIterable<AlignedDocument>): Promise<LanguageCode[]> {
  const seen = new Set<LanguageCode>()
  let source: LanguageCode | undefined
  for await (const { document, units } of documents) {
    source ??= languageOfTag(document.memory?.attributes.srclang ?? '')
    for (const code of languageCodes) if (document.versions[code] !== undefined) seen.add(code)
    for (const { memory, versions } of units) {
      source ??= memory?.variants?.find(({ code }) => code !== undefined)?.code
      for (const code of languageCodes) if (versions[code] !== undefined) seen.add(code)
    }
  }
  const ordered = languageCodes.filter((code) => seen.has(code))
  return source !== undefined && seen.has(source) ? [source, ...ordered.filter((code) => code !== source)] : ordered
}
