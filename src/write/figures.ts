/**
 * Numbers written in digits, in all scripts and notations, and whether versions of a unit agree on them.
 *
 * `100,000`, `100 000`, `100.000`, `10万`, `١٠٠٬٠٠٠` and a reversed `000 100` are one number. What a translator may write
 * in words, or leave out, is no disagreement: only numbers that are hard to write otherwise count.
 */
import { foldDigits } from '../language/digit.ts'
import { foldText } from '../language/fold.ts'
import { readHanNumeral, readMagnitude, readNumber } from '../language/number.ts'

/** A number in a text. */
export interface Figure {
  /** UTF-16 offsets `[start, end)`. */
  start: number
  end: number
  /** Every value that it can stand for, so that two notations of one number share one. */
  readings: ReadonlySet<number>
  /** Whether a translation can hardly write it in another way: neither small nor round. */
  exact: boolean
}

/** Digits, and groups and fractions after them. A space parts groups of three digits. */
const printedNumber = /\p{Nd}+(?:[.,٫٬/:’'\u00A0\u202F \u2009-]\p{Nd}+)*/gu
const hanNumeral = /[〇零一二三四五六七八九十百千万亿两]{2,}/gu
const wordAfter = /^[\s\u00A0]?(\p{Script=Han}{1,2}|\p{L}+)/u

/** Small numbers are written in words as often as not, and months and days turn into names. */
const smallest = 32

/** The numbers of a text, in order. */
export function figuresOf(text: string): Figure[] {
  const figures: Figure[] = []
  for (const { 0: printed, index } of text.matchAll(printedNumber)) {
    const end = index + printed.length
    const factor = magnitudeAfter(text.slice(end, end + 24))
    const { values, isExact } = readPrinted(printed)
    const readings = new Set(factor === undefined ? values : values.flatMap((value) => [value, scale(value, factor)]))
    figures.push({ start: index, end, readings, exact: factor === undefined && isExact })
  }
  for (const { 0: printed, index } of text.matchAll(hanNumeral)) {
    const value = readHanNumeral(printed)
    if (value !== undefined) {
      figures.push({ start: index, end: index + printed.length, readings: new Set([value]), exact: false })
    }
  }
  return figures.sort((a, b) => a.start - b.start)
}

/** What a printed number can stand for, and whether it is exact. */
interface PrintedNumber {
  values: readonly number[]
  isExact: boolean
}

/** Numbers that were read: a document says each in all of its languages. */
const known = new Map<string, PrintedNumber>()
/** Numbers that are kept. */
const mostKnown = 10_000

function readPrinted(printed: string): PrintedNumber {
  let read = known.get(printed)
  if (read) return read
  const values = readingsOf(printed)
  read = { values, isExact: isExact(printed, values) }
  if (known.size === mostKnown) known.clear()
  known.set(printed, read)
  return read
}

/** All that figures can stand for. */
export function valuesOf(figures: Iterable<Figure>): ReadonlySet<number> {
  const values = new Set<number>()
  for (const { readings } of figures) for (const value of readings) values.add(value)
  return values
}

/** The figures of `ours` that nothing in the other version stands for, and that should be there. */
export function missingFigures(ours: readonly Figure[], theirs: ReadonlySet<number>): Figure[] {
  return ours.filter(({ exact, readings }) => exact && ![...readings].some((value) => theirs.has(value)))
}

/**
 * Whether two versions clearly have other numbers: each has one that the other lacks, or one lacks two.
 *
 * A single number more is most often a note mark, a number in words or a date that was left out.
 */
export function figuresDisagree(ours: readonly Figure[], theirs: readonly Figure[]): boolean {
  const here = countValues(missingFigures(ours, valuesOf(theirs)))
  const there = countValues(missingFigures(theirs, valuesOf(ours)))
  return (here > 0 && there > 0) || here > 1 || there > 1
}

/** How many numbers there are, each counted once however often it comes. */
function countValues(figures: readonly Figure[]): number {
  return new Set(figures.map(({ readings }) => [...readings][0])).size
}

function magnitudeAfter(text: string): number | undefined {
  const word = wordAfter.exec(text)?.[1]
  if (word === undefined) return undefined
  const folded = foldText(word)
  return readMagnitude(folded) ?? (/^\p{Script=Han}/u.test(folded) ? readMagnitude([...folded][0] ?? '') : undefined)
}

/** As one number, as one in the other notation, as one reversed by groups, and as several with marks between. */
function readingsOf(printed: string): number[] {
  const folded = foldDigits(printed)
  const runs = folded.split(/\D/u)
  const value = readNumber(folded)
  const readings = value === undefined ? [] : [value]
  if (runs.length === 1) return readings
  // One point or comma is a decimal mark or parts groups, never two numbers.
  const [mark = ''] = folded.replace(/\d/gu, '')
  if (runs.length === 2 && /[.,٫٬]/u.test(mark)) readings.push(Number(runs.join('.')))
  else {
    for (const run of runs) readings.push(Number(run))
    for (const run of runs) if (run.length === 4) readings.push(Number(run.slice(2)))
  }
  if (runs.slice(1).every((run) => run.length === 3)) readings.push(Number(runs.join('')))
  if (runs.slice(0, -1).every((run) => run.length === 3)) readings.push(Number([...runs].reverse().join('')))
  return readings
}

function isExact(printed: string, values: readonly number[]): boolean {
  const value = readNumber(foldDigits(printed))
  // Several numbers with marks between (dates, symbols, ranges) are exact by their largest part.
  const main = value ?? values.reduce((largest, each) => Math.max(largest, each), -Infinity)
  if (!Number.isInteger(main)) return true
  return main >= smallest && !/^[1-9]0*$/u.test(String(main))
}

/** Without the noise of binary fractions: 1.1 million is 1100000. */
function scale(value: number, factor: number): number {
  return Math.round(value * factor * 1000) / 1000
}
