/**
 * Memories that are read several times: their languages must be known before the first line is written. A file is read
 * again; what comes through a pipe is kept in a temporary file while it is read the first time.
 */
import { fstatSync, mkdtempSync, openSync, read, rmSync, writeSync, type BigIntStats } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { HexaplaError } from '../../message/report.ts'
import type { ByteStream } from '../../read/memory/index.ts'
import { closeInput, openInput, readOnce, withoutPause } from '../input/read-input.ts'
import { readingError, writingError } from '../process/system-error.ts'
import type { Terminal } from '../screen/terminal.ts'
import { begin, remove } from '../output/unfinished.ts'

/** Bytes of a memory that come from a pipe or a device: what is longer has no end. A file may be longer. */
const mostSpooled = 16 * 2 ** 30

/** Bytes that are read at a time. */
const pieceLength = 65_536

const readAt = promisify(read)

/** A memory that can be read from its beginning again and again, one reader after the other. */
export interface OpenMemory {
  read: () => ByteStream
  close: () => Promise<void>
}

/** Opens a memory; throws a `HexaplaError` where that cannot be done, or later where more than `mostBytes` come through a pipe. */
export async function openMemory(input: string, name: string, terminal: Pick<Terminal, 'stdin'>, mostBytes = mostSpooled): Promise<OpenMemory> {
  if (input === '-') return spooled(terminal.stdin(), name, mostBytes)
  const opened = await openInput(input, 'a memory')
  return opened.status.isFile() ? fromFile(opened.fd, input) : spooled(readOnce(opened), input, mostBytes)
}

/** The same open file is read each time, whatever takes its name meanwhile. */
function fromFile(fd: number, name: string): OpenMemory {
  const before = fstatSync(fd, { bigint: true })
  return {
    read: async function* () {
      yield* readAll(fd, name)
      if (!isAsBefore(before, fstatSync(fd, { bigint: true }))) throw new HexaplaError('read:changed', { file: name }, name)
    },
    close: () => closeInput(fd)
  }
}

async function* readAll(fd: number, name: string): AsyncGenerator<Uint8Array> {
  try {
    // No stream: it would close the file behind it.
    for (let at = 0; ; ) {
      const { bytesRead, buffer } = await readAt(fd, { buffer: Buffer.allocUnsafe(pieceLength), position: at })
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw readingError(error, name, 'a memory')
  }
}

function isAsBefore(before: BigIntStats, now: BigIntStats): boolean {
  return before.size === now.size && before.mtimeNs === now.mtimeNs && before.ctimeNs === now.ctimeNs
}

/** A stream that is kept while it is read for the first time. */
function spooled(stream: AsyncIterable<Uint8Array>, name: string, mostBytes: number): OpenMemory {
  let spool: number | undefined
  return {
    read: () => (spool === undefined ? keep((spool = openSpool())) : readAll(spool, name)),
    close: async () => {
      if (stream instanceof Readable) stream.destroy()
      if (spool !== undefined) await closeInput(spool)
    }
  }

  async function* keep(fd: number): AsyncGenerator<Uint8Array> {
    let length = 0
    for await (const piece of withoutPause(stream, name)) {
      length += piece.length
      if (length > mostBytes) throw new HexaplaError('read:endless', { file: name, most: Math.round(mostBytes / 2 ** 20) }, name)
      try {
        for (let at = 0; at < piece.length; ) at += writeSync(fd, piece, at)
      } catch (error) {
        throw writingError(error, tmpdir())
      }
      yield piece
    }
  }
}

/** A file that only this process can open; its name goes at once where the system allows that, else at the end. */
function openSpool(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
  begin(folder, 'folder')
  const file = path.join(folder, 'memory')
  begin(file)
  const fd = openSync(file, 'wx+', 0o600)
  if (process.platform !== 'win32') {
    rmSync(file)
    remove([folder, file])
  }
  return fd
}
