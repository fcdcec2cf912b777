import { HexaplaError, silent, type Report } from '../../message/report.ts'
import type { Source } from '../../source/source.ts'
import { damaged, readLimits, tooLarge, type ReadLimits, type TimeLimit } from '../limits.ts'
import { withProperties, type GivenProperties } from '../properties.ts'
import { composePages } from './compose.ts'
import { PdfFile } from './engine.ts'
import { legibleShare } from './legibility.ts'
import type { PdfPage } from './line.ts'
import { layOut, readPage, type PageLayout, type Progress } from './page.ts'
import type { TableShape } from './tables.ts'

/** How many pages are read, and what is done now and then between them, and when they are read. */
export interface PdfReading extends Pick<ReadLimits, 'pages'> {
  rest?: ((ended?: 'stage') => void) | undefined
}

/** Of a page in one of the six languages hardly anything cannot be read; under this share something is wrong. */
const fewestLegible = 0.95

/** Pages between two rests. */
const restingPages = 10

/**
 * A PDF to a source, by the geometry of its pages: order of reading, columns, running heads, notes, paragraphs, ruled tables.
 *
 * Throws `read:scan` where pages are pictures, `read:encrypted`, `read:damaged`, `read:too-large`.
 */
export async function readPdf(bytes: Uint8Array, file: string, reading: PdfReading = readLimits, report: Report = silent, time?: TimeLimit): Promise<Source> {
  const { pages, properties } = await readPages(bytes, file, reading, report, time)
  if (reading.rest) {
    PdfFile.forgetProgram()
    reading.rest('stage')
  }
  return withProperties(composePages(pages), () => properties)
}

/** What is read of a file; nothing of PDFium is in use behind it. */
interface PdfPages {
  pages: PdfPage[]
  properties: GivenProperties
}

async function readPages(bytes: Uint8Array, file: string, { pages: most, rest }: PdfReading, report: Report, time: TimeLimit | undefined): Promise<PdfPages> {
  const pdf = await PdfFile.open(bytes, file)
  try {
    if (pdf.pages > most) throw tooLarge(file, 'pages', most)
    if (pdf.pages === 0) throw damaged(file, 'it has no pages')
    const pages: PdfPage[] = []
    const progress: Progress = { rtl: false, tables: 0, mirrored: 0 }
    const pictured: Pictured = { recognized: [], unread: [] }
    let before: TableShape | undefined
    let next: PageLayout | undefined
    for (let index = 0; index < pdf.pages; index++) {
      time?.check()
      if (index % restingPages === restingPages - 1) rest?.()
      const own = next ?? layOut(pdf.page(index))
      // Only a table that may go over asks for the page behind: two pages take more than twice the room of one.
      next = own.last && index + 1 < pdf.pages ? layOut(pdf.page(index + 1)) : undefined
      if (own.pictured) pictured[own.pictured].push(index + 1)
      pages.push(readPage(own, { before, behind: next?.first }, index, progress))
      before = own.last && { gutters: own.last.gutters, left: own.last.left, right: own.last.right, sure: own.last.sure }
    }
    const letters = pages.reduce((sum, { lines }) => sum + lines.reduce((all, { text }) => all + text.length, 0), 0)
    // A stamp or a page number is all that a scan has.
    if (letters < 16 * pages.length && letters < 400) throw new HexaplaError('read:scan', { file, count: pdf.pages }, file)
    reportDoubts(pages, pictured, report)
    return { pages, properties: pdf.properties }
  } finally {
    pdf.close()
  }
}

/** Numbers of pages that are pictures, from 1. */
type Pictured = Record<NonNullable<PageLayout['pictured']>, number[]>

/** Says what was not read as it is printed, with the pages. */
function reportDoubts(pages: readonly PdfPage[], { recognized, unread }: Pictured, report: Report): void {
  const unseen = pages.reduce((sum, { lines }) => sum + lines.filter(({ furniture }) => furniture === 'invisible').length, 0)
  if (unseen > 0) report('read:unseen', undefined, { count: unseen })
  if (recognized.length > 0) report('read:recognized', undefined, firstOf(recognized))
  if (unread.length > 0) report('read:pages-pictured', undefined, firstOf(unread))
  const shares = pages.map(({ lines }) => legibleShare(lines.map(({ text }) => text)) ?? 1)
  const illegible = shares.flatMap((share, index) => (share < fewestLegible ? [index + 1] : []))
  const least = shares.reduce((one, other) => Math.min(one, other), 1)
  if (illegible.length > 0) report('read:letters-unsure', undefined, { ...firstOf(illegible), share: Math.round(100 * least) })
}

/** So many pages are named. */
const mostNamed = 8

function firstOf(pages: readonly number[]): { count: number; pages: string } {
  return { count: pages.length, pages: pages.slice(0, mostNamed).join(', ') + (pages.length > mostNamed ? ', …' : '') }
}
