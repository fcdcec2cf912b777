/**
 * Trained lists of words as files: the words of a language, one a line, and the links of two languages in binary.
 *
 * A file of links holds numbers, little end first: the number of source types and of links, then the arrays of a `LinkTable`,
 * offsets, forward and backward of 32 bits each, and targets of 16 bits. A source tree has no such files.
 */
import { endianness } from 'node:os'
import { knownFolder, readKnown } from '../../language/known-file.ts'
import type { LinkTable } from './link.ts'
import { type PairLexicon, type Vocabulary, vocabularyOf } from './word-list.ts'

/** Makes the file of the words of a language from their keys in order. */
export function packWords(kind: string, language: string, keys: readonly string[]): { name: string; bytes: Uint8Array } {
  return { name: `${kind}.${language}.words`, bytes: Buffer.from(keys.join('\n')) }
}

/** Types of a list of words: targets are kept in 16 bits. */
const mostTypes = 0x1_00_00

/** Makes the file of the links of two languages; throws a `RangeError` where the words of one are too many for it. */
export function packLinks(kind: string, source: string, target: string, { offsets, targets, forward, backward }: LinkTable): { name: string; bytes: Uint8Array } {
  if (targets.some((type) => type >= mostTypes)) throw new RangeError(`Unexpected list of ${mostTypes} words or more in ${target}`)
  const head = Int32Array.of(offsets.length - 1, targets.length)
  const wide = Buffer.concat([head, offsets, forward, backward].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)))
  const narrow = Buffer.from(Uint16Array.from(targets).buffer)
  return { name: `${kind}.${source}-${target}.links`, bytes: Buffer.concat(inOrder(wide, narrow)) }
}

const vocabularies = new Map<string, Vocabulary>()

/** Reads what was trained for two languages; `undefined` where there is no file for them. */
export function readPair(kind: string, source: string, target: string, folder = knownFolder): PairLexicon | undefined {
  const links = readKnown(`${kind}.${source}-${target}.links`, folder)
  const [left, right] = [source, target].map((language) => readVocabulary(`${kind}.${language}.words`, folder))
  return links && left && right ? { source: left, target: right, links: unpackLinks(links) } : undefined
}

function unpackLinks(file: Buffer): LinkTable {
  const [types, size] = [file.readInt32LE(0), file.readInt32LE(4)]
  // A copy of its own, at a place that numbers of 32 bits can be read from.
  const { buffer: bytes } = new Uint8Array(file)
  const first = 8 + 4 * (types + 1)
  const behind = first + 8 * size
  inOrder(Buffer.from(bytes, 0, behind), Buffer.from(bytes, behind))
  return {
    offsets: new Int32Array(bytes, 8, types + 1),
    targets: new Int32Array(new Uint16Array(bytes, behind, size)),
    forward: new Float32Array(bytes, first, size),
    backward: new Float32Array(bytes, first + 4 * size, size)
  }
}

function readVocabulary(name: string, folder: URL): Vocabulary | undefined {
  const { href } = new URL(name, folder)
  const known = vocabularies.get(href)
  if (known) return known
  const bytes = readKnown(name, folder)
  if (!bytes) return undefined
  const vocabulary = vocabularyOf(bytes.toString().split('\n'))
  vocabularies.set(href, vocabulary)
  return vocabulary
}

/** Numbers of 32 and of 16 bits in the order of the machine from the order of the file, and back, in place. */
function inOrder(wide: Buffer, narrow: Buffer): [Buffer, Buffer] {
  return endianness() === 'LE' ? [wide, narrow] : [wide.swap32(), narrow.swap16()]
}
