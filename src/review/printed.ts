/** The printed page beside a row: what the page of a review asks of whoever has the files. */
import type { LanguageTag } from '../language/tag.ts'

/** Where a segment is printed. */
export interface PrintedPlace {
  /** From 0. */
  page: number
  /** How many pages there are. */
  pages: number
  /** Boxes on that page as shares of its width and height, from the left and the top. */
  boxes: Array<[x: number, y: number, width: number, height: number]>
}

/** Printed pages of versions, read when they are first asked for. */
export interface PrintedPages {
  /** The versions that have some. */
  languages: readonly LanguageTag[]
  /** The first page that a sentence of a document, by its number, stands on; `undefined` where its version has no pages, or no such sentence. */
  place: (document: number, language: LanguageTag, address: string) => Promise<PrintedPlace | undefined>
  /** A page, from 0, as a PNG; `undefined` where there is none. */
  picture: (document: number, language: LanguageTag, page: number) => Promise<Uint8Array | undefined>
}
