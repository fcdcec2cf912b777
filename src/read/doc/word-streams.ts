import { viewOf, type CompoundFile } from './compound-file.ts'

/** Offsets in the stream of the document: of flags, lengths and the places of tables. */
const document = { flags: 0x0a, bodyLength: 0x4c, headers: 0xf2, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 }

/** Bytes of a page of properties. */
const page = 512

/** How often the pieces may hold the bytes of the document over: a piece that was moved or copied is written once. */
const mostPieces = 4

/** Fields inside each other, and characters of a field before its end: the package takes a time that grows with the square of both. */
const mostFields = 1000
const longestField = 20_000

/** A piece of the text: where its bytes stand in the stream of the document, one or two to a character. */
interface Piece {
  start: number
  /** Bytes. */
  size: number
  bytesPerCharacter: 1 | 2
}

/** Whether a document of Word has a password. */
export function isEncrypted({ streams }: CompoundFile): boolean {
  const text = streams.get('WordDocument')
  return text !== undefined && (viewOf(text).getUint16(document.flags, true) & 0x100) !== 0
}

/**
 * The pieces of the text of a document of Word. Throws an `Error` where its tables point outside of it or run backwards.
 *
 * Ranges that run backwards would double the text each time that they are filled.
 */
export function checkWordStreams({ streams }: CompoundFile): Piece[] {
  const text = streams.get('WordDocument')
  if (!text) throw new Error('it holds no document of Word')
  const view = viewOf(text)
  const table = streams.get((view.getUint16(document.flags, true) & 0x200) === 0 ? '0Table' : '1Table')
  if (!table) throw new Error('the tables of its document are missing')
  const tableView = viewOf(table)
  /** The numbers of a table whose place stands at an offset of the document. */
  const numbers = (offset: number): number[] => {
    const start = view.getUint32(offset, true)
    const length = view.getUint32(offset + 4, true)
    if (length > 0 && start + length > table.length) throw new Error('a table of its document is cut off')
    return numbersAt(tableView, start, Math.floor(length / 4))
  }
  const pieces = readPieces(tableView, view.getUint32(document.pieces, true), text.length)
  const length = pieces.reduce((sum, { size, bytesPerCharacter }) => sum + size / bytesPerCharacter, 0)
  if (view.getUint32(document.bodyLength, true) > length) throw new Error('its pieces are shorter than its text')
  checkFields(view, pieces)
  // The last number of the headers has no sense.
  if (!ascends(numbers(document.headers).slice(0, -1))) throw new Error('its headers run backwards')
  for (const offset of [document.characters, document.paragraphs]) {
    const all = numbers(offset)
    const pages = all.slice((all.length + 1) / 2)
    if (new Set(pages).size < pages.length) throw new Error('a page of its properties is named twice')
    for (const number of pages) {
      const runs = view.getUint8(number * page + page - 1)
      if ((runs + 1) * 4 > page || !ascends(numbersAt(view, number * page, runs + 1))) throw new Error('a page of its properties runs backwards')
    }
  }
  return pieces
}

/** The hyphen of Word that shows at the end of a line only. */
const softHyphen = 0x1f

/** The file with the soft hyphens of Word as those of Unicode: the package writes a word of its own in their place. */
export function withUnicodeHyphens(file: Buffer, compound: CompoundFile, pieces: readonly Piece[]): Buffer {
  const view = viewOf(compound.streams.get('WordDocument') ?? new Uint8Array())
  const mended = Buffer.from(file)
  for (const { start, size, bytesPerCharacter } of pieces)
    for (let at = start; at < start + size; at += bytesPerCharacter) {
      const character = bytesPerCharacter === 2 ? view.getUint16(at, true) : view.getUint8(at)
      const place = character === softHyphen ? compound.placeOf('WordDocument', at) : undefined
      if (place !== undefined) mended[place] = 0xad
    }
  return mended
}

/** The pieces of the text in its order. `start` is where their table stands, or properties before it. */
function readPieces(table: DataView, start: number, documentLength: number): Piece[] {
  let at = start
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true)
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12)
  const first = at + 5
  if (count < 1 || first + (count + 1) * 4 + count * 8 > table.byteLength) throw new Error('its table of pieces is cut off')
  const places = numbersAt(table, first, count + 1)
  if (!ascends(places)) throw new Error('its pieces run backwards')
  const pieces = places.slice(1).map((to, index): Piece => {
    const place = table.getUint32(first + (count + 1) * 4 + index * 8 + 2, true)
    const bytesPerCharacter = (place & 0x40000000) === 0 ? 2 : 1
    const size = (to - (places[index] ?? 0)) * bytesPerCharacter
    return { start: bytesPerCharacter === 2 ? place : Math.floor((place - 0x40000000) / 2), size, bytesPerCharacter }
  })
  if (pieces.some(({ start, size }) => start + size > documentLength)) throw new Error('a piece of its text lies outside of it')
  if (pieces.reduce((sum, { size }) => sum + size, 0) > mostPieces * documentLength) throw new Error('its pieces hold its text over and over')
  return pieces
}

/** Throws an `Error` for a text with a field that does not end, or with fields that nest without end. */
export function checkFields(text: DataView, pieces: readonly Piece[]): void {
  let depth = 0
  /** Characters since the last sign of a field. */
  let run = 0
  for (const { start, size, bytesPerCharacter } of pieces)
    for (let at = start; at < start + size; at += bytesPerCharacter) {
      const character = bytesPerCharacter === 2 ? text.getUint16(at, true) : text.getUint8(at)
      run = character >= fieldStart && character <= fieldEnd ? 0 : run + 1
      if (character === fieldStart) depth++
      else if (character === fieldEnd) depth = Math.max(0, depth - 1)
      if (depth > mostFields) throw new Error(`more than ${String(mostFields)} fields inside each other`)
      if (depth > 0 && run > longestField) throw new Error('a field of its text does not end')
    }
}

/** The signs around a field; the one between them parts its code from its result. */
const fieldStart = 0x13
const fieldEnd = 0x15

function numbersAt(view: DataView, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint32(start + 4 * index, true))
}

function ascends(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))
}
