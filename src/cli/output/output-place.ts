import path from 'node:path'
import { HexaplaError } from '../../message/report.ts'
import { unitFormats, type Format, type UnitFormatName } from '../../write/index.ts'
import { isFolder } from '../input/find-files.ts'
import { checkOptions, type OutputOptions } from '../options/output-options.ts'

/** Where units go: standard output, one file, or files in a folder. */
export type OutputPlace =
  | { kind: 'stdout'; formats: readonly [UnitFormatName] }
  | { kind: 'file'; formats: readonly [UnitFormatName]; folder: string; file: string }
  | { kind: 'folder'; formats: readonly UnitFormatName[]; folder: string }

/** Formats that a folder gets where none is named: one to use, one to look at. */
const usual: readonly UnitFormatName[] = ['tmx', 'html']

const names = Object.keys(unitFormats) as UnitFormatName[]

/** An ending of letters, as formats have; `A_CN.9` has none. */
const ending = /\.[A-Za-z][A-Za-z0-9]{1,4}$/

/**
 * Where units go by `-o` and `--to`. A path with the ending of a format is one file; one with another ending is refused,
 * unless it is a folder or ends in a slash: a folder called `memory.docx` is not what was meant. Throws a `HexaplaError`,
 * too, where an option would change nothing.
 */
export async function readOutputPlace(options: OutputOptions): Promise<OutputPlace> {
  const place = await placeOf(options)
  checkOptions(options, place.formats)
  if (place.kind === 'stdout' && options.bom === false) throw new HexaplaError('cli:option-idle', { option: '--no-bom', actual: 'standard output, which gets none', expected: ['-o FILE.tsv'] })
  return place
}

/** Whether an output is one file by its name, and not a folder. */
export async function isOneFile(output: string): Promise<boolean> {
  return !/[/\\]$/.test(output) && ending.test(output) && !(await isFolder(output))
}

async function placeOf({ output, to }: OutputOptions): Promise<OutputPlace> {
  if (output === undefined || output === '-') {
    const [format = 'tsv', ...more] = to ?? []
    if (more.length > 0) throw new HexaplaError('cli:output-several', { count: more.length + 1, place: 'standard output' })
    return { kind: 'stdout', formats: [format] }
  }
  if (!(await isOneFile(output))) return { kind: 'folder', formats: to ?? usual, folder: output }
  const format = formatOf(output)
  if (format === undefined) throw new HexaplaError('cli:output-ending', { file: output, expected: names.map((name) => `.${name}`) }, output)
  if (to !== undefined && to.length > 1) throw new HexaplaError('cli:output-several', { count: to.length, place: output }, output)
  if (to?.[0] !== undefined && to[0] !== format) throw new HexaplaError('cli:output-ending', { file: output, expected: [extensionOf(to[0])] }, output)
  return { kind: 'file', formats: [format], folder: path.dirname(output), file: path.basename(output) }
}

/** By its name or by the extension of its files, the longest first: `.v2.xlf` is not `.xlf`. */
function formatOf(file: string): UnitFormatName | undefined {
  const small = file.toLowerCase()
  const fits = (name: UnitFormatName): number => Math.max(0, ...[`.${name}`, extensionOf(name)].filter((each) => small.endsWith(each)).map((each) => each.length))
  const [best] = names.toSorted((a, b) => fits(b) - fits(a))
  return best !== undefined && fits(best) > 0 ? best : undefined
}

function extensionOf(name: UnitFormatName): string {
  const { extension }: Format = unitFormats[name]
  return `.${extension === '' ? name : extension}`
}
