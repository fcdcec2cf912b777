import { sliceWords, type MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'
import type { Geometry } from './index.ts'

/** The words of a line, and a way to get stretches of it. */
export interface Words {
  values: readonly string[]
  /** The text from one word to the next stretch: all words before `to`. */
  stretch: (from: number, to: number) => MappedText
}

/**
 * The words of a line as the spaces of the raw text part them: in Chinese the repair of the line takes spaces out. Arabic,
 * and what is printed over two lines, is taken as it is read.
 */
export function readWords({ text, value, start, end }: Line, { language, printed, read }: Geometry): Words {
  const whole = printed(start, end)
  const asRead = language === 'ar' || /[\n\r]/.test(whole)
  // Where marks were dropped in mid line, its parts would not hold all of it.
  const dropped = asRead && text.runs.some(({ at }, index) => index > 0 && at === (text.runs[index + 1]?.at ?? value.length))
  const found = dropped ? [] : [...(asRead ? value : whole).matchAll(/\S+/g)]
  const take = (from: number, to: number): MappedText => (asRead ? sliceWords(text, from, to) : read(start + from, start + to))
  return {
    values: found.map(({ 0: word, index }) => (asRead || language !== 'zh' ? word : take(index, index + word.length).value)),
    stretch: (from, to) => {
      const last = found[to - 1]
      // What was dropped between two words goes with the one before.
      const end = asRead ? (found[to]?.index ?? value.length) : (last?.index ?? 0) + (last?.[0].length ?? 0)
      return take(found[from]?.index ?? 0, end)
    }
  }
}
