/** A ZIP archive that is made piece by piece, with the same bytes for the same content. */
import { constants, crc32, deflateRawSync } from 'node:zlib'

interface Entry {
  name: Uint8Array
  crc: number
  packed: number
  size: number
  offset: number
}

/** Bit 3: sums and sizes stand behind the content. Bit 11: names are UTF-8. */
const flags = 0x0808
/** 1980-01-01, the first day that the format can tell. */
const date = 0x0021

/** Files one after the other: `open` begins one, `write` goes on with it, `close` ends the archive. */
export class ZipWriter {
  readonly #entries: Entry[] = []
  #length = 0

  /** Ends the file before, and begins the next. */
  open(name: string): Uint8Array {
    const before = this.#endFile()
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: this.#length }
    this.#entries.push(entry)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    writeCommon(head, 4)
    head.writeUInt16LE(entry.name.length, 26)
    return Buffer.concat([before, this.#counted(Buffer.concat([head, entry.name]))])
  }

  write(text: string): Uint8Array {
    const entry = this.#entries.at(-1)
    if (!entry) throw new RangeError('Unexpected content, expected a file to be open')
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    entry.packed += packed.length
    return this.#counted(packed)
  }

  /** Ends the archive with its directory. */
  close(): Uint8Array {
    const before = this.#endFile()
    const start = this.#length
    const directory = this.#entries.map(({ name, crc, packed, size, offset }) => {
      const record = Buffer.alloc(46)
      record.writeUInt32LE(0x02014b50, 0)
      record.writeUInt16LE(20, 4)
      writeCommon(record, 6)
      record.writeUInt32LE(crc, 16)
      record.writeUInt32LE(packed, 20)
      record.writeUInt32LE(size, 24)
      record.writeUInt16LE(name.length, 28)
      record.writeUInt32LE(offset, 42)
      return Buffer.concat([record, name])
    })
    const list = this.#counted(Buffer.concat(directory))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(list.length, 12)
    end.writeUInt32LE(start, 16)
    return Buffer.concat([before, list, end])
  }

  /** An empty last block, then the sums. */
  #endFile(): Uint8Array {
    const entry = this.#entries.at(-1)
    if (!entry) return Buffer.alloc(0)
    const last = deflateRawSync(Buffer.alloc(0))
    entry.packed += last.length
    const sums = Buffer.alloc(16)
    sums.writeUInt32LE(0x08074b50, 0)
    sums.writeUInt32LE(entry.crc, 4)
    sums.writeUInt32LE(entry.packed, 8)
    sums.writeUInt32LE(entry.size, 12)
    return this.#counted(Buffer.concat([last, sums]))
  }

  #counted(bytes: Uint8Array): Uint8Array {
    this.#length += bytes.length
    return bytes
  }
}

/** Version, flags, method and date, which both heads of a file have in this order. */
function writeCommon(head: Buffer, at: number): void {
  head.writeUInt16LE(20, at)
  head.writeUInt16LE(flags, at + 2)
  head.writeUInt16LE(8, at + 4)
  head.writeUInt16LE(date, at + 8)
}
