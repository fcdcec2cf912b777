import { HexaplaError, type Report } from '../message/report.ts'
import { decode, decodeWhole } from './decode.ts'
import { guessEncoding } from './guess-encoding.ts'
import { undoDoubleDecoding } from './undo-double-decoding.ts'
import { undoWrongDecoding } from './undo-wrong-decoding.ts'

/** Options of `readText`. */
export interface ReadOptions {
  /** Encoding label of the WHATWG standard; found out where it is not given. */
  encoding?: string
  /** Name of the file in messages. */
  name?: string
  /** Whether markup is expected. */
  markup?: boolean
  report?: Report
}

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
  let text = decodeBytes(bytes, name, options)
  const zeros = text.split('\0').length - 1
  if (zeros > fewZeros(text.length)) throw new HexaplaError('read:binary', { file: name, kind: 'NUL bytes' }, name)
  if (zeros > 0) {
    text = text.replaceAll('\0', '')
    report?.('read:nul-dropped', undefined, { count: zeros })
  }
  if (text.trim() === '') throw new HexaplaError('read:empty', { file: name }, name)
  const markup = /^\s*<(?:(!DOCTYPE)|\?(xml)|(html)|(tmx))[\s>]/i.exec(text.slice(0, 1000))
  if (markup && options.markup !== true) throw new HexaplaError('read:markup', { file: name, kind: markup[2] || markup[4] ? 'XML' : 'HTML' }, name)
  const undone = undoDoubleDecoding(text) ?? undoWrongDecoding(text)
  if (undone) {
    text = undone.text
    report?.('read:decoded-twice', undefined, { of: undone.of, encoding: undone.encoding, count: undone.count })
  }
  const lost = text.split('\uFFFD').length - 1
  if (lost > 0) report?.('read:character-lost', undefined, { count: lost })
  return text
}

/** So many zeros in a text are a slip of its export; more of them are a file of another kind. */
function fewZeros(length: number): number {
  return Math.max(1, length / 1000)
}

function decodeBytes(bytes: Uint8Array, name: string, { encoding, report }: ReadOptions): string {
  if (encoding !== undefined) return decodeWhole(bytes, encoding) ?? unknown(name, encoding)
  const utf16 = readUtf16(bytes)
  if (utf16 !== undefined) return decode(bytes, utf16)
  const text = readUtf8(bytes)
  if (text !== undefined) return text
  if (bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0) > fewZeros(bytes.length)) throw new HexaplaError('read:binary', { file: name, kind: 'NUL bytes' }, name)
  const guess = guessEncoding(bytes)
  if (!guess) return unknown(name)
  if (!guess.sure) report?.('read:encoding-unsure', undefined, { encoding: guess.encoding, confidence: Math.round(100 * guess.confidence) })
  return guess.text
}

/** UTF-8, be it that a few bytes of it were lost or cut off: those become U+FFFD. */
function readUtf8(bytes: Uint8Array): string | undefined {
  const whole = decodeWhole(bytes, 'utf-8')
  if (whole !== undefined) return whole
  const text = decode(bytes, 'utf-8')
  const lost = text.match(/\uFFFD+/g)?.length ?? 0
  const kept = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
  // Bytes of another encoding are hardly ever UTF-8 by chance, let alone ten times; a file that was cut ends in half a character.
  return kept >= 10 * lost || (kept > 0 && lost === 1 && text.endsWith('\uFFFD')) ? text : undefined
}

/** Signs that every text has many of, in any of the six languages. */
const common = /[\n\r ,.。，、的]/g

/** UTF-16 by its byte order mark, or by the byte order that makes text of bytes with zeros among them. */
function readUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, Math.min(4096, bytes.length - (bytes.length % 2)))
  // One zero is a slip; a text in UTF-16 has a sign of ASCII more than once.
  if (sample.indexOf(0) === sample.lastIndexOf(0) || isPlainWithZeros(sample)) return undefined
  const [best, other] = ['utf-16le', 'utf-16be']
    .map((encoding) => ({ encoding, count: decodeWhole(sample, encoding)?.match(common)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  // One sign in fifty at the least: the other order makes rare characters of them.
  return best && other && best.count >= sample.length / 100 && best.count > 4 * other.count ? best.encoding : undefined
}

/** Whether bytes are UTF-8 without other controls, with zeros among them that a slip may have left: text in UTF-16 has more, or bytes that are no UTF-8. */
function isPlainWithZeros(bytes: Uint8Array): boolean {
  // A sample may end in half a character.
  const text = decode(bytes, 'utf-8').replace(/\uFFFD$/, '')
  const whole = text.replaceAll('\0', '')
  return text.length - whole.length < text.length / 4 && !/(?!\s)\p{Cc}|\uFFFD/u.test(whole)
}

function unknown(name: string, encoding?: string): never {
  throw new HexaplaError('read:encoding-unknown', { file: name, encoding }, name)
}
