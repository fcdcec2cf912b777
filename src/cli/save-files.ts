import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import { HexaplaError } from '../message/report.ts'
import type { Chunk } from '../write/index.ts'
import { makeFolder } from './make-folder.ts'

/**
 * Writes the pieces of files to temporary files beside their places and renames them once all are whole: a run that ends
 * early leaves what was there before.
 *
 * @returns the paths that were written, in order
 */
export async function saveFiles(folder: string, chunks: AsyncIterable<Chunk> | Iterable<Chunk>): Promise<string[]> {
  const open = new Map<string, WriteStream>()
  const written: string[] = []
  const temporary = (file: string): string => path.join(folder, `.${file}.${process.pid}.part`)
  try {
    await makeFolder(folder)
    for await (const { file, text, last } of chunks) {
      let stream = open.get(file)
      if (!stream) {
        stream = createWriteStream(temporary(file))
        await once(stream, 'open')
        open.set(file, stream)
        written.push(file)
      }
      if (text !== '' && !stream.write(text)) await once(stream, 'drain')
      if (last) {
        stream.end()
        await once(stream, 'close')
        open.delete(file)
      }
    }
    for (const file of written) await rename(temporary(file), path.join(folder, file))
    return written.map((file) => path.join(folder, file))
  } catch (error) {
    for (const stream of open.values()) stream.destroy()
    for (const file of written) await rm(temporary(file), { force: true })
    if (error instanceof Error && 'code' in error) throw new HexaplaError('cli:output-unwritable', { file: folder, error: String(error.code) })
    throw error
  }
}
