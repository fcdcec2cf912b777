import { setImmediate } from 'node:timers/promises'
import { VFile } from 'vfile'
import { isSelfCoded } from '../../collection/document-name.ts'
import { decodeFile, readTree, strayLanguage, type ReadingDepth, type ReadingOptions } from '../../collection/read-version.ts'
import { errorOf, isFatal, type Said } from '../../collection/said.ts'
import { failOn, HexaplaError, reportTo } from '../../message/report.ts'
import type { Source } from '../../source/source.ts'
import type { Root } from '../../tree/undast.ts'
import { readExport } from './archived-file.ts'
import { gather } from './read-input.ts'
import type { Terminal } from '../screen/terminal.ts'

/** Options of the commands that read raw exports. */
export interface LoadOptions extends ReadingOptions {
  /** Lists of abbreviations, in TSV; `added` has what they say, once they were read. */
  abbreviations?: string[]
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

/** Puts a message on a file. */
export function sayOn(file: VFile, said: Said): void {
  if (isFatal(said)) failOn(file, errorOf(said))
  else (reportTo(file) as (id: Said['id'], place: Said['place'], values: object) => void)(said.id, said.place, said.values)
}

/** Files with what was said of each. */
export function filesSaid(messages: readonly Said[]): VFile[] {
  return messages.map((said) => {
    const file = new VFile({ path: said.file ?? '' })
    sayOn(file, said)
    return file
  })
}

/** The bytes of a file, or of standard input for `-`; `undefined` where it cannot be read, with a message on the file. */
export async function loadBytes(file: VFile, { limit }: LoadOptions, terminal: Terminal): Promise<Uint8Array | undefined> {
  try {
    return file.path === '-' ? await gather(terminal.stdin(), 'standard input', limit?.bytes) : await readExport(file.path, limit)
  } catch (error) {
    sayFatal(file, error)
    return undefined
  }
}

/** Reads the text of a file, or of standard input for `-`; `undefined` where it cannot, with a message on the file. */
export async function loadText(file: VFile, options: LoadOptions, terminal: Terminal): Promise<string | undefined> {
  const read = await loadDocument(file, options, terminal)
  return typeof read === 'object' ? read.text : read
}

/** Reads what a file says in whatever format, or standard input for `-`; `undefined` where it cannot, with a message on the file. */
async function loadDocument(file: VFile, options: LoadOptions, terminal: Terminal): Promise<Source | string | undefined> {
  const bytes = await loadBytes(file, options, terminal)
  if (!bytes) return undefined
  try {
    const read = await decodeFile({ path: file.path, bytes }, options, reportTo(file))
    file.value = typeof read === 'string' ? read : read.text
    return read
  } catch (error) {
    sayFatal(file, error)
    return undefined
  }
}

/** Reads a file to its tree; `undefined` where it cannot, with a message on the file. */
export async function loadVersion(file: VFile, options: LoadOptions, terminal: Terminal, depth?: ReadingDepth): Promise<LoadedVersion | undefined> {
  const read = await loadDocument(file, options, terminal)
  if (read === undefined) return undefined
  if (options.rest) {
    // The memory of a WebAssembly instance is held until the process has done other things.
    await setImmediate()
    await setImmediate()
    options.rest('stage')
  }
  try {
    return { file, raw: typeof read === 'string' ? read : read.text, root: readTree(read, file.path, options, reportTo(file), depth) }
  } catch (error) {
    sayFatal(file, error)
    return undefined
  }
}

/** Throws a `HexaplaError` where `--lang` names a file that is none of the inputs, or `--encoding` is of no use for any: it would be passed over in silence. */
export function checkReading(files: readonly string[], { lang, encoding }: LoadOptions): void {
  const stray = strayLanguage(files, lang)
  if (encoding !== undefined && files.every(isSelfCoded)) throw new HexaplaError('cli:encoding-idle', { encoding })
  if (stray !== undefined) throw new HexaplaError('cli:lang-unmatched', { actual: stray, expected: files.slice(0, 6) })
}
