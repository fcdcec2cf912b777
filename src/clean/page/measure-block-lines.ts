import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInConjunction, endsOpen } from '../../language/function-word.ts'
import { preambularOpenings } from '../../grammar/preamble.ts'
import { beginsSmall, beginsSmallInside } from '../lines/first-letter.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { isParallelClause } from '../lines/parallel-clause.ts'
import { endsClause, endsInComma, endsInHyphen, endsInMark, endsSentence } from '../lines/sentence-end.ts'

/** No typesetter sets a line so wide; columns. */
const widestLine = 150

/** Share of such lines in a document of paragraphs, and of breaks inside sentences that it has at most: pages part some. */
const wide = 0.06
const broken = { most: 0.25, few: 0.15 } as const

/** Without lines so wide: hardly a break inside a sentence, and marks at the ends of lines. */
const brokenShort = { most: 0.06, few: 0.02 } as const
const marked = { some: 0.45, most: 0.55 } as const

/** Of the widest lines of a printed page most end in no mark; of paragraphs that are a line each hardly any, but in `…, and`. So few tell nothing. */
const openLines = { most: 0.35, few: 0.15 } as const
const fewestFull = 4

/**
 * How far each line of a document is a block by itself, 0 to 1: as layout models, word processors and this program write
 * text. Printed lines break inside sentences, and none of them is wide.
 */
export function measureBlockLines(body: readonly Line[], language: LanguageCode): number {
  if (body.length < 3) return 0
  const { cased } = languages[language]
  const usual = usualWidth(body)
  const long = body.filter(({ columns }) => columns > widestLine).length / body.length
  // Beside lines that no page has room for, one that is far from as wide goes on nowhere.
  const full = long >= wide && !cased ? Math.max(0.7 * usual, 0.85 * widestLine) : 0.7 * usual
  const marks = body.map(({ value }) => endsInAnyMark(value))
  let inside = 0
  body.forEach((line, index) => {
    const { value, label } = line
    const above = body[index - 1]
    // Behind a label that stands alone its text begins.
    if (!above || isLabelAlone(above)) return
    if (marks[index - 1]) {
      // A clause goes on behind a comma, but for the paragraphs of a preamble.
      if (label !== undefined || !endsInComma(above.value)) return
      const goesOn = cased ? beginsSmall(value) && !isParallelClause(line, above, body[index + 1]) : above.columns > full
      if (goesOn && !preambularOpenings[language].test(value)) inside++
      return
    }
    // `…; and` is the end of a clause: the next one may begin in small letters.
    if (endsItem(above.value, language)) return
    // A line as wide as most that ends in no mark goes on, unless a label begins below; a short one is a title, and so is one in
    // capitals. One that no page has room for was not broken there, unless small letters say so.
    const goesOn = (above.columns > full && !(cased && above.columns > widestLine) && label === undefined) || (cased && /^["“«(]?\p{Ll}(?! ?\))/u.test(value) && /\p{Ll}/u.test(above.value))
    if (goesOn && !(cased && isParallelClause(line, above, body[index + 1]))) inside++
  })
  const share = inside / (body.length - 1)
  const byWidth = long >= wide ? falling(share, broken.few, broken.most) : 0
  const ends = marks.filter(Boolean).length / body.length
  const byMarks = falling(share, brokenShort.few, brokenShort.most) * (1 - falling(ends, marked.some, marked.most))
  const wideCount = body.filter(({ columns }) => columns > full).length
  const open = body.filter(({ columns, value }, index) => columns > full && !marks[index] && !/[,;،؛] \p{L}{1,3}$/u.test(value.slice(-6))).length / wideCount
  const byFullLines = wideCount < fewestFull ? 0 : falling(share, broken.few, broken.most) * falling(open, openLines.few, openLines.most)
  return goesOnNowhere(body, usual, language) ? 1 : Math.max(byWidth, byMarks, byFullLines)
}

/** Whether a line ends in `…; and`, as an item does. */
function endsItem(value: string, language: LanguageCode): boolean {
  return /[;؛] \p{L}{1,3}$/u.test(value.slice(-6)) && endsInConjunction(value, language)
}

/** Widths of lines in columns, the narrowest first. */
export function widthsOf(lines: readonly Line[]): Int32Array {
  return sorted(lines, ({ columns }) => columns)
}

/** Columns that nine lines in ten do not have more of. */
export function usualWidth(lines: readonly Line[]): number {
  const widths = widthsOf(lines)
  return widths[Math.floor(0.9 * widths.length)] ?? 0
}

/** A whole number of each line, the smallest first. */
export function sorted(lines: readonly Line[], of: (line: Line) => number): Int32Array {
  const numbers = new Int32Array(lines.length)
  lines.forEach((line, index) => (numbers[index] = of(line)))
  return sortNumbers(numbers)
}

/** Sorts whole numbers in their place, the smallest first: by how often each is there, where none is great. */
export function sortNumbers(numbers: Int32Array): Int32Array {
  let least = 0
  let most = 0
  // By index: sorted for each page, a text would make an object for each line of it here.
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    if (number > most) most = number
    else if (number < least) least = number
  }
  if (least < 0 || most > countedTo) return numbers.sort()
  times.fill(0, 0, most + 1)
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    times[number] = (times[number] ?? 0) + 1
  }
  let end = 0
  for (let number = 0; number <= most; number++) {
    const start = end
    end += times[number] ?? 0
    numbers.fill(number, start, end)
  }
  return numbers
}

