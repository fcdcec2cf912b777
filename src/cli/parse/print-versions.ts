import path from 'node:path'
import { VFile } from 'vfile'
import { HexaplaError, reportTo } from '../../message/report.ts'
import { findFiles } from '../input/find-files.ts'
import type { ReadingDepth } from '../../collection/read-version.ts'
import { checkReading, filesSaid, loadVersion, sayFatal, sayOn, type LoadedVersion, type LoadOptions } from '../input/load-file.ts'
import { namesApart } from '../output/names-apart.ts'
import { withAbbreviations } from '../input/read-list.ts'
import { isOneFile } from '../output/output-place.ts'
import { compileSooner } from '../process/compile-sooner.ts'
import { safeNames } from '../output/safe-name.ts'
import { saveFiles } from '../output/save-files.ts'
import { isLongFile, saveMemory } from './save-memory.ts'
import { groupMessages } from '../screen/say-groups.ts'
import { nameInputs } from '../screen/name-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { sayFiles, sayLines } from '../output/write-output.ts'

/** Options of the commands that print what they read. */
export interface PrintOptions extends LoadOptions, MessageOptions {
  /** Folder for a file each, or the file of one; standard output where missing. */
  output?: string
}

/** What is printed of versions, and what that asks of their trees. */
export interface Printing extends ReadingDepth {
  say: (version: LoadedVersion) => Iterable<string>
  /** Of the names of files in a folder: `clean.txt`. */
  ending: string
  /** Whether several on standard output need a line with the name of the file before each. */
  titled: boolean
}

/** Reads files one after the other and prints what is said of each; exit code 1 where one could not be read. */
export async function printVersions(given: readonly string[], options: PrintOptions, terminal: Terminal, { say, ending, titled, sentences }: Printing): Promise<number> {
  const whole = new VFile({ path: nameInputs(given) })
  const { output = '-' } = options
  const { files: paths, skipped, unreadable } = await findFiles(given, output === '-' ? undefined : output)
  const files = paths.map((each) => new VFile({ path: each }))
  const apart = namesApart(paths)
  const names = safeNames(paths.map((each) => path.parse(apart.get(each) ?? each).name))
  const ownName = output !== '-' && (await isOneFile(output)) ? path.basename(output) : undefined
  const written: string[] = []
  let failed = unreadable.length > 0
  try {
    if (files.length === 0) throw new HexaplaError('cli:folder-empty', { file: nameInputs(given) })
    if (ownName !== undefined) checkName(output, ending, files.length)
    for (const said of groupMessages({ documents: [], unknown: [] }, skipped)) sayOn(whole, said)
    checkReading(paths, options)
    const settled = await withAbbreviations(options, reportTo(whole))
    for (const [index, file] of files.entries()) {
      const long = await isLongFile(file.path)
      if (long) compileSooner()
      const rest = long ? saveMemory(file.path) : undefined
      const version = await loadVersion(file, rest ? { ...settled, rest } : settled, terminal, { sentences })
      // Of a folder, no more than one text is kept at a time.
      file.value = ''
      if (!version) failed = true
      else if (output === '-') {
        if (titled && files.length > 1) await terminal.stdout(`${index > 0 ? '\n' : ''}==> ${file.path} <==\n`)
        for (const text of inPieces(say(version))) await terminal.stdout(text)
      } else {
        const text = [...say(version)].join('')
        written.push(...(await saveFiles(ownName === undefined ? output : path.dirname(output), [{ file: ownName ?? `${names[index] ?? ''}.${ending}`, text, last: true }], [file.path])))
      }
    }
    if (written.length > 0 && !options.json) terminal.stderr(sayLines(sayFiles(written)))
  } catch (error) {
    sayFatal(whole, error)
    failed = true
  } finally {
    showMessages([...filesSaid(unreadable), ...files, whole], terminal, options)
  }
  return failed ? 1 : 0
}

/** Throws a `HexaplaError` where one file cannot be what was asked for. */
function checkName(output: string, ending: string, count: number): void {
  const expected = path.extname(`x.${ending}`)
  if (path.extname(output).toLowerCase() !== expected) throw new HexaplaError('cli:output-ending', { file: output, expected: [expected] }, output)
  if (count > 1) throw new HexaplaError('cli:output-several', { count, place: output }, output)
}

/** Lines as fewer, longer pieces: each write to the system has its price. */
function* inPieces(lines: Iterable<string>): Generator<string, void, undefined> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length < longPiece) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** Characters that are written at once. */
const longPiece = 1 << 16
