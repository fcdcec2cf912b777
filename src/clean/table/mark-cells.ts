import { languages, type LanguageCode } from '../../language/code.ts'
import { isFigure, isFigureWord } from '../../language/figure.ts'
import { isResolutionNumber } from '../../grammar/symbol.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import { isLabelAlone, tell, type Line } from '../lines/line.ts'
import { endsInMark, endsSentence } from '../lines/sentence-end.ts'
import { opensCell } from './opens-cell.ts'
import { closesTable, isTableRemark } from './table-edge.ts'

/**
 * What a line may be in a table that neither caption nor columns tell: figures alone, a name with figures behind it, a name;
 * `wide` where only figures round it make it one; `table` where it was told.
 */
type CellKind = 'figure' | 'name' | 'row' | 'table' | 'wide'

/** Lines one below the other that may all be cells. */
interface Run {
  lines: readonly Line[]
  /** Index of the first of them. */
  start: number
  kinds: readonly CellKind[]
  /** How many of the first lines may be titles. */
  titles: number
  /** Whether text goes on below: the last line may head it. */
  headed: boolean
}

/** No cell is wider, and no name of a row or a column; columns. */
const [widestCell, widestName] = [76, 40]

/** So many lines of figures are a table, and so many names in a row are one, or a list: none of them heads anything. */
const [fewestFigures, fewestNames] = [3, 5]

/** Lines of a title at most, at the beginning of a document or an annex. */
const titleLines = 4

/** Marks names and rows among figures, and names in a row, as cells: they are no headings. The first and the last of them may be. */
export function markCells(lines: Line[], language: LanguageCode, blockLines: number): void {
  const printed: Line[] = []
  const places: number[] = []
  lines.forEach((line, index) => {
    if (line.role !== 'body' && line.role !== 'table') return
    printed.push(line)
    places.push(index)
  })
  for (const run of runs(printed, language)) {
    let above: Line | undefined
    const [from, to] = cellsOf(run)
    for (let at = from; at < to; at++) {
      const line = run.lines[at] as Line
      // Without capitals nothing tells whether a name goes on.
      const opens = line.role === 'body' && (languages[language].cased || isFigure(line.value)) && opensCell(above, line, blockLines > 0.5, language)
      if (line.role === 'body') tell(lines, places[run.start + at] ?? -1, opens ? { cell: true, opens } : { cell: true })
      above = line
    }
  }
}

/** Which lines of a run are cells for sure, `[from, to)`. */
function cellsOf({ lines, kinds, titles, headed }: Run): readonly [from: number, to: number] {
  const first = kinds.findIndex(isOfFigures)
  const last = kinds.findLastIndex(isOfFigures)
  const to = headed && last < lines.length - 1 ? lines.length - 1 : lines.length
  // Names above a table that was told are heads of it or titles: see `markUntoldHeads`.
  if (kinds.filter(isOfFigures).length >= fewestFigures) return [kinds[first] === 'table' ? first : titles === titleLines ? Math.max(0, first - 1) : Math.min(titles, first), to]
  return lines.length - titles >= fewestNames && areNames(lines.slice(titles)) ? [titles, to] : [lines.length, lines.length]
}

/** Whether lines are names and no text in a narrow column: their widths differ, and few begin with a small letter or have a comma inside. */
function areNames(lines: readonly Line[]): boolean {
  const widest = Math.max(...lines.map(({ columns }) => columns))
  const short = lines.filter(({ columns }) => columns < ragged.short * widest).length
  const running = lines.filter(({ value }) => /^\p{Ll}|[,،，、]/u.test(value)).length
  return short >= ragged.some * lines.length && running <= ragged.few * lines.length
}

/** Share of the widest line that a line has which had room for more; how many of those names are at least, and lines at most that are of a text. */
const ragged = { short: 0.75, some: 0.35, few: 0.25 } as const

function isOfFigures(kind: CellKind): boolean {
  return kind === 'figure' || kind === 'row' || kind === 'table'
}

function runs(lines: readonly Line[], language: LanguageCode): Run[] {
  const found: Run[] = []
  let kinds: CellKind[] = []
  let titles = titleLines
  let above: Line | undefined
  const close = (end: number, headed: boolean): void => {
    const start = end - kinds.length
    found.push({ lines: lines.slice(start, end), start, kinds, titles, headed })
    titles = 1
    kinds = []
  }
  lines.forEach((line, index) => {
    const kind = above && isLabelOfText(above) ? undefined : kindOf(line, lines, index, language)
    if (kinds.length > 0 && (kind === undefined || above?.page !== line.page)) close(index, line.role === 'body')
    if (kind === undefined) titles = titlesBelow(line, titles, language)
    else kinds.push(kind)
    above = line
  })
  if (kinds.length > 0) close(lines.length, false)
  return found
}

/** How many titles may stand below a line that is no cell. */
function titlesBelow({ value, label }: Line, above: number, language: LanguageCode): number {
  if (readSectionHeading(value, language)) return titleLines
  if (isTableRemark(value)) return 0
  return above === titleLines && !endsSentence(value) && label === undefined ? titleLines : 1
}

/** Whether a line is the label of a heading or of a paragraph, whose text stands below. */
function isLabelOfText(line: Line): boolean {
  return isLabelAlone(line) && /[.．]$|[\d٠-٩] ?[-–]$/.test(line.value)
}

function kindOf(line: Line, lines: readonly Line[], index: number, language: LanguageCode): CellKind | undefined {
  const { value, columns, role } = line
  if (role === 'table') return 'table'
  // The number of a resolution heads its title.
  if (columns > widestCell || isLabelOfText(line) || isTableRemark(value) || (line.opens && isResolutionNumber(value))) return undefined
  if (isFigureAlone(value)) return 'figure'
  if (endsInMark(value)) return undefined
  const above = lines[index - 1]?.value ?? ''
  const below = lines[index + 1]?.value ?? ''
  const kind = endsInFigures(value) ? 'row' : columns < widestName ? 'name' : isFigureAlone(above) || isFigureAlone(below) ? 'wide' : undefined
  return kind === undefined || isTableRemark(below) || closesTable(line, language) ? undefined : kind
}

/** `15 528.8`, `(14.9)`, `12 a`, with the letter of a note; a letter alone may be a word. */
function isFigureAlone(value: string): boolean {
  return isFigure(value) || (value.length < widestName && /\d/.test(value) && !/\p{L}[^\p{L}]*\p{L}/u.test(value) && !/\p{Script=Han}/u.test(value))
}

/** `Total 8 665.9 7 171.4`, `Allotment $68,235,000`: figures behind words. */
function endsInFigures(value: string): boolean {
  const space = value.lastIndexOf(' ')
  const last = value.slice(space + 1)
  return isFigureWord(last) && (/[$€£]/.test(last) || (space > 0 && isFigureWord(value.slice(value.lastIndexOf(' ', space - 1) + 1, space))))
}
