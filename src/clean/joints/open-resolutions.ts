import { isOpeningFormula } from '../../grammar/formula.ts'
import { isResolutionNumber } from '../../grammar/symbol.ts'
import type { LanguageCode } from '../../language/code.ts'
import { placesOf, tell, type Line } from '../lines/line.ts'

/** A title takes so many lines at most. */
const mostLines = 6

/**
 * Marks the numbers of resolutions that stand alone on their line, a title and the enacting formula below them, and the first
 * lines of those titles: each begins a block.
 */
export function openResolutions(printed: readonly Line[], language: LanguageCode): Line[] {
  const lines = [...printed]
  const body = placesOf(lines, 'body')
  body.forEach((at, index) => {
    const value = lines[at]?.value ?? ''
    if (value.length > longestNumber || !isResolutionNumber(value.replace(/\.$/, ''))) return
    const below = body.slice(index + 1, index + 2 + mostLines).findIndex((each) => isOpeningFormula(lines[each]?.value ?? '', language))
    if (below < 1) return
    tell(lines, at, { opens: true })
    tell(lines, body[index + 1] ?? -1, { opens: true })
  })
  return lines
}

/** Characters of such a number. */
const longestNumber = 20
