/**
 * Trained lists of words as files: the words of a language, one a line, and the links of two languages in binary.
 *
 * A file of links holds 32-bit numbers, little end first: the number of source types and of links, then the arrays of a
 * `LinkTable` (offsets, targets, forward, backward). A source tree has no such files.
 */
import { endianness } from 'node:os'
import { knownFolder, readKnown } from '../language/known-file.ts'
import type { LinkTable } from './link.ts'
import type { PairLexicon, Vocabulary } from './word-list.ts'

/** Makes the file of the words of a language, in the order of their types. */
export function packWords(kind: string, language: string, keys: readonly string[]): { name: string; bytes: Uint8Array } {
  return { name: `${kind}.${language}.words`, bytes: Buffer.from(keys.join('\n')) }
}

/** Makes the file of the links of two languages. */
export function packLinks(kind: string, source: string, target: string, { offsets, targets, forward, backward }: LinkTable): { name: string; bytes: Uint8Array } {
  const head = Int32Array.of(offsets.length - 1, targets.length)
  const bytes = Buffer.concat([head, offsets, targets, forward, backward].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)))
  return { name: `${kind}.${source}-${target}.links`, bytes: inOrder(bytes) }
}

const vocabularies = new Map<string, Vocabulary>()

/** Reads what was trained for two languages; `undefined` where there is no file for them. */
export function readPair(kind: string, source: string, target: string, folder = knownFolder): PairLexicon | undefined {
  const links = readKnown(`${kind}.${source}-${target}.links`, folder)
  const [left, right] = [source, target].map((language) => readVocabulary(`${kind}.${language}.words`, folder))
  return links && left && right ? { source: left, target: right, links: unpackLinks(inOrder(links)) } : undefined
}

function unpackLinks({ buffer, byteOffset, byteLength }: Uint8Array): LinkTable {
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength)
  const [types = 0, size = 0] = new Int32Array(bytes, 0, 2)
  const offsets = new Int32Array(bytes, 8, types + 1)
  const first = 8 + offsets.byteLength
  const next = size * 4
  return {
    offsets,
    targets: new Int32Array(bytes, first, size),
    forward: new Float32Array(bytes, first + next, size),
    backward: new Float32Array(bytes, first + 2 * next, size)
  }
}

function readVocabulary(name: string, folder: URL): Vocabulary | undefined {
  const { href } = new URL(name, folder)
  const known = vocabularies.get(href)
  if (known) return known
  const bytes = readKnown(name, folder)
  if (!bytes) return undefined
  const keys = bytes.toString().split('\n')
  const index = new Map<string, number>()
  for (let type = 0; type < keys.length; type++) index.set(keys[type] as string, type)
  const vocabulary = { size: keys.length, index }
  vocabularies.set(href, vocabulary)
  return vocabulary
}

/** Numbers of 32 bits in the order of the machine from the order of the file, and back. */
function inOrder(bytes: Buffer): Buffer {
  return endianness() === 'LE' ? bytes : bytes.swap32()
}
