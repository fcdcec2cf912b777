/** What comes into a memory: files of units, folders of them, other memories. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { VFile } from 'vfile'
import { memoryFormatOf, readMemory, type MemoryFormatName, type MemoryInput } from '../../pipeline/convert.ts'
import { HexaplaError, reportTo } from '../../message/report.ts'
import { isPostgresUrl, openMemory, type Entry, type MemoryFilter } from '../../memory/index.ts'
import type { AlignedDocument } from '../../tree/unit.ts'
import { findFiles, isFolder } from '../input/find-files.ts'
import { streamInput } from '../input/read-input.ts'
import { systemName } from '../process/system-name.ts'

/** What an output of hexapla is called: its document, its languages, the size of its units. */
const own = /^(.+?)\.(?:(all|[a-z]{2,3}-[a-z]{2,3})\.)?(sent|para)(?:\.\d+)?\.(jsonl|tmx|xlf|v2\.xlf)$/

/** Files as they are, and those of folders; of the same units in several files, the one that has the most. */
export async function findMemories(inputs: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const input of inputs) {
    if (isPostgresUrl(input) || !(await isFolder(input))) {
      files.push(input)
      continue
    }
    const { skipped } = await findFiles([input])
    const found = skipped.filter((file) => isMemoryOfFolder(file) || file.endsWith('.db'))
    if (found.length === 0) throw new HexaplaError('cli:memory-unknown', { file: input }, input)
    const best = new Map<string, number>()
    for (const file of found) best.set(unitsIn(file), Math.max(best.get(unitsIn(file)) ?? 0, fullness(file)))
    files.push(...found.filter((file) => fullness(file) === best.get(unitsIn(file))))
  }
  return files
}

/** Tables in a folder may hold anything: to be read one must be named. The messages of a build are JSON Lines, too. */
export function isMemoryOfFolder(file: string): boolean {
  if (path.basename(file) === 'messages.jsonl') return false
  const format = memoryFormatOf(file)
  return format !== undefined && format !== 'tsv' && format !== 'xlsx'
}

/** Equal for files that hold the units of one document in one size. */
function unitsIn(file: string): string {
  const [, stem, , size] = own.exec(path.basename(file)) ?? []
  return stem === undefined ? file : path.join(path.dirname(file), `${stem}.${size ?? ''}`)
}

/** JSON Lines have all that is known, then TMX with all languages; pairs are there beside each other, in TMX or else in one XLIFF. */
function fullness(file: string): number {
  const [, , languages, , ending] = own.exec(path.basename(file)) ?? []
  if (ending === 'jsonl') return 4
  return ending === 'tmx' ? (languages === 'all' ? 3 : 2) : ending === 'xlf' ? 1 : 0
}

/** Whether a file begins as those of SQLite do. A pipe is none: what is read of it is gone. */
export function isDatabase(file: string): boolean {
  if (file === '-') return false
  try {
    if (!statSync(systemName(file)).isFile()) return false
    const descriptor = openSync(systemName(file), 'r')
    try {
      const head = Buffer.alloc(16)
      readSync(descriptor, head, 0, 16, 0)
      return head.toString('latin1') === 'SQLite format 3\0'
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // Who reads it next says why it cannot be read.
    return false
  }
}

/** Documents of an input that follow each other, and the name that tells those without a symbol from others. */
export interface MemoryPart {
  file: string
  documents: AsyncIterable<AlignedDocument> | Iterable<AlignedDocument>
}

/** How inputs are read. */
export interface PartOptions {
  /** Whether malformed units are skipped and said. */
  lenient: boolean
  /** The format of files, whatever their endings. */
  from?: MemoryFormatName
  /** Hears the sums of texts as they were written. */
  checked?: NonNullable<MemoryInput['reading']>['checked']
}

/** The documents of an input, in parts. Messages come on `file`. */
export async function* readParts(input: string, file: VFile, { lenient, from, checked }: PartOptions): AsyncGenerator<MemoryPart, void, undefined> {
  if (from === undefined && isLiving(input)) {
    const memory = await openMemory(input)
    try {
      // In the order in which they came: of the same versions the last one stands.
      for (const { entry } of (await memory.list({ all: true })).toSorted((a, b) => a.entry.id - b.entry.id)) yield { file: entry.document, documents: piecesOf(entry) }
    } finally {
      await memory.close()
    }
    return

    async function* piecesOf(entry: Entry): AsyncGenerator<AlignedDocument> {
      for await (const units of memory.unitsOf(entry)) yield { document: entry.record, units }
    }
  }
  const format = from ?? memoryFormatOf(input)
  const bytes = await streamInput(input, 'a memory or a folder')
  if (format === undefined) throw new HexaplaError('cli:memory-unknown', { file: input }, input)
  const name = path.basename(input)
  yield { file: name, documents: readMemory({ file: name, format, open: () => bytes, reading: { report: reportTo(file), lenient, ...(checked ? { checked } : {}) } }) }
}

/** Whether an input is a memory that lives in a file or in Postgres. */
export function isLiving(input: string): boolean {
  return isPostgresUrl(input) || isDatabase(input)
}

/** All that is to be seen of a memory, in pieces as they come; of one that lives in a file, what the filter lets pass. */
export async function readDocuments(input: string, file: VFile, lenient: boolean, filter: MemoryFilter = {}): Promise<AlignedDocument[]> {
  const pieces: AlignedDocument[] = []
  if (isLiving(input)) {
    const memory = await openMemory(input)
    try {
      for await (const piece of memory.documents(filter)) pieces.push(piece)
    } finally {
      await memory.close()
    }
  } else for await (const { documents } of readParts(input, file, { lenient })) for await (const piece of documents) pieces.push(piece)
  return pieces
}
