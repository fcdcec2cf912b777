import { headingOfStyle } from '../flow/heading-style.ts'
import { viewOf } from './compound-file.ts'
import { changeCharacters, changeParagraph, type CharacterFormat, type ParagraphFormat } from './formats.ts'
import { places, type WordFile } from './word-file.ts'

interface Style {
  name: string
  /** Built-in styles have numbers: 1 to 9 are headings. */
  number: number
  base: number
  paragraph: Uint8Array
  characters: Uint8Array
}

/** What a style says, with what it takes over. */
export interface StyleFormat {
  paragraph: ParagraphFormat
  characters: CharacterFormat
}

/** No style is based on this one: it is none. */
const noStyle = 0xfff

/** More styles than any chain has. */
const deepest = 20

/** The styles of a document, each with what it takes over from those that it is based on. */
export class StyleSheet {
  readonly #styles: Array<Style | undefined>
  readonly #resolved = new Map<number, StyleFormat>()
  readonly #data: Uint8Array

  constructor(file: WordFile) {
    this.#styles = readStyles(file.part(places.styles))
    this.#data = file.data
  }

  format(index: number, depth = 0): StyleFormat {
    const known = this.#resolved.get(index)
    const style = this.#styles[index]
    if (known) return known
    if (!style || depth > deepest) return { paragraph: {}, characters: {} }
    const base: StyleFormat = style.base === noStyle ? { paragraph: {}, characters: {} } : this.format(style.base, depth + 1)
    const heading = style.number >= 1 && style.number <= 9 ? style.number : headingOfStyle(style.name)
    const start = heading === undefined ? base.paragraph : { ...base.paragraph, outline: heading - 1 }
    const format = { paragraph: changeParagraph(start, style.paragraph, this.#data), characters: changeCharacters(base.characters, style.characters) }
    this.#resolved.set(index, format)
    return format
  }
}

function readStyles(sheet: Uint8Array): Array<Style | undefined> {
  if (sheet.length < 8) return []
  const view = viewOf(sheet)
  const head = view.getUint16(0, true)
  const [count, baseSize] = [view.getUint16(2, true), view.getUint16(4, true)]
  const styles: Array<Style | undefined> = []
  for (let at = 2 + head; styles.length < count && at + 2 <= sheet.length; ) {
    const length = view.getUint16(at, true)
    styles.push(length === 0 ? undefined : readStyle(sheet.subarray(at + 2, at + 2 + length), baseSize))
    at += 2 + length
  }
  return styles
}

function readStyle(bytes: Uint8Array, baseSize: number): Style | undefined {
  if (bytes.length < baseSize + 2 || baseSize < 10) return undefined
  const view = viewOf(bytes)
  const [kind, base] = [view.getUint16(2, true) & 0xf, view.getUint16(2, true) >> 4]
  const letters = view.getUint16(baseSize, true)
  let at = baseSize + 2
  const name = Buffer.from(bytes.subarray(at, at + 2 * letters)).toString('utf16le')
  at += 2 * letters + 2
  /** Its lists of changes, each with its length in front, at even places. */
  const next = (): Uint8Array => {
    if (at % 2 === 1) at++
    if (at + 2 > bytes.length) return new Uint8Array()
    const list = bytes.subarray(at + 2, at + 2 + view.getUint16(at, true))
    at += 2 + list.length
    return list
  }
  // Of a paragraph, its own number stands in front of the changes; a character style has none of paragraphs.
  const paragraph = kind === 1 ? next().subarray(2) : new Uint8Array()
  const characters = kind === 1 || kind === 2 ? next() : new Uint8Array()
  return { name: name.split(',')[0] ?? '', number: view.getUint16(0, true) & 0xfff, base, paragraph, characters }
}
