import { headingOfStyle } from '../flow/heading-style.ts'
import { pageOfCharset } from './code-page.ts'
import type { Destination } from './words.ts'

/** The fonts and styles that a file defines, and the code pages that its bytes are read by. */
export class Definitions {
  readonly #pages = new Map<number, number>()
  readonly #symbolFonts = new Map<number, string>()
  readonly #headings = new Map<number, number>()
  #page = 1252
  #plainFont = 0
  /** Font or style whose definition is read, and its name so far. */
  #defined = 0
  #outline: number | undefined
  #name = ''

  /** Number of the font of plain text. */
  get plainFont(): number {
    return this.#plainFont
  }

  /** Code page of the bytes that are set in a font. */
  pageOf(font: number): number {
    return this.#pages.get(font) ?? this.#page
  }

  /** Name of a font, where its characters are signs; `undefined` for fonts of letters. */
  symbolFontOf(font: number): string | undefined {
    return this.#symbolFonts.get(font)
  }

  /** Level of the headings that a style sets, from 1; `undefined` where it sets none. */
  headingOf(style: number): number | undefined {
    return this.#headings.get(style)
  }

  /** A control word, where it is one of a definition or of the whole file. */
  take(name: string, value: number | undefined, destination: Destination): void {
    switch (name) {
      case 'f':
        if (destination === 'font') this.#defined = value ?? 0
        return
      case 's':
        if (destination === 'style') this.#defined = value ?? 0
        return
      case 'outlinelevel':
        if (destination === 'style') this.#outline = value
        return
      case 'ansicpg':
        this.#page = value ?? 1252
        return
      case 'mac':
        this.#page = 10000
        return
      case 'deff':
        this.#plainFont = value ?? 0
        return
      case 'fcharset':
        this.#takeCharset(value)
        return
      case 'cpg':
        if (destination === 'font') this.#pages.set(this.#defined, value ?? 1252)
    }
  }

  /** A table of fonts or styles begins. */
  begin(): void {
    this.#name = ''
  }

  /** Text of a definition: a semicolon ends it. */
  addName(text: string, destination: 'font' | 'style'): void {
    this.#name += text
    if (text.includes(';')) this.end(destination)
  }

  /** Ends a definition. */
  end(destination: 'font' | 'style'): void {
    const name = (this.#name.split(';')[0] ?? '').trim()
    this.#name = ''
    if (name === '') return
    if (destination === 'font') {
      if (/^(?:symbol|wingdings)/i.test(name)) this.#symbolFonts.set(this.#defined, name)
      return
    }
    const heading = headingOfStyle(name) ?? outlineHeading(this.#outline)
    if (heading !== undefined) this.#headings.set(this.#defined, heading)
    this.#outline = undefined
    this.#defined = 0
  }

  #takeCharset(value: number | undefined): void {
    if (value === 2) {
      this.#symbolFonts.set(this.#defined, 'symbol')
      return
    }
    const page = pageOfCharset(value ?? 0)
    // Character set 0 is that of the whole file.
    if (page !== undefined && value !== 0) this.#pages.set(this.#defined, page)
  }
}

/** Level of a heading by its level in the outline, which begins with 0; the tenth is that of the text. */
export function outlineHeading(outline: number | undefined): number | undefined {
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined
}
