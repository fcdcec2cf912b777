import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { isFolder } from '../input/find-files.ts'
import { begin, remove } from './unfinished.ts'

/**
 * Makes a folder and those above it, one by one; gives those that were not there, the highest first, each of them not
 * finished yet. Node's own `recursive` never ends where the system says of a folder that is there that it is not, as
 * `/proc` does to those who want to write there.
 */
export async function makeFolder(folder: string): Promise<string[]> {
  if (await isFolder(folder)) return []
  const parent = path.dirname(path.resolve(folder))
  const made = parent === path.resolve(folder) ? [] : await makeFolder(parent)
  try {
    await mkdir(folder)
  } catch (error) {
    // Another run may have made it meanwhile.
    if (await isFolder(folder)) return made
    remove(made)
    throw error
  }
  begin(folder, 'folder')
  return [...made, folder]
}
