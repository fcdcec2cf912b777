import type { Source } from './source.ts'

/** A place on a printed page: points, from the left and the top of the page as it is looked at. */
export interface PageBox {
  /** From 0. */
  page: number
  x: number
  y: number
  width: number
  height: number
}

/**
 * Where the characters from `start` to `end` of a source are printed: the boxes of the lines that they stand in, in the order of
 * reading, running heads between them left out. None where the format has no pages.
 *
 * A block that a note interrupts has several texts: ask for each.
 */
export function boxesOf({ lines }: Source, start: number, end: number): PageBox[] {
  const own = lines.filter((line) => line.end > start && line.start < end && line.facts?.furniture === undefined)
  return own.flatMap(({ page, facts }) => (facts?.box === undefined ? [] : [{ page, ...facts.box }]))
}
