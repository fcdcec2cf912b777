import { contentsHeadings, isColumnHead } from '../../grammar/contents-word.ts'
import { readLabel } from '../../grammar/label.ts'
import { isResolutionNumber } from '../../grammar/symbol.ts'
import { foldDigits } from '../../language/digit.ts'
import type { LanguageCode } from '../../language/code.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'
import { plainTables } from './plain-contents.ts'

/** Leaders: a run of points, spaced or not, and perhaps of other signs among them. */
const leaders = /\.{5}|(?:\. ){4}|(?:… ?){3}|·{5}/

/** What leaders are made of. */
const leaderSigns: ReadonlySet<string> = new Set('.…· ')

/** One of these is in all leaders, and quickly found to be in no line of text. */
const pairs = /\.\.|\. \.|…|··/

/** What stands behind them: the numbers of paragraphs, or a range of them, and a page. */
const numbers = /^(?:[\d٠-٩]{1,9}(?: ?[‒–-] ?[\d٠-٩]{1,9})?(?: |$)){1,2}$/

/**
 * Whether a line is an entry of a table of contents: words, leaders, and the numbers of paragraphs and page, or leaders
 * at its end (the numbers fell on the next line). More numbers, or decimals, are a row of another table.
 */
function isContentsLine(line: Line): boolean {
  const { value, fields } = line
  if (!pairs.test(value)) return false
  const start = value.search(leaders)
  if (start < 0 || value === '…' || fields.includes('…')) return false
  let end = start
  while (leaderSigns.has(value.charAt(end))) end++
  const rest = value.slice(end).replace(/(?<!\d)\.|\.(?!\d)|[…· ]+/g, ' ').replace(/ +/g, ' ').trim()
  return rest === '' || numbers.test(rest)
}

/** Whether a line is words and, behind a tab, the number of a page: behind leaders a label may have the tab. */
function isTabbedEntry(line: Line | undefined): boolean {
  if (!line?.tabbed || isContentsLine(line)) return false
  const { value, fields } = line
  return /^[\d٠-٩]{1,3}$/.test(fields.at(-1) ?? '') && /\p{L}/u.test(value)
}

function pageOf(line: Line | undefined): number {
  return Number(/(\d{1,4})$/.exec(foldDigits(line?.value ?? ''))?.[1] ?? 0)
}

/** Entries tell by themselves if so large a share of them stands below again. */
const again = 0.6

/** Whether the words of entries are headings of the text below: lines of their own, without the page. */
function standBelow(lines: readonly Line[], entries: readonly number[]): boolean {
  const below = new Set(lines.slice((entries.at(-1) ?? 0) + 1).map(({ value }) => value))
  return entries.filter((index) => below.has(lines[index]?.value.replace(/ ?[\d٠-٩]{1,3}$/, '') ?? '')).length >= again * entries.length
}

function ascend(pages: readonly number[]): boolean {
  return pages.every((page, index) => page >= (pages[index - 1] ?? 0))
}

/** Whether a line is leaders and nothing else: the words of the entry are on the line above. */
function isLeaders(line: Line | undefined): boolean {
  return line !== undefined && isContentsLine(line) && /^[.…· ]+$/.test(line.value)
}

/** Whether a line is an entry. Leaders below leaders are the lines of a form: they have no words. */
function isEntry(line: Line, above: Line | undefined): boolean {
  return isContentsLine(line) && !(isLeaders(line) && isLeaders(above))
}

/** Whether a line is the paragraphs and the page of an entry, or one of them. */
function isNumberOfEntry(value: string): boolean {
  return /^[\d‒–-]{1,9}(?: [\d‒–-]{1,9}){0,3}$/.test(value)
}

/** Whether a line is a piece of an entry that an extractor set apart: its label, the number of a resolution, or its numbers. */
function isPieceOfEntry(line: Pick<Line, 'label' | 'value'>): boolean {
  return isLabelAlone(line) || isNumberOfEntry(line.value) || isResolutionNumber(line.value.replace(/\.$/, ''))
}

/** Lines of words between two entries of one table: broken off from the second, or the words of one that lost its leaders. */
const between = 6

