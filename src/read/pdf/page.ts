import type { PageContent } from './glyph.ts'
import { splitColumns } from './columns.ts'
import type { PdfLine, PdfPage } from './line.ts'
import { balance, countMirrored, isArabicText, logicalOrder, spaced, type Token } from './order.ts'
import { extent, rowsOf, type Cluster, type Row } from './rows.ts'
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

/** Of a line or a column, points from the left. */
type Ends = Record<'left' | 'right', number>

interface PageContext {
  page: number
  rtl: boolean
  /** Brackets are given as they look. */
  mirrored: boolean
  progress: Progress
  /** Ends of its text. */
  left: number
  right: number
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

/** Whether a line without a letter of Arabic stands in a paragraph that is read from right to left: its full stop is at the left. */
function isSetFromRight(printed: readonly Cluster[], { left, right }: PageContext): boolean {
  const [first, last] = [printed[0], printed.at(-1)]
  if (!first || !last) return false
  return /^[.,;:؛،؟]$/.test(first.text) || (last.right > right - first.size && first.left > left + 8 * first.size)
}

const grouped = /^\d{1,3}(?:[ \u00A0]\d{3})+(?:[.,]\d+)?$/

/** Whether figures in groups are a number from the right alone: `376,3 89` is 89 376,3. */
function isTurnedNumber(clusters: readonly Cluster[]): boolean {
  const text = spaced(clusters).map((token) => token.text).join('').trim()
  return /^[\d., \u00A0]+$/.test(text) && !grouped.test(text) && grouped.test(text.split(/[ \u00A0]/).reverse().join(' '))
}

/** Farther than this from a label, as a multiple of the size, stands no text of its paragraph. */
const widestLabel = 8

/** Wider than any space of a justified line. */
const wideGap = 1.6

/** `edges` are those of all lines of its column. */
function lineOf(clusters: readonly Cluster[], column: Ends, context: PageContext, edges: Ends = column): PdfLine {
  const { page, mirrored } = context
  const printed = clusters.filter(({ text }) => text.trim() !== '')
  const rtl = context.rtl && (printed.some(({ text }) => isArabicText(text)) || isSetFromRight(printed, context) || isTurnedNumber(clusters))
  const size = mainSize(printed)
  const parts = split(clusters, Math.max(wideGap * size, 2.5 * usualGap(printed, edges)))
  const ordered = parts.map((part) => balance(logicalOrder(spaced(part), rtl, mirrored), rtl))
  if (rtl) ordered.reverse()
  const line: PdfLine = {
    text: '',
    raised: unraised,
    page,
    ...extent(printed),
    baseline: printed.find((cluster) => !cluster.raised)?.baseline ?? printed[0]?.baseline ?? 0,
    size,
    bold: printed.filter(({ bold }) => bold).length * 2 > printed.length,
    rtl,
    spaced: clusters.at(-1)?.text.trim() === '',
    firstWord: 0,
    column,
    parted: false
  }
  const ends = parts.map(extent)
  ordered.forEach((tokens, index) => {
    if (index > 0) {
      const [one, other] = rtl ? [ends[ends.length - 1 - index], ends[ends.length - index]] : [ends[index - 1], ends[index]]
      const gap = (other?.left ?? 0) - (one?.right ?? 0)
      const label = index === 1 && line.text.length <= 9 && gap < widestLabel * size && /[\p{L}\p{N}]/u.test(line.text)
      if (!label) line.parted = true
      line.text += label ? '\t' : ' '.repeat(Math.max(3, Math.min(60, Math.round(gap / (0.5 * size)))))
    }
    addTokens(line, tokens)
  })
  line.firstWord = firstWordWidth(ordered[0] ?? [])
  return line
}

/** Rows that must begin or end at one place for it to be an edge of their column: a head or the number of a page may stand outside. */
const fewestAtEdge = 3

function edgesOf(rows: readonly Row[]): Ends {
  const { left, right } = extent(rows)
  const [lefts, rights] = [rows.map((row) => row.left).sort((a, b) => a - b), rows.map((row) => row.right).sort((a, b) => b - a)]
  const shared = (places: readonly number[]): number | undefined => places.find((place, index) => Math.abs((places[index + fewestAtEdge - 1] ?? Infinity) - place) < 1)
  return { left: shared(lefts) ?? left, right: shared(rights) ?? right }
}

/** Wider than this, as a multiple of the size, is no column of several. */
const widestColumn = 30

/**
 * Half of the spaces of a line are narrower: those of a stretched line are all wide. Where a line is full, two tell it that are
 * alike; in a narrow column one or two of any width do.
 */
function usualGap(printed: readonly Cluster[], edges: Ends): number {
  const gaps = printed.flatMap((cluster, index) => {
    const gap = cluster.left - (printed[index - 1]?.right ?? cluster.left)
    return gap > 0.15 * cluster.size ? [gap] : []
  })
  gaps.sort((a, b) => a - b)
  const [first = 0, second = 0] = gaps
  if (gaps.length >= 3) return gaps[Math.floor(gaps.length / 2)] ?? 0
  const { left, right } = extent(printed)
  if (left > edges.left + 2 || right < edges.right - 2) return 0
  const isNarrow = edges.right - edges.left < widestColumn * (printed[0]?.size ?? 10) && printed.length > widestLabel
  return isNarrow ? Math.max(first, second) : gaps.length === 2 && second < 1.1 * first ? first : 0
}

/** Most lines have nothing that is raised. */
const unraised: PdfLine['raised'] = []

function addTokens(line: PdfLine, tokens: readonly Token[]): void {
  let end = line.text.length
  const raised = [...line.raised]
  for (const { text, cluster } of tokens) {
    const start = end
    end += text.length
    if (cluster?.raised !== true) continue
    const last = raised.at(-1)
    if (last?.[1] === start) raised[raised.length - 1] = [last[0], end]
    else raised.push([start, end])
  }
  if (raised.length > 0) line.raised = raised
  // At once: a text to which one letter after the other is added takes thirty times the room.
  line.text += tokens.map(({ text }) => text).join('')
}

const han = /[\u2E80-\u9FFF\uFF00-\uFFEF]/
/** No line of Chinese begins with one of these, and none ends with one of the others. */
const closing = /^[、。，．：；？！）》〉」』】〕”’…]$/
const opening = /^[（《〈「『【〔“‘]$/

function firstWordWidth(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ text }, index) => text === ' ' || (index > 0 && han.test(text) && !closing.test(text) && !opening.test(tokens[index - 1]?.text ?? '')))
  const boxes = tokens.slice(0, end < 0 ? tokens.length : end).flatMap(({ cluster }) => cluster ?? [])
  const { left, right } = extent(boxes)
  return Math.max(0, right - left)
}

function mainSize(clusters: readonly Cluster[]): number {
  const counts = new Map<number, number>()
  for (const { size, raised } of clusters) if (!raised) counts.set(size, (counts.get(size) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? clusters[0]?.size ?? 10
}

/** Clusters parted at gaps of this width; spaces do not bridge them. */
function split(clusters: readonly Cluster[], width: number): Cluster[][] {
  const parts: Cluster[][] = []
  let right = -Infinity
  for (const cluster of clusters) {
    if (cluster.text.trim() === '') {
      parts.at(-1)?.push(cluster)
      continue
    }
    if (cluster.left - right > width) parts.push([])
    parts.at(-1)?.push(cluster)
    right = Math.max(right, cluster.right)
  }
  return parts.map((part) => {
    const last = part.findLastIndex(({ text }) => text.trim() !== '')
    return part.slice(0, last + 1)
  })
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
