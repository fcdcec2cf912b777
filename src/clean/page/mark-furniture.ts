import { codeUnitTable } from '../../language/code-unit-table.ts'
import type { LanguageCode } from '../../language/code.ts'
import { isBarCode, isJobDates, isJobNumber, isPagedJob } from '../../grammar/job-number.ts'
import { languageNamed } from '../../grammar/masthead-wording.ts'
import { asksToRecycle, isContinuation, isPageNumber, isRule, readPageOfAll } from '../../grammar/page-wording.ts'
import { areSymbols, findSymbols, readSymbol } from '../../grammar/symbol.ts'
import type { FurnitureKind } from '../../tree/undast.ts'
import { findContents } from './mark-contents.ts'
import { tell, type Line } from '../lines/line.ts'
import { markRepeatedHeads } from './mark-repeated-heads.ts'

/**
 * Marks the lines that belong to the page: first those that their own form gives away, then those that need a
 * neighbour that is already marked (a bare number, a symbol alone on its line).
 */
export function markFurniture(printed: readonly Line[], language: LanguageCode): Line[] {
  const lines = [...printed]
  const own = ownSymbols(lines)
  lines.forEach((line, index) => {
    const furniture = line.role === 'body' ? kindByForm(line, own) : undefined
    if (furniture !== undefined) tell(lines, index, { role: 'furniture', furniture, why: 'its form' })
  })
  markPagesOfAll(lines)
  for (const index of findContents(lines, language)) tell(lines, index, { role: 'furniture', furniture: 'contents', why: 'leaders' })
  markRunningHeads(lines, own)
  markRepeatedHeads(lines, language)
  markBareNumbers(lines)
  markBeside(lines)
  return lines
}

/** The symbols of the document, where its masthead tells them. */
function ownSymbols(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.filter(({ role }) => role === 'masthead').flatMap(({ value }) => findSymbols(value).map((symbol) => readSymbol(symbol).key)))
}

/** What a line is by itself, whatever stands round it. */
function kindByForm(line: Line, own: ReadonlySet<string>): FurnitureKind | undefined {
  const { value } = line
  if (value.length > 80) return undefined
  // Nothing but marks of direction: no rule on text must see an empty line.
  if (value === '') return 'invisible'
  if (/[\d٠-٩۰-۹０-９]/.test(value)) return kindByFigures(line, own)
  if (begins(value.charCodeAt(0)) === 0) return undefined
  if (asksToRecycle(value)) return 'job-number'
  if (isRule(value)) return 'rule'
  return isContinuation(value) ? 'continuation' : undefined
}

/** What a rule, a continuation or a request to recycle begins with. */
const begins = codeUnitTable((character) => Number(/[-–—─━_\\/. @♲♺-♽pmsп请اي]/i.test(character)))

/** All numbers of jobs have so many figures. */
const ofJob = /\d{5}/

/** What a line with figures in it is by itself. */
function kindByFigures({ value, tabbed }: Line, own: ReadonlySet<string>): FurnitureKind | undefined {
  const job = ofJob.test(value)
  if (job && isBarCode(value)) return 'bar-code'
  if (job && isJobNumber(value)) return 'job-number'
  // Between tabs `- 7 -` are the cells of a table.
  if (!tabbed && isPageNumber(value) && !readPageOfAll(value)) return 'page-number'
  if (job && isPagedJob(value)) return 'job-number'
  // A symbol and a page on one line, in either order: `CD/1831 page 2`, `2 A/61/917`. A note may be the number and symbol of another document.
  const symbol = findSymbols(value).at(0)
  if (symbol !== undefined && value !== symbol) {
    const rest = value.replace(symbol, '').trim()
    const another = own.size > 0 && !own.has(readSymbol(symbol).key) && /^\d/.test(value)
    if ((/^\d{1,3}$/.test(rest) && !another) || isPageNumber(rest) || isDate(rest)) return 'running-head'
  }
  // pdf.js leaves no space between what stands at the two margins: `A/77/PV.905405/07/2022`.
  const date = value.includes('/') ? /^\d{2}\/\d{2}\/\d{4}(?=[A-Z])|\d{2}\/\d{2}\/\d{4}$/.exec(value)?.[0] : undefined
  if (date !== undefined && areSymbols(value.replace(date, ''))) return 'running-head'
  return undefined
}

/** Numbers of every page, or of every second one, follow each other so. */
const nearPages = [-2, -1, 1, 2] as const

