import { codeUnitTable } from '../../language/code-unit-table.ts'
import { AskedWords } from './asked-words.ts'
import type { Line } from './line.ts'
import { endsInComma, endsInMark, endsItem } from './sentence-end.ts'

/**
 * Tells of lines whether the text has their first word rather in small letters than as a name: where such a word begins a
 * line with a capital, something begins anew. Nothing is counted before somebody asks.
 */
export function smallWords(lines: readonly Line[]): (line: Line) => boolean {
  const told = new Map<string, boolean>()
  return ({ value }) => {
    const first = firstWord(value).toLowerCase()
    const known = first === '' ? false : told.get(first)
    if (known !== undefined) return known
    const asked = new AskedWords()
    // All that is likely to be asked for is counted at once.
    for (const word of told.size === 0 ? [...firstWords(lines), first] : [first]) asked.ask(word.toLowerCase())
    count(lines, asked)
    for (const [word, sum] of asked.sums()) told.set(word, sum > 0)
    return told.get(first) === true
  }
}

/** The word that a line begins with; empty where it begins with none, or with one that a number stands behind. */
function firstWord(value: string): string {
  return /^["“«]?(\p{L}{2,30})(?! ?\d)/u.exec(value)?.[1] ?? ''
}

/**
 * The first words of lines with a capital that may begin something: behind a comma or a semicolon, or without a mark at their end above a line
 * that has a label or does not begin with a small letter, as headings.
 */
function firstWords(lines: readonly Line[]): Set<string> {
  const found = new Set<string>()
  lines.forEach(({ value }, index) => {
    if (classOf(value.charCodeAt(0)) !== letterClass) return
    const above = lines[index - 1]
    const below = lines[index + 1]
    const isHeading = below !== undefined && !endsInMark(value) && (below.label !== undefined || classOf(below.value.charCodeAt(0)) !== smallClass)
    if (isHeading || (above !== undefined && (endsInComma(above.value) || endsItem(above.value)))) found.add(firstWord(value))
  })
  return found
}

/** Letters of a word that is counted. */
const shortest = 2
const longest = 30

/** Classes of characters, letters last. */
const [otherClass, markClass, letterClass, smallClass] = [0, 1, 2, 3] as const
const classOf = codeUnitTable((character) => (/\p{Ll}/u.test(character) ? smallClass : /\p{L}/u.test(character) ? letterClass : /[,;]/.test(character) ? markClass : otherClass))

/** Counts words behind another one on their line, where only a name has a capital; of first words those in small letters. */
function count(lines: readonly Line[], asked: AskedWords): void {
  for (const { value } of lines)
    for (let start = 0, space = 0; space >= 0; space = value.indexOf(' ', start), start = space + 1)
      if (asked.mayBegin(value, start) && tells(value, start)) countWord(value, start, asked)
}

/** Whether a word at the beginning of its line or behind a space begins the line with a small letter, or stands behind a letter or a comma. */
function tells(value: string, at: number): boolean {
  return at === 0 ? classOf(value.charCodeAt(0)) === smallClass : at > 1 && classOf(value.charCodeAt(at - 2)) !== otherClass
}

function countWord(value: string, start: number, asked: AskedWords): void {
  let end = start
  while (end < value.length && classOf(value.charCodeAt(end)) >= letterClass) end++
  if (end - start < shortest || end - start > longest || !asked.mayBe(value, start, end)) return
  const word = value.slice(start, end)
  if (!asked.count(word, 1)) asked.count(word.toLowerCase(), -1)
}
