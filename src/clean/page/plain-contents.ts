import { contentsHeadings, isColumnHead } from '../../grammar/contents-word.ts'
import { foldDigits } from '../../language/digit.ts'
import type { LanguageCode } from '../../language/code.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { endsInMark } from '../lines/sentence-end.ts'

/** So many entries are a table; one takes so many lines at most, and so many characters. */
const [fewest, mostLines, longest] = [3, 3, 200]
/** Characters of the heading above, and pages from one entry to the next. */
const [longestHeading, mostPages] = [24, 40]

/** Words and, behind a space or a Chinese character, the number of a page. */
const entry = /^(.*(?:\p{L}\S{0,3} |[\p{Script=Han}）》]))(\d{1,3})$/u

/**
 * The entries of tables of contents that have neither leaders nor tabs: below their heading, on the same page, words and a
 * number that does not fall, on a line of its own or not. Where the words of the first one stand alone, the text begins.
 */
export function plainTables(lines: readonly Line[], language: LanguageCode): number[][] {
  const all: number[][] = []
  lines.forEach((line, index) => {
    if (line.role !== 'body' || line.value.length > longestHeading || !contentsHeadings[language].includes(line.value.toLowerCase())) return
    const entries = entriesBelow(lines, index, language)
    if (entries.length >= fewest) all.push(entries)
  })
  return all
}

function entriesBelow(lines: readonly Line[], heading: number, language: LanguageCode): number[] {
  const found: number[] = []
  /** Words whose number is to come. */
  let open: string[] = []
  let [page, first] = [0, '']
  for (let index = heading + 1; index < lines.length; index++) {
    const line = lines[index]
    if (!line || line.page !== lines[heading]?.page) break
    const { value } = line
    if (line.role !== 'body' || isLabelAlone(line) || isColumnHead(value, language)) continue
    const folded = value.length > longest ? '' : foldDigits(value)
    const [, words, digits] = open.length > 0 && /^\d{1,3}$/.test(folded) ? [folded, open[0], folded] : (entry.exec(folded) ?? [])
    const number = Number(digits ?? 0)
    if (number > 0 && number >= page && number <= page + mostPages) {
      found.push(index)
      first ||= (open[0] ?? words ?? '').trimEnd()
      page = number
      open = []
    } else if (value === first || endsInMark(value) || open.push(value) === mostLines) break
  }
  return found
}
