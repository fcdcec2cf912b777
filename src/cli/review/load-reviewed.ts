/** What `hexapla review` opens: a memory, the folder that an alignment was written to, or raw exports. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { memoryFormatOf } from '../../pipeline/convert.ts'
import { HexaplaError } from '../../message/report.ts'
import type { AlignedDocument } from '../../tree/unit.ts'
import { isPostgresUrl } from '../../memory/address.ts'
import { alignDocument, nameDocument, sharedName } from '../align/align-document.ts'
import { findFiles, isFolder } from '../input/find-files.ts'
import type { LoadOptions } from '../input/load-file.ts'
import { isDatabase, readDocuments } from '../memory/memory-inputs.ts'
import { isPdf } from './printed-pages.ts'
import { unwatched } from '../screen/progress.ts'
import { safeName } from '../output/safe-name.ts'
import { few } from '../screen/say-groups.ts'
import { systemName } from '../process/system-name.ts'
import type { Terminal } from '../screen/terminal.ts'

/** What is to be reviewed. */
export interface Reviewed {
  documents: AlignedDocument[]
  /** The files that were read. */
  files: string[]
  /** Folder and beginning of the name of what is written beside them. */
  base: string
  stem: string
  /** PDFs that versions may have been read from. */
  printed: string[]
}

/** What a build writes beside its memories. */
const notUnits: ReadonlySet<string> = new Set(['left-out.tsv', 'messages.jsonl', 'report.tsv'])

/** Memories of a folder, the one that knows most first: with all languages, of sentences. */
const preferences = [/\.sent\.jsonl$/u, /\.jsonl$/u, /\.all\.sent\.tmx$/u, /\.sent\.tmx$/u, /\.(?:tmx|xlsx|tsv|xlf)$/u]

/**
 * Reads what is to be reviewed; throws a `HexaplaError` where there is nothing. `symbol` chooses a document of a memory that
 * lives in one file, and names one that is read from its files.
 */
export async function loadReviewed(
  inputs: readonly string[],
  options: LoadOptions & { sources?: string[] },
  messages: VFile[],
  whole: VFile,
  terminal: Terminal
): Promise<Reviewed> {
  const [first = ''] = inputs
  if (inputs.length === 1 && !isPostgresUrl(first) && !existsSync(systemName(first))) throw new HexaplaError('read:missing', { file: first, expected: 'a memory, a folder or the versions of a document' }, first)
  const memories = (await isFolder(first)) && inputs.length === 1 ? [await memoryOfFolder(first)] : inputs
  const [opened = ''] = memories
  const { symbol } = options
  const isLiving = memories.length === 1 && isDatabase(opened)
  if (isLiving || memories.every((file) => memoryFormatOf(file) !== undefined)) {
    if (symbol !== undefined && !isLiving) throw new HexaplaError('review:symbol-idle', { file: inputs.join(', ') }, first)
    const documents: AlignedDocument[] = []
    for (const file of memories) for (const piece of await readDocuments(file, whole, false, symbol === undefined ? {} : { symbol })) documents.push(piece)
    const base = path.dirname(opened)
    return { documents, files: [...memories], base, stem: path.basename(opened, path.extname(opened)), printed: await pdfsNear(base, options.sources) }
  }
  const files = inputs.map((file) => new VFile({ path: file }))
  messages.push(...files)
  const aligned = inputs.length < 2 ? undefined : await alignDocument({ files, whole }, options, { lexicons: [], pairs: () => [] }, terminal, unwatched)
  if (!aligned) throw new HexaplaError('review:nothing', { file: inputs.join(', ') }, first)
  nameDocument(aligned.document, { name: sharedName(inputs) })
  const printed = [...inputs.filter(isPdf), ...(options.sources === undefined ? [] : await pdfsNear('', options.sources))]
  return { documents: [aligned], printed, files: [...inputs], base: path.dirname(first), stem: safeName(aligned.document.symbol ?? aligned.document.name ?? 'hexapla') }
}

/** The PDFs of folders that are named; without any, those beside a memory and in the folder above it. */
async function pdfsNear(folder: string, named: readonly string[] | undefined): Promise<string[]> {
  if (named === undefined) {
    const near = await Promise.all([folder, path.join(folder, '..')].map(async (each) => (await readdir(systemName(each)).catch(() => [])).map((name) => path.join(each, String(name)))))
    return near.flat().filter(isPdf).sort()
  }
  const files = (await findFiles(named)).files.filter(isPdf)
  if (files.length === 0) throw new HexaplaError('review:sources-none', { folder: named.join(', ') }, named[0])
  return files
}

/** The memory in a folder that an alignment has written, or in the only folder that the alignment of a folder has made there. */
async function memoryOfFolder(folder: string): Promise<string> {
  const [own] = await memoriesIn(folder)
  if (own !== undefined) return own
  const entries = await readdir(systemName(folder), { withFileTypes: true })
  const below = await Promise.all(entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name)).sort().map(memoriesIn))
  const [only, ...others] = below.flatMap(([first]) => first ?? [])
  if (only === undefined) throw new HexaplaError('review:nothing', { file: folder }, folder)
  if (others.length > 0) throw new HexaplaError('review:folders', { file: folder, count: others.length + 1, folders: few([only, ...others].map((each) => path.dirname(each))) }, folder)
  return only
}

/** The memories that stand in a folder, the one that knows most first. */
async function memoriesIn(folder: string): Promise<string[]> {
  const names = (await readdir(systemName(folder))).map(String).filter((name) => !name.includes('.review.') && !name.includes('.reviewed.') && !notUnits.has(name)).sort()
  return preferences.flatMap((preference) => names.filter((name) => preference.test(name))).map((name) => path.join(folder, name))
}
