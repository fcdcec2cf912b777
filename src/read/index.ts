import chardet from 'chardet'
import { HexaplaError, type Report } from '../message/report.ts'

/** Options of `readText`. */
export interface ReadOptions {
  /** Encoding label of the WHATWG standard; found out where it is not given. */
  encoding?: string
  /** Name of the file in messages. */
  name?: string
  report?: Report
}

/** Encodings that are tried where bytes are no UTF-8, by the name that the detector gives. */
const legacy: ReadonlySet<string> = new Set([
  'windows-1251', 'windows-1252', 'windows-1256', 'ISO-8859-1', 'ISO-8859-5', 'ISO-8859-6', 'KOI8-R', 'GB18030', 'UTF-16LE', 'UTF-16BE'
])

/** A guess below this is reported; a detector this sure was right on all test texts. Per cent. */
const sure = 60

const signatures: ReadonlyArray<readonly [kind: string, magic: readonly number[]]> = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP, DOCX or ODT', [0x50, 0x4b, 0x03, 0x04]],
  ['DOC', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GZIP', [0x1f, 0x8b]]
]

/**
 * Bytes to text: UTF-8 and UTF-16 with or without byte order mark, then the legacy encodings of the six languages.
 *
 * The byte order mark is not part of the text. Throws a `HexaplaError` for empty and binary files and for bytes that no
 * encoding explains; a guess is reported as `read:encoding-unsure`.
 */
export function readText(bytes: Uint8Array, options: ReadOptions = {}): string {
  const { name = 'standard input', report } = options
  const kind = signatures.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0]
  if (kind !== undefined) throw new HexaplaError('read:binary', { file: name, kind }, name)
  const text = decodeBytes(bytes, name, options)
  if (text.trim() === '') throw new HexaplaError('read:empty', { file: name }, name)
  if (text.includes('\0')) throw new HexaplaError('read:binary', { file: name, kind: 'NUL bytes' }, name)
  const lost = text.split('\uFFFD').length - 1
  if (lost > 0) report?.('read:character-lost', undefined, { count: lost })
  return text
}

function decodeBytes(bytes: Uint8Array, name: string, { encoding, report }: ReadOptions): string {
  if (encoding !== undefined) return decodeAs(bytes, encoding) ?? unknown(name, encoding)
  const utf16 = readUtf16(bytes)
  const text = utf16 === undefined ? decodeAs(bytes, 'utf-8') : decodeAs(bytes, utf16)
  if (text !== undefined) return text
  if (bytes.includes(0)) throw new HexaplaError('read:binary', { file: name, kind: 'NUL bytes' }, name)
  const guess = chardet.analyse(bytes).find(({ name: each }) => legacy.has(each))
  const guessed = guess && decodeAs(bytes, guess.name)
  if (!guess || guessed === undefined) return unknown(name)
  if (guess.confidence < sure || guess.name !== 'GB18030')
    report?.('read:encoding-unsure', undefined, { encoding: guess.name, confidence: guess.confidence })
  return guessed
}

/** Signs that every text has many of, in any of the six languages. */
const common = /[\n\r ,.。，、的]/g

/** UTF-16 by its byte order mark, or by the byte order that makes text of bytes with zeros among them. */
function readUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return undefined
  const [best, other] = ['utf-16le', 'utf-16be']
    .map((encoding) => ({ encoding, count: decodeAs(sample, encoding)?.match(common)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  // One sign in fifty at the least: the other order makes rare characters of them.
  return best && other && best.count >= sample.length / 100 && best.count > 4 * other.count ? best.encoding : undefined
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // TypeError: bytes that are not in this encoding. RangeError: no such encoding. Both mean: not this one.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

function unknown(name: string, encoding?: string): never {
  throw new HexaplaError('read:encoding-unknown', { file: name, encoding }, name)
}
