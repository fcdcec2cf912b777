import { addToList } from '../../tree/add-to-list.ts'
import type { PdfLine, PdfPage } from './line.ts'

/** A label at the start of a line, set apart from the text. */
const label = /^[(（)]?(?:\d{1,4}(?:\.\d{1,3}){0,5}|\p{L}{1,6})\p{M}?[)）(.、．]?(?: ?[-–])?\t/u
/** The same, with a space behind it. */
const spacedLabel = /^(?:[(（](?:\d{1,3}|\p{L}{1,2}|[ivxlc]{3,6})[)）]|\d{1,3}(?:\.|(?: ?-(?= )))|\p{L}\)|[ivxlc]{1,5}\)|`\d{1,2}`)[\s\u00A0]/u

/** A decimal label with a space behind it: `7.2 The`. A figure may stand so in the middle of a sentence: only where lines begin tells. */
const decimalLabel = /^\d{1,3}(?:\.\d{1,3}){1,4}\.?[\s\u00A0]/

/** What a document sets its text by. */
export interface Setting {
  /** Of most letters, points. */
  size: number
  /** From baseline to baseline inside of paragraphs, as a multiple of the size. */
  leading: number
}

/** The usual size and leading of the lines of text. */
export function measureSetting(pages: readonly PdfPage[]): Setting {
  const sizes = new Map<number, number>()
  const leadings = new Map<number, number>()
  for (const { lines } of pages) {
    const body = lines.filter(isBody)
    body.forEach((line, index) => {
      sizes.set(line.size, (sizes.get(line.size) ?? 0) + line.text.length)
      const before = body[index - 1]
      if (!before || before.size !== line.size || before.column.left !== line.column.left) return
      const leading = Math.round((20 * (line.baseline - before.baseline)) / line.size) / 20
      if (leading > 0.8 && leading < 3) leadings.set(leading, (leadings.get(leading) ?? 0) + Math.min(before.text.length, line.text.length))
    })
  }
  // Between paragraphs there may be more room, and more often; inside of them there is never less.
  const all = [...leadings.values()].reduce((sum, count) => sum + count, 0)
  const usual = [...leadings].filter(([, count]) => count > 0.12 * all).map(([leading]) => leading)
  return { size: mostOf(sizes) ?? 10, leading: usual.length > 0 ? Math.min(...usual) : (mostOf(leadings) ?? 1.2) }
}

function isBody({ furniture, cell }: PdfLine): boolean {
  return furniture === undefined && cell === undefined
}

