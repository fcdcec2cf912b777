/** The bytes of a file to a version: decoded, its language checked, read to a tree. */
import path from 'node:path'
import { findContradiction } from '../detect/index.ts'
import type { AddedAbbreviation } from '../language/abbreviation.ts'
import { isSymbol } from '../grammar/symbol.ts'
import { isLanguageCode, type LanguageCode } from '../language/code.ts'
import { HexaplaError, type Report } from '../message/report.ts'
import { readBlocks, readVersion, type Reading } from '../pipeline/source-to-tree.ts'
import { readDocument } from '../read/document.ts'
import type { ReadLimits } from '../read/limits.ts'
import type { Source, SourceProperties } from '../source/source.ts'
import { textSource } from '../source/text-source.ts'
import { wholeLines } from '../source/whole-lines.ts'
import type { Root } from '../tree/undast.ts'
import { readFileName, readLetter, symbolsOfFolder } from './file-name.ts'
import { readLanguageOption } from './language-option.ts'

/** What is said of files before they are read. */
export interface ReadingOptions {
  /** `FILE=xx`, as given. */
  lang?: string[]
  symbol?: string
  encoding?: string
  /** What a file may ask of the machine, beyond or below the defaults. */
  limit?: Partial<ReadLimits>
  /** Called behind each pass of `clean`. */
  observe?: NonNullable<Reading['observe']>
  /** Called between the stages of a file and in them, where garbage may be collected. */
  rest?: NonNullable<Reading['rest']>
  /** Whether each line is a block already, joined with no other. */
  segments?: boolean
  /** Abbreviations of the user. */
  added?: readonly AddedAbbreviation[]
  /** Go on where the letters of a file are not those of the language that `lang` says. */
  force?: boolean
}

/** How much of a file is asked for. */
export interface ReadingDepth {
  /** Whether its blocks are divided into sentences: what only looks at a document can do without. */
  sentences: boolean
}

/** A file with its content; `path` may be `-`, for standard input. */
export interface InputFile {
  path: string
  bytes: Uint8Array
}

/** What a file says in whatever format. Throws a `HexaplaError` for what cannot be read. */
export async function decodeFile({ path: file, bytes }: InputFile, { encoding, limit, rest }: ReadingOptions, report: Report): Promise<Source | string> {
  return readDocument(bytes, {
    name: file === '-' ? 'standard input' : file,
    report,
    ...(encoding === undefined ? {} : { encoding }),
    ...(limit === undefined ? {} : { limits: limit }),
    ...(rest === undefined ? {} : { rest })
  })
}

/** The tree of what a file says. Throws a `HexaplaError` where its language cannot be told, or is not the one that was given. */
export function readTree(read: Source | string, file: string, options: ReadingOptions, report: Report, { sentences }: ReadingDepth = { sentences: true }): Root {
  const language = languageFor(file, options.lang)
  const symbol = options.symbol ?? symbolsOfFolder(file)[0]
  if (language !== undefined) checkGiven(typeof read === 'string' ? read : read.text, language, file, options, report)
  const reading: Reading = {
    name: file,
    report,
    ...(language === undefined ? {} : { language }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(options.observe ? { observe: options.observe } : {}),
    ...(options.rest ? { rest: options.rest } : {}),
    ...(options.added === undefined ? {} : { abbreviations: options.added })
  }
  const input = options.segments ? wholeLines(typeof read === 'string' ? textSource(read) : read) : read
  const said = typeof read === 'string' ? undefined : read.properties
  const root = settledWhereUnsure(file, said, reading, (settled) => (sentences ? readVersion(input, settled) : readBlocks(input, settled).root))
  // The text knows better than the name of the file, and the name better than what was left in the file of another one.
  const named = readFileName(file).symbols[0] ?? symbolOfTitle(said?.title)
  if (named !== undefined) root.symbol ??= named
  return root
}

/** The symbol that the title in the properties of a file is, or begins with. */
function symbolOfTitle(title = ''): string | undefined {
  const first = title.split(/[\s,;:]/, 1)[0] ?? ''
  return isSymbol(first) ? first : undefined
}

/**
 * Takes the language that the name of a file says where its text does not tell: `corrigendum-F.docx` is French; or else the one that
 * its properties say.
 */
function settledWhereUnsure(file: string, said: SourceProperties | undefined, reading: Reading, read: (reading: Reading) => Root): Root {
  try {
    return read(reading)
  } catch (error) {
    const named = readFileName(file).language ?? readLetter(file)?.language
    const tag = said?.language?.split('-', 1)[0]?.toLowerCase() ?? ''
    const language = named ?? (isLanguageCode(tag) ? tag : undefined)
    if (!(error instanceof HexaplaError) || error.id !== 'detect:language-unsure' || language === undefined) throw error
    reading.report?.(named === undefined ? 'detect:language-by-properties' : 'detect:language-by-name', undefined, { language, scores: String('scores' in error.values ? error.values.scores : '') })
    return read({ ...reading, language })
  }
}

/** Says where a text is not in the language that `--lang` gives it; throws a `HexaplaError` where its letters show that. */
function checkGiven(raw: string, language: LanguageCode, file: string, { force }: ReadingOptions, report: Report): void {
  const found = findContradiction(raw, language)
  if (!found) return
  const values = { actual: found.actual, language }
  if (found.by === 'letters' && !force) throw new HexaplaError('detect:language-contradicted', values, file)
  report('detect:language-doubtful', undefined, values)
}

/** The language that `--lang FILE=xx` gives a file. Exact paths go before bare names. */
export function languageFor(file: string, given: readonly string[] = []): LanguageCode | undefined {
  const pairs = given.map(readLanguageOption)
  return (pairs.find(([name]) => samePath(name, file)) ?? pairs.find(([name]) => name === path.basename(file)))?.[1]
}

/** The first `FILE=xx` that names none of the files: it would be passed over in silence. */
export function strayLanguage(files: readonly string[], given: readonly string[] = []): string | undefined {
  return given.find((value) => {
    const [name] = readLanguageOption(value)
    return !files.some((file) => samePath(name, file) || name === path.basename(file))
  })
}

function samePath(a: string, b: string): boolean {
  return path.resolve(a) === path.resolve(b)
}
