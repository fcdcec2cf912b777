import type { PageContent } from './glyph.ts'
import { splitColumns } from './columns.ts'
import type { PdfLine, PdfPage } from './line.ts'
import { countMirrored, isArabicText, spaced } from './order.ts'
import { edgesOf, lineOf, type LineContext } from './line-of.ts'
import { extent, rowsOf, type Row } from './rows.ts'
import { cellsOf, findTables, isSameTable, type TableRegion, type TableShape } from './tables.ts'

/** What goes on from page to page. */
export interface Progress {
  /** The page before was read from right to left. */
  rtl: boolean
  /** Tables so far. */
  tables: number
  /** The table at the end of the page before, its rows so far and the words of its first two, which may be its head: this page may go on with it. */
  open?: { table: number; rows: number; head: readonly string[] }
  /** Votes for brackets that are given as they look. */
  mirrored: number
  /** Where the columns of the page before part. */
  gutter?: number | undefined
}

/** What stands on a page: its rows, and those that may be of tables. */
export interface PageLayout extends PageContent {
  rows: Row[]
  regions: TableRegion[]
  /** The table that it begins with, and the one that it ends with. */
  first?: TableRegion
  last?: TableRegion
}

/** Rows of a page; of its glyphs only those that nobody sees are left: a page is kept until the next one is read. */
export function layOut(content: PageContent): PageLayout {
  const rows = rowsOf(content.glyphs.filter(({ unseen }) => !unseen))
  const regions = findTables(rows, content.rules, content.uprights)
  const [first, last] = [firstTable(rows, regions, content.height), lastTable(rows, regions, content.height)]
  return { ...content, glyphs: content.glyphs.filter(({ unseen }) => unseen), rows, regions, ...(first ? { first } : {}), ...(last ? { last } : {}) }
}

/** What the head and the foot of a page take of it, where a table goes over. */
const margin = 0.14

function lastTable(rows: readonly Row[], regions: readonly TableRegion[], height: number): TableRegion | undefined {
  const region = regions.at(-1)
  const below = region?.rows.at(-1)?.baseline ?? 0
  return rows.every(({ baseline }) => baseline <= below + 1 || baseline > (1 - margin) * height) ? region : undefined
}

function firstTable(rows: readonly Row[], regions: readonly TableRegion[], height: number): TableRegion | undefined {
  const [region] = regions
  const above = region?.rows[0]?.baseline ?? 0
  return rows.every(({ baseline }) => baseline >= above - 1 || baseline < margin * height) ? region : undefined
}

/** Whether the table that one page ends with goes on at the start of the next. */
function goesOver(one: TableShape | undefined, other: TableShape | undefined): boolean {
  return one !== undefined && other !== undefined && (one.sure || other.sure) && isSameTable(one, other)
}

/** Reads the lines of a page in their order, by the table that the page before ends with and the one that the page behind begins with. */
export function readPage(layout: PageLayout, neighbours: { before?: TableShape | undefined; behind?: TableShape | undefined }, page: number, progress: Progress): PdfPage {
  const { rows, first, last } = layout
  const rtl = isRightToLeft(rows, progress.rtl)
  progress.rtl = rtl
  const arabicRows = rows.filter((row) => row.clusters.some(({ text }) => isArabicText(text)))
  const votes = countMirrored(arabicRows.map(({ clusters }) => spaced(clusters)))
  progress.mirrored += votes
  const context: PageContext = { page, rtl, mirrored: (Math.abs(votes) > 1 ? votes : progress.mirrored) >= 0, progress, ...extent(rows) }
  const over = { before: goesOver(neighbours.before, first), behind: goesOver(last, neighbours.behind) }
  const regions = layout.regions.filter((region) => region.sure || (over.before && region === first) || (over.behind && region === last))
  if (!over.before) delete progress.open
  const lines: PdfLine[] = []
  const gutterBefore = progress.gutter
  progress.gutter = undefined
  let free: Row[] = []
  const flush = (): void => {
    const { zones, gutter } = splitColumns(free, rtl, gutterBefore)
    progress.gutter = gutter ?? progress.gutter
    for (const { rows: own, left, right } of zones) {
      // One for all lines: there are many.
      const [column, edges] = [{ left, right }, edgesOf(own)]
      for (const row of own) lines.push(lineOf(row.clusters, column, context, edges))
    }
    free = []
  }
  const done = new Set<TableRegion>()
  for (const row of rows) {
    const region = regions.find(({ rows: own }) => own.includes(row))
    if (!region) {
      free.push(row)
      continue
    }
    if (done.has(region)) continue
    flush()
    done.add(region)
    for (const line of tableLines(region, context, { before: over.before && region === first, behind: over.behind && region === last })) lines.push(line)
  }
  flush()
  const hidden = rowsOf(layout.glyphs)
  for (const { clusters, left, right } of hidden) lines.push({ ...lineOf(clusters, { left, right }, context), furniture: 'invisible' })
  const noteRules = layout.rules.filter(({ left, right, y }) => right - left < 0.45 * layout.width && right - left > 20 && y > 0.2 * layout.height).map(({ y }) => y)
  const long = layout.rules.filter(({ left, right }) => right - left > 0.4 * layout.width)
  return { width: layout.width, height: layout.height, lines, rtl, noteRules, rules: long }
}

interface PageContext extends LineContext {
  progress: Progress
}

/** A page is read from right to left where a third of its letters are Arabic. */
function isRightToLeft(rows: readonly Row[], before: boolean): boolean {
  let [letters, arabic] = [0, 0]
  for (const { clusters } of rows)
    for (const { text } of clusters) {
      if (/\p{L}/u.test(text)) letters++
      if (isArabicText(text)) arabic++
    }
  return letters < 20 ? before && arabic * 3 >= letters : arabic * 3 > letters
}

/** The cells of a table, row by row, each line of a cell a line; it may go over from the page before, and to the next. */
function tableLines(region: TableRegion, context: PageContext, over: { before: boolean; behind: boolean }): PdfLine[] {
  const { bands, gutters } = region
  const { progress } = context
  const open = over.before ? progress.open : undefined
  const { table, rows: above, head } = open ?? { table: progress.tables++, rows: 0, head: bands.slice(0, 2).map(bandText) }
  const columns = gutters.length + 1
  const lines: PdfLine[] = []
  let row = above
  bands.forEach((_, index) => {
    // The head is printed anew on each page.
    const repeated = open !== undefined && index < head.length && bands.slice(0, index + 1).every((band, at) => bandText(band) === head[at])
    const cells = cellsOf(region, index)
    for (const { column: left, width, lines: own } of context.rtl ? cells.reverse() : cells) {
      const column = context.rtl ? columns - left - width : left
      own.forEach((clusters, at) => {
        const line = lineOf(clusters, extent(clusters), context)
        lines.push(repeated ? { ...line, furniture: 'running-head' } : { ...line, cell: { table, row, column, last: at === own.length - 1 } })
      })
    }
    if (!repeated) row++
  })
  if (over.behind) progress.open = { table, rows: row, head }
  return lines
}

function bandText(rows: readonly Row[]): string {
  return rows.flatMap(({ clusters }) => clusters.map(({ text }) => text)).join('').replace(/\s/g, '')
}