/** Lines of words between the heading and the first entry with leaders, the heading counted. */
const mostAbove = 4

/**
 * The lines of tables of contents: entries, the heading above the first, the heads and numbers of columns, and what is
 * broken off from an entry. Without the heading one line with leaders makes no table, nor do leaders without any number:
 * a form to be filled in has such lines.
 */
export function findContents(lines: readonly Line[], language: LanguageCode): ReadonlySet<number> {
  const found = new Set<number>()
  for (const entries of [...tables(lines), ...plainTables(lines, language)]) {
    const [first = 0] = entries
    const heading = headingAbove(lines, first, language)
    const numbered = entries.filter((index) => /\d/.test(afterLeaders(lines[index])) || isNumberOfEntry(lines[index + 1]?.value ?? '')).length
    if (heading === undefined && (numbered < entries.length / 3 || entries.length < 2)) continue
    // Tabs part columns of other tables as well: where pages do not ascend, or without a heading, they are none of contents, unless the text has these words again.
    const tabbed = entries.some((index) => isTabbedEntry(lines[index]))
    if (tabbed && !(ascend(entries.map((index) => pageOf(lines[index]))) && (heading !== undefined || standBelow(lines, entries)))) continue
    const marked = new Set<number>()
    if (heading !== undefined) for (let index = heading; index < first; index++) marked.add(index)
    entries.forEach((index, place) => {
      for (let at = startOfEntry(lines, index, entries[place - 1]); at <= index; at++) marked.add(at)
    })
    for (const index of columns(lines, first, entries.at(-1) ?? first, language)) marked.add(index)
    for (const index of marked) if (lines[index]?.role === 'body') found.add(index)
  }
  return found
}

/** The indices of the entries of each table. The end of a sentence is the end of it. */
function tables(lines: readonly Line[]): number[][] {
  const all: number[][] = []
  let others = Infinity
  lines.forEach((line, index) => {
    if (line.role !== 'body') return
    if (isEntry(line, lines[index - 1]) || isTabbedEntry(line)) {
      if (others > between) all.push([index])
      else all.at(-1)?.push(index)
      others = 0
    } else if (others === Infinity || isPieceOfEntry(line)) return
    else if (endsSentence(line.value)) others = Infinity
    else others++
  })
  return all
}

function afterLeaders(line: Line | undefined): string {
  return line ? line.value.slice(line.value.search(leaders)) : ''
}

/** Where an entry begins: with its line; its words above, where it is leaders alone, or up to two lines of them below another entry. */
function startOfEntry(lines: readonly Line[], index: number, previous: number | undefined): number {
  const near = previous !== undefined && lines.slice(previous + 1, index).filter((line) => !isPieceOfEntry(line)).length < 3
  const from = near ? previous + 1 : isLeaders(lines[index]) ? Math.max(0, index - 1) : index
  const broken = lines.slice(from, index)
  // A sentence that ends there is text.
  return broken.some((line) => endsSentence(line.value) && !isPieceOfEntry(line)) ? index : from
}

/** Index of the heading above the first entry, with the line of column heads between, or labels that stand alone and entries without leaders. */
function headingAbove(lines: readonly Line[], first: number, language: LanguageCode): number | undefined {
  let others = 0
  for (let index = first - 1; index >= 0 && others < mostAbove; index--) {
    const value = lines[index]?.value.toLowerCase() ?? ''
    if (!isPieceOfEntry({ value, label: readLabel(value) }) && !isColumnHead(value, language)) others++
    if (contentsHeadings[language].some((word) => value === word || value.startsWith(`${word} `))) return index
  }
  return undefined
}

/** Columns that came apart: numbers and heads between the entries and below the last one. */
function columns(lines: readonly Line[], first: number, last: number, language: LanguageCode): number[] {
  const found: number[] = []
  for (let index = first; index < lines.length; index++) {
    const line = lines[index]
    if (!line || line.page !== lines[first]?.page) break
    const piece = index < last ? isPieceOfEntry(line) : isNumberOfEntry(line.value)
    if (line.role === 'body' && (piece || isColumnHead(line.value, language))) found.push(index)
    else if (index > last) break
  }
  return found
}
