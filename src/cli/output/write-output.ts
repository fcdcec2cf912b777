import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { HexaplaError, type Report } from '../../message/report.ts'
import {
  countExclusions,
  exclusionHeader,
  exclusionRow,
  type Chunk,
  type Exclusion,
  type SelectListeners,
  type UnitFormatName,
  type WriteFormatsOptions
} from '../../write/index.ts'
import { systemName } from '../process/system-name.ts'
import { few } from '../screen/say-groups.ts'
import { settleOptions, type OutputOptions } from '../options/output-options.ts'
import type { OutputPlace } from './output-place.ts'
import { checkTarget, saveFiles } from './save-files.ts'
import type { Terminal } from '../screen/terminal.ts'

/** Makes the pieces of the files of some formats. */
export type Writer = (formats: readonly UnitFormatName[], options: Partial<WriteFormatsOptions>, listeners: SelectListeners) => AsyncIterable<Chunk>

/** What was written. */
export interface Output {
  files: string[]
  exclusions: Exclusion[]
  /** That the list of what stayed out was written, for people; nothing where it was not. */
  listed: string[]
}

/** Who hears of the writing, and whether it is the whole of a run, with its list of what stayed out. */
export interface OutputContext {
  report: Report
  terminal: Terminal
  /** The list comes later, with that of other documents. */
  listsLater?: boolean
}

/** Writes units to their place; `stem` is what the names of the files in a folder begin with. */
export async function writeOutput(
  write: Writer,
  stem: string,
  place: OutputPlace,
  options: OutputOptions,
  { report, terminal, listsLater = false }: OutputContext
): Promise<Output> {
  const settled = settleOptions(options)
  const { report: list, inputs = [] } = options
  if (list !== undefined) await checkTarget(list, inputs)
  const keep = list === undefined ? inputs : [...inputs, list]
  const exclusions: Exclusion[] = []
  const listeners = { report, excluded: (exclusion: Exclusion) => exclusions.push(exclusion) }
  const listing = list === undefined || listsLater ? undefined : { file: list, text: () => listOf(exclusions) }
  const listed = listing ? [`wrote ${listing.file}`] : []
  switch (place.kind) {
    case 'stdout': {
      const chunks = write(place.formats, { ...settled, bom: false, scope: 'all' }, listeners)
      for await (const { text, bytes } of one(chunks, 'standard output')) await terminal.stdout(bytes ?? text)
      return { files: [], exclusions, listed: listsLater ? [] : await saveReport(options, exclusions) }
    }
    case 'file': {
      const { formats, folder, file } = place
      const files = await saveFiles(folder, one(write(formats, { ...settled, scope: 'all' }, listeners), file, file), keep, listing)
      sayNothing(files, formats, exclusions, report)
      return { files, exclusions, listed }
    }
    case 'folder': {
      const { formats, folder } = place
      const files = await saveFiles(folder, write(formats, { ...settled, name: stem }, listeners), keep, listing)
      sayNothing(files, formats, exclusions, report)
      const older = files.length === 0 ? [] : await olderParts(folder, files)
      if (older.length > 0) report('cli:parts-older', undefined, { count: older.length, files: few(older) })
      return { files, exclusions, listed }
    }
  }
}

/** Says that no file was written, where none was: all units stayed out, or none has two languages for a format of pairs. */
function sayNothing(files: readonly string[], formats: readonly UnitFormatName[], exclusions: readonly Exclusion[], report: Report): void {
  if (files.length === 0) report('cli:nothing-written', undefined, { formats: formats.join(', '), left: exclusions.length })
}

/** Parts of files that were written, as `--split-mb` makes them, which an earlier run has left: this one has made fewer. */
async function olderParts(folder: string, written: readonly string[]): Promise<string[]> {
  const names = new Set(written.map((file) => path.basename(file)))
  return (await readdir(systemName(folder))).map(String).sort().filter((name) => {
    const [, stem, ending] = /^(.+\.(?:sent|para))\.\d+\.(.+)$/.exec(name) ?? []
    return stem !== undefined && !names.has(name) && names.has(`${stem}.${ending ?? ''}`)
  }).map((name) => path.join(folder, name))
}

/** What stayed out, counted by reason, for people: one line, or none. */
export function sayExclusions(exclusions: readonly Exclusion[], { report }: OutputOptions): string[] {
  if (exclusions.length === 0) return []
  const reasons = countExclusions(exclusions).map(([reason, count]) => `${count} ${reason}`)
  const parts = exclusions.filter(({ whole }) => !whole).length
  const units = count(exclusions.length - parts, 'unit')
  const what = parts === 0 ? units : exclusions.length === parts ? `parts of ${count(parts, 'unit')}` : `${units} and parts of ${parts}`
  return [`left out: ${what} (${reasons.join(', ')})${report === undefined ? '; --report FILE lists them' : ''}`]
}

/** `1 unit`, `2 units`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** What was written, for people: the number of files, and the one to open. */
export function sayFiles(files: readonly string[]): string[] {
  const [only] = files
  if (only === undefined) return []
  const folder = path.dirname(only)
  const page = files.find((file) => file.endsWith('.html'))
  const wrote = files.length === 1 ? only : `${files.length} files in ${folder}`
  return [`wrote ${wrote}`, ...(page === undefined ? [] : [`open ${page} to see the versions side by side`])]
}

/** Lines for standard error. */
export function sayLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
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

/** Writes the list of what stayed out, where one was asked for; the lines that say so. */
export async function saveReport({ report }: OutputOptions, exclusions: readonly Exclusion[]): Promise<string[]> {
  if (report === undefined) return []
  const files = await saveFiles(path.dirname(report), [{ file: path.basename(report), text: listOf(exclusions), last: true }])
  return files.map((file) => `wrote ${file}`)
}

function listOf(exclusions: readonly Exclusion[]): string {
  return exclusionHeader + exclusions.map(exclusionRow).join('')
}
