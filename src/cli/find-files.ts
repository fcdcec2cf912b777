import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { HexaplaError } from '../message/report.ts'
import { isDocumentName } from './document-name.ts'

/** The raw exports in folders, and what was passed over there. */
export interface FoundFiles {
  files: string[]
  /** Files in folders that are not called as documents are. */
  skipped: string[]
}

/** Whether a path is that of a folder; standard input and what is not there are none. */
export async function isFolder(file: string): Promise<boolean> {
  return file !== '-' && (await stat(file).then((found) => found.isDirectory(), () => false))
}

/**
 * Files as they are, and the documents in folders and their folders, in the order of their names. Hidden files, links to
 * folders and the folder `output` are passed over in silence.
 */
export async function findFiles(paths: readonly string[], output?: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], skipped: [] }
  const own = output === undefined ? undefined : path.resolve(output)
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      throw new HexaplaError('read:unreadable', { file: folder, error: error.code ?? error.message }, folder)
    })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name)
      if (entry.name.startsWith('.') || path.resolve(file) === own) continue
      if (entry.isDirectory()) await walk(file)
      else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(file)))) {
        if (!isDocumentName(entry.name)) found.skipped.push(file)
        else if (!(await isOwnPage(file))) found.files.push(file)
      }
    }
  }
  for (const each of paths) {
    if (await isFolder(each)) await walk(each)
    else found.files.push(each)
  }
  return { files: [...new Set(found.files)], skipped: found.skipped }
}

/** Whether a file is a page that hexapla wrote: output that stands among documents is passed over in silence. */
async function isOwnPage(file: string): Promise<boolean> {
  if (!/\.html$/i.test(file)) return false
  const handle = await open(file).catch(() => undefined)
  if (handle === undefined) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(300), 0, 300, 0)
    return buffer.subarray(0, bytesRead).includes('<meta name="generator" content="hexapla">')
  } finally {
    await handle.close()
  }
}
