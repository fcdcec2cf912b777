import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { HexaplaError } from '../../message/report.ts'
import { damaged } from '../limits.ts'
import { Frame } from './frame.ts'
import { combining, Glyph, joinLigature, type GlyphPlace, type PageContent, type TextLook } from './glyph.ts'
import { drawnLines } from './paths.ts'
import { forgetPdfium, startPdfium, type Memory, type RawFunctions } from './start-pdfium.ts'

interface ObjectFacts extends TextLook {
  hidden: boolean
  /** What its lines are turned by, radians; a slant turns nothing. */
  angle: number
}

/** Pages that are read before the document is closed and opened anew: PDFium keeps what it has read of it. */
const pagesOfOpening = 100

/** More characters than any printed page has; beyond them a page is a bomb. */
const mostCharacters = 200_000

/** Of a page, from where on a picture is the page. */
const leastPictured = 0.5

/** Characters: a stamp or a page number is all that is printed on the picture of a page. */
const fewestPrinted = 40

/** What a large screen shows, about. */
const mostPixels = 8_000_000

/** A page as it is looked at: four bytes a pixel, red, green, blue and one that says nothing, in rows of `stride` bytes. */
export interface Pixels {
  width: number
  height: number
  /** Pixels a point. */
  scale: number
  stride: number
  bytes: Uint8Array
}

/** A PDF that is read page by page: an instance of PDFium with the file in its memory. */
export class PdfFile {
  readonly #module: WrappedPdfiumModule
  readonly #memory: Memory
  readonly #raw: RawFunctions
  readonly #name: string
  /** Where the file stands in its memory. */
  readonly #start: number
  readonly #length: number
  /** Room for eight numbers. */
  readonly #box: number
  #document: number
  /** Pages since the document was opened. */
  #read = 0
  readonly pages: number

