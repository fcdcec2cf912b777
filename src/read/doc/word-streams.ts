import { viewOf, type CompoundFile } from './compound-file.ts'

/** Offsets in the stream of the document: of flags, lengths and the places of tables. */
const document = { flags: 0x0a, bodyLength: 0x4c, headers: 0xf2, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 }

/** Bytes of a page of properties. */
const page = 512

/** How often the pieces may hold the bytes of the document over: a piece that was moved or copied is written once. */
const mostPieces = 4

/**
 * Throws an `Error` where the tables of a document of Word point outside of it or run backwards.
 *
 * Ranges that run backwards would double the text each time that they are filled.
 */
export function checkWordStreams({ streams }: CompoundFile): void {
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
  const length = checkPieces(tableView, view.getUint32(document.pieces, true), text.length)
  if (view.getUint32(document.bodyLength, true) > length) throw new Error('its pieces are shorter than its text')
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
}

/** How many characters the pieces have. `start` is where their table stands, after properties that lead nowhere else. */
function checkPieces(table: DataView, start: number, documentLength: number): number {
  let at = start
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true)
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12)
  const first = at + 5
  if (count < 1 || first + (count + 1) * 4 + count * 8 > table.byteLength) throw new Error('its table of pieces is cut off')
  const places = numbersAt(table, first, count + 1)
  if (!ascends(places)) throw new Error('its pieces run backwards')
  let sum = 0
  for (const [index, to] of places.slice(1).entries()) {
    const place = table.getUint32(first + (count + 1) * 4 + index * 8 + 2, true)
    const narrow = (place & 0x40000000) !== 0
    const size = (to - (places[index] ?? 0)) * (narrow ? 1 : 2)
    if ((narrow ? (place - 0x40000000) / 2 : place) + size > documentLength) throw new Error('a piece of its text lies outside of it')
    sum += size
  }
  if (sum > mostPieces * documentLength) throw new Error('its pieces hold its text over and over')
  return places.at(-1) ?? 0
}

function numbersAt(view: DataView, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint32(start + 4 * index, true))
}

function ascends(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))
}
