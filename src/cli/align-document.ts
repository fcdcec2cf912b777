import path from 'node:path'
import type { VFile } from 'vfile'
import { alignVersions, type AlignedVersions } from '../align-versions.ts'
import type { LanguageCode } from '../language/code.ts'
import { readSymbol } from '../grammar/symbol.ts'
import { HexaplaError, reportTo, type Report } from '../message/report.ts'
import { symbolsOf } from '../tree/record.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import { readFileName } from './file-name.ts'
import { loadVersion, type LoadedVersion, type LoadOptions } from './load-file.ts'
import type { Knowledge } from './read-knowledge.ts'
import type { Terminal } from './terminal.ts'

/** Options of the alignment of one document. */
export interface AlignDocumentOptions extends LoadOptions {
  unit?: Unit['granularity'] | 'both'
  force?: boolean
  source?: LanguageCode
}

/** The files of one document, with the messages on them and on the document as a whole. */
export interface DocumentFiles {
  files: readonly VFile[]
  whole: VFile
}

/**
 * Reads and aligns the versions of one document; `undefined` where that cannot be done, with messages on the files.
 * Throws a `HexaplaError` where the versions do not go together.
 */
export async function alignDocument(
  { files, whole }: DocumentFiles,
  options: AlignDocumentOptions,
  { lexicons, pairs }: Knowledge,
  terminal: Terminal,
  step: (what: string) => void
): Promise<AlignedVersions | undefined> {
  const versions: LoadedVersion[] = []
  for (const file of files) {
    const version = await loadVersion(file, options, terminal)
    if (version) versions.push(version)
    step(`read ${file.path}`)
  }
  if (versions.length < files.length) return undefined
  checkVersions(versions, options)
  const aligned = alignVersions(
    versions.map(({ root, file }) => ({ root, file: file.path === '-' ? 'stdin' : (file.basename ?? file.path) })),
    { report: reportByLanguage(versions, whole), lexicons, dictionary: pairs, units: unitsOf(options), ...(options.force ? { force: true } : {}) }
  )
  step(`aligned ${aligned.document.symbol ?? whole.path}`)
  return aligned
}

/** What is said of a block goes to the file that it stands in, anything else to the document as a whole. */
function reportByLanguage(versions: readonly LoadedVersion[], whole: VFile): Report {
  const files = new Map<string, VFile>(versions.map(({ root, file }) => [root.lang, file]))
  return (id, place, values) => {
    const { language = '' } = values as { language?: string }
    reportTo(files.get(language) ?? whole)(id, place, values)
  }
}

function checkVersions(versions: readonly LoadedVersion[], { force, source }: AlignDocumentOptions): void {
  if (versions.length < 2) throw new HexaplaError('cli:too-few-versions', { count: versions.length })
  const seen = new Map<string, string>()
  for (const { root, file } of versions) {
    const first = seen.get(root.lang)
    if (first !== undefined) throw new HexaplaError('cli:language-twice', { language: root.lang, file: file.path, first })
    seen.set(root.lang, file.path)
  }
  if (source !== undefined && !seen.has(source)) throw new HexaplaError('write:source-missing', { actual: source, expected: [...seen.keys()] })
  const [first, ...rest] = versions.flatMap(({ root, file }) => {
    const symbols = symbolsOf(root)
    return symbols.length === 0 ? [] : [{ name: `${symbols.join('–')} in ${file.path}`, bases: symbols.map((symbol) => readSymbol(symbol).base) }]
  })
  // A version of a joint document may have only one of its symbols.
  const other = rest.find(({ bases }) => !bases.some((base) => first?.bases.includes(base)))
  if (first && other && !force) throw new HexaplaError('cli:symbols-differ', { first: first.name, second: other.name })
}

/** Sentences, unless told. */
function unitsOf({ unit = 'sentence' }: AlignDocumentOptions): Array<Unit['granularity']> {
  return unit === 'both' ? ['sentence', 'paragraph'] : [unit]
}

/** Gives a document its symbol where its text has none, or else a name: a name is no symbol. */
export function nameDocument(document: DocumentRecord, { symbol, name }: Pick<DocumentRecord, 'name' | 'symbol'>): void {
  if (document.symbol !== undefined) return
  if (symbol !== undefined) document.symbol = symbol
  else if (name !== undefined) document.name = name
}

/** What single files without a symbol are called: the name that they share, or that of the first. */
export function sharedName(paths: readonly string[]): string {
  const [first = 'hexapla', ...others] = paths.map((file) => path.basename(path.resolve(readFileName(file).name ?? file)))
  return others.every((each) => each === first) ? first : path.parse(first).name
}
