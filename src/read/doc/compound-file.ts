/** Offsets in the header of a compound file, and how many sectors of the table of sectors stand in it. */
const header = { sectorShift: 30, miniShift: 32, tables: 44, directory: 48, miniLimit: 56, miniTable: 60, miniTables: 64, moreTable: 68, moreTables: 72, table: 76, inside: 109 }

/** Offsets in an entry of the directory, and its length. */
const entry = { length: 128, nameLength: 64, type: 66, left: 68, right: 72, child: 76, start: 116, size: 120 }

/** Sector numbers from here on are signs: the end of a chain, a sector that is free. */
const lastSector = 0xfffffffa

/** The number of an entry of the directory that is none. */
const noEntry = 0xffffffff

const rootType = 5
const streamType = 2

/**
 * A compound file, whose tables hold what its header says and lie inside of the file.
 *
 * What follows counts and chains without looking would else take memory and time without end. Throws an `Error` that says what is
 * wrong.
 */
export class CompoundFile {
  /** The streams of the root by name. */
  readonly streams: ReadonlyMap<string, Uint8Array>
  /** Where the sectors of each of them stand in the file, and how long they are. */
  readonly #places = new Map<string, { starts: readonly number[]; length: number }>()
  private readonly bytes: Uint8Array
  private readonly view: DataView
  /** Bytes of a sector. */
  private readonly size: number

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = viewOf(bytes)
    const shift = this.view.getUint16(header.sectorShift, true)
    if (shift !== 9 && shift !== 12) throw new Error('sectors of a length that no such file has')
    if (this.view.getUint16(header.miniShift, true) !== 6) throw new Error('small sectors of a length that no such file has')
    this.size = 2 ** shift
    const table = this.tables().flatMap((sector) => numbersOf(this.sector(sector)))
    if (hasCycle(table)) throw new Error('a chain of its sectors comes back on itself')
    const miniSectors = chain(table, this.number(header.miniTable))
    if (miniSectors.length !== this.number(header.miniTables)) throw new Error('its table of small sectors is not as long as its header says')
    const miniTable = miniSectors.flatMap((sector) => numbersOf(this.sector(sector)))
    if (hasCycle(miniTable)) throw new Error('a chain of its small sectors comes back on itself')
    this.streams = this.directory(this.joined(chain(table, this.number(header.directory))), table, miniTable)
  }

  /** Offset in the file of a byte of a stream; `undefined` where there is none. */
  placeOf(stream: string, offset: number): number | undefined {
    const { starts = [], length = 1 } = this.#places.get(stream) ?? {}
    const start = starts[Math.floor(offset / length)]
    return start === undefined ? undefined : start + (offset % length)
  }

  private number(offset: number): number {
    return this.view.getUint32(offset, true)
  }

  /** The numbers of the sectors that hold the table of sectors. */
  private tables(): number[] {
    const count = this.number(header.tables)
    const most = Math.ceil(this.bytes.length / this.size)
    if (count > most || this.number(header.moreTables) > most) throw new Error('its header counts more tables than the file has room for')
    const sectors = Array.from({ length: Math.min(count, header.inside) }, (_, index) => this.number(header.table + 4 * index))
    // Large files have more tables; the last number of each such sector leads to the next one.
    let next = this.number(header.moreTable)
    for (let more = this.number(header.moreTables); more > 0 && sectors.length < count; more--) {
      const numbers = numbersOf(this.sector(next))
      next = numbers.pop() ?? lastSector
      for (const sector of numbers.slice(0, count - sectors.length)) sectors.push(sector)
    }
    if (sectors.length < count) throw new Error('its header counts more tables than there are')
    return sectors
  }

  /** The last sector of a file may be cut short: zeros fill it. */
  private sector(sector: number): Uint8Array {
    const start = (sector + 1) * this.size
    if (start >= this.bytes.length) throw new Error('a sector lies outside of the file')
    const bytes = new Uint8Array(this.size)
    bytes.set(this.bytes.subarray(start, start + this.size))
    return bytes
  }

  private joined(sectors: readonly number[]): Uint8Array {
    return Buffer.concat(sectors.map((sector) => this.sector(sector)))
  }

  private directory(directory: Uint8Array, table: readonly number[], miniTable: readonly number[]): Map<string, Uint8Array> {
    const view = viewOf(directory)
    const offsets = Array.from({ length: Math.floor(directory.length / entry.length) }, (_, index) => index * entry.length)
    const root = offsets.find((at) => view.getUint8(at + entry.type) === rootType)
    if (root === undefined) throw new Error('its directory has no root')
    const startOf = (at: number): number => view.getUint32(at + entry.start, true)
    const smallSectors = chain(table, startOf(root))
    const small = this.joined(smallSectors)
    const smallPlace = (offset: number): number => ((smallSectors[Math.floor(offset / this.size)] ?? lastSector) + 1) * this.size + (offset % this.size)
    const read = (name: string, at: number): Uint8Array => {
      const size = view.getUint32(at + entry.size, true)
      const isSmall = size < this.number(header.miniLimit)
      const sectors = chain(isSmall ? miniTable : table, startOf(at))
      const stream = isSmall ? Buffer.concat(sectors.map((sector) => small.subarray(sector * 64, sector * 64 + 64))) : this.joined(sectors)
      if (stream.length < size) throw new Error('a stream is shorter than its directory says')
      const starts = sectors.map((sector) => (isSmall ? smallPlace(sector * 64) : (sector + 1) * this.size))
      this.#places.set(name, { starts, length: isSmall ? 64 : this.size })
      return stream.subarray(0, size)
    }
    const streams = new Map<string, Uint8Array>()
    const seen = new Set<number>()
    const pending = [{ number: view.getUint32(root + entry.child, true), top: true }]
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { number, top } = next
      if (number === noEntry) continue
      const at = offsets[number]
      if (at === undefined || seen.has(number)) throw new Error('an entry of its directory leads nowhere, or back')
      seen.add(number)
      const name = Buffer.from(directory.subarray(at, at + Math.max(Math.min(view.getUint16(at + entry.nameLength, true), entry.nameLength) - 2, 0))).toString('utf16le')
      // Other streams hold no text: pictures and properties.
      if (top && view.getUint8(at + entry.type) === streamType && textStreams.has(name)) streams.set(name, read(name, at))
      for (const side of [entry.left, entry.right]) pending.push({ number: view.getUint32(at + side, true), top })
      if (view.getUint8(at + entry.type) !== streamType) pending.push({ number: view.getUint32(at + entry.child, true), top: false })
    }
    return streams
  }
}

const textStreams: ReadonlySet<string> = new Set(['WordDocument', '0Table', '1Table', 'Data'])

/** For numbers at any offset. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function numbersOf(sector: Uint8Array): number[] {
  const view = viewOf(sector)
  return Array.from({ length: sector.length / 4 }, (_, index) => view.getUint32(4 * index, true))
}

/** The sectors of a chain; the table has no cycles. */
function chain(table: readonly number[], start: number): number[] {
  const sectors: number[] = []
  for (let sector = start; sector < lastSector; sector = table[sector] ?? lastSector) sectors.push(sector)
  return sectors
}

/** Whether following a table from any place comes to a place for the second time. */
function hasCycle(table: readonly number[]): boolean {
  /** The walk that came to each place. */
  const walks = new Uint32Array(table.length)
  for (let start = 0; start < table.length; start++)
    for (let at = start; at < table.length; at = table[at] ?? lastSector) {
      if (walks[at] === start + 1) return true
      if (walks[at] !== 0) break
      walks[at] = start + 1
    }
  return false
}
