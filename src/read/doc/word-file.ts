import { partitionPoint } from '../../tree/partition-point.ts'
import { decode } from '../decode.ts'
import { viewOf, type CompoundFile } from './compound-file.ts'

/** Offsets in the stream of the document: of its flags, of the lengths of its texts, and of the places of its tables. */
export const places = {
  flags: 0x0a,
  lengths: 0x4c,
  styles: 0xa2,
  footnoteMarks: 0xaa,
  footnotes: 0xb2,
  sections: 0xca,
  headers: 0xf2,
  characters: 0xfa,
  paragraphs: 0x102,
  fonts: 0x112,
  settings: 0x192,
  pieces: 0x1a2,
  endnoteMarks: 0x20a,
  endnotes: 0x212,
  boxes: 0x25a,
  lists: 0x2e2,
  listUses: 0x2ea
} as const

/** The texts of a document, in the order in which they stand in it. */
const texts = ['body', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes', 'headerBoxes'] as const
type TextName = (typeof texts)[number]

/** How often the pieces may hold the bytes of the document over: a piece that was moved or copied is written once. */
const mostPieces = 4

/** A piece of the text: its characters, and where their bytes stand in the stream of the document, one or two to a character. */
export interface Piece {
  /** First character. */
  from: number
  to: number
  start: number
  bytesPerCharacter: 1 | 2
  /** Changes to all that it holds, since a document was saved in haste. */
  modifiers: Uint8Array
}

/** The streams of a document of Word 97 to 2003. Throws an `Error` where they are missing, or where what they say points outside of them. */
export class WordFile {
  readonly document: Uint8Array
  readonly table: Uint8Array
  /** Properties that are too long for their page. */
  readonly data: Uint8Array
  readonly view: DataView
  readonly tableView: DataView
  readonly pieces: readonly Piece[]
  /** All characters of all texts. */
  readonly text: string

  constructor({ streams }: CompoundFile) {
    const document = streams.get('WordDocument')
    if (!document) throw new Error('it holds no document of Word')
    this.document = document
    this.view = viewOf(document)
    if (this.view.getUint16(0, true) !== 0xa5ec) throw new Error('it is of Word 6 or 95')
    const table = streams.get((this.view.getUint16(places.flags, true) & 0x200) === 0 ? '0Table' : '1Table')
    if (!table) throw new Error('the tables of its document are missing')
    this.table = table
    this.tableView = viewOf(table)
    this.data = streams.get('Data') ?? new Uint8Array()
    this.pieces = this.#readPieces()
    this.text = this.pieces.map((piece) => this.#decode(piece)).join('')
    if (this.range('headerBoxes').to > this.text.length) throw new Error('its pieces are shorter than its text')
  }

  /** Whether it has a password. */
  static isEncrypted({ streams }: CompoundFile): boolean {
    const document = streams.get('WordDocument')
    return document !== undefined && (viewOf(document).getUint16(places.flags, true) & 0x100) !== 0
  }

  /** First character of a text, and the one behind its last. */
  range(name: TextName): { from: number; to: number } {
    let from = 0
    for (const [index, one] of texts.entries()) {
      const to = from + this.view.getUint32(places.lengths + 4 * index, true)
      if (one === name) return { from, to }
      from = to
    }
    return { from, to: from }
  }

  /** A table of the document by its place; empty where there is none. */
  part(place: number): Uint8Array {
    const [start, length] = [this.view.getUint32(place, true), this.view.getUint32(place + 4, true)]
    if (length > 0 && start + length > this.table.length) throw new Error('a table of its document is cut off')
    return this.table.subarray(start, start + length)
  }

  /** A table of places in a text, with some bytes about what stands between each two. Throws where they run backwards. */
  ranges(place: number, size: number): { places: number[]; facts: DataView } {
    const part = this.part(place)
    const count = Math.max(0, Math.floor((part.length - 4) / (4 + size)))
    const numbers = part.length < 4 ? [] : numbersAt(viewOf(part), 0, count + 1)
    // What headers have is looked at one by one.
    if (place !== places.headers && !ascends(numbers)) throw new Error('a table of its document runs backwards')
    return { places: numbers, facts: viewOf(part.subarray(4 * numbers.length)) }
  }

  /** The piece of a character. */
  pieceOf(character: number): Piece | undefined {
    return this.pieces[partitionPoint(this.pieces.length, (index) => (this.pieces[index]?.to ?? Infinity) <= character)]
  }

  #decode({ from, to, start, bytesPerCharacter }: Piece): string {
    const bytes = this.document.subarray(start, start + (to - from) * bytesPerCharacter)
    return bytesPerCharacter === 2 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le') : decode(bytes, 'windows-1252')
  }

  /** The pieces of the text in its order; lists of changes stand in front of their table. */
  #readPieces(): Piece[] {
    const table = this.tableView
    const lists: Uint8Array[] = []
    let at = this.view.getUint32(places.pieces, true)
    while (table.getUint8(at) === 1) {
      const length = table.getUint16(at + 1, true)
      lists.push(this.table.subarray(at + 3, at + 3 + length))
      at += 3 + length
    }
    const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12)
    const first = at + 5
    if (count < 1 || first + (count + 1) * 4 + count * 8 > table.byteLength) throw new Error('its table of pieces is cut off')
    const bounds = numbersAt(table, first, count + 1)
    if (bounds[0] !== 0 || !ascends(bounds)) throw new Error('its pieces run backwards')
    const pieces = bounds.slice(1).map((to, index): Piece => {
      const facts = first + (count + 1) * 4 + index * 8
      const place = table.getUint32(facts + 2, true)
      const change = table.getUint16(facts + 6, true)
      const bytesPerCharacter = (place & 0x40000000) === 0 ? 2 : 1
      const modifiers = (change & 1) === 1 ? (lists[change >> 1] ?? noModifiers) : noModifiers
      return { from: bounds[index] ?? 0, to, start: bytesPerCharacter === 2 ? place : Math.floor((place - 0x40000000) / 2), bytesPerCharacter, modifiers }
    })
    const sizeOf = ({ from, to, bytesPerCharacter }: Piece): number => (to - from) * bytesPerCharacter
    if (pieces.some((piece) => piece.start + sizeOf(piece) > this.document.length)) throw new Error('a piece of its text lies outside of it')
    if (pieces.reduce((sum, piece) => sum + sizeOf(piece), 0) > mostPieces * this.document.length) throw new Error('its pieces hold its text over and over')
    return pieces
  }
}

const noModifiers = new Uint8Array()

/** Numbers of four bytes. */
export function numbersAt(view: DataView, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint32(start + 4 * index, true))
}

function ascends(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))
}
