import { codeUnitTable } from '../language/code-unit-table.ts'
import type { Line } from './line.ts'

/**
 * Tells of lines whether the text has their first word rather in small letters than as a name: where such a word begins a
 * line with a capital, something begins anew. Nothing is counted before somebody asks.
 */
export function smallWords(lines: readonly Line[]): (line: Line) => boolean {
  let counts: ReadonlyMap<string, { sum: number }> | undefined
  return ({ value }) => {
    counts ??= count(lines)
    const first = /^["“«]?(\p{L}{2,30})(?! ?\d)/u.exec(value)?.[1]?.toLowerCase() ?? ''
    return (counts.get(first)?.sum ?? 0) > 0
  }
}

/** Letters of a word that is counted. */
const shortest = 2
const longest = 30

/** Classes of characters, letters last. */
const [otherClass, markClass, letterClass, smallClass] = [0, 1, 2, 3] as const
const classOf = codeUnitTable((character) => (/\p{Ll}/u.test(character) ? smallClass : /\p{L}/u.test(character) ? letterClass : /[,;]/.test(character) ? markClass : otherClass))

/** Words behind another one on their line, where only a name has a capital; of first words those in small letters. */
function count(lines: readonly Line[]): Map<string, { sum: number }> {
  const counts = new Map<string, { sum: number }>()
  for (const { value } of lines) {
    for (let at = 0; at < value.length; at++) {
      const start = at
      let isSmall = true
      for (; at < value.length; at++) {
        const own = classOf(value.charCodeAt(at))
        if (own < letterClass) break
        isSmall &&= own === smallClass
      }
      if (at - start < shortest || at - start > longest || !tells(value, start)) continue
      const word = value.slice(start, at)
      const small = isSmall ? word : word.toLowerCase()
      const known = counts.get(small)
      const one = small === word ? 1 : -1
      if (known) known.sum += one
      else counts.set(small, { sum: one })
    }
  }
  return counts
}

/** Whether a word begins its line with a small letter, or stands one space behind a letter or a comma. */
function tells(value: string, at: number): boolean {
  if (at === 0) return classOf(value.charCodeAt(0)) === smallClass
  return value.charCodeAt(at - 1) === 0x20 && at > 1 && classOf(value.charCodeAt(at - 2)) !== otherClass
}
