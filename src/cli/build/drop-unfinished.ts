import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { isTemporaryName } from '../output/save-files.ts'

/** Removes from a folder what a run that was killed was writing there; what is older than this process is nobody's any more. */
export function dropUnfinished(folder: string, since = performance.timeOrigin): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (isTemporaryName(name) && (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? since) < since) rmSync(file, { force: true })
  }
}
