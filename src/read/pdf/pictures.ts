import { PdfFile } from './engine.ts'
import { encodePng } from './png.ts'

/** A page as it is printed. */
export interface PagePicture {
  png: Uint8Array
  /** Pixels. */
  width: number
  height: number
  /** Pixels a point: a box of the source times it is a box of the picture. */
  scale: number
}

/** Pages of a PDF, drawn when they are asked for. It holds the file and an engine of 80 MB until it is closed. */
export class PagePictures {
  readonly #pdf: PdfFile

  private constructor(pdf: PdfFile) {
    this.#pdf = pdf
  }

  /** Opens a file; throws `read:damaged` or `read:encrypted` where it cannot be. */
  static async open(bytes: Uint8Array, name: string): Promise<PagePictures> {
    return new PagePictures(await PdfFile.open(bytes, name))
  }

  get pages(): number {
    return this.#pdf.pages
  }

  /** The picture of a page, from 0, as many pixels wide. Throws a `RangeError` for a page that is not there. */
  picture(page: number, width = 1200): Promise<PagePicture> {
    if (!(page >= 0 && page < this.pages && Number.isInteger(page))) throw new RangeError(`Unexpected page ${String(page)}, expected 0 to ${String(this.pages - 1)}`)
    return Promise.resolve().then(() => {
      const pixels = this.#pdf.picture(page, width)
      return { png: encodePng(pixels), width: pixels.width, height: pixels.height, scale: pixels.scale }
    })
  }

  close(): void {
    this.#pdf.close()
  }
}
