import path from 'node:path'
import type { VFile } from 'vfile'
import type { AlignedVersions } from '../../pipeline/align-versions.ts'
import { readFileName } from '../../collection/file-name.ts'
import { alignJob, type AlignJob, type JobOptions } from '../../collection/job.ts'
import type { InputFile } from '../../collection/read-version.ts'
import type { DocumentRecord } from '../../tree/unit.ts'
import { loadBytes, sayOn, type LoadOptions } from '../input/load-file.ts'
import type { Knowledge } from '../input/read-knowledge.ts'
import type { Progress } from '../screen/progress.ts'
import type { Terminal } from '../screen/terminal.ts'

/** Options of the alignment of one document. */
export type AlignDocumentOptions = JobOptions & LoadOptions

/** The files of one document, with the messages on them and on the document as a whole. */
export interface DocumentFiles {
  files: readonly VFile[]
  whole: VFile
}

/** Reads and aligns the versions of one document; `undefined` where that cannot be done, with messages on the files. */
export async function alignDocument(
  { files, whole }: DocumentFiles,
  options: AlignDocumentOptions,
  knowledge: Knowledge,
  terminal: Terminal,
  progress: Progress
): Promise<AlignedVersions | undefined> {
  const inputs: InputFile[] = []
  for (const file of files) {
    const bytes = await loadBytes(file, options, terminal)
    if (bytes) inputs.push({ path: file.path, bytes })
    progress.step(`read ${file.path}`)
  }
  if (inputs.length < files.length) return undefined
  const aligned = await runJob({ files, whole }, { files: inputs, options, progress: (share) => progress.within(`aligning ${whole.path}`, share, files.length) }, knowledge)
  progress.step(`aligned ${aligned?.document.symbol ?? whole.path}`, files.length)
  return aligned
}

/** Aligns a document, with what is said of it on its files; `undefined` where that cannot be done. */
export async function runJob({ files, whole }: DocumentFiles, job: Pick<AlignJob, 'files' | 'options' | 'progress'>, { lexicons, pairs }: Knowledge): Promise<AlignedVersions | undefined> {
  const { aligned, messages } = await alignJob({ ...job, lexicons, dictionary: pairs })
  for (const said of messages) sayOn(files.find(({ path: each }) => each === said.file) ?? whole, said)
  return aligned
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
