import { firstSections } from '../../grammar/first-sections.ts'
import { isPageNumber } from '../../grammar/page-wording.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import type { LanguageCode } from '../../language/code.ts'
import { foldDigits } from '../../language/digit.ts'
import { addToList } from '../../tree/add-to-list.ts'
import { isLabelAlone, tell, type Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'

/** A line near the edge of a page, and the number of that page, counted or printed. */
interface EdgeLine {
  line: Line
  /** Of the line. */
  index: number
  page: number
  /** Lines between it and the edge. */
  depth: number
}

/** A number alone on its line. */
interface PrintedNumber {
  /** Of the line. */
  index: number
  number: number
}

/** Lines from the edge of a page inward. */
type Edge = readonly EdgeLine[]

/** Lines at each edge of a page that may be heads or feet of it. */
const deepest = 4

/** Characters of a head at most. */
const longestHead = 120

/** On so many pages a line stands again, and on so great a share of those from the first to the last of them: some stand on every second page. */
const [fewestPages, leastShare] = [3, 0.4]

/** A line so narrow, in columns, may be a cell of a table: it must stand on nearly every page, or be the outermost one on so many. */
const [narrow, narrowShare, outermostPages] = [8, 0.8, 4]

/**
 * So many numbers alone on their lines, each one more than the one before, count pages where nothing else parts them; with so
 * many lines between, for rows of a table are counted too.
 */
const [fewestNumbers, fewestLines] = [3, 12]

/**
 * Marks what stands at the edge of page after page: the title of a report, of a chapter, of a periodical, alone or with the
 * number of the page in it. At the head of the first page it is the title itself, and stays.
 */
export function markRepeatedHeads(lines: Line[], language: LanguageCode): void {
  const edges = (lines.at(-1)?.page ?? 0) > 1 ? edgesOfPages(lines) : edgesAtNumbers(lines)
  const repeated = findRepeated(edges, lines)
  const { sections, heads } = firstSections(sectionsAt(edges, language))
  for (const edge of edges)
    for (const { index } of edge) {
      if (!heads.has(index) && (!repeated.has(index) || sections.has(index))) break
      if (lines[index]?.role === 'body') tell(lines, index, { role: 'furniture', furniture: 'running-head', why: 'the edge of page after page' })
    }
}

/** Lines that name an annex at the edge of a page. */
function* sectionsAt(edges: readonly Edge[], language: LanguageCode): Generator<{ line: number; name: string; page: number; at: number }> {
  for (const edge of edges)
    for (const { line: { value }, index, page } of edge) if (readSectionHeading(value, language)) yield { line: index, name: value, page, at: index }
}

/** The lines that are the same on enough pages. */
function findRepeated(edges: readonly Edge[], lines: readonly Line[]): Set<number> {
  const groups = new Map<string, EdgeLine[]>()
  const alike = countAlike(lines)
  for (const edge of edges)
    for (const each of edge)
      if (mayBeHead(each.line)) for (const key of keysOf(each)) addToList(groups, key, each)
  const repeated = new Set<number>()
  for (const [key, group] of groups) {
    const numbered = key.includes(pageSign)
    if (!isRepeated(group, numbered && group.every(({ line }) => line.fields.length > 1))) continue
    if (numbered && isSeries(group, alike)) continue
    for (const { index, page } of group) if (numbered || page > 0) repeated.add(index)
  }
  return repeated
}

/** `apart`: whether the number of the page stands at the other margin, as in no title. */
function isRepeated(group: readonly EdgeLine[], apart: boolean): boolean {
  const pages = [...new Set(group.map(({ page }) => page))].sort((one, other) => one - other)
  const [first = 0, last = 0] = [pages[0], pages.at(-1)]
  const outermost = pages.length >= outermostPages && pages.every((page) => page === first || group.some((each) => each.page === page && each.depth === 0))
  const share = !outermost && group.some(({ line }) => line.columns < narrow) ? narrowShare : leastShare
  return pages.length >= (apart ? fewestPages - 1 : fewestPages) && pages.length >= share * (last - first + 1)
}

/** Whether lines that count with their pages do so by chance: `Table 3`, where most tables have numbers of another kind. */
function isSeries(group: readonly EdgeLine[], alike: (line: Line) => number): boolean {
  const first = group[0]?.line
  return first !== undefined && alike(first) > 2 * group.length
}

/** Tells how many lines say the same as one, their numbers aside, and are about as long. Nothing is counted before somebody asks. */
function countAlike(lines: readonly Line[]): (line: Line) => number {
  let lengths: Map<string, number[]> | undefined
  return ({ value }) => {
    lengths ??= lengthsByWords(lines)
    return lengths.get(wordsOf(value))?.filter((length) => Math.abs(length - value.length) < 3).length ?? 0
  }
}

/** The lengths of the lines that may be heads with a number, by their words. */
function lengthsByWords(lines: readonly Line[]): Map<string, number[]> {
  const lengths = new Map<string, number[]>()
  lines.forEach(({ role, value }) => {
    if (role !== 'body' || value.length >= longestHead + 3 || !/[\d٠-٩۰-۹０-９]/.test(value)) return
    addToList(lengths, wordsOf(value), value.length)
  })
  return lengths
}

function wordsOf(value: string): string {
  return foldDigits(value).replace(/\d+/g, '#')
}

function edgesOfPages(lines: readonly Line[]): Edge[] {
  const pages = new Map<number, number[]>()
  lines.forEach((line, index) => {
    // Labels that some extractors put in front of all else on a page are no heads, and hide none.
    if (line.role === 'body' && !isLabelAlone(line)) addToList(pages, line.page, index)
  })
  return [...pages].flatMap(([page, body]) => [edgeOf(lines, page, body.slice(0, deepest)), edgeOf(lines, page, body.slice(-deepest).reverse())])
}

function edgeOf(lines: readonly Line[], page: number, edge: readonly number[]): EdgeLine[] {
  return edge.map((index, depth) => ({ line: lines[index] as Line, index, page, depth }))
}

/** Without pages: the lines round numbers that count them. */
function edgesAtNumbers(lines: readonly Line[]): Edge[] {
  const body = lines.flatMap(({ role, furniture }, index) => (role === 'body' || furniture === 'page-number' ? [index] : []))
  const numbers = body.flatMap((at, index) => {
    const { value } = lines[at] as Line
    const folded = foldDigits(value)
    const number = isPageNumber(value) || /^\d{1,4}$/.test(folded) ? /\d{1,4}/.exec(folded)?.[0] : undefined
    return number === undefined ? [] : [{ index, number: Number(number) }]
  })
  const at = (page: number, near: readonly number[]): EdgeLine[] => edgeOf(lines, page, near.filter((index) => lines[index]?.role === 'body'))
  return longestRun(numbers).flatMap(({ index, number }) => [
    at(number, body.slice(Math.max(0, index - deepest), index).reverse()),
    at(number, body.slice(index + 1, index + 1 + deepest))
  ])
}

/** Numbers that follow on each other, of all that there are. */
function longestRun(numbers: readonly PrintedNumber[]): PrintedNumber[] {
  let best: PrintedNumber[] = []
  const open = new Map<number, PrintedNumber[]>()
  for (const each of numbers) {
    const before = open.get(each.number - 1)
    const run = before && each.index - (before.at(-1)?.index ?? 0) > fewestLines ? before : []
    if (run.length > 0) open.delete(each.number - 1)
    run.push(each)
    if (run.length > (open.get(each.number)?.length ?? 0)) open.set(each.number, run)
    if (run.length > best.length) best = run
  }
  return best.length < fewestNumbers ? [] : best
}

/** A head is no sentence, no numbered paragraph and no number alone. */
function mayBeHead({ value, label }: Line): boolean {
  const worded = /\p{L}{2}|\d\D\d/u.test(value) || (/\p{L}/u.test(value) && /\d/.test(value))
  return value.length <= longestHead && worded && !endsSentence(value) && label === undefined
}

/** Stands in a key in front of the distance of a number from that of its page. */
const pageSign = '\u0000'

/** What is the same on other pages: the line, and the line with one of its numbers as far from that of the page. Columns may be the head of a table. */
function* keysOf({ line: { value, fields }, page }: EdgeLine): Generator<string> {
  const folded = foldDigits(value)
  if (fields.length < 3) yield folded
  for (const { 0: digits, index } of folded.matchAll(/\d{1,4}/g)) {
    const rest = `${folded.slice(0, index)}${pageSign}${folded.slice(index + digits.length)}`
    if (/\p{L}/u.test(rest)) yield `${rest}${Number(digits) - page}`
  }
}
