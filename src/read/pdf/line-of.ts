/** Clusters of letters that stand beside each other to a line of text. */
import type { PdfLine } from './line.ts'
import { balance, isArabicText, logicalOrder, spaced, type Token } from './order.ts'
import { extent, type Cluster, type Row } from './rows.ts'

/** Of a line or a column, points from the left. */
type Ends = Record<'left' | 'right', number>

/** What the lines of a page have in common. */
export interface LineContext {
  page: number
  rtl: boolean
  /** Brackets are given as they look. */
  mirrored: boolean
  /** Ends of its text. */
  left: number
  right: number
}

/** Whether a line without a letter of Arabic stands in a paragraph that is read from right to left: its full stop is at the left. */
function isSetFromRight(printed: readonly Cluster[], { left, right }: LineContext): boolean {
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

/** Places where lines of a column begin, and where the longest of them end. */
export interface Edges {
  starts: readonly number[]
  end: number
}

/** A printed line: its text in the order in which it is read, and how it is set. `edges` are those of all lines of its column. */
export function lineOf(clusters: readonly Cluster[], column: Ends, context: LineContext, edges: Edges = { starts: [column.left], end: column.right }): PdfLine {
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

export function edgesOf(rows: readonly Row[]): Edges {
  const { left, right } = extent(rows)
  const [lefts, rights] = [rows.map((row) => row.left).sort((a, b) => a - b), rows.map((row) => row.right).sort((a, b) => b - a)]
  const isShared = (place: number, index: number, places: readonly number[]): boolean => Math.abs((places[index + fewestAtEdge - 1] ?? Infinity) - place) < 1
  const starts = lefts.filter(isShared)
  return { starts: starts.length > 0 ? starts : [left], end: rights.find(isShared) ?? right }
}

/** Wider than this, as a multiple of the size, is no column of several. */
const widestColumn = 30

/**
 * Half of the spaces of a line are narrower: those of a stretched line are all wide. Where a line is full, two tell it that are
 * alike; in a narrow column one or two of any width do.
 */
function usualGap(printed: readonly Cluster[], { starts, end }: Edges): number {
  const gaps = printed.flatMap((cluster, index) => {
    const gap = cluster.left - (printed[index - 1]?.right ?? cluster.left)
    return gap > 0.15 * cluster.size ? [gap] : []
  })
  gaps.sort((a, b) => a - b)
  const [first = 0, second = 0] = gaps
  if (gaps.length >= 3) return gaps[Math.floor(gaps.length / 2)] ?? 0
  const { left, right } = extent(printed)
  const start = starts.find((place) => Math.abs(left - place) < 2)
  if (start === undefined || right < end - 2) return 0
  const isNarrow = end - (starts[0] ?? start) < widestColumn * (printed[0]?.size ?? 10) && printed.length > widestLabel
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
