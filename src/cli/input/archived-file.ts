/** Documents in a ZIP archive, as if the archive were a folder: `A_74_123.zip/A_74_123_F.pdf`. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { isDocumentName } from '../../collection/document-name.ts'
import { byCodeUnits } from '../../language/code-unit-order.ts'
import { HexaplaError } from '../../message/report.ts'
import { readLimits, type ReadLimits } from '../../read/limits.ts'
import { readBytes } from './read-input.ts'
import { systemName } from '../process/system-name.ts'

/** Whether a file is called as an archive of documents, and not as a document that is packed. */
export function isArchiveName(file: string): boolean {
  return /\.zip$/i.test(file) && !isDocumentName(file)
}

/** Paths of the documents in an archive, and of its other files; none where it holds a single document or cannot be read. */
export async function archivedDocuments(archive: string): Promise<{ files: string[]; skipped: string[] }> {
  if (!isArchiveName(archive) || !isFile(archive)) return { files: [], skipped: [] }
  // What reads archives is loaded where there is one.
  const { archiveFiles } = await import('../../read/archive-files.ts')
  try {
    const names = archiveFiles(await readBytes(archive), archive, readLimits).sort(byCodeUnits)
    const files = names.filter((name) => isDocumentName(path.posix.basename(name)))
    // What holds one file is read as that file, and what cannot be read is said where it is read.
    if (names.length < 2 || files.length === 0) return { files: [], skipped: [] }
    const skipped = names.filter((name) => !files.includes(name))
    return { files: files.map((name) => `${archive}/${name}`), skipped: skipped.map((name) => `${archive}/${name}`) }
  } catch (error) {
    if (error instanceof HexaplaError) return { files: [], skipped: [] }
    throw error
  }
}

/** The archive that a path leads into, and the file in it; `undefined` for a path that leads to a file or a folder. */
export function archiveOf(file: string): { archive: string; name: string } | undefined {
  for (const { index, 0: mark } of file.matchAll(/\.zip[/\\]/gi)) {
    const end = index + mark.length
    const archive = file.slice(0, end - 1)
    if (isFile(archive)) return { archive, name: file.slice(end).replaceAll('\\', '/') }
  }
  return undefined
}

/** The bytes of a raw export, be it in an archive; throws a `HexaplaError` where it cannot be read or is over a limit. */
export async function readExport(file: string, limit: Partial<ReadLimits> = {}): Promise<Uint8Array> {
  const inside = archiveOf(file)
  if (inside === undefined) return readBytes(file, 'a raw export', limit.bytes)
  const limits = { ...readLimits, ...limit }
  const { archiveFile } = await import('../../read/archive-files.ts')
  const bytes = archiveFile(await readBytes(inside.archive, 'a raw export', limits.bytes), file, inside.name, limits)
  if (bytes === undefined) throw new HexaplaError('read:missing', { file, expected: 'a raw export' }, file)
  return bytes
}

function isFile(file: string): boolean {
  try {
    return statSync(systemName(file), { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    // It may not be looked at: whoever opens it is told why.
    return false
  }
}
