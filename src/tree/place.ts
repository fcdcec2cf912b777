import type { Point, Position } from 'unist'

/** Turns offsets of one raw text into unist points; lines end in LF, CR or CRLF. */
export interface Locator {
  point: (offset: number) => Point
  position: (start: number, end: number) => Position
}

/** Reads the line starts of a raw text once; each look-up is a binary search. */
export function locator(raw: string): Locator {
  const starts: number[] = [0]
  const ends = /\r\n?|\n/g
  while (ends.test(raw)) starts.push(ends.lastIndex)

  function point(offset: number): Point {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
  }

  return { point, position: (start, end) => ({ start: point(start), end: point(end) }) }
}

/** Where the nodes of a tree stand, by its root: a tree that was read back from JSON has no raw text. */
const places = new WeakMap<object, Locator>()

/** Remembers the raw text that a tree was made from. */
export function setPlace(root: object, place: Locator): void {
  places.set(root, place)
}

/** Positions of the raw text that a tree was made from; `undefined` where the tree was not made by this process. */
export function placeOf(root: object): Locator | undefined {
  return places.get(root)
}

/** Start and end of a position as offsets, which hexapla's own nodes always have. */
export function offsets(position: Position): [start: number, end: number] {
  const { start, end } = position
  if (start.offset === undefined || end.offset === undefined) throw new TypeError('Unexpected position without offset')
  return [start.offset, end.offset]
}
