import type { Line } from './line.ts'

/** A word behind another one on its line: there only a name has a capital. Of first words those in small letters count. */
const word = /(?:^(?=\p{Ll})|(?<=[\p{L},;] ))\p{L}{2,30}(?!\p{L})/gu

/**
 * Tells of words, given in small letters, whether the text has them rather in small letters than as names: where such a word
 * begins a line with a capital, something begins anew. Nothing is counted before somebody asks.
 */
export function smallWords(lines: readonly Line[]): (word: string) => boolean {
  let counts: Map<string, number> | undefined
  return (asked) => {
    counts ??= count(lines)
    return (counts.get(asked) ?? 0) > 0
  }
}

function count(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { value } of lines)
    for (const [found] of value.matchAll(word)) {
      const small = found.toLowerCase()
      counts.set(small, (counts.get(small) ?? 0) + (small === found ? 1 : -1))
    }
  return counts
}
