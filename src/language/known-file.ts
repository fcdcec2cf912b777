/** Files that the build makes of what is known of languages: a source tree has none. */
import { readFileSync } from 'node:fs'

/** The folder of the files: beside the folder of this file, or of the bundle that it is in. */
export const knownFolder = new URL('../known/', import.meta.url)

/** The bytes of such a file; `undefined` where there is none. */
export function readKnown(name: string, folder = knownFolder): Buffer | undefined {
  try {
    return readFileSync(new URL(name, folder))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The words of such a list, one a line; `undefined` where there is none. */
export function readKnownWords(name: string): string[] | undefined {
  return readKnown(name)?.toString().split('\n')
}
