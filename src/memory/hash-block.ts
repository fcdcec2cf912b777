/** Blocks of the index that tell which texts have a hash: hashes in rising order, each with the number of its text. */

/** Hashes in a block. */
const perBlock = 160

/** Bytes of a hash, a double, and of a number. */
const width = 12

/** Hashes in rising order, each with the number of a text; texts with the same one are beside each other. */
export interface HashList {
  hashes: Float64Array
  numbers: Int32Array
}

export function packHashes({ hashes, numbers }: HashList): Uint8Array[] {
  const blocks: Uint8Array[] = []
  for (let first = 0; first < hashes.length; first += perBlock) {
    const count = Math.min(perBlock, hashes.length - first)
    const view = new DataView(new ArrayBuffer(count * width))
    for (let at = 0; at < count; at++) {
      view.setFloat64(at * width, hashes[first + at] as number, true)
      view.setUint32(at * width + 8, numbers[first + at] as number, true)
    }
    blocks.push(new Uint8Array(view.buffer))
  }
  return blocks
}

/** The first hash of each block, as bytes. */
export function packHashTable({ hashes }: HashList): Uint8Array {
  const view = new DataView(new ArrayBuffer(Math.ceil(hashes.length / perBlock) * 8))
  for (let block = 0; block * perBlock < hashes.length; block++) view.setFloat64(block * 8, hashes[block * perBlock] as number, true)
  return new Uint8Array(view.buffer)
}

export function readHashTable(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Float64Array.from({ length: bytes.length / 8 }, (_, at) => view.getFloat64(at * 8, true))
}

/** The first block that may have a hash of at least so much; its hashes may begin below it. */
export function firstHashBlock(table: Float64Array, hash: number): number {
  let [low, high] = [0, table.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((table[middle] as number) < hash) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** Calls back with each hash of a block and its number. */
export function eachHash(block: Uint8Array, found: (hash: number, number: number) => void): void {
  const view = new DataView(block.buffer, block.byteOffset, block.length)
  for (let at = 0; at + width <= block.length; at += width) found(view.getFloat64(at, true), view.getUint32(at + 8, true))
}

/** Lists as one; numbers of each are counted from its offset. */
export function joinHashes(parts: ReadonlyArray<{ offset: number; list: HashList }>): HashList {
  const count = parts.reduce((sum, { list }) => sum + list.hashes.length, 0)
  const joined: HashList = { hashes: new Float64Array(count), numbers: new Int32Array(count) }
  const places = parts.map(() => 0)
  for (let at = 0; at < count; at++) {
    let from = -1
    let least = Infinity
    for (const [index, { list }] of parts.entries()) {
      const hash = list.hashes[places[index] as number]
      if (hash !== undefined && hash < least) [from, least] = [index, hash]
    }
    const part = parts[from]
    if (!part) break
    const place = places[from] as number
    places[from] = place + 1
    joined.hashes[at] = least
    joined.numbers[at] = part.offset + (part.list.numbers[place] as number)
  }
  return joined
}

/** Bits of a filter for each hash, and probes of it: one text in a hundred that is not there passes. */
const bitsEach = 10
const probes = 6

/** A filter of Bloom: which hashes are not there, for sure. */
export function packFilter({ hashes }: HashList): Uint8Array {
  const bits = new Uint8Array(Math.ceil((hashes.length * bitsEach) / 8))
  for (const hash of hashes) {
    const [start, step] = placeOf(hash)
    for (let probe = 0, place = start; probe < probes; probe++, place = (place + step) >>> 0) {
      const bit = place % (bits.length * 8)
      bits[bit >>> 3] = (bits[bit >>> 3] as number) | (1 << (bit & 7))
    }
  }
  return bits
}

/** Whether a hash may be there. */
export function passesFilter(bits: Uint8Array, hash: number): boolean {
  const [start, step] = placeOf(hash)
  for (let probe = 0, place = start; probe < probes; probe++, place = (place + step) >>> 0) {
    const bit = place % (bits.length * 8)
    if (((bits[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return false
  }
  return bits.length > 0
}

function placeOf(hash: number): [place: number, step: number] {
  const [low, high] = [hash >>> 0, Math.floor(hash / 2 ** 32)]
  let place = Math.imul(low ^ (low >>> 16), 0x85ebca6b)
  place = Math.imul(place ^ (place >>> 13) ^ high, 0xc2b2ae35)
  return [(place ^ (place >>> 16)) >>> 0, (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b) | 1) >>> 0]
}
