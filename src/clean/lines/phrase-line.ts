import { isArticleHeading } from '../../grammar/article-word.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { endsOpen } from '../../language/function-word.ts'
import { beginsSmallInside, isCapitalFirst } from './first-letter.ts'
import { isLabelAlone, type Line } from './line.ts'
import { endsInHyphen, endsInMark } from './sentence-end.ts'

/** A heading with a label is not wider; columns. */
const widestHeading = 70

/** A phrase without a mark at its end, on one line: what a heading with a label is. */
export function isPhraseLine(line: Line): boolean {
  return line.columns <= widestHeading && !endsInMark(line.value)
}

/** Lines of a heading with a label at most, and its columns on all of them. */
const [mostLines, longestHeading] = [3, 200]

/** Whether the text of the label on a line is such a phrase: on one line, or over a few that another label ends. */
export function isLabelledPhrase(body: readonly Line[], index: number, isLabelled: (index: number) => boolean, language: LanguageCode): boolean {
  const line = body[index]
  const start = line && isLabelAlone(line) ? index + 1 : index
  const own = body[start]
  if (!own) return false
  let end = start + 1
  while (end < body.length && end - start <= mostLines && !isLabelled(end)) end++
  const lines = body.slice(start, end)
  const columns = lines.reduce((sum, line) => sum + line.columns, 0)
  if (end - start <= mostLines && end < body.length && columns <= longestHeading && lines.every(({ value }) => !endsInMark(value))) return true
  if (!isPhraseLine(own) || endsInHyphen(own.value) || endsOpen(own.value, language)) return false
  const below = body[start + 1]
  // Text begins below a blank line, or a line that was left short.
  if (below && below.gap === 0 && own.columns * 1.5 > below.columns) return false
  return !(languages[language].cased && beginsSmallInside(below?.value ?? ''))
}

/** A short phrase that begins anew, with another beginning below it: a heading. */
export function isHeadingLike(line: Line, below: Line | undefined, labelledBelow: boolean, width: number, language: LanguageCode): boolean {
  if (!below || line.columns > width || endsInMark(line.value)) return false
  const labelled = labelledBelow || isArticleHeading(below.value, language)
  if ((!labelled && line.columns > 0.7 * width) || !/\p{L}/u.test(line.value)) return false
  // Where a script has no capitals, a line of text that is far wider tells it.
  if (!languages[language].cased) return labelled || (line.columns < 0.5 * width && below.columns > 0.75 * width)
  return isCapitalFirst(line.value) && (labelled || /^["“«(]?\p{Lu}/u.test(below.value))
}

/** Share of the width of the text that the last line of a heading leaves free at least. */
const shortLast = 0.8

/** Whether lines that begin anew and end in no mark, the last of them short, stand above a label: a heading over two lines or three. */
export function isLongHeading(body: readonly Line[], index: number, isLabelled: (index: number) => boolean, width: number, language: LanguageCode): boolean {
  const first = body[index]
  if (!first || (languages[language].cased && !isCapitalFirst(first.value))) return false
  let end = index
  while (end < body.length && end - index <= mostLines && !isLabelled(end) && !endsInMark(body[end]?.value ?? '')) end++
  const last = body[end - 1]
  if (!last || end - index < 2 || end - index > mostLines || !isLabelled(end) || last.columns > shortLast * width) return false
  return !endsInHyphen(last.value) && !endsOpen(last.value, language)
}
