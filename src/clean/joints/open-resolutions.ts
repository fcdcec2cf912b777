import { isOpeningFormula } from '../../grammar/formula.ts'
import { isResolutionNumber } from '../../grammar/symbol.ts'
import type { LanguageCode } from '../../language/code.ts'
import { tell, type Line } from '../lines/line.ts'

/** A title takes so many lines at most. */
const mostLines = 6

/**
 * Marks the numbers of resolutions that stand alone on their line, a title and the enacting formula below them, and the first
 * lines of those titles: each begins a block.
 */
export function openResolutions(printed: readonly Line[], language: LanguageCode): Line[] {
  const lines = [...printed]
  printed.forEach(({ role, value }, index) => {
    if (role !== 'body' || value.length > longestNumber || !isResolutionNumber(value.replace(/\.$/, ''))) return
    const below = bodyBelow(printed, index)
    if (below.findIndex((at) => isOpeningFormula(printed[at]?.value ?? '', language)) < 1) return
    tell(lines, index, { opens: true })
    tell(lines, below[0] ?? -1, { opens: true })
  })
  return lines
}

/** Where the lines of text stand that may be a title and the formula behind it. */
function bodyBelow(lines: readonly Line[], above: number): number[] {
  const places: number[] = []
  for (let index = above + 1; index < lines.length && places.length <= mostLines; index++) if (lines[index]?.role === 'body') places.push(index)
  return places
}

/** Characters of such a number. */
const longestNumber = 20
