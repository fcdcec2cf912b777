import type { LanguageCode } from '../../language/code.ts'
import type { LabelMatch } from '../../grammar/label.ts'
import { readTableCaption } from '../../grammar/table-word.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { endsInDesignator, endsInMark } from '../lines/sentence-end.ts'
import { isSuccessor } from '../labels/decimal-path.ts'
import { isNextLabel } from './label-column.ts'
import type { SequencedLabel } from '../labels/sequenced-label.ts'

/** `(see resolution 874 (199` above and `3) and` below: the bracket that closes is no label. */
export function closesBracket(above: Line | undefined, match: LabelMatch): boolean {
  if (!above || match.shape !== 'paren') return false
  const end = above.value.slice(-40)
  const [opened, closed] = [Math.max(end.lastIndexOf('('), end.lastIndexOf('（')), Math.max(end.lastIndexOf(')'), end.lastIndexOf('）'))]
  return opened > closed && !endsInMark(above.value)
}

/** `… as stated in annex` above and `I. In that case` below: a line that goes on so far and the number that it ends with. */
export function endsDesignation(above: Line | undefined, { columns }: Line, language: LanguageCode): boolean {
  return above !== undefined && above.columns >= longDesignation && above.columns > 0.8 * columns && endsInDesignator(above.value, language)
}

/** Columns of a line that a word for a part stands at the end of: alone on its line it is a heading. */
const longDesignation = 30

/** `… in table` above and `1.` alone: the end of a sentence, where that number was had before or no text comes below. */
export function endsReference(body: readonly Line[], index: number, label: SequencedLabel, upcoming: () => readonly LabelMatch[], language: LanguageCode): boolean {
  const { fit } = label
  const [above, line, below] = [body[index - 1], body[index], body[index + 1]]
  if (!above || !line || !isLabelAlone(line) || endsInMark(above.value)) return false
  // The next label is alone, too: a column of labels.
  if (below && isNextLabel(below, label)) return false
  // Where the next label goes on from it, it is one.
  const goesOn = label.path !== undefined && upcoming()[0]?.readings.some(({ path }) => path && isSuccessor(label.path ?? [], path)) === true
  return (fit === 'gap' && !goesOn) || !below || readTableCaption(below.value, language) !== undefined
}
