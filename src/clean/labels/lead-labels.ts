import { languages, type LanguageCode } from '../../language/code.ts'
import { isLabelAlone, makeLine, type Line } from '../lines/line.ts'
import { endsClause, endsSentence } from '../lines/sentence-end.ts'

/** So many labels that nothing else explains, and so great a share of those that are alone on their lines, tell how a document was read. */
const [fewest, leastShare] = [3, 0.2]

/** A line of this share of the width is full, or nearly so. */
const full = 0.6

/**
 * Puts labels in front of the lines that they stand behind. A label at the right margin is the last thing on an Arabic line for who
 * reads from left to right, as pdftotext does: it comes out below the first line of its paragraph, and above a paragraph of one line.
 */
export function leadLabels(lines: readonly Line[], language: LanguageCode): readonly Line[] {
  if (languages[language].direction !== 'rtl') return lines
  const alone = lines.flatMap((line, index) => (line.role === 'body' && isLabelAlone(line) ? [index] : []))
  if (alone.length < fewest) return lines
  const width = widthOf(lines)
  const behind = alone.filter((index) => standsBehind(lines, index, width))
  const certain = behind.filter((index) => !endsAny(lines[index - 1]?.value ?? '')).length
  if (certain < Math.max(fewest, leastShare * alone.length)) return lines
  const led = [...lines]
  for (const index of behind) {
    const [first, label] = [lines[index - 1], lines[index]]
    if (first && label) led.splice(index - 1, 2, makeLine({ ...label, gap: first.gap }, label), makeLine({ ...first, gap: 0 }, first))
  }
  return led
}

/** Whether a label may be that of the full line right above it, which goes on right below it. */
function standsBehind(lines: readonly Line[], index: number, width: number): boolean {
  const [above, label, below] = [lines[index - 1], lines[index], lines[index + 1]]
  if (!above || !label || !below || above.role !== 'body' || below.role !== 'body' || above.page !== below.page) return false
  return label.gap === 0 && below.gap === 0 && above.label === undefined && below.label === undefined && above.columns >= full * width
}

function endsAny(value: string): boolean {
  return endsSentence(value) || endsClause(value)
}

/** Columns that few lines have more of. */
function widthOf(lines: readonly Line[]): number {
  const columns = lines.flatMap((line) => (line.role === 'body' ? [line.columns] : [])).sort((one, other) => one - other)
  return columns[Math.floor(0.9 * columns.length)] ?? 0
}