/** Columns of lines are hardly more. */
const countedTo = 500
const times = new Uint32Array(countedTo + 1)

/** In so many lines a sentence goes on somewhere, if they are printed ones. */
const fewestLines = 8

/** Lines that end in no mark, of so many none of which goes on with a small letter: titles, items, places. */
const fewestOpen = 4

/** Whether no line goes on with the one above it, as far as letters or widths tell. */
function goesOnNowhere(body: readonly Line[], usual: number, language: LanguageCode): boolean {
  if (body.length < fewestLines) return false
  return languages[language].cased ? noneBeginsSmall(body, language) : noneIsFull(body, usual)
}

/** Whether no line begins with a small letter behind a line without a mark. */
function noneBeginsSmall(body: readonly Line[], language: LanguageCode): boolean {
  let open = 0
  for (const [index, { value, label }] of body.entries()) {
    const above = body[index - 1]
    if (above === undefined || endsInAnyMark(above.value) || endsItem(above.value, language) || isLabelAlone(above)) continue
    open++
    if (label === undefined && beginsSmallInside(value)) return false
    if (endsInHyphen(above.value) || endsOpen(above.value, language)) return false
  }
  return open >= fewestOpen
}

/** Without capitals: whether the lines that end in no mark are short of the `usual` width, or all of the text is narrow and they end anywhere. */
function noneIsFull(body: readonly Line[], usual: number): boolean {
  const open = body.slice(0, -1).flatMap(({ value, columns }) => (endsInAnyMark(value) ? [] : [columns]))
  if (open.length < fewestOpen) return false
  const widest = Math.max(...open)
  if (widest < ragged.short * usual) return true
  const alike = open.filter((columns) => columns >= ragged.alike * widest)
  return body.every(({ columns }) => columns < narrowestPage) && alike.length <= ragged.most * open.length
}

/** Share of the usual width that a line has which had room for more; share of the widest open line that makes lines alike, and of open lines that are so at most. */
const ragged = { short: 0.6, alike: 0.85, most: 0.4 } as const

/** No page or column of one is set narrower; columns. */
export const narrowestPage = 40

/** Whether a line ends in a mark, with the mark of a note behind it or without. */
function endsInAnyMark(value: string): boolean {
  return endsInMark(value) || endsSentence(value) || endsClause(value) || endsInComma(value)
}

/** 1 up to one figure, 0 from the other on. */
function falling(value: number, one: number, zero: number): number {
  return Math.min(1, Math.max(0, (zero - value) / (zero - one)))
}
