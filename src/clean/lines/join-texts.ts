import { languages, type LanguageCode } from '../../language/code.ts'
import { concat, inserted, slice, type MappedText } from '../../tree/mapped-text.ts'
import { keepHyphen, undoHyphen, type Vocabulary } from './undo-hyphen.ts'

/** Characters that need no space when a line break between them goes. */
const closed = /[\u3000-\u303F\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF“”‘’…—]/

/**
 * The texts of printed lines as one text: a space between two lines, none between Chinese ones unless each says something
 * `apart`, as the lines of a signature do, and no mark parts them, and words that a hyphen broke put together.
 */
export function joinTexts(lines: readonly MappedText[], language: LanguageCode, vocabulary?: Vocabulary, apart = false): MappedText {
  const only = lines[0]
  if (only && lines.length === 1) return only
  const parts: MappedText[] = []
  for (let index = 0; index < lines.length; index++) {
    const printed = lines[index] as MappedText
    const line = index > 0 && language === 'zh' ? closeFigure(printed) : printed
    const next = lines[index + 1]
    const keep = next && keepHyphen(line.value, next.value, language, vocabulary)
    parts.push(keep === undefined ? line : undoHyphen(line, keep))
    if (next && keep === undefined) {
      const end = line.runs.at(-1)?.end ?? 0
      if ((apart && !/\p{P}$/u.test(line.value)) || needsSpace(line.value, next.value, language)) parts.push(inserted(' ', end))
    }
  }
  return concat(parts)
}

/** Inside of a Chinese text nothing parts a figure from the character behind it; at the beginning of a line it may be a marker. */
function closeFigure(line: MappedText): MappedText {
  const digits = /^[0-9]{1,3}(?= [\p{Script=Han}《“（])/u.exec(line.value)?.[0]
  return digits === undefined ? line : concat([slice(line, 0, digits.length), slice(line, digits.length + 1)])
}

/** `l’`, `qu’`: a word is left out in part, and nothing stands between it and the next. */
const elision = /(?:^|[ («“"])(?:\p{L}|(?:jus|lors|puis|quoi)?qu)[’']$/iu

function needsSpace(before: string, after: string, language: LanguageCode): boolean {
  const left = before.charAt(before.length - 1)
  if ('’\''.includes(left) && elision.test(before.slice(-8))) return false
  // A range or a pair that is broken behind its dash or stroke: `2023–` `2024`, `March/` `April`.
  if ('–/-'.includes(left) && /[\p{L}\d][–/]$|\d-$/u.test(before.slice(-2))) return false
  const right = after[0] ?? ''
  if (languages[language].spaced) return !'،؛؟'.includes(right)
  if (closed.test(left) || closed.test(right)) return false
  return !isYear(before.slice(-5), after.slice(0, 4))
}

/** Whether a Chinese line ends inside a year: `(199` above `3)`, `于20` above `22年`. */
function isYear(before: string, after: string): boolean {
  const [front, rear] = [/(?<![\d.,])\d{1,3}$/.exec(before)?.[0], /^(\d{1,3})[)）年]/.exec(after)?.[1]]
  return front !== undefined && rear !== undefined && /^[12]\d{3}$/.test(front + rear)
}
