import { coverWordings, seriesNumber } from '../../grammar/cover-wording.ts'
import { isDateAlone } from '../../grammar/dateline.ts'
import { areSymbols } from '../../grammar/symbol.ts'
import type { LanguageCode } from '../../language/code.ts'
import { tell, type Line } from '../lines/line.ts'

/** The cover, the title page and the page behind it have so many lines at most. */
const deepest = 80

/** Lines from the name of the organ to the number of the supplement: records and session may take two each. */
const tallest = 5

/** A line of a cover is not longer. */
const longest = 60

/**
 * Marks what the cover and the title page of a supplement say beside its title: the organ, its records, the session and the number
 * of the supplement, one below the other; then who published it, the number of the series, and the date.
 */
export function markCover(lines: Line[], isOrgan: (value: string) => boolean, language: LanguageCode): void {
  const { records, supplement, imprint, note } = coverWordings[language]
  const head = lines.slice(0, deepest)
  const cover = { role: 'masthead', why: 'the cover of a supplement' } as const
  const isShort = ({ role, value }: Line): boolean => (role === 'body' || role === 'masthead') && value.length <= longest
  let found = false
  head.forEach((line, index) => {
    if (!isShort(line) || !supplement.test(line.value)) return
    const from = head.findLastIndex((each, at) => at < index && at > index - tallest && isShort(each) && records.test(each.value))
    if (from < 0) return
    found = true
    const organ = head[from - 1]
    for (let at = organ && isShort(organ) && isOrgan(organ.value) ? from - 1 : from; at <= index; at++) tell(lines, at, cover)
  })
  if (!found) return
  head.forEach((line, index) => {
    const dated = /^\[.+\]$/.test(line.value) && isDateAlone(line.value.slice(1, -1), language) && seriesNumber.test(head[index - 1]?.value ?? '')
    if (lines[index]?.role === 'body' && note.test(line.value)) tell(lines, index, { opens: true })
    if (!isShort(line) || !(imprint.test(line.value) || seriesNumber.test(line.value) || dated)) return
    tell(lines, index, cover)
    // No title goes on behind it.
    const below = lines.slice(index + 1, index + tallest).findIndex(({ role, value }) => role === 'body' && !areSymbols(value))
    if (below >= 0) tell(lines, index + 1 + below, { opens: true })
  })
}
