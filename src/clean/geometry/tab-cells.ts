import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'
import type { Geometry } from './index.ts'

/** The cells of a line that tabs part; the first ones and the last ones may be empty. `undefined` where there is no tab. */
export function readTabCells({ start: first, end, indent }: Line, { tabs, printed, read, tail }: Geometry): MappedText[] | undefined {
  if (!tabs) return undefined
  const start = first - indent
  const whole = printed(start, tail(end))
  if (!whole.includes('\t') || /[\n\r]/.test(whole)) return undefined
  const pieces = whole.split('\t')
  let at = start
  return pieces.map((piece) => {
    const text = read(at + piece.length - piece.trimStart().length, at + piece.trimEnd().length)
    at += piece.length + 1
    return text
  })
}
