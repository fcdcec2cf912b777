import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { LanguageCode } from '../language/code.ts'
import { HexaplaError, type Report } from '../message/report.ts'
import {
  countExclusions,
  exclusionHeader,
  exclusionRow,
  unitFormats,
  type Chunk,
  type Exclusion,
  type SelectOptions,
  type UnitFormatName,
  type WriteListeners,
  type WriteOptions
} from '../write/index.ts'
import { saveFiles } from './save-files.ts'
import type { Terminal } from './terminal.ts'

/** Options of all commands that write units. */
export interface OutputOptions {
  /** Folder, or the path of one file whose ending names the format. */
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
}

/** Makes the pieces of the files of a format. */
export type Writer = (format: UnitFormatName, options: Partial<SelectOptions & WriteOptions>, listeners: WriteListeners) => AsyncIterable<Chunk>

/** What was written. */
export interface Output {
  files: string[]
  exclusions: Exclusion[]
}

/** Formats that a folder gets where none is named. */
const usual: readonly UnitFormatName[] = ['tmx', 'tsv', 'jsonl']

/** Writes units to files, or to standard output where no place is named. */
export async function writeOutput(write: Writer, stem: string, options: OutputOptions, report: Report, terminal: Terminal): Promise<Output> {
  const settled = writeOptions(options)
  const exclusions: Exclusion[] = []
  const listeners = { report, excluded: (exclusion: Exclusion) => exclusions.push(exclusion) }
  const files: string[] = []
  const { output } = options
  const single = singleFormat(options)
  if (output === undefined || output === '-') {
    const [format = 'tsv', ...more] = options.to ?? []
    if (more.length > 0) throw new HexaplaError('cli:output-several', { count: more.length + 1 })
    for await (const { text } of one(write(format, { ...settled, scope: 'all' }, listeners))) await terminal.stdout(text)
  } else if (single) {
    const chunks = one(write(single, { ...settled, scope: 'all' }, listeners), path.basename(output))
    files.push(...(await saveFiles(path.dirname(output), chunks)))
  } else {
    files.push(...(await saveFiles(output, all(options.to ?? usual, (format) => write(format, { ...settled, name: stem }, listeners)))))
  }
  if (options.report !== undefined) files.push(await saveReport(options.report, exclusions))
  return { files, exclusions }
}

/** The format that the ending of the output names, where it names one and no other was asked for. */
export function singleFormat({ output, to }: OutputOptions): UnitFormatName | undefined {
  const ending = path.extname(output ?? '').slice(1)
  return ending in unitFormats && (to === undefined || (to.length === 1 && to[0] === ending)) ? (ending as UnitFormatName) : undefined
}

/** What did not enter, by reason, for people. */
export function sayExclusions(exclusions: readonly Exclusion[]): string[] {
  return countExclusions(exclusions).map(([reason, count]) => `${count} left out of memories: ${reason}`)
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
async function* one(chunks: AsyncIterable<Chunk>, file?: string): AsyncGenerator<Chunk> {
  let first: string | undefined
  for await (const chunk of chunks) {
    first ??= chunk.file
    if (chunk.file !== first) throw new HexaplaError('cli:output-several', { count: 2 })
    yield { ...chunk, file: file ?? chunk.file }
  }
}

async function* all(formats: readonly UnitFormatName[], write: (format: UnitFormatName) => AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  for (const format of formats) yield* write(format)
}

async function saveReport(file: string, exclusions: readonly Exclusion[]): Promise<string> {
  try {
    await writeFile(`${file}.part`, exclusionHeader + exclusions.map(exclusionRow).join(''))
    await rename(`${file}.part`, file)
    return file
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw new HexaplaError('cli:output-unwritable', { file, error: error instanceof Error && 'code' in error ? String(error.code) : String(error) })
  }
}