  private constructor(module: WrappedPdfiumModule, bytes: Uint8Array, name: string) {
    this.#module = module
    this.#memory = module.pdfium as Memory
    this.#name = name
    this.#raw = this.#memory.wasmExports as unknown as RawFunctions
    this.#start = this.#raw.malloc(bytes.length)
    this.#length = bytes.length
    this.#box = this.#raw.malloc(64)
    this.#memory.HEAPU8.set(bytes, this.#start)
    this.#document = this.#load()
    this.pages = module.FPDF_GetPageCount(this.#document)
  }

  /** Opens a file; throws `read:damaged` or `read:encrypted` where it cannot be. */
  static async open(bytes: Uint8Array, name: string): Promise<PdfFile> {
    return new PdfFile(await startPdfium(), bytes, name)
  }

  /** Lets the program go that the next file would find compiled: for a process that has one long file to read. */
  static forgetProgram(): void {
    forgetPdfium()
  }

  #load(): number {
    const document = this.#module.FPDF_LoadMemDocument(this.#start, this.#length, '')
    if (document !== 0) return document
    // 4 and 5: a password, or a way to ask for it that is not known.
    const error = this.#module.FPDF_GetLastError()
    if (error === 4 || error === 5) throw new HexaplaError('read:encrypted', { file: this.#name }, this.#name)
    throw damaged(this.#name, 'its pages cannot be found: the file is cut or broken')
  }

  close(): void {
    this.#module.FPDF_CloseDocument(this.#document)
    this.#module.FPDF_DestroyLibrary()
  }

  /** What the file says of itself. */
  get properties(): { language: string | undefined; title: string | undefined } {
    const { FPDF_GetMetaText, FPDFCatalog_GetLanguage } = this.#module
    return {
      language: this.#wideText((room, length) => FPDFCatalog_GetLanguage(this.#document, room, length)),
      title: this.#wideText((room, length) => FPDF_GetMetaText(this.#document, 'Title', room, length))
    }
  }

  /** A text in UTF-16 with a zero behind it, which a function of PDFium writes and tells the bytes of; none where it is longer than any is. */
  #wideText(write: (room: number, length: number) => number): string | undefined {
    const length = write(0, 0)
    if (length <= 2 || length > 2000) return undefined
    const room = this.#raw.malloc(length)
    write(room, length)
    const text = new TextDecoder('utf-16le').decode(this.#memory.HEAPU8.subarray(room, room + length - 2))
    this.#raw.free(room)
    return text
  }

  /** What a page shows, from 0. */
  page(index: number): PageContent {
    return this.#withPage(index, (page) => this.#content(page))
  }

  /** A picture of a page, from 0, as many pixels wide. */
  picture(index: number, width: number): Pixels {
    return this.#withPage(index, (page) => this.#draw(page, width))
  }

  #withPage<Result>(index: number, use: (page: number) => Result): Result {
    if (this.#read++ === pagesOfOpening) {
      this.#module.FPDF_CloseDocument(this.#document)
      this.#document = 0
      this.#document = this.#load()
      this.#read = 1
    }
    const page = this.#module.FPDF_LoadPage(this.#document, index)
    if (page === 0) throw damaged(this.#name, `page ${String(index + 1)} cannot be read`)
    try {
      return use(page)
    } finally {
      this.#module.FPDF_ClosePage(page)
    }
  }

  /** Draws a page on white, what is annotated too. */
  #draw(page: number, width: number): Pixels {
    const { FPDFBitmap_Create, FPDFBitmap_Destroy, FPDFBitmap_FillRect, FPDFBitmap_GetBuffer, FPDFBitmap_GetStride, FPDF_RenderPageBitmap } = this.#module
    const size = this.#frame(page).size
    // A page may be a ribbon: its picture is not.
    const scale = Math.min(width / size.width, Math.sqrt(mostPixels / (size.width * size.height)))
    const [across, down] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))]
    const bitmap = size.width > 0 && size.height > 0 ? FPDFBitmap_Create(across, down, 0) : 0
    if (bitmap === 0) throw damaged(this.#name, 'a page has no size')
    try {
      FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xffffffff)
      // 1: with annotations; 16: red first.
      FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, 1 | 16)
      const [from, stride] = [FPDFBitmap_GetBuffer(bitmap), FPDFBitmap_GetStride(bitmap)]
      return { width: across, height: down, scale, stride, bytes: this.#memory.HEAPU8.slice(from, from + stride * down) }
    } finally {
      FPDFBitmap_Destroy(bitmap)
    }
  }

  #content(page: number): PageContent {
    const frame = this.#frame(page)
    const text = this.#module.FPDFText_LoadPage(page)
    if (text === 0) return { ...frame.size, glyphs: [], rules: [], uprights: [] }
    try {
      const { rules, uprights, pictured } = drawnLines(this.#module, { at: this.#box, floats: (count) => this.#floats(count) }, page, frame)
      const { glyphs, hidden } = this.#glyphs(text, frame)
      const isPicture = pictured > leastPictured && glyphs.length - hidden.length < fewestPrinted
      const isRecognized = isPicture && hidden.length >= fewestPrinted
      // What a scanner recognized lies behind the picture that shows it.
      if (!isRecognized) for (const glyph of hidden) glyph.unseen = true
      return { ...frame.size, glyphs, rules, uprights, ...(isPicture ? { pictured: isRecognized ? 'recognized' : 'unread' } : {}) }
    } finally {
      this.#module.FPDFText_ClosePage(text)
    }
  }

  /** How coordinates of the file become points from the left and the top, whatever way the page is turned. */
  #frame(page: number): Frame {
    const { FPDF_GetPageBoundingBox, FPDFPage_GetRotation } = this.#module
    FPDF_GetPageBoundingBox(page, this.#box)
    const [left = 0, top = 0, right = 0, bottom = 0] = this.#floats(4)
    return new Frame({ left, top, right, bottom }, FPDFPage_GetRotation(page))
  }

  /** The characters of a page, those among them of which nothing is drawn once more. */
  #glyphs(text: number, frame: Frame): { glyphs: Glyph[]; hidden: Glyph[] } {
    // Called for every character, these are called as they are: what wraps them costs more than they do.
    const { FPDFText_GetCharOrigin: getOrigin, FPDFText_GetLooseCharBox: getBox, FPDFText_GetTextObject: getObject } = this.#raw
    const { FPDFText_CountChars: countChars, FPDFText_GetUnicode: getUnicode, FPDFText_IsGenerated: isGenerated } = this.#raw
    const count = countChars(text)
    if (count > mostCharacters) throw damaged(this.#name, `a page has ${String(count)} characters`)
    const objects = new Map<number, ObjectFacts>()
    const [glyphs, hidden]: [Glyph[], Glyph[]] = [[], []]
    const place: GlyphPlace = { x: 0, baseline: 0, left: 0, right: 0 }
    const [floats, doubles] = [this.#box >> 2, this.#box >> 3]
    const { width, height } = frame.size
    let before = 0
    for (let index = 0; index < count; index++) {
      const object = getObject(text, index)
      const code = getUnicode(text, index)
      // What PDFium makes up itself, spaces and line ends, is left out: gaps tell them better.
      if (object === 0 || code === 0 || code === 10 || code === 13 || isGenerated(text, index) === 1) continue
      if (getBox(text, index, this.#box) === 0) continue
      // The memory may have grown, and is another view then.
      const memory = this.#memory.HEAPF32
      const [from, to] = [memory[floats] ?? 0, memory[floats + 2] ?? 0]
      const [above, below] = [memory[floats + 1] ?? 0, memory[floats + 3] ?? 0]
      const [one, other] = [frame.x(from, above), frame.x(to, below)]
      place.left = Math.min(one, other)
      place.right = Math.max(one, other)
      const [start, end] = [frame.y(from, above), frame.y(to, below)]
      getOrigin(text, index, this.#box, this.#box + 8)
      const [x, y] = [this.#memory.HEAPF64[doubles] ?? 0, this.#memory.HEAPF64[doubles + 1] ?? 0]
      place.x = frame.x(x, y)
      place.baseline = frame.y(x, y)
      const character = characterOf(code)
      const isPiece = object === before && joinPiece(glyphs.at(-1), character, place)
      before = object
      if (isPiece) continue
      let facts = objects.get(object)
      if (!facts) objects.set(object, (facts = this.#facts(text, index, object)))
      const angle = facts.angle + frame.angle
      const turned = Math.abs(Math.sin(angle)) > 0.1 || Math.cos(angle) < 0
      const unseen = turned || place.right < 0 || place.left > width || Math.max(start, end) < 0 || Math.min(start, end) > height
      const glyph = new Glyph(character, facts, place, unseen)
      glyphs.push(glyph)
      if (facts.hidden) hidden.push(glyph)
    }
    return { glyphs, hidden }
  }

  #facts(text: number, index: number, object: number): ObjectFacts {
    const { FPDFText_GetFontSize, FPDFText_GetFontWeight, FPDFText_GetMatrix, FPDFTextObj_GetFont, FPDFTextObj_GetTextRenderMode, FPDFFont_GetBaseFontName } = this.#module
    FPDFText_GetMatrix(text, index, this.#box)
    const [a = 1, b = 0, c = 0, d = 1] = this.#floats(4)
    const angle = Math.atan2(b, a)
    // Across the line: a slant makes letters longer, not larger.
    const size = FPDFText_GetFontSize(text, index) * (Math.abs(a * d - b * c) / Math.hypot(a, b) || 1)
    const font = FPDFTextObj_GetFont(object)
    const length = font === 0 ? 0 : FPDFFont_GetBaseFontName(font, this.#box, 64)
    const name = length > 0 && length <= 64 ? this.#memory.UTF8ToString(this.#box) : ''
    // Modes 3 and 7 draw nothing.
    const mode = FPDFTextObj_GetTextRenderMode(object)
    return { size: Math.round(size * 10) / 10, bold: /bold|black|heavy/i.test(name) || FPDFText_GetFontWeight(text, index) >= 600, hidden: mode === 3 || mode === 7, angle }
  }

  #floats(count: number): Float32Array {
    return this.#memory.HEAPF32.subarray(this.#box >> 2, (this.#box >> 2) + count)
  }
}

/**
 * Adds a character to the one before it in its text object where both have one box: they are drawn as one, be they alike (`ff`) or
 * not. What is drawn twice to look bold is of two objects.
 */
function joinPiece(glyph: Glyph | undefined, character: string, { x, baseline, left, right }: GlyphPlace): boolean {
  if (glyph?.x !== x || glyph.baseline !== baseline || glyph.left !== left || glyph.right !== right) return false
  if (character.trim() === '' || glyph.text.trim() === '' || combining.test(character)) return false
  glyph.text = joinLigature(glyph.text, character)
  return true
}

/** PDFium writes U+0002 for a hyphen at the end of a line. */
function characterOf(code: number): string {
  if (code === 2 || code === 0xfffe) return '-'
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code)
}
