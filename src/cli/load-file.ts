import path from 'node:path'
import type { VFile } from 'vfile'
import { findContradiction } from '../detect/index.ts'
import type { AddedAbbreviation } from '../language/abbreviation.ts'
import type { LanguageCode } from '../language/code.ts'
import { failOn, HexaplaError, reportTo } from '../message/report.ts'
import { readBlocks, readVersion, type Reading } from '../pipeline.ts'
import { readDocument } from '../read/document.ts'
import type { ReadLimits } from '../read/limits.ts'
import type { Source } from '../source/source.ts'
import { textSource } from '../source/text-source.ts'
import { wholeLines } from '../source/whole-lines.ts'
import type { Root } from '../tree/undast.ts'
import { gather, readBytes } from './read-input.ts'
import { readFileName, symbolsOfFolder } from './file-name.ts'
import { readLanguageOption } from './language-option.ts'
import type { Terminal } from './terminal.ts'

/** Options of the commands that read raw exports. */
export interface LoadOptions {
  /** `FILE=xx`, as given. */
  lang?: string[]
  symbol?: string
  encoding?: string
  /** What a file may ask of the machine, beyond or below the defaults. */
  limit?: Partial<ReadLimits>
  /** Called behind each pass of `clean`. */
  observe?: NonNullable<Reading['observe']>
  /** Whether each line is a block already, joined with no other. */
  segments?: boolean
  /** Lists of abbreviations, in TSV. */
  abbreviations?: string[]
  /** What those lists say, once they were read. */
  added?: readonly AddedAbbreviation[]
  /** Go on where the letters of a file are not those of the language that `lang` says. */
  force?: boolean
}

/** How much of a file is asked for. */
export interface LoadDepth {
  /** Whether its blocks are divided into sentences: what only looks at a document can do without. */
  sentences: boolean
}

/** A file with its text and what was found out about it. */
export interface LoadedVersion {
  file: VFile
  raw: string
  root: Root
}

/** Says a fatal error on a file. An error of another kind is a fault of the program and is thrown on. */
export function sayFatal(file: VFile, error: unknown): void {
  if (!(error instanceof HexaplaError)) throw error
  failOn(file, error)
}

/** Reads the text of a file, or of standard input for `-`; `undefined` where it cannot, with a message on the file. */
export async function loadText(file: VFile, options: LoadOptions, terminal: Terminal): Promise<string | undefined> {
  const read = await loadDocument(file, options, terminal)
  return typeof read === 'object' ? read.text : read
}

/** Reads what a file says in whatever format, or standard input for `-`; `undefined` where it cannot, with a message on the file. */
async function loadDocument(file: VFile, options: LoadOptions, terminal: Terminal): Promise<Source | string | undefined> {
  try {
    const bytes = file.path === '-' ? await gather(terminal.stdin(), 'standard input', options.limit?.bytes) : await readBytes(file.path, 'a raw export', options.limit?.bytes)
    const read = await readDocument(bytes, {
      name: file.path === '-' ? 'standard input' : file.path,
      report: reportTo(file),
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.limit === undefined ? {} : { limits: options.limit })
    })
    file.value = typeof read === 'string' ? read : read.text
    return read
  } catch (error) {
    sayFatal(file, error)
    return undefined
  }
}

/** Reads a file to its tree; `undefined` where it cannot, with a message on the file. */
export async function loadVersion(file: VFile, options: LoadOptions, terminal: Terminal, { sentences }: LoadDepth = { sentences: true }): Promise<LoadedVersion | undefined> {
  const read = await loadDocument(file, options, terminal)
  if (read === undefined) return undefined
  const raw = typeof read === 'string' ? read : read.text
  const language = languageFor(file.path, options.lang)
  const symbol = options.symbol ?? symbolsOfFolder(file.path)[0]
  try {
    if (language !== undefined) checkGiven(raw, language, file, options)
    const reading: Reading = {
      name: file.path,
      report: reportTo(file),
      ...(language === undefined ? {} : { language }),
      ...(symbol === undefined ? {} : { symbol }),
      ...(options.observe ? { observe: options.observe } : {}),
      ...(options.added === undefined ? {} : { abbreviations: options.added })
    }
    const input = options.segments ? wholeLines(typeof read === 'string' ? textSource(read) : read) : read
    const root = sentences ? readVersion(input, reading) : readBlocks(input, reading).root
    // The text knows better than the name of the file.
    const named = readFileName(file.path).symbols[0]
    if (named !== undefined) root.symbol ??= named
    return { file, raw, root }
  } catch (error) {
    sayFatal(file, error)
    return undefined
  }
}

/** Says where a text is not in the language that `--lang` gives it; throws a `HexaplaError` where its letters show that. */
function checkGiven(raw: string, language: LanguageCode, file: VFile, { force }: LoadOptions): void {
  const found = findContradiction(raw, language)
  if (!found) return
  const values = { actual: found.actual, language }
  if (found.by === 'letters' && !force) throw new HexaplaError('detect:language-contradicted', values, file.path)
  reportTo(file)('detect:language-doubtful', undefined, values)
}

/** The language that `--lang FILE=xx` gives a file. Exact paths go before bare names. */
function languageFor(file: string, given: readonly string[] = []): LanguageCode | undefined {
  const pairs = given.map(readLanguageOption)
  return (pairs.find(([name]) => samePath(name, file)) ?? pairs.find(([name]) => name === path.basename(file)))?.[1]
}

function samePath(a: string, b: string): boolean {
  return path.resolve(a) === path.resolve(b)
}

/** Throws a `HexaplaError` where `--lang` names a file that is none of the inputs: it would be passed over in silence. */
export function checkLanguages(files: readonly string[], { lang = [] }: LoadOptions): void {
  const stray = lang.find((value) => {
    const [name] = readLanguageOption(value)
    return !files.some((file) => samePath(name, file) || name === path.basename(file))
  })
  if (stray !== undefined) throw new HexaplaError('cli:lang-unmatched', { actual: stray, expected: files.slice(0, 6) })
}
