import type { Stats } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { saidOf, type Said } from '../../collection/said.ts'
import { HexaplaError } from '../../message/report.ts'
import { readingError, systemCode } from '../process/system-error.ts'
import { nameOf, systemName } from '../process/system-name.ts'
import { isDocumentName } from '../../collection/document-name.ts'
import { archivedDocuments, isArchiveName } from './archived-file.ts'

/** The raw exports in folders, and what was passed over there. */
export interface FoundFiles {
  files: string[]
  /** Files in folders that are not called as documents are. */
  skipped: string[]
  /** Folders that could not be read, links that lead nowhere, and why. */
  unreadable: Said[]
}

/** Whether a path is that of a folder; standard input and what is not there are none. */
export async function isFolder(file: string): Promise<boolean> {
  return file !== '-' && (await stat(systemName(file)).then((found) => found.isDirectory(), () => false))
}

/** Whether a path is that of several files: a folder, or an archive with more than one document. */
export async function isCollection(file: string): Promise<boolean> {
  return (await isFolder(file)) || (await archivedDocuments(file)).files.length > 0
}

/** What a link leads to, which may be a pipe or a folder; nothing where it leads nowhere, with a message in `found`. */
async function endOfLink(link: string, found: FoundFiles): Promise<Stats | undefined> {
  try {
    return await stat(systemName(link))
  } catch (error) {
    const reason = readingError(error, link, 'what the link leads to')
    if (!(reason instanceof HexaplaError)) throw error
    if (isDocumentName(link)) found.unreadable.push(saidOf(reason, link))
    return undefined
  }
}

/** Whether a file in a folder is none of the user's: hidden, of the system, or the mark of a program that has a document open. */
function isHidden(name: string): boolean {
  return /^(?:\.|~\$)/.test(name) || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)
}

/**
 * Files as they are, and the documents in folders and their folders, in the order of their names; of an archive with several
 * documents all of them. Hidden files, those of the system, links to folders and the folder `output` are passed over in silence.
 */
export async function findFiles(paths: readonly string[], output?: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], skipped: [], unreadable: [] }
  const own = output === undefined ? undefined : path.resolve(output)
  const walk = async (folder: string): Promise<void> => {
    for (const { name, entry } of await entriesOf(folder, found)) {
      const file = path.join(folder, name)
      if (isHidden(name) || path.resolve(file) === own) continue
      const kind = entry.isSymbolicLink() ? await endOfLink(file, found) : entry
      if (entry.isDirectory()) await walk(file)
      else if (kind?.isFile()) {
        if (isArchiveName(name)) await take(file)
        else if (!isDocumentName(name)) found.skipped.push(file)
        else if (!(await isOwnPage(file))) found.files.push(file)
      }
    }
  }
  const take = async (file: string): Promise<void> => {
    const { files, skipped } = await archivedDocuments(file)
    for (const each of files.length > 0 ? files : [file]) found.files.push(each)
    if (files.length > 0) for (const each of skipped) found.skipped.push(each)
  }
  for (const each of paths) {
    if (await isFolder(each)) await walk(each)
    else await take(each)
  }
  return { ...found, files: [...new Set(found.files)] }
}

/** What is in a folder, by name; nothing where it cannot be read, with a message in `found`. */
async function entriesOf(folder: string, found: FoundFiles) {
  try {
    const entries = await readdir(systemName(folder), { withFileTypes: true, encoding: 'buffer' })
    return entries.map((entry) => ({ name: nameOf(entry.name), entry })).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    found.unreadable.push(saidOf(new HexaplaError('read:unreadable', { file: folder, error: code }), folder))
    return []
  }
}

/** Whether a file is a page that hexapla wrote: output that stands among documents is passed over in silence. */
async function isOwnPage(file: string): Promise<boolean> {
  if (!/\.html$/i.test(file)) return false
  const handle = await open(systemName(file)).catch(() => undefined)
  if (handle === undefined) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(300), 0, 300, 0)
    return buffer.subarray(0, bytesRead).includes('<meta name="generator" content="hexapla">')
  } finally {
    await handle.close()
  }
}
