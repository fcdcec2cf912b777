import type { SequencedLabel } from './sequenced-label.ts'

/** A numbering of paragraphs that is open, or stands still until the one inside of it is done. */
interface Series {
  /** The last number; 0 before the first. */
  last: number
  /** The numbers of the last decimal paragraph, where it was the last. */
  path: readonly number[]
  /** Whether it is quoted inside a paragraph of the one below: an agenda, a list. */
  nested: boolean
  indent: number
  /** Columns of the widest line that one of its numbers stands on. */
  widest: number
}

/** Numberings inside of each other, or one behind the other, that are remembered. */
const deepest = 6

/** So many items of a list that is quoted show how long they are; a line so many times as long as any of them is none. */
const [fewestItems, longer] = [3, 1.8]

function newSeries(nested: boolean, indent: number): Series {
  return { last: 0, path: [], nested, indent, widest: 0 }
}

/** The numberings of paragraphs that are open, the innermost last. */
export class OpenSeries {
  #series: Series[] = [newSeries(false, 0)]

  /** The innermost, to read and to count on. */
  get top(): Series {
    return this.#series.at(-1) ?? newSeries(false, 0)
  }

  /** Level of the paragraphs of the innermost. */
  get level(): number {
    return this.levelOf(this.#series.length - 1)
  }

  /** Level of the paragraphs of a series. */
  levelOf(index: number): number {
    return 1 + this.#series.slice(0, index + 1).filter(({ nested }) => nested).length
  }

  /** Index of the series that a number is due in; the inner one first, but where the indent or the length of the line tells the outer. */
  outer(ordinal: number, indent: number, columns: number): number | undefined {
    const isDue = ({ last }: Series): boolean => last > 0 && ordinal === last + 1
    const first = this.#series.findIndex(isDue)
    if (first === this.#series.findLastIndex(isDue)) return first < 0 ? undefined : first
    const due = this.#series.flatMap((series, index) => (isDue(series) ? [index] : []))
    // The items of an agenda that is quoted are short, and paragraphs are not.
    const fits = due.filter((index) => !this.#isShortQuotation(this.#series[index], columns))
    return fits.findLast((index) => this.#series[index]?.indent === indent) ?? fits.at(-1)
  }

  #isShortQuotation(series: Series | undefined, columns: number): boolean {
    return series?.nested === true && series.last >= fewestItems && columns > longer * series.widest
  }

  /** Takes the number of a paragraph as read. */
  accept({ ordinal, path, fit }: Pick<SequencedLabel, 'fit' | 'ordinal' | 'path'>, { indent, columns, underColon }: { indent: number; columns: number; underColon: boolean }): void {
    if (path) {
      const { top } = this
      top.path = path
      top.last = path[0] ?? top.last
      top.indent = indent
      return
    }
    const at = this.outer(ordinal, indent, columns)
    if (at !== undefined) this.#series.length = at + 1
    else if (fit === 'start' && this.top.last > 0) this.#push(newSeries(underColon, indent))
    const { top } = this
    top.last = ordinal
    top.path = [ordinal]
    top.indent = indent
    top.widest = Math.max(top.widest, columns)
  }

  /** A heading ends what was quoted above it. */
  dropNested(): void {
    while (this.#series.length > 1 && this.top.nested) this.#series.pop()
  }

  /** Another numbering begins behind those that are open. */
  begin(): void {
    this.dropNested()
    if (this.top.last > 0) this.#push(newSeries(false, 0))
  }

  /** A numbering of its own begins, and no other is open. */
  restart(): void {
    this.#series = [newSeries(false, 0)]
  }

  #push(series: Series): void {
    this.#series.push(series)
    if (this.#series.length > deepest) this.#series.shift()
  }
}
