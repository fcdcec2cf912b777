import path from 'node:path'
import type { LanguageCode } from '../language/code.ts'
import { HexaplaError, type Report } from '../message/report.ts'
import {
  countExclusions,
  exclusionHeader,
  exclusionRow,
  type Chunk,
  type Exclusion,
  type SelectOptions,
  type UnitFormatName,
  type WriteListeners,
  type WriteOptions
} from '../write/index.ts'
import type { OutputPlace } from './output-place.ts'
import { checkTarget, saveFiles } from './save-files.ts'
import type { Terminal } from './terminal.ts'

/** Options of all commands that write units. */
export interface OutputOptions {
  /** See `readOutputPlace`. */
  output?: string
  to?: UnitFormatName[]
  source?: LanguageCode
  numbering?: 'keep' | 'strip'
  langMap?: Partial<Record<LanguageCode, string>>
  splitMb?: number
  tuid?: boolean
  minScore?: number
  date?: string
  dedupe?: boolean
  /** File for the list of what did not enter a memory. */
  report?: string
  /** The files that are read, which must not be written over. */
  inputs?: readonly string[]
}

/** Makes the pieces of the files of a format. */
export type Writer = (format: UnitFormatName, options: Partial<SelectOptions & WriteOptions>, listeners: WriteListeners) => AsyncIterable<Chunk>

/** What was written. */
export interface Output {
  files: string[]
  exclusions: Exclusion[]
}

/** Writes units to their place; `stem` is what the names of the files in a folder begin with. */
export async function writeOutput(write: Writer, stem: string, place: OutputPlace, options: OutputOptions, report: Report, terminal: Terminal): Promise<Output> {
  const settled = writeOptions(options)
  const { report: list, inputs = [] } = options
  if (list !== undefined) await checkTarget(list, inputs)
  const keep = list === undefined ? inputs : [...inputs, list]
  const exclusions: Exclusion[] = []
  const listeners = { report, excluded: (exclusion: Exclusion) => exclusions.push(exclusion) }
  switch (place.kind) {
    case 'stdout': {
      const { format } = place
      for await (const { text } of one(write(format, { ...settled, scope: 'all' }, listeners), 'standard output')) await terminal.stdout(text)
      return { files: [], exclusions }
    }
    case 'file': {
      const { format, folder, file } = place
      return { files: await saveFiles(folder, one(write(format, { ...settled, scope: 'all' }, listeners), file, file), keep), exclusions }
    }
    case 'folder': {
      const { formats, folder } = place
      return { files: await saveFiles(folder, all(formats, (format) => write(format, { ...settled, name: stem }, listeners)), keep), exclusions }
    }
  }
}

/** What did not enter, by reason, for people. */
export function sayExclusions(exclusions: readonly Exclusion[]): string[] {
  return countExclusions(exclusions).map(([reason, count]) => `${count} left out of memories: ${reason}`)
}

/** Lines for standard error. */
export function sayLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function writeOptions({ source, numbering, langMap, splitMb, tuid, minScore, date, dedupe }: OutputOptions): Partial<SelectOptions & WriteOptions> {
  return {
    ...(source === undefined ? {} : { source }),
    ...(numbering === undefined ? {} : { numbering }),
    ...(langMap === undefined ? {} : { langMap }),
    ...(splitMb === undefined ? {} : { splitMb }),
    ...(tuid === undefined ? {} : { tuid }),
    ...(minScore === undefined ? {} : { minScore }),
    ...(date === undefined ? {} : { date }),
    ...(dedupe === undefined ? {} : { dedupe })
  }
}

/** Pieces of one file, under the name given; fails where there are two files. */
async function* one(chunks: AsyncIterable<Chunk>, place: string, file?: string): AsyncGenerator<Chunk> {
  let first: string | undefined
  for await (const chunk of chunks) {
    first ??= chunk.file
    if (chunk.file !== first) throw new HexaplaError('cli:output-several', { count: 2, place })
    yield { ...chunk, file: file ?? chunk.file }
  }
}

async function* all(formats: readonly UnitFormatName[], write: (format: UnitFormatName) => AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  for (const format of formats) yield* write(format)
}

/** Writes the list of what stayed out, where one was asked for; the files that were written. */
export async function saveReport({ report }: OutputOptions, exclusions: readonly Exclusion[]): Promise<string[]> {
  if (report === undefined) return []
  const text = exclusionHeader + exclusions.map(exclusionRow).join('')
  return saveFiles(path.dirname(report), [{ file: path.basename(report), text, last: true }])
}
