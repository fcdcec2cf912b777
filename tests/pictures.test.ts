import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { makePdf } from '../evaluation/read/make-pdf.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { boxesOf, openPictures, readDocument, type PageBox, type PagePicture } from '../src/reading.ts'
import { offsets } from '../src/tree/place.ts'

const corpus = path.resolve(import.meta.dirname, '../corpus')
const line = (y: number, text: string, x = 72): string => `BT /F 11 Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET\n`

/** The pixels of a PNG as `encodePng` writes it: bytes a pixel, and the rows. */
function decode({ png, width, height }: PagePicture): { channels: number; dark: (x: number, y: number) => boolean } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  expect([view.getUint32(16), view.getUint32(20), png[24]]).toEqual([width, height, 8])
  const channels = png[25] === 0 ? 1 : 3
  const rows = inflateSync(png.subarray(41, 41 + view.getUint32(33)))
  expect(rows.length).toBe(height * (1 + channels * width))
  return { channels, dark: (x, y) => (rows[y * (1 + channels * width) + 1 + channels * x] ?? 255) < 160 }
}

/** How many dark pixels a picture has, and how many of them stand in boxes. */
function countDark(picture: PagePicture, { dark }: ReturnType<typeof decode>, boxes: readonly PageBox[]): { all: number; within: number } {
  const found = { all: 0, within: 0 }
  for (let y = 0; y < picture.height; y++) {
    // Letters reach a point below the box of their line, and a pixel is no point.
    const top = y / picture.scale
    const own = boxes.filter((box) => top > box.y - 2 && top < box.y + box.height + 3)
    for (let x = 0; x < picture.width; x++) {
      if (!dark(x, y)) continue
      found.all++
      const left = x / picture.scale
      if (own.some((box) => left > box.x - 2 && left < box.x + box.width + 2)) found.within++
    }
  }
  return found
}

describe('pages as pictures', () => {
  it('boxes of the lines hold what is printed', async () => {
    const pdf = makePdf(line(720, 'First line of it.') + line(600, 'Another, to the right.', 300), line(500, 'On the second page.'))
    const pictures = await openPictures(gzipSync(pdf), { name: 'a.pdf.gz' })
    const source = await readDocument(pdf)
    if (!pictures || typeof source === 'string') throw new Error('Unexpected text, expected a PDF')
    expect(pictures.pages).toBe(2)
    for (const page of [1, 0]) {
      const picture = await pictures.picture(page, 595)
      expect([picture.width, picture.height, picture.scale]).toEqual([595, 842, 1])
      const { all, within } = countDark(picture, decode(picture), boxesOf(source, 0, source.text.length).filter((box) => box.page === page))
      expect(all).toBeGreaterThan(50)
      expect(within).toBe(all)
    }
    pictures.close()
  })

  it('boxes of a stretch are those of its lines', async () => {
    const source = await readDocument(makePdf(line(720, 'First line of it.') + line(600, 'Another.'), line(500, 'On the second page.')))
    if (typeof source === 'string') throw new Error('Unexpected text, expected a source')
    const at = source.text.indexOf('Another')
    expect(boxesOf(source, at + 1, at + 3)).toEqual([{ page: 0, x: 72, y: 233.2, width: 41.6, height: 11 }])
    expect(boxesOf(source, at, source.text.length).map(({ page }) => page)).toEqual([0, 1])
    expect(boxesOf(source, at, at)).toEqual([])
  })

  it.each(['cd-note-verbale-belarus-2019/files/es.pdf', 'decision-tide-gauge-calendar/files/ar.pdf', 'decision-tide-gauge-calendar/files/fr.pdf'])('blocks of %s lead to their letters', async (file) => {
    const bytes = readFileSync(path.join(corpus, file))
    const [source, pictures] = [await readDocument(bytes), await openPictures(bytes)]
    if (!pictures || typeof source === 'string') throw new Error('Unexpected text, expected a PDF')
    const blocks = readVersion(source).children.flatMap((block) => (block.type !== 'furniture' && block.position ? [boxesOf(source, ...offsets(block.position))] : []))
    expect(blocks.length).toBeGreaterThan(5)
    const picture = await pictures.picture(0, 500)
    const pixels = decode(picture)
    for (const boxes of blocks) {
      expect(boxes.length).toBeGreaterThan(0)
      const printed = boxes.filter(({ page }) => page === 0)
      if (printed.length > 0) expect(countDark(picture, pixels, printed).within).toBeGreaterThan(10)
    }
    pictures.close()
  })

  it('a coloured page has colours, a ribbon no more pixels than others', async () => {
    const pictures = await openPictures(makePdf(`1 0 0 rg ${line(720, 'Red.')}`))
    const picture = await pictures?.picture(0, 100)
    expect(picture && decode(picture).channels).toBe(3)
    const { width = 0, height = 0 } = (await pictures?.picture(0, 100_000)) ?? {}
    expect(width * height).toBeLessThan(8_010_000)
    pictures?.close()
  })

  it('no page that is not there; no pages in other formats', async () => {
    const pictures = await openPictures(makePdf(line(720, 'Text.')))
    for (const page of [-1, 1, 0.5, Number.NaN]) expect(() => pictures?.picture(page)).toThrow(RangeError)
    pictures?.close()
    expect(await openPictures(Buffer.from('1. Text.\n'))).toBeUndefined()
    expect(await openPictures(readFileSync(path.join(corpus, 'cd-note-verbale-belarus-2019/files/en.docx')))).toBeUndefined()
    await expect(openPictures(Buffer.from('%PDF-1.4 broken'), { name: 'b.pdf' })).rejects.toMatchObject({ id: 'read:damaged' })
  })
})