/**
 * `3/12` alone on its line is the number of a page where others of the same `/12` are near it; where no number is borne out so,
 * at the edge of a page or beside other furniture. The numbers of resolutions in a list are `77/330`, `69/313`.
 */
function markPagesOfAll(lines: Line[]): void {
  const found: Array<{ index: number; page: number; all: number }> = []
  lines.forEach((line, index) => {
    const read = line.role === 'body' && !line.tabbed ? readPageOfAll(line.value) : undefined
    if (read && read.page <= read.all) found.push({ index, ...read })
  })
  const there = new Set(found.map(({ page, all }) => `${page}/${all}`))
  const counted = found.filter(({ page, all }) => nearPages.some((step) => there.has(`${page + step}/${all}`)))
  const pages = counted.length > 0 ? counted : found.filter(({ index }) => touchesFurniture(lines, index))
  for (const { index } of pages) tell(lines, index, { role: 'furniture', furniture: 'page-number', why: 'its form' })
}

/**
 * A symbol alone on its line is a running head where it is the document's own and stands so more than once, or beside
 * other furniture. Lists of documents have symbols alone on their lines too: of another document one is no head by that.
 */
function markRunningHeads(lines: Line[], own: ReadonlySet<string>): void {
  const heads: Array<{ index: number; key: string }> = []
  lines.forEach((line, index) => {
    if (line.role === 'body' && isHead(line.value)) heads.push({ index, key: headKey(line.value) })
  })
  const counts = new Map<string, number>()
  for (const { key } of heads) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isOwn = (key: string): boolean => own.size === 0 || key.split(' ').some((symbol) => own.has(symbol))
  for (const { index, key } of heads)
    if (((counts.get(key) ?? 0) > 1 && isOwn(key)) || touchesFurniture(lines, index)) tell(lines, index, { role: 'furniture', furniture: 'running-head', why: 'a symbol again, or beside furniture' })
}

/** A symbol, two symbols of a joint document, or an organization and a symbol. */
function isHead(value: string): boolean {
  if (!value.includes('/')) return false
  // In a line from right to left the star of a reissue may have got to the front.
  return value.length < 70 && areSymbols(value.replace(/^\*(?=[A-Z])/, ''))
}

function headKey(value: string): string {
  return findSymbols(value).map((symbol) => readSymbol(symbol).key).join(' ')
}

/** A number alone on its line, of preliminary pages a Roman one, is the number of a page where it stands beside the break of one; a year is none. */
function markBareNumbers(lines: Line[]): void {
  lines.forEach((line, index) => {
    if (line.value.length > 5 || line.role !== 'body' || !/^(?:\d{1,4}|[ivx]{1,5})$/.test(line.value) || /^(?:19|20)\d{2}$/.test(line.value)) return
    const before = lines[index - 1]
    const after = lines[index + 1]
    const edge = before?.page !== line.page || after?.page !== line.page
    const beside = [before, after].some((each) => each?.role === 'furniture' && each.furniture !== 'contents' && each.furniture !== 'rule')
    if ((edge && line.page > 0) || (after !== undefined && after.page > line.page) || beside) tell(lines, index, { role: 'furniture', furniture: 'page-number', why: 'a number at the edge of a page' })
  })
}

/** A date in figures, as the heads of records have it. */
function isDate(value: string): boolean {
  return /^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(value)
}

/** Lines that are furniture beside some: the dates of a job number, the name of the language between symbol and page. */
function markBeside(lines: Line[]): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1]?.furniture
    const after = lines[index + 1]?.furniture
    if (line.role !== 'body' || (!before && !after)) return
    const beside = (kind: FurnitureKind): boolean => before === kind || after === kind
    if ((beside('job-number') || beside('bar-code')) && isJobDates(line.value)) tell(lines, index, { role: 'furniture', furniture: 'job-number', why: 'dates beside it' })
    else if (beside('running-head') && (languageNamed(line.value) !== undefined || isDate(line.value))) tell(lines, index, { role: 'furniture', furniture: 'running-head', why: 'beside a running head' })
  })
}

function touchesFurniture(lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1]
  const after = lines[index + 1]
  if (before && after && (before.page !== lines[index]?.page || after.page !== lines[index]?.page)) return true
  return [before, after].some((line) => line?.role === 'furniture' && line.furniture !== 'rule' && line.furniture !== 'contents')
}
