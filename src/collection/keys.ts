/** Names of results: the hash of all that they were made of, so that what is there needs not be done again. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { LanguageCode } from '../language/code.ts'
import { readFileName, readLetter, symbolsOfFolder } from './file-name.ts'

/** Raised whenever results of the same inputs become others without a new version of the package. */
const generation = 1

/** A hash of values as JSON, in hexadecimal. */
export function hashOf(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify([generation, ...values])).digest('hex').slice(0, 40)
}

/** A hash of bytes, in hexadecimal. */
export function hashOfBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 40)
}

/** The name of what was read of a file: its bytes, the settings, and what the names of file and folder say of it. */
export function versionKey(file: string, bytes: string, settings: string, given?: LanguageCode): string {
  const { symbols, language = readLetter(file)?.language } = readFileName(file)
  return hashOf('version', settings, bytes, given ?? '', symbols, language ?? '', symbolsOfFolder(file))
}

/** The name of the units of a document; `title` and the names of files stand in what is written. */
export function documentKey(title: string, files: ReadonlyArray<{ file: string; key: string }>, settings: string, lexicon: string): string {
  return hashOf('document', settings, lexicon, title, files.map(({ file, key }) => [path.basename(file), key]))
}
