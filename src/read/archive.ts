import { crc32, inflateRawSync } from 'node:zlib'
import { HexaplaError } from '../message/report.ts'
import { damaged, tooLarge, type ReadLimits } from './limits.ts'

/** A file in an archive, still compressed. */
interface Entry {
  method: number
  encrypted: boolean
  crc: number
  packed: Uint8Array
}

/**
 * A ZIP archive that is read part by part: a part is inflated when it is asked for, and no more than the limit in all.
 *
 * Sizes that the archive declares are not believed. Throws `read:damaged` where it is cut or its sums do not agree, `read:encrypted` for a part with a password.
 */
export class Archive {
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #file: string
  readonly #most: number
  #left: number

  constructor(bytes: Uint8Array, file: string, { inflated }: Pick<ReadLimits, 'inflated'>) {
    this.#file = file
    this.#most = inflated
    this.#left = inflated
    this.#entries = readDirectory(bytes, file)
  }

  /** Names of its files, folders left out, in the order of the archive. */
  get names(): string[] {
    return [...this.#entries.keys()].filter((name) => !name.endsWith('/'))
  }

  /** The bytes of a part; `undefined` where there is none of the name. */
  bytes(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name)
    if (entry === undefined) return undefined
    if (entry.encrypted) throw new HexaplaError('read:encrypted', { file: this.#file }, this.#file)
    const bytes = this.#inflate(name, entry)
    this.#left -= bytes.length
    if (this.#left < 0) throw tooLarge(this.#file, 'inflated', this.#most)
    if (crc32(bytes) !== entry.crc) throw damaged(this.#file, `${name} does not agree with its checksum`)
    return bytes
  }

  /** The text of a part in UTF-8 or, by its byte order mark, in UTF-16. */
  text(name: string): string | undefined {
    const bytes = this.bytes(name)
    if (bytes === undefined) return undefined
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
    return new TextDecoder(encoding).decode(bytes)
  }

  #inflate(name: string, { method, packed }: Entry): Uint8Array {
    if (method === 0) return packed
    if (method !== 8) throw damaged(this.#file, `${name} is compressed by method ${String(method)}`)
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.#left) })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(this.#file, 'inflated', this.#most)
      throw damaged(this.#file, `${name} cannot be inflated`)
    }
  }
}

/** The central directory: where each file begins. */
function readDirectory(bytes: Uint8Array, file: string): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) throw damaged(file, 'the directory at the end of the archive is missing: the file is cut')
  const entries = new Map<string, Entry>()
  try {
    let at = view.getUint32(end + 16, true)
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError('no entry')
      const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
      const local = view.getUint32(at + 42, true)
      if (view.getUint32(local, true) !== 0x04034b50) throw new RangeError('no file')
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const stop = start + view.getUint32(at + 20, true)
      if (stop > bytes.length) throw new RangeError('beyond the end')
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        crc: view.getUint32(at + 16, true),
        packed: bytes.subarray(start, stop)
      })
      at += 46 + nameLength + extra + comment
    }
  } catch (error) {
    if (error instanceof RangeError) throw damaged(file, 'the directory of the archive does not agree with the archive')
    throw error
  }
  return entries
}

/** The end record, which a comment of up to 64 KB may follow. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}
