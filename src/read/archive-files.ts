import { Archive } from './archive.ts'
import type { ReadLimits } from './limits.ts'

/** Files of an archive that are of the program that packed it. */
const ofPacker = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/

/** Names of the files in a ZIP archive, in its order; those of the program that packed it are left out. Throws `read:damaged`. */
export function archiveFiles(bytes: Uint8Array, name: string, limits: ReadLimits): string[] {
  return new Archive(bytes, name, limits).names.filter((each) => !ofPacker.test(each))
}

/** The bytes of a file in a ZIP archive; `undefined` where there is none of the name. Throws `read:damaged`, `read:encrypted`, `read:too-large`. */
export function archiveFile(bytes: Uint8Array, name: string, file: string, limits: ReadLimits): Uint8Array | undefined {
  return new Archive(bytes, name, limits).bytes(file)
}
