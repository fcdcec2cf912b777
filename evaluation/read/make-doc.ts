/** A small DOC of Word 97, made of what a test wants to say of it. */

/** A change of properties: its code, and the bytes of its operand. */
export type Change = readonly [code: number, ...operand: number[]]

export interface DocPart {
  text: string
  /** Ends the paragraph, a cell or a section; none, where the paragraph goes on in the next part. */
  end?: '\r' | '\u0007' | '\f' | ''
  /** Of the paragraph. */
  paragraph?: readonly Change[]
  /** Of its characters. */
  characters?: readonly Change[]
}

export interface DocList {
  levels: ReadonlyArray<{ format: number; text: string; start?: number }>
  /** Levels that the uses of the list begin anew, one use for each. */
  uses: ReadonlyArray<ReadonlyArray<readonly [level: number, start: number]>>
}

export interface DocParts {
  body: readonly DocPart[]
  /** Texts of notes; the characters of the body that refer to them, and whether their marks are counted. */
  notes?: ReadonlyArray<{ parts: readonly DocPart[]; at: number; isCounted: boolean }>
  lists?: readonly DocList[]
  /** A byte a character, in Windows-1252. */
  inBytes?: boolean
}

const word = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff]
const number = (value: number): number[] => [...word(value), ...word(value >>> 16)]
const listOf = (changes: readonly Change[]): number[] => changes.flatMap(([code, ...operand]) => [...word(code), ...operand])

/** Characters of Windows-1252 that Unicode has elsewhere; no more than a test needs. */
const windows: ReadonlyMap<string, number> = new Map([['€', 0x80], ['…', 0x85], ['“', 0x93], ['”', 0x94], ['’', 0x92], ['–', 0x96], ['œ', 0x9c]])

/** Where the text begins in the stream of the document. */
const textStart = 1024

export function makeDoc({ body, notes = [], lists = [], inBytes = false }: DocParts): Uint8Array {
  const parts = [...body, ...notes.flatMap((note) => note.parts)].map((part) => ({ ...part, text: part.text + (part.end ?? '\r') }))
  const lengthOf = (some: readonly DocPart[]): number => some.reduce((sum, { text, end = '\r' }) => sum + text.length + end.length, 0)
  const characters = parts.map((part) => part.text).join('')
  const width = inBytes ? 1 : 2
  const text = inBytes ? Buffer.from([...characters].map((character) => windows.get(character) ?? character.charCodeAt(0))) : Buffer.from(characters, 'utf16le')
  const pages = Math.ceil((textStart + text.length) / 512)
  const document = Buffer.alloc(Math.max(4096, (pages + 2) * 512))
  text.copy(document, textStart)
  const bounds = [textStart]
  for (const part of parts) bounds.push((bounds.at(-1) ?? 0) + width * part.text.length)
  writePage(document, pages, bounds, parts.map(({ paragraph = [] }) => paragraph), 13)
  writePage(document, pages + 1, bounds, parts.map(({ characters = [] }) => characters), 1)

  const table: number[] = []
  const put = (place: number, bytes: readonly number[], counted = bytes.length): void => {
    document.writeUInt32LE(table.length, place)
    document.writeUInt32LE(counted, place + 4)
    for (const byte of bytes) table.push(byte)
  }
  document.writeUInt16LE(0xa5ec, 0)
  document.writeUInt16LE(0x200, 0x0a)
  document.writeUInt32LE(lengthOf(body), 0x4c)
  document.writeUInt32LE(lengthOf(notes.flatMap((note) => note.parts)), 0x50)
  put(0x1a2, [2, ...number(16), ...number(0), ...number(characters.length), ...word(0), ...number(inBytes ? 0x40000000 + 2 * textStart : textStart), ...word(0)])
  put(0x102, [...number(textStart), ...number(textStart + text.length), ...number(pages)])
  put(0xfa, [...number(textStart), ...number(textStart + text.length), ...number(pages + 1)])
  if (notes.length > 0) {
    put(0xaa, [...notes.flatMap(({ at }) => number(at)), ...number(lengthOf(body)), ...notes.flatMap(({ isCounted }) => word(isCounted ? 1 : 0))])
    const starts = notes.map((_, index) => lengthOf(notes.slice(0, index).flatMap((note) => note.parts)))
    const end = lengthOf(notes.flatMap((note) => note.parts))
    put(0xb2, [...starts, end, end].flatMap(number))
  }
  const definitions = lists.flatMap(({ levels }, index) => [...number(index + 1), ...Array.from({ length: 22 }, () => 0), levels.length === 1 ? 1 : 0, 0])
  const counted = [...word(lists.length), ...definitions]
  put(0x2e2, [...counted, ...lists.flatMap(({ levels }) => Array.from({ length: levels.length === 1 ? 1 : 9 }, (_, index) => levelOf(levels[index])).flat())], counted.length)
  const uses = lists.flatMap((list, index) => list.uses.map((starts) => ({ index, starts })))
  put(0x2ea, [
    ...number(uses.length),
    ...uses.flatMap(({ index, starts }) => [...number(index + 1), ...number(0), ...number(0), starts.length, 0, 0, 0]),
    ...uses.flatMap(({ starts }) => [...number(0xffffffff), ...starts.flatMap(([level, start]) => [...number(start), ...number(0x10 | level)])])
  ])
  return compoundFile([
    ['WordDocument', document],
    ['1Table', Buffer.concat([Buffer.from(table), Buffer.alloc(Math.max(0, 4096 - table.length))])]
  ])
}

