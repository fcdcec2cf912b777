import { readLabel } from '../../grammar/label.ts'
import { rawOffset, slice, sliceWords } from '../../tree/mapped-text.ts'
import { makeLine, type Line } from './line.ts'
import { numberOf } from './measure-numbering.ts'

/** The number of a paragraph behind the end of a sentence, in mid line. */
const inside = /(?<=[.。!！?？;；] {0,2})(\d{1,3})[.．] ?(?=[\p{Lu}\p{Lo}])/gu

/**
 * Parts lines in which a new paragraph begins: the converter lost the line break before `13.`
 *
 * Only where the number is the one that is missing between the last number at the start of a line and the next.
 */
export function splitLines(lines: readonly Line[]): Line[] {
  const numbers = lines.map((line) => (line.role === 'body' ? numberOf(line.label) : undefined))
  const found: Line[] = []
  let last = 0
  lines.forEach((line, index) => {
    last = numbers[index] ?? last
    const missing = line.role === 'body' && line.value.includes(String(last + 1)) ? [...line.value.matchAll(inside)].find(({ 1: number }) => Number(number) === last + 1) : undefined
    const next = missing && numbers.slice(index + 1, index + 200).find((number) => number !== undefined && number > last)
    if (!missing || next !== last + 2) {
      found.push(line)
      return
    }
    last++
    const before = sliceWords(line.text, 0, missing.index)
    const after = slice(line.text, missing.index)
    const share = missing.index / line.value.length
    const at = rawOffset(line.text, missing.index)
    const columns = Math.round(line.columns * share)
    found.push(
      makeLine({ ...line, text: before, label: readLabel(before.value), end: at, columns, rear: missing.index }, line),
      makeLine({ ...line, text: after, label: readLabel(after.value), start: at, columns: line.columns - columns, gap: 0, indent: 0 }, line)
    )
  })
  return found
}
