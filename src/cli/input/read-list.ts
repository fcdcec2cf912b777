import { HexaplaError, type Report } from '../../message/report.ts'
import { readText } from '../../read/index.ts'
import { parseAbbreviations } from '../../segment/parse-abbreviations.ts'
import type { LoadOptions } from './load-file.ts'
import { readBytes } from './read-input.ts'

/** Reads a file that an option names, which may be `markup`; what `parse` cannot read becomes a `HexaplaError` that names the file. */
export async function readList<Value>(file: string, expected: string, parse: (text: string) => Value, report: Report, markup = false): Promise<Value> {
  const text = readText(await readBytes(file, expected), { name: file, report, markup })
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new HexaplaError('cli:input-unreadable', { file, error: error.message }, file)
  }
}

/** The options with what the lists of `--abbreviations` say; throws a `HexaplaError` that names the file. */
export async function withAbbreviations<Options extends LoadOptions>(options: Options, report: Report): Promise<Options> {
  const { abbreviations: files } = options
  if (files === undefined) return options
  const lists = await Promise.all(files.map((file) => readList(file, 'a list of abbreviations, which --abbreviations names', parseAbbreviations, report)))
  return { ...options, added: lists.flat() }
}
