import { firstSections } from '../../grammar/first-sections.ts'
import { isPageNumber as isWordedNumber } from '../../grammar/page-wording.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import { languageCodes } from '../../language/code.ts'
import { addToList } from '../../tree/add-to-list.ts'
import type { PdfLine, PdfPage } from './line.ts'

/** How far from the edges of a page its head and its foot reach. */
const margin = 0.16

/** Marks what pages repeat at their head and foot, be it with other figures, and rules of underscores. */
export function markFurniture(pages: readonly PdfPage[]): void {
  const places = new Map<string, PdfLine[]>()
  const { sections } = firstSections(sectionsOn(pages))
  for (const { lines, height } of pages)
    for (const line of lines) {
      // The mark of a note: `Ibid.` may stand at the foot of many pages.
      if (line.furniture !== undefined || line.cell || line.raised[0]?.[0] === 0 || sections.has(line)) continue
      const head = line.baseline < margin * height
      if (!head && line.baseline < (1 - margin) * height) continue
      // A head stands at the other side on even pages.
      const key = `${head ? 'head' : 'foot'} ${withoutFigures(line.text)} ${String(Math.round(line.baseline / 8))}`
      addToList(places, key, line)
    }
  const seen = [...places.values()].flat()
  const fewest = Math.max(2, Math.min(4, Math.ceil(pages.length / 4)))
  for (const lines of places.values()) if (isRepeated(lines, pages, fewest)) for (const line of lines) line.furniture = isPageNumber(line.text) ? 'page-number' : 'running-head'
  // A head that stands elsewhere on a page, as on one that is turned, or that is written in another way.
  const heads = new Set(seen.flatMap(({ furniture, text }) => (furniture === 'running-head' ? letters(text) : [])))
  for (const page of pages) for (const line of marginalLines(page)) if (heads.has(letters(line.text)) && !sections.has(line)) line.furniture = 'running-head'
  // A number alone at the edge that is the number of the page, give or take a constant.
  const numbers = seen.filter((line) => line.furniture === undefined && /^\W{0,3}\d{1,4}\W{0,3}$/.test(line.text))
  const counts = new Map<number, number>()
  for (const line of numbers) counts.set(offsetOf(line), (counts.get(offsetOf(line)) ?? 0) + 1)
  for (const line of numbers) if ((counts.get(offsetOf(line)) ?? 0) >= fewest) line.furniture = 'page-number'
}

/** Lines that name an annex. */
function* sectionsOn(pages: readonly PdfPage[]): Generator<{ line: PdfLine; name: string; page: number; at: number }> {
  for (const { lines } of pages)
    for (const [at, line] of lines.entries())
      if (line.text.length <= 40 && languageCodes.some((code) => readSectionHeading(line.text, code))) yield { line, name: letters(line.text), page: line.page, at }
}

/** What the first number of a line is, less that of its page. */
function offsetOf({ text, page }: PdfLine): number {
  return Number(/\d+/.exec(text)?.[0]) - page
}

/**
 * Whether lines that say the same at the same place are a head or a foot. On two pages a sentence or a title may do so by chance:
 * they are enough where a number in it counts with the pages, or where it stands apart from the text on all pages that could have
 * it, the first and the last aside, or on every other one.
 */
function isRepeated(lines: readonly PdfLine[], pages: readonly PdfPage[], fewest: number): boolean {
  const on = [...new Set(lines.map(({ page }) => page))]
  const [first = 0, second = 0] = on
  if (on.length < fewest || isHeadingByChance(lines, pages)) return false
  const offsets = new Set(lines.map(offsetOf))
  if (on.length > 2 || (offsets.size === 1 && !offsets.has(NaN))) return true
  const step = second - first
  return step <= 2 && first < 1 + step && second + step >= pages.length - 1 && lines.every((line) => standsApart(line, pages[line.page]))
}

/** Whether the lines are headings that came to the edges of their pages by chance: `Article 5` and `Article 14`, and more of them elsewhere. */
function isHeadingByChance(lines: readonly PdfLine[], pages: readonly PdfPage[]): boolean {
  const [first] = lines
  if (first === undefined || !/\p{L}{2}|\p{Script=Han}/u.test(first.text) || lines.every(({ text }) => text === first.text)) return false
  const worded = withoutFigures(first.text)
  let alike = 0
  for (const page of pages) for (const line of page.lines) if (line.text.length < first.text.length + 4 && withoutFigures(line.text) === worded) alike++
  return alike > 2 * lines.length
}

/** A line but for its figures, which change from page to page. */
function withoutFigures(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[0-9\u0660-\u0669]+|\b[ivxl]+\b/g, '#')
}

/** Whether no line of text is next to a line at the edge of a page: what is short, a number or another head, is none. */
function standsApart({ baseline, size }: PdfLine, page: PdfPage | undefined): boolean {
  return page !== undefined && !page.lines.some((other) => {
    const distance = Math.abs(other.baseline - baseline)
    return distance > 0.5 * size && distance < 1.7 * size && other.right - other.left > 0.4 * (other.column.right - other.column.left)
  })
}

/** Letters and figures of a line. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** `2`, `- 2 -`, `Page 2`, `2/14`, `iv`. */
function isPageNumber(text: string): boolean {
  return isWordedNumber(text) || /^(?:\d{1,5}|[ivxl]{1,6}|[\u0660-\u0669]{1,5})(?:\/\d{1,5})?$/.test(text.replace(/[-–—]/g, '').trim())
}

/** The outer part of a page: what stands there apart is not of its text. */
const outer = 0.12

/** A job number, a symbol or a date at the head or the foot of a page, set apart, alone or in pieces: text goes on over it. */
export function marginalLines({ lines, height }: PdfPage): PdfLine[] {
  const printed = lines.filter(({ furniture, cell }) => furniture === undefined && cell === undefined).toSorted((a, b) => a.baseline - b.baseline)
  const heads = outermost(printed, (line) => line.baseline < outer * height)
  const feet = outermost(printed.toReversed(), (line) => line.baseline > (1 - outer) * height)
  return [...heads, ...feet].filter(({ parted, left, right, column }) => parted || right - left < 0.4 * (column.right - column.left))
}

/** The lines from the edge of the page to the last wide gap of its outer part. */
function outermost(lines: readonly PdfLine[], isOuter: (line: PdfLine) => boolean): PdfLine[] {
  let count = 0
  for (let index = 0; index < lines.length; index++) {
    const [line, next] = [lines[index], lines[index + 1]]
    if (!line || !isOuter(line)) break
    if (!next || Math.abs(next.baseline - line.baseline) > 2.2 * line.size) count = index + 1
  }
  return lines.slice(0, count)
}
