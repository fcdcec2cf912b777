import { languages, type LanguageCode } from '../../language/code.ts'
import { endsOpen } from '../../language/function-word.ts'
import { isFigure } from '../../language/figure.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { endsInHyphen } from '../lines/sentence-end.ts'

/** A line of fewer columns does not go on in the next, as far as its width tells. */
export const shortCell = 40

/** Whether a cell that no columns tell begins with a line: behind a blank line or a short line, and where each line is a block, unless it goes on. */
export function opensCell(above: Line | undefined, cell: Line, blocks: boolean, language: LanguageCode): boolean {
  if (!above) return true
  // A label alone is that of the words below it.
  if (isLabelAlone(above) && !isLabelAlone(cell)) return false
  return blocks || ((cell.gap > 0 || above.columns < shortCell) && !goesOn(above, cell, language))
}

/** A cell goes on in small letters; a figure goes on with nothing. */
function goesOn(above: Line, { value, gap }: Line, language: LanguageCode): boolean {
  if (isFigure(value) || isFigure(above.value)) return false
  return gap === 0 && languages[language].cased && (/^\p{Ll}/u.test(value) || endsInHyphen(above.value) || endsOpen(above.value, language))
}
