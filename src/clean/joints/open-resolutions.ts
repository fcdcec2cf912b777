import { isOpeningFormula } from '../../grammar/formula.ts'
import { isResolutionNumber } from '../../grammar/symbol.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { Line } from '../lines/line.ts'

/** A title takes so many lines at most. */
const mostLines = 6

/**
 * Marks the numbers of resolutions that stand alone on their line, a title and the enacting formula below them, and the first
 * lines of those titles: each begins a block.
 */
export function openResolutions(lines: readonly Line[], language: LanguageCode): void {
  const body = lines.filter(({ role }) => role === 'body')
  body.forEach((line, index) => {
    if (line.value.length > longestNumber || !isResolutionNumber(line.value.replace(/\.$/, ''))) return
    const below = body.slice(index + 1, index + 2 + mostLines).findIndex(({ value }) => isOpeningFormula(value, language))
    if (below < 1) return
    line.opens = true
    const title = body[index + 1]
    if (title) title.opens = true
  })
}

/** Characters of such a number. */
const longestNumber = 20