function levelOf({ format, text, start = 1 }: DocList['levels'][number] = { format: 255, text: '' }): number[] {
  // `%1` stands for the number of the first level.
  const letters = text.replace(/%([1-9])/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1))
  return [...number(start), format, ...Array.from({ length: 23 }, () => 0), ...word(letters.length), ...[...letters].flatMap((letter) => word(letter.charCodeAt(0)))]
}

/** A page of properties: where each part begins, and its changes, written from the end of the page. */
function writePage(document: Buffer, page: number, bounds: readonly number[], changes: ReadonlyArray<readonly Change[]>, facts: number): void {
  const start = page * 512
  bounds.forEach((bound, index) => document.writeUInt32LE(bound, start + 4 * index))
  let free = 510
  changes.forEach((list, index) => {
    const bytes = facts === 13 ? [...word(0), ...listOf(list)] : listOf(list)
    const packed = facts !== 13 ? [bytes.length, ...bytes] : bytes.length % 2 === 1 ? [(bytes.length + 1) / 2, ...bytes] : [0, bytes.length / 2, ...bytes]
    free = (free - packed.length) & ~1
    Buffer.from(packed).copy(document, start + free)
    document.writeUInt8(free / 2, start + 4 * bounds.length + facts * index)
  })
  document.writeUInt8(changes.length, start + 511)
}

/** A compound file of streams of 4096 bytes and more; they and its tables take no more than 128 sectors. */
function compoundFile(streams: ReadonlyArray<readonly [name: string, bytes: Buffer]>): Uint8Array {
  const padded = streams.map(([name, bytes]) => ({ name, size: bytes.length, bytes: Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]) }))
  const sectors = Buffer.alloc(512, 0xff)
  const directory = Buffer.alloc(512)
  const entry = (index: number, name: string, type: number, [child, right, start, size]: readonly [number, number, number, number]): void => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE(2 * name.length + 2, at + 64)
    directory.writeUInt8(type, at + 66)
    directory.writeUInt32LE(0xffffffff, at + 68)
    directory.writeUInt32LE(right, at + 72)
    directory.writeUInt32LE(child, at + 76)
    directory.writeUInt32LE(start, at + 116)
    directory.writeUInt32LE(size, at + 120)
  }
  sectors.writeUInt32LE(0xfffffffd, 0)
  sectors.writeUInt32LE(0xfffffffe, 4)
  entry(0, 'Root Entry', 5, [1, 0xffffffff, 0xfffffffe, 0])
  let next = 2
  padded.forEach(({ name, size, bytes }, index) => {
    const count = bytes.length / 512
    entry(index + 1, name, 2, [0xffffffff, index + 1 < padded.length ? index + 2 : 0xffffffff, next, size])
    for (let sector = 0; sector < count; sector++) sectors.writeUInt32LE(sector === count - 1 ? 0xfffffffe : next + sector + 1, 4 * (next + sector))
    next += count
  })
  const head = Buffer.alloc(512, 0xff)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head)
  head.fill(0, 8, 76)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(1, 44)
  head.writeUInt32LE(1, 48)
  head.writeUInt32LE(4096, 56)
  head.writeUInt32LE(0xfffffffe, 60)
  head.writeUInt32LE(0xfffffffe, 68)
  head.writeUInt32LE(0, 76)
  return Buffer.concat([head, sectors, directory, ...padded.map(({ bytes }) => bytes)])
}
