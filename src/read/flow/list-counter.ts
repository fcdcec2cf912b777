import { formatNumber, type NumberFormat } from './number-format.ts'

/** A level of a list, as its style defines it. */
export interface ListLevel {
  start: number
  format: NumberFormat
  /** What is printed: `%1` stands for the number of level 1; `%1.%2`, `(%3)`, `–`. */
  text: string
  /** What parts the label from the text. */
  suffix: '' | ' ' | '\t'
  /** The number starts anew behind a paragraph of this level or of one above it (from 0); -1: never. Missing: of any above. */
  restartsAfter?: number
  /** Numbers of the levels above are written in figures. */
  legal?: boolean
}

/** What a list has counted. */
interface Count {
  numbers: Array<number | undefined>
  /** Levels that came up since each level was last counted, as the highest of them. */
  above: number[]
}

/**
 * Counts the paragraphs of lists and writes their labels.
 *
 * One count is shared by all lists with the same key. A level that is passed over shows its start to those below it, and has
 * counted it: behind 2.1.1 without a 2.1 comes 2.2.
 */
export class ListCounter {
  readonly #counts = new Map<string, Count>()

  /** The label of the next paragraph of a list on a level; `start` sets its number. */
  next(key: string, level: number, levels: readonly ListLevel[], start?: number): string {
    const own = levels[level]
    if (own === undefined) return ''
    const count = this.#count(key)
    for (let passed = 0; passed < level; passed++) {
      if (count.numbers[passed] !== undefined) continue
      count.numbers[passed] = levels[passed]?.start ?? 1
      count.above[passed] = Infinity
    }
    const above = count.above[level] ?? Infinity
    const restarts = own.restartsAfter === undefined ? above < level : above <= own.restartsAfter
    const before = restarts ? undefined : count.numbers[level]
    count.numbers[level] = start ?? (before === undefined ? own.start : before + 1)
    count.above[level] = Infinity
    for (let deeper = level + 1; deeper < levels.length; deeper++) {
      count.above[deeper] = Math.min(count.above[deeper] ?? Infinity, level)
      if (levels[deeper]?.restartsAfter === undefined) count.numbers[deeper] = undefined
    }
    return this.#write(count, level, levels)
  }

  /** Lets the next paragraph of a level begin with a number. */
  restart(key: string, level: number, number: number): void {
    this.#count(key).numbers[level] = number - 1
  }

  #count(key: string): Count {
    let count = this.#counts.get(key)
    if (count === undefined) this.#counts.set(key, (count = { numbers: [], above: [] }))
    return count
  }

  #write(count: Count, level: number, levels: readonly ListLevel[]): string {
    const own = levels[level]
    if (own === undefined) return ''
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const one = levels[index]
      if (one === undefined || index > level) return ''
      const format = own.legal === true && one.format !== 'none' ? 'decimal' : one.format
      return formatNumber(count.numbers[index] ?? one.start, format)
    })
  }
}
