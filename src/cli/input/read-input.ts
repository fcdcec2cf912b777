/** Inputs as bytes, each read once: a pipe has nothing to say a second time. */
import { close, createReadStream, fstatSync, open, read, type Stats } from 'node:fs'
import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { HexaplaError } from '../../message/report.ts'
import { readLimits, tooLarge } from '../../read/limits.ts'
import { readingError } from '../process/system-error.ts'
import { systemName } from '../process/system-name.ts'

/** Milliseconds for which a pipe may say nothing. */
const longestPause = 600_000

/** A file that is open for reading. */
export interface OpenInput {
  name: string
  fd: number
  status: Stats
}

/** The bytes of a file; throws a `HexaplaError` where it cannot be read or is longer than `mostBytes`. */
export async function readBytes(name: string, expected = 'a raw export', mostBytes = readLimits.bytes): Promise<Uint8Array> {
  const input = await openInput(name, expected)
  try {
    if (input.status.isFile() && input.status.size > mostBytes) {
      await closeInput(input.fd)
      throw tooLarge(name, 'bytes', mostBytes)
    }
    return input.status.isFile() ? await readFile(input, mostBytes) : await gather(readOnce(input), name, mostBytes)
  } catch (error) {
    throw readingError(error, name, expected)
  }
}

/** Bytes that are asked for at a time at the least: the size of some files, such as those of the system, is not known before. */
const leastRead = 65_536
/** The same at the most. */
const mostRead = 16_777_216

/** The bytes of an open file, which is closed behind them: without a stream, which takes longer to make than a file to read. */
async function readFile({ name, fd, status }: OpenInput, mostBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const room = Buffer.allocUnsafeSlow(Math.min(mostRead, Math.max(leastRead, status.size - length + 1)))
      const { bytesRead } = await inTime(promisify(read)(fd, room, 0, room.length, null), name, longestPause)
      if (bytesRead === 0) break
      length += bytesRead
      if (length > mostBytes) throw tooLarge(name, 'bytes', mostBytes)
      pieces.push(room.subarray(0, bytesRead))
      // Where the size is known, there is one byte more room than that.
      if (bytesRead < room.length && length === status.size) break
    }
  } finally {
    await closeInput(fd)
  }
  return pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces)
}

/** Opens a file to be read; throws a `HexaplaError` where that cannot be done, or where it is a folder. */
export async function openInput(name: string, expected: string): Promise<OpenInput> {
  try {
    const fd = await promisify(open)(systemName(name), 'r')
    const status = fstatSync(fd)
    if (!status.isDirectory()) return { name, fd, status }
    await closeInput(fd)
  } catch (error) {
    throw readingError(error, name, expected)
  }
  throw new HexaplaError('read:not-a-file', { file: name }, name)
}

export async function closeInput(fd: number): Promise<void> {
  await promisify(close)(fd)
}

/** The bytes of an open file, which is closed behind them. A pipe is read without holding a thread, so that the program can end while it waits. */
export function readOnce({ fd, status }: OpenInput): Readable {
  return status.isFIFO() || status.isSocket() ? new Socket({ fd, readable: true, writable: false }) : createReadStream('', { fd })
}

/** The bytes of a file piece by piece; throws a `HexaplaError` where it cannot be opened or read. */
export async function streamInput(name: string, expected: string): Promise<AsyncIterable<Uint8Array>> {
  const stream = readOnce(await openInput(name, expected))
  return (async function* () {
    try {
      yield* withoutPause(stream, name)
    } catch (error) {
      throw readingError(error, name, expected)
    }
  })()
}

/** All bytes of a stream; throws a `HexaplaError` where there are too many, or none for a long time. */
export async function gather(stream: AsyncIterable<Uint8Array>, name: string, mostBytes = readLimits.bytes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of withoutPause(stream, name)) {
    length += piece.length
    if (length > mostBytes) throw tooLarge(name, 'bytes', mostBytes)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** A stream that fails where nothing comes for `pause` milliseconds; it is closed in the end. */
export async function* withoutPause(stream: AsyncIterable<Uint8Array>, name: string, pause = longestPause): AsyncGenerator<Uint8Array> {
  const pieces = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await inTime(pieces.next(), name, pause)
      if (next.done === true) return
      yield next.value
    }
  } finally {
    if (stream instanceof Readable) stream.destroy()
  }
}

async function inTime<Value>(value: Promise<Value>, name: string, pause: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new HexaplaError('read:silent', { file: name, seconds: Math.round(pause / 1000) }, name))
    }, pause)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(timer)
  }
}
