import type { SequencedLabel } from '../labels/sequenced-label.ts'
import type { Line } from '../lines/line.ts'

/** Whether a line stands right below a label that the numbering bears out, alone on its line: it is what the label counts, be it a cell or the title of a table. */
export function isBelowItsLabel({ lines, label }: { lines: readonly Line[]; label?: SequencedLabel }, crossing: boolean): boolean {
  return !crossing && label !== undefined && lines.length === 1 && label.length === lines[0]?.value.length
}

/** Whether a number stands alone below another: each is a cell of a row or a column that could not be told. */
export function isFigureBelowFigure(above: string, value: string): boolean {
  return isDigits(value) && isDigits(above)
}

function isDigits(value: string): boolean {
  return value.length <= 4 && /^\d+$/.test(value)
}
