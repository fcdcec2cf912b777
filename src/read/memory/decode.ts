import { TextDecoder } from 'node:util'
import { HexaplaError } from '../../message/report.ts'
import { restoreSigns } from '../decode.ts'

/** Bytes, or text that is decoded already, in pieces of any size. */
export type ByteStream = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

const marks: ReadonlyArray<readonly [encoding: string, bytes: readonly number[]]> = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  // Without a mark, `<` shows which.
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]]
]

/** Where an XML declaration must have ended. */
const declarationLength = 200

/**
 * Text of an XML file, piece by piece: by its byte order mark, else by its declaration, else UTF-8.
 *
 * Throws `read:memory-encoding` for bytes that the encoding does not have.
 */
export async function* decode(bytes: ByteStream, file: string): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | undefined
  let encoding = ''
  let head = new Uint8Array(0)
  const decoded = (piece: Uint8Array, stream: boolean): string => {
    try {
      return decoder ? restoreSigns(decoder.decode(piece, { stream }), decoder.encoding) : ''
    } catch (error) {
      if (error instanceof TypeError) throw new HexaplaError('read:memory-encoding', { file, encoding }, file)
      throw error
    }
  }
  const settle = (): void => {
    encoding = encodingOf(head)
    try {
      decoder = new TextDecoder(encoding, { fatal: true })
    } catch (error) {
      if (error instanceof RangeError) throw new HexaplaError('read:memory-encoding', { file, encoding }, file)
      throw error
    }
  }
  for await (const piece of bytes) {
    if (typeof piece === 'string') {
      yield piece
    } else if (decoder !== undefined) {
      yield decoded(piece, true)
    } else {
      head = Buffer.concat([head, piece])
      if (head.length < declarationLength) continue
      settle()
      yield decoded(head, true)
    }
  }
  if (decoder === undefined && head.length > 0) {
    settle()
    yield decoded(head, true)
  }
  yield decoded(new Uint8Array(0), false)
}

function encodingOf(head: Uint8Array): string {
  const marked = marks.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (marked !== undefined) return marked[0]
  const declaration = Buffer.from(head.subarray(0, declarationLength)).toString('latin1')
  return /^<\?xml[^>]{0,120}?\sencoding=["']([\w.-]+)["']/u.exec(declaration)?.[1]?.toLowerCase() ?? 'utf-8'
}
