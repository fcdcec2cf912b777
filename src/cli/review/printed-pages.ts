/** The pages of the PDFs that the versions of a review were read from, for its page. */
import path from 'node:path'
import type { InputFile, ReadingOptions } from '../../collection/read-version.ts'
import { memoryFormatOf } from '../../pipeline/convert.ts'
import { decodeFile, readTree } from '../../collection/read-version.ts'
import type { LanguageTag } from '../../language/tag.ts'
import { silent } from '../../message/report.ts'
import { boxesOf, openPictures, type PageBox, type PagePicture, type PagePictures } from '../../reading.ts'
import type { PrintedPages, PrintedPlace, Row, Table } from '../../review/index.ts'
import { offsets } from '../../tree/place.ts'
import { toText } from '../../tree/text.ts'
import { walkSentenceParents } from '../../tree/walk.ts'
import { readBytes } from '../input/read-input.ts'

/** Pictures that are kept: going back and forth draws nothing twice. */
const mostKept = 12
/** Files that are tried for a version that says of none which it was read from. */
const mostTried = 12
/** Sentences of a version that are compared with those of a file, and the share that must stand at the same addresses. */
const mostCompared = 300
const leastAlike = 0.6

/** A PDF that was read. */
interface Printed {
  pictures: PagePictures
  /** Boxes and texts by the address of a sentence. */
  boxes: Map<string, PageBox[]>
  texts: Map<string, string>
}

/** The printed pages of the documents of a table, among PDFs: each version has the file of its name whose sentences are its own. */
export function printedPages(files: readonly string[], { documents, rows }: Table, options: ReadingOptions): PrintedPages {
  const read = new Map<string, Promise<Printed | undefined>>()
  const found = new Map<string, Promise<Printed | undefined>>()
  const kept = new Map<string, Promise<PagePicture>>()

  function open(file: string): Promise<Printed | undefined> {
    const known = read.get(file) ?? openPrinted(file, options)
    read.set(file, known)
    return known
  }

  function candidates(document: number, language: LanguageTag): string[] {
    const name = documents[document]?.versions[language]?.file
    const named = files.filter((file) => path.basename(file) === name)
    // Many memories name no file, or themselves.
    const isUnsaid = name === undefined || memoryFormatOf(name) !== undefined
    return named.length === 0 && isUnsaid && files.length <= mostTried ? [...files] : named
  }

  function printed(document: number, language: LanguageTag): Promise<Printed | undefined> {
    const key = `${document} ${language}`
    const known = found.get(key) ?? likest(candidates(document, language), rows.filter((row) => row.document === document), language, open)
    found.set(key, known)
    return known
  }

  function draw(key: string, { pictures }: Printed, page: number): Promise<PagePicture> {
    const own = `${key} ${page}`
    const picture = kept.get(own) ?? pictures.picture(page)
    kept.delete(own)
    kept.set(own, picture)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return picture
  }

  return {
    languages: [...new Set(documents.flatMap(({ versions }, document) => Object.keys(versions).filter((language) => candidates(document, language).length > 0)))],
    place: async (document, language, address) => {
      const own = await printed(document, language)
      const boxes = own?.boxes.get(address) ?? []
      const [first] = boxes
      return own && first ? placeOf(boxes.filter(({ page }) => page === first.page), first.page, own.pictures.pages, await draw(`${document} ${language}`, own, first.page)) : undefined
    },
    picture: async (document, language, page) => {
      const own = await printed(document, language)
      return own && Number.isInteger(page) && page >= 0 && page < own.pictures.pages ? (await draw(`${document} ${language}`, own, page)).png : undefined
    }
  }
}

/** Whether a file is called as a PDF is. */
export function isPdf(file: string): boolean {
  return /\.pdf(?:\.gz)?$/iu.test(file)
}

/** The file most of whose sentences are those of a version, at the same addresses. */
async function likest(files: readonly string[], rows: readonly Row[], language: LanguageTag, open: (file: string) => Promise<Printed | undefined>): Promise<Printed | undefined> {
  const segments = rows.flatMap(({ cells }) => cells[language] ?? []).slice(0, mostCompared)
  let best: { printed: Printed; share: number } | undefined
  for (const file of files) {
    const printed = await open(file)
    if (!printed) continue
    const share = segments.filter(({ address, text }) => printed.texts.get(address) === plain(text)).length / Math.max(1, segments.length)
    if (share >= leastAlike && share > (best?.share ?? 0)) best = { printed, share }
  }
  return best?.printed
}

/** A text without what a format may change of it. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00AD]+/gu, '')
}

function placeOf(boxes: readonly PageBox[], page: number, pages: number, { width, height, scale }: PagePicture): PrintedPlace {
  const share = (points: number, pixels: number): number => Math.round((10_000 * points * scale) / pixels) / 10_000
  return { page, pages, boxes: boxes.map((box) => [share(box.x, width), share(box.y, height), share(box.width, width), share(box.height, height)]) }
}

async function openPrinted(file: string, options: ReadingOptions): Promise<Printed | undefined> {
  const input: InputFile = { path: file, bytes: await readBytes(file) }
  const source = await decodeFile(input, options, silent)
  const pictures = await openPictures(input.bytes, { name: file, ...(options.limit === undefined ? {} : { limits: options.limit }) })
  if (typeof source === 'string' || pictures === undefined) return undefined
  const boxes = new Map<string, PageBox[]>()
  const texts = new Map<string, string>()
  for (const block of walkSentenceParents(readTree(source, file, options, silent).children)) {
    for (const sentence of block.children) {
      const { data, children } = sentence
      // A note in the midst of a sentence is none of it: the boxes are those of its texts.
      const own = children.flatMap(({ position }) => (position ? boxesOf(source, ...offsets(position)) : []))
      const addresses = [data?.address, block.data?.address].filter((address) => address !== undefined)
      for (const address of addresses) {
        boxes.set(address, [...(boxes.get(address) ?? []), ...own])
        texts.set(address, `${texts.get(address) ?? ''}${plain(toText(sentence))}`)
      }
    }
  }
  return { pictures, boxes, texts }
}
