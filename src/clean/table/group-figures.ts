import { isGroupOf } from '../../language/figure.ts'

/** Words of a row of figures; longer rows are no row of a table. */
const mostWords = 12

/**
 * All ways to read words as so many figures, the groups of a number together: `22 250 930` as two is `22 250 | 930` or
 * `22 | 250 930`. Each is the indices at which figures begin.
 */
export function readings(words: readonly string[], columns: number): number[][] {
  return words.length <= mostWords ? [...split(words, 0, columns)] : []
}

function* split(words: readonly string[], from: number, columns: number): Generator<number[]> {
  if (from >= words.length) {
    if (columns === 0) yield []
    return
  }
  if (columns === 0) return
  let figure = words[from] ?? ''
  for (let end = from + 1; end <= words.length; end++) {
    for (const rest of split(words, end, columns - 1)) yield [from, ...rest]
    const next = words[end]
    if (next === undefined || !isGroupOf(figure, next)) return
    figure = `${figure} ${next}`
  }
}

/** How far a reading is from what the other rows have in each column, in digits. */
export function distance(words: readonly string[], starts: readonly number[], usual: readonly number[]): number {
  return starts.reduce((sum, from, column) => sum + Math.abs(digitsOf(words.slice(from, starts[column + 1])) - (usual[column] ?? 0)), 0)
}

/** How many digits some words have. */
export function digitsOf(words: readonly string[]): number {
  return words.join('').replace(/\D/g, '').length
}
