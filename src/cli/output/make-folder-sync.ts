import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Makes a folder and those above it, as `makeFolder` does, without waiting; what was made stays where one cannot be. */
export function makeFolderSync(folder: string, mode = 0o777): void {
  if (isFolder(folder)) return
  const parent = path.dirname(path.resolve(folder))
  if (parent !== path.resolve(folder)) makeFolderSync(parent, mode)
  try {
    mkdirSync(folder, mode)
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!isFolder(folder)) throw error
  }
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true
}
