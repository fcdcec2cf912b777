/** The pages of the PDFs among the files of a document, for the page of a review. */
import type { InputFile, ReadingOptions } from '../collection/read-version.ts'
import { decodeFile, readTree } from '../collection/read-version.ts'
import type { LanguageTag } from '../language/tag.ts'
import { silent } from '../message/report.ts'
import { boxesOf, openPictures, type PageBox, type PagePicture, type PagePictures } from '../reading.ts'
import type { PrintedPages, PrintedPlace } from '../review/index.ts'
import { offsets } from '../tree/place.ts'
import { walkSentenceParents } from '../tree/walk.ts'
import { readBytes } from './read-input.ts'

/** Pictures that are kept: going back and forth draws nothing twice. */
const mostKept = 12

/** A PDF that was read. */
interface Printed {
  pictures: PagePictures
  /** Boxes by the address of a sentence. */
  boxes: Map<string, PageBox[]>
}

/** The printed pages of a document; `files` are the PDFs among its versions, by language. */
export function printedPages(files: ReadonlyMap<LanguageTag, string>, options: ReadingOptions): PrintedPages {
  const opened = new Map<LanguageTag, Promise<Printed | undefined>>()
  const kept = new Map<string, Promise<PagePicture>>()

  function printed(language: LanguageTag): Promise<Printed | undefined> {
    const file = files.get(language)
    const known = opened.get(language) ?? (file === undefined ? Promise.resolve(undefined) : openPrinted(file, options))
    opened.set(language, known)
    return known
  }

  function draw(language: LanguageTag, { pictures }: Printed, page: number): Promise<PagePicture> {
    const key = `${language} ${String(page)}`
    const picture = kept.get(key) ?? pictures.picture(page)
    kept.delete(key)
    kept.set(key, picture)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return picture
  }

  return {
    languages: [...files.keys()],
    place: async (language, address) => {
      const own = await printed(language)
      const boxes = own?.boxes.get(address) ?? []
      const [first] = boxes
      return own && first ? placeOf(boxes.filter(({ page }) => page === first.page), first.page, own.pictures.pages, await draw(language, own, first.page)) : undefined
    },
    picture: async (language, page) => {
      const own = await printed(language)
      return own && Number.isInteger(page) && page >= 0 && page < own.pictures.pages ? (await draw(language, own, page)).png : undefined
    }
  }
}

function placeOf(boxes: readonly PageBox[], page: number, pages: number, { width, height, scale }: PagePicture): PrintedPlace {
  const share = (points: number, pixels: number): number => Math.round((10_000 * points * scale) / pixels) / 10_000
  return { page, pages, boxes: boxes.map((box) => [share(box.x, width), share(box.y, height), share(box.width, width), share(box.height, height)]) }
}

async function openPrinted(path: string, options: ReadingOptions): Promise<Printed | undefined> {
  const input: InputFile = { path, bytes: await readBytes(path) }
  const source = await decodeFile(input, options, silent)
  const pictures = await openPictures(input.bytes, { name: path, ...(options.limit === undefined ? {} : { limits: options.limit }) })
  if (typeof source === 'string' || pictures === undefined) return undefined
  const boxes = new Map<string, PageBox[]>()
  for (const block of walkSentenceParents(readTree(source, path, options, silent).children)) {
    for (const { data, children } of block.children) {
      // A note in the midst of a sentence is none of it: the boxes are those of its texts.
      const own = children.flatMap(({ position }) => (position ? boxesOf(source, ...offsets(position)) : []))
      for (const address of [data?.address, block.data?.address]) if (address !== undefined) boxes.set(address, [...(boxes.get(address) ?? []), ...own])
    }
  }
  return { pictures, boxes }
}
