import { VFile } from 'vfile'
import { alignVersions, type AlignedVersions } from '../align-versions.ts'
import { languageCodes } from '../language/code.ts'
import { readSymbol } from '../language/symbol.ts'
import { HexaplaError, reportTo } from '../message/report.ts'
import type { Unit } from '../tree/unit.ts'
import { writeFormat } from '../write/index.ts'
import { loadVersion, sayFatal, type LoadedVersion, type LoadOptions } from './load-file.ts'
import { readKnowledge, type KnowledgeOptions } from './read-knowledge.ts'
import { startProgress } from './progress.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'
import { sayExclusions, singleFormat, writeOutput, type Output, type OutputOptions } from './write-output.ts'

/** Options of `hexapla align`. */
export interface AlignCommandOptions extends KnowledgeOptions, LoadOptions, MessageOptions, OutputOptions {
  unit?: Unit['granularity']
  force?: boolean
}

/** `hexapla align FILE FILE…`: aligned units of two to six versions of one document. Exit code. */
export async function runAlign(paths: readonly string[], options: AlignCommandOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((each) => new VFile({ path: each }))
  const whole = new VFile({ path: paths.join(' ') })
  const report = reportTo(whole)
  const progress = startProgress(paths.length + 2, terminal)
  try {
    const versions: LoadedVersion[] = []
    for (const file of files) {
      const version = await loadVersion(file, options, terminal)
      if (version) versions.push(version)
      progress.step(`read ${file.path}`)
    }
    if (versions.length < files.length) return 1
    checkVersions(versions, options)
    const { lexicons, pairs } = await readKnowledge(options)
    const aligned = alignVersions(
      versions.map(({ root, file }) => ({ root, file: file.path === '-' ? 'stdin' : (file.basename ?? file.path) })),
      { report, lexicons, dictionary: pairs, ...unitsOf(options), ...(options.force ? { force: true } : {}) }
    )
    progress.step('aligned')
    if (whole.messages.some(({ fatal }) => fatal)) return 1
    const stem = aligned.document.symbol?.replaceAll('/', '_') ?? 'hexapla'
    const output = await writeOutput((format, settled, listeners) => writeFormat(format, [aligned], settled, listeners), stem, options, report, terminal)
    progress.stop()
    if (output.files.length > 0) terminal.stderr(summary(aligned, output))
    return 0
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    progress.stop()
    showMessages([...files, whole], terminal, options)
  }
}

function checkVersions(versions: readonly LoadedVersion[], { force }: AlignCommandOptions): void {
  if (versions.length < 2) throw new HexaplaError('cli:too-few-versions', { count: versions.length })
  const seen = new Map<string, string>()
  for (const { root, file } of versions) {
    const first = seen.get(root.lang)
    if (first !== undefined) throw new HexaplaError('cli:language-twice', { language: root.lang, file: file.path, first })
    seen.set(root.lang, file.path)
  }
  const symbols = new Map(versions.flatMap(({ root, file }) => (root.symbol === undefined ? [] : [[readSymbol(root.symbol).base, file.path] as const])))
  const [first, second] = [...symbols]
  if (first && second && !force) throw new HexaplaError('cli:symbols-differ', { first: first.join(' in '), second: second.join(' in ') })
}

/** A folder gets sentences and paragraphs, each in files of its own; one file gets sentences, unless told. */
function unitsOf(options: AlignCommandOptions): { units?: Array<Unit['granularity']> } {
  const oneFile = options.output === undefined || options.output === '-' || singleFormat(options) !== undefined
  if (options.unit) return { units: [options.unit] }
  return oneFile ? { units: ['sentence'] } : {}
}

/** What was done, for people. */
function summary({ document, units, evidence }: AlignedVersions, { files, exclusions }: Output): string {
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
  lines.push(...sayExclusions(exclusions), ...files.map((file) => `wrote ${file}`))
  return `${lines.join('\n')}\n`
}
