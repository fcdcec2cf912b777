import type { LanguageCode } from '../../language/code.ts'
import { mapped, slice, type MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../line.ts'
import { repairCharacters } from '../repair/index.ts'

/** The words of a line, and a way to get stretches of it. */
export interface Words {
  values: readonly string[]
  /** The text from one word to the next stretch: all words before `to`. */
  stretch: (from: number, to: number) => MappedText
}

/**
 * The words of a line as the spaces of the raw text part them: in Chinese the repair of the line takes spaces out. Arabic
 * is taken as it is read.
 */
export function readWords(line: Line, raw: string, language: LanguageCode): Words {
  const [start, end] = language === 'ar' ? [0, line.value.length] : [line.text.runs[0]?.start ?? 0, line.text.runs.at(-1)?.end ?? 0]
  const whole = language === 'ar' ? line.value : raw.slice(start, end)
  const found = [...whole.matchAll(/\S+/g)]
  const take = (from: number, to: number): MappedText =>
    language === 'ar' ? slice(line.text, from, to) : repairCharacters(mapped(raw, start + from, start + to), language)
  return {
    values: found.map(({ 0: word, index }) => (language === 'zh' ? take(index, index + word.length).value : word)),
    stretch: (from, to) => {
      const last = found[to - 1]
      return take(found[from]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0))
    }
  }
}
