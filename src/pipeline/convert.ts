/** A memory in one format to another, in constant memory. */
import { isLanguageCode } from '../language/code.ts'
import type { LanguageTag } from '../language/tag.ts'
import { HexaplaError } from '../message/report.ts'
import { readTmx, readTsv, readUnitsJsonl, readXliff, readXlsx, type ByteStream, type MemoryReadOptions } from '../read/memory/index.ts'
import { anyLanguageOfTag } from '../read/memory/language-tag.ts'
import { splitSentences } from '../segment/index.ts'
import { recordLanguages } from '../tree/record.ts'
import type { AlignedDocument } from '../tree/unit.ts'
import { writeFormats, type Chunk, type SelectListeners, type UnitFormatName, type WriteFormatsOptions } from '../write/index.ts'

/** Formats that can be read, by the name that `--from` takes. */
export const memoryReaders = { tmx: readTmx, xliff: readXliff, tsv: readTsv, xlsx: readXlsx, jsonl: readUnitsJsonl } as const

export type MemoryFormatName = keyof typeof memoryReaders

/** A memory to convert. */
export interface MemoryInput {
  /** Its name, for messages and records. */
  file: string
  format: MemoryFormatName
  /** Its bytes; called twice, because the languages must be known before the first line is written. */
  open: () => ByteStream
  /** Who hears of what is wrong with it, and whether malformed units are skipped. */
  reading?: MemoryReadOptions
}

/** The format of a memory by the ending of its name; `undefined` for any other. */
export function memoryFormatOf(file: string): MemoryFormatName | undefined {
  const small = file.toLowerCase()
  if (/\.(?:xlf|sdlxliff|mqxliff)$/u.test(small)) return 'xliff'
  return (Object.keys(memoryReaders) as MemoryFormatName[]).find((name) => small.endsWith(`.${name}`))
}

/** The sentences of a text that somebody has edited. */
function divide(text: string, language: LanguageTag): string[] {
  return isLanguageCode(language) ? splitSentences(text, language).map(([start, end]) => text.slice(start, end)) : []
}

/** The documents of a memory; one may come in several pieces, with the same `document` value. */
export function readMemory({ format, open, file, reading }: MemoryInput): AsyncGenerator<AlignedDocument, void, undefined> {
  return memoryReaders[format](open(), file, { divide, ...reading })
}

/**
 * The files of the new formats, piece by piece.
 *
 * Without other options the memory stays one file a format: all its languages, in its order. What enters a memory is what
 * would have entered it from an alignment (see `Selection`); with `keepAll`, TMX and JSON Lines hold everything.
 */
export async function* convertMemory(
  input: MemoryInput,
  to: readonly UnitFormatName[],
  options: Partial<WriteFormatsOptions> = {},
  listeners: SelectListeners = {}
): AsyncGenerator<Chunk, void, undefined> {
  const read = (): AsyncIterable<AlignedDocument> => readMemory(input)
  const languages = options.languages ?? (await languagesOf(read()))
  const { source } = options
  if (source !== undefined && !languages.includes(source)) throw new HexaplaError('write:source-missing', { actual: source, expected: [...languages] }, input.file)
  yield* writeFormats(to, read(), { scope: 'all', ...options, languages }, listeners)
}

/** The languages of a memory, its source first, then in the order in which it has them. */
export async function languagesOf(documents: AsyncIterable<AlignedDocument>): Promise<LanguageTag[]> {
  const seen = new Set<LanguageTag>()
  let source: LanguageTag | undefined
  for await (const { document, units } of documents) {
    source ??= anyLanguageOfTag(document.memory?.attributes.srclang ?? '')
    for (const code of recordLanguages(document)) seen.add(code)
    for (const { memory, versions } of units) {
      source ??= memory?.variants?.find(({ code }) => code !== undefined)?.code
      for (const code of Object.keys(versions)) seen.add(code)
    }
  }
  return source !== undefined && seen.has(source) ? [source, ...[...seen].filter((code) => code !== source)] : [...seen]
}
