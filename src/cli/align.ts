import path from 'node:path'
import { VFile } from 'vfile'
import { alignVersions, type AlignedVersions } from '../align-versions.ts'
import { languageCodes } from '../language/code.ts'
import { HexaplaError, reportTo } from '../message/report.ts'
import type { Unit } from '../tree/unit.ts'
import { unitFormats, writeUnits, type Chunk, type UnitFormatName, type WriteOptions } from '../write/index.ts'
import { loadVersion, sayFatal, type LoadedVersion, type LoadOptions } from './load-file.ts'
import { saveFiles } from './save-files.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'
import { startProgress } from './progress.ts'

/** Options of `hexapla align`. */
export interface AlignCommandOptions extends LoadOptions, MessageOptions {
  /** Folder, or the path of one file whose ending names the format. */
  output?: string
  to?: UnitFormatName[]
  unit?: Unit['granularity']
  force?: boolean
}

/** Formats that a folder gets where none is named. */
const usual: readonly UnitFormatName[] = ['tmx', 'tsv', 'jsonl']

/** `hexapla align FILE FILE…`: aligned units of two to six versions of one document. Exit code. */
export async function runAlign(paths: readonly string[], options: AlignCommandOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((each) => new VFile({ path: each }))
  const whole = new VFile({ path: paths.join(' ') })
  const progress = startProgress(paths.length + 2, terminal)
  try {
    const versions: LoadedVersion[] = []
    for (const file of files) {
      const version = await loadVersion(file, options, terminal)
      if (version) versions.push(version)
      progress.step(`read ${file.path}`)
    }
    if (versions.length < files.length) return 1
    checkVersions(versions)
    const aligned = alignVersions(
      versions.map(({ root, file }) => ({ root, file: file.path === '-' ? 'stdin' : (file.basename ?? file.path) })),
      { report: reportTo(whole), ...(options.unit ? { units: [options.unit] } : {}), ...(options.force ? { force: true } : {}) }
    )
    progress.step('aligned')
    const written = await writeOutput(aligned, options, terminal)
    progress.step('written')
    progress.stop()
    if (written.length > 0) terminal.stderr(summary(aligned, written))
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    progress.stop()
    showMessages([...files, whole], terminal, options)
  }
}

function checkVersions(versions: readonly LoadedVersion[]): void {
  if (versions.length < 2) throw new HexaplaError('cli:too-few-versions', { count: versions.length })
  const seen = new Map<string, string>()
  for (const { root, file } of versions) {
    const first = seen.get(root.lang)
    if (first !== undefined) throw new HexaplaError('cli:language-twice', { language: root.lang, file: file.path, first })
    seen.set(root.lang, file.path)
  }
}

/** Writes the units to files, or to standard output where no place is named; gives the paths of the files. */
async function writeOutput(aligned: AlignedVersions, options: AlignCommandOptions, terminal: Terminal): Promise<string[]> {
  const { output } = options
  if (output === undefined || output === '-') {
    const [format = 'tsv', ...more] = options.to ?? []
    if (more.length > 0) throw new HexaplaError('cli:output-several', { count: more.length + 1 })
    const [granularity = 'sentence'] = options.unit ? [options.unit] : []
    const one = { ...aligned, units: aligned.units.filter((unit) => unit.granularity === granularity) }
    const names = new Set<string>()
    for await (const { file, text } of writeUnits(unitFormats[format], [one], { name: 'hexapla', scope: 'all' })) {
      if (names.add(file).size > 1) throw new HexaplaError('cli:output-several', { count: names.size })
      await terminal.stdout(text)
    }
    return []
  }
  const ending = path.extname(output).slice(1)
  const single = options.to === undefined && ending in unitFormats ? (ending as UnitFormatName) : undefined
  if (single) return saveFiles(path.dirname(output), renamed(writeUnits(unitFormats[single], [onlySentences(aligned, options)], { scope: 'all' }), path.basename(output)))
  const stem = aligned.document.symbol?.replaceAll('/', '_') ?? 'hexapla'
  return saveFiles(output, writeAll(aligned, options.to ?? usual, { name: stem }))
}

/** One file holds one kind of unit: sentences, unless told. */
function onlySentences(aligned: AlignedVersions, { unit = 'sentence' }: AlignCommandOptions): AlignedVersions {
  return { ...aligned, units: aligned.units.filter(({ granularity }) => granularity === unit) }
}

async function* renamed(chunks: AsyncIterable<Chunk>, file: string): AsyncGenerator<Chunk> {
  let first: string | undefined
  for await (const chunk of chunks) {
    first ??= chunk.file
    if (chunk.file !== first) throw new HexaplaError('cli:output-several', { count: 2 })
    yield { ...chunk, file }
  }
}

async function* writeAll(aligned: AlignedVersions, formats: readonly UnitFormatName[], options: Partial<WriteOptions>): AsyncGenerator<Chunk> {
  for (const format of formats) yield* writeUnits(unitFormats[format], [aligned], options)
}

/** What was done, for people. */
function summary({ document, units, evidence }: AlignedVersions, written: readonly string[]): string {
  const languages = languageCodes.filter((code) => document.versions[code])
  const lines = [`${document.symbol ?? 'document without symbol'}: ${languages.join(' ')}`]
  for (const granularity of ['paragraph', 'sentence'] as const) {
    const some = units.filter((unit) => unit.granularity === granularity)
    if (some.length === 0) continue
    const full = some.filter(({ versions }) => languages.every((code) => versions[code])).length
    const sure = some.filter(({ score }) => score >= 0.9).length
    lines.push(`${some.length} ${granularity} units, ${full} in all ${languages.length} languages, ${sure} with a score of 0.9 or more`)
  }
  const weakest = evidence.toSorted((a, b) => a.paired - b.paired)[0]
  if (weakest) lines.push(`weakest pair ${weakest.source}-${weakest.target}: ${Math.round(100 * weakest.paired)} % of the text paired`)
  lines.push(...written.map((file) => `wrote ${file}`))
  return `${lines.join('\n')}\n`
}