function mostOf(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

/** The ends of the lines of a zone of a page: where full lines begin and end. */
export interface Edges {
  left: number
  right: number
}

/** Edges of each page and column, from its lines of text; one long line more or less does not move them. */
export function measureEdges(pages: readonly PdfPage[]): (line: PdfLine) => Edges {
  const zones = new Map<string, PdfLine[]>()
  const keyOf = ({ page, column }: PdfLine): string => `${String(page)} ${String(Math.round(column.left))} ${String(Math.round(column.right))}`
  const shapeOf = ({ column }: PdfLine, { width }: PdfPage): string => `all ${String(Math.round(width))} ${String(column.right - column.left < 0.45 * width ? Math.round(column.left / 20) : 0)}`
  for (const page of pages)
    for (const line of page.lines.filter((one) => isBody(one) && !one.parted))
      for (const key of [keyOf(line), shapeOf(line, page)]) addToList(zones, key, line)
  const measured = new Map<string, Edges>()
  const edgesOf = (key: string): Edges => {
    let edges = measured.get(key)
    if (!edges) {
      measured.set(key, (edges = edgesFrom(zones.get(key) ?? [])))
    }
    return edges
  }
  return (line) => {
    const page = pages[line.page]
    const own = zones.get(keyOf(line)) ?? []
    return edgesOf(own.length >= 12 || page === undefined ? keyOf(line) : shapeOf(line, page))
  }
}

/** Where lines begin and end that are long for their zone: a date or a symbol at the side of a page is no edge of its text. */
function edgesFrom(lines: readonly PdfLine[]): Edges {
  const widest = lines.reduce((most, { left, right }) => Math.max(most, right - left), 0)
  const long = lines.filter(({ left, right }) => right - left > 0.55 * widest)
  const rights = long.map(({ right }) => right).sort((a, b) => b - a)
  const lefts = long.map(({ left }) => left).sort((a, b) => a - b)
  return { left: shared(lefts) ?? 0, right: shared(rights) ?? 0 }
}

/** The first of some places, sorted from the edge, that another one is close to; the first of all where none is. */
function shared(places: readonly number[]): number | undefined {
  return places.find((place, index) => Math.abs((places[index + 1] ?? Infinity) - place) < 2) ?? places[0]
}

/** Whether a paragraph ends between two lines of text that follow each other; `undefined` where the page does not tell. */
export function endsBetween(line: PdfLine, next: PdfLine, { leading }: Setting, edgesOf: (line: PdfLine) => Edges): boolean | undefined {
  if (line.parted || next.parted) return true
  // A word that is broken goes on.
  if (/\p{Ll}\u00AD?[-\u2010]$/u.test(line.text) && /^\p{Ll}/u.test(next.text)) return false
  if (Math.abs(line.size - next.size) > 0.06 * Math.max(line.size, next.size)) return true
  if (label.test(next.text)) return true
  const apart = line.page !== next.page || next.baseline < line.baseline
  const gap = (next.baseline - line.baseline) / line.size
  if (!apart && gap > leading * 1.22 + 0.02) return true
  const edges = edgesOf(line)
  const rtl = line.rtl || next.rtl
  const room = rtl ? line.left - edges.left : edges.right - line.right
  const start = (one: PdfLine): number => (rtl ? edgesOf(one).right - one.right : one.left - edgesOf(one).left)
  // Lines that begin far from the edge, at one place, each as short as it likes: names and titles below a signature. Words tell.
  if (start(line) > 0.4 * (edges.right - edges.left) && Math.abs(start(next) - start(line)) < 0.5 * line.size && !apart) return undefined
  // Lines of a paragraph that is set in at both sides have edges of their own.
  if (!apart && start(line) > 1.5 * line.size && room < 1.5 * start(line) && Math.abs(start(next) - start(line)) < 0.5 * line.size && goesOn(line, next)) return false
  // A title that is broken goes nearly as far as its next line: `Draft resolution II` above a long one is a title of its own.
  const isTitleAlone = !apart && line.bold && next.bold && line.right - line.left + next.firstWord < ownTitle * (next.right - next.left)
  if (isTitleAlone && isCentred(line, next, edges)) return true
  // Titles in the middle at the foot of a page and at the head of the next: words tell.
  if (apart && isCentred(line, next, edges)) return undefined
  // The next word would have stood on the line, had the paragraph gone on. Headings are set in at the far side, too, by as much as they like: words tell.
  if (room > next.firstWord + 0.45 * line.size && !isCentred(line, next, edges)) {
    const isHeading = !apart && line.bold && next.bold && room < 0.7 * (edges.right - edges.left) && start(next) > start(line) - 0.5 * line.size
    return isHeading && !isTitleAlone && goesOn(line, next) ? undefined : true
  }
  // Lines that end at the far edge, each where it likes, were not broken there.
  if (room < line.size && start(line) > 0.3 * (edges.right - edges.left) && Math.abs(start(next) - start(line)) > 0.5 * line.size) return true
  if (spacedLabel.test(next.text) && start(next) <= start(line) + 0.5 * line.size && (room > 0.5 * line.size || line.bold !== next.bold)) return true
  if (decimalLabel.test(next.text) && start(next) < start(line) - 0.9 * line.size) return true
  const hanging = label.test(line.text) || spacedLabel.test(line.text) || decimalLabel.test(line.text)
  if (start(next) > start(line) + 0.9 * line.size && !hanging && !isCentred(line, next, edges)) return apart && !rtl ? undefined : true
  if (line.bold !== next.bold && (apart || gap > leading * 1.08)) return true
  return false
}

/** So much less far than the next line, with a word more, goes no line of one title. */
const ownTitle = 0.75

/** Whether a line ends no sentence and the one below begins with a word or a quotation. */
function goesOn(line: PdfLine, next: PdfLine): boolean {
  return !/[.!?:؟。！？：]["'”»’)）\]]*$/u.test(line.text.trimEnd()) && /^["“”«]?\p{L}/u.test(next.text)
}

/** Whether two lines stand in the middle: a title that goes over lines. In bold type the first may be as wide as the text. */
function isCentred(line: PdfLine, next: PdfLine, { left, right }: Edges): boolean {
  const off = ({ left: from, right: to }: PdfLine): number => Math.abs(from - left - (right - to))
  const indented = (one: PdfLine): boolean => one.left - left > 2 * one.size
  return (indented(line) || line.bold) && indented(next) && off(line) < line.size && off(next) < line.size && line.bold === next.bold
}
