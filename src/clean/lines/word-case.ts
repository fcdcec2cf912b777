import { codeUnitTable } from '../../language/code-unit-table.ts'
import { AskedWords } from './asked-words.ts'
import type { Line } from './line.ts'
import { endsInMark } from './sentence-end.ts'

/**
 * Tells of lines whether the text has their first word rather in small letters than as a name: where such a word begins a
 * line with a capital, something begins anew. Nothing is counted before somebody asks.
 */
export function smallWords(lines: readonly Line[]): (line: Line) => boolean {
  const asked = new AskedWords()
  return ({ value }) => {
    const first = firstWord(value)
    const word = first.toLowerCase()
    if (word !== '' && !asked.has(word)) {
      // All that is likely to be asked for is counted at once.
      for (const likely of asked.size === 0 ? [...firstWords(lines), first] : [first]) asked.ask(likely.toLowerCase(), likely)
      asked.reset()
      count(lines, asked)
    }
    return asked.sumOf(word) > 0
  }
}

/** The word that a line begins with; empty where it begins with none, or with one that a number stands behind. */
function firstWord(value: string): string {
  return /^["“«]?(\p{L}{2,30})(?! ?\d)/u.exec(value)?.[1] ?? ''
}

/** The first words of lines that may be headings: they begin with a capital and end in no mark, and the line below has a label or does not begin with a small letter. */
function* firstWords(lines: readonly Line[]): Generator<string> {
  for (const [index, { value }] of lines.entries()) {
    const below = lines[index + 1]
    if (!below || classOf(value.charCodeAt(0)) !== letterClass || endsInMark(value)) continue
    if (below.label !== undefined || classOf(below.value.charCodeAt(0)) !== smallClass) yield firstWord(value)
  }
}

/** Letters of a word that is counted. */
const shortest = 2
const longest = 30

/** Classes of characters, letters last. */
const [otherClass, markClass, letterClass, smallClass] = [0, 1, 2, 3] as const
const classOf = codeUnitTable((character) => (/\p{Ll}/u.test(character) ? smallClass : /\p{L}/u.test(character) ? letterClass : /[,;]/.test(character) ? markClass : otherClass))

/** Counts words behind another one on their line, where only a name has a capital; of first words those in small letters. */
function count(lines: readonly Line[], asked: AskedWords): void {
  for (const { value } of lines) {
    for (let at = 0; at < value.length; at++) {
      const start = at
      let isSmall = true
      for (; at < value.length; at++) {
        const own = classOf(value.charCodeAt(at))
        if (own < letterClass) break
        isSmall &&= own === smallClass
      }
      if (at - start < shortest || at - start > longest || !asked.mayBe(value, start, at) || !tells(value, start)) continue
      const word = value.slice(start, at)
      const small = isSmall ? word : word.toLowerCase()
      asked.count(small, small === word ? 1 : -1)
    }
  }
}

/** Whether a word begins its line with a small letter, or stands one space behind a letter or a comma. */
function tells(value: string, at: number): boolean {
  if (at === 0) return classOf(value.charCodeAt(0)) === smallClass
  return value.charCodeAt(at - 1) === 0x20 && at > 1 && classOf(value.charCodeAt(at - 2)) !== otherClass
}
