import type { LanguageCode } from '../../language/code.ts'
import { readTableCaption } from '../../grammar/table-word.ts'
import type { Line } from '../line.ts'
import { endsSentence } from '../sentence-end.ts'
import { closesTable } from './table-edge.ts'

/** Lines below a caption that are looked at, and how wide a cell or a row is at most, in columns of the page. */
const farthest = 120
const widestRow = 76
/** A line of fewer columns does not go on in the next. */
const short = 40
/** So few lines are no table. */
const fewest = 3

/**
 * Marks the lines below the caption of a table that could not be told: each is a cell or a row, or a part of one, and no
 * heading. Where a blank line or a short line stands above it, it is a block of its own.
 */
export function markUntold(lines: readonly Line[], language: LanguageCode): void {
  lines.forEach((line, index) => {
    const caption = line.role === 'body' ? readTableCaption(line.value, language) : undefined
    if (caption === undefined) return
    const below = linesBelow(lines, index + 1, language)
    const cells = below.slice(caption === 'alone' ? 1 : 0).filter(({ value }) => !isRemark(value))
    for (const remark of below.slice(0, 3)) if (isRemark(remark.value)) remark.opens = true
    if (cells.length < fewest) return
    let above: Line | undefined
    for (const cell of cells) {
      cell.cell = true
      if (!above || cell.gap > 0 || above.columns < short) cell.opens = true
      above = cell
    }
  })
}

/** What may be a table: the lines up to the next paragraph, heading or caption; none where a table was told. */
function linesBelow(lines: readonly Line[], start: number, language: LanguageCode): Line[] {
  const found: Line[] = []
  for (const line of lines.slice(start, start + farthest)) {
    if (line.role === 'table') return found.filter(({ value }) => isRemark(value))
    if (line.role !== 'body') continue
    if (line.columns > widestRow || closesTable(line, language) || endsSentence(line.value)) break
    found.push(line)
  }
  return found
}

/** `(Thousands of United States dollars)`, below a title. */
function isRemark(value: string): boolean {
  return /^[(（][^()（）]{2,80}[)）]$/.test(value)
}
