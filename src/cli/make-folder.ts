import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { isFolder } from './find-files.ts'

/**
 * Makes a folder and those above it, one by one. Node's own `recursive` never ends where the system says of a folder that
 * is there that it is not, as `/proc` does to those who want to write there.
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = path.dirname(path.resolve(folder))
  if (parent !== path.resolve(folder)) await makeFolder(parent)
  await mkdir(folder).catch(async (error: unknown) => {
    // Another run may have made it meanwhile.
    if (!(await isFolder(folder))) throw error
  })
}
