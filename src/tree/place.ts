import type { Point, Position } from 'unist'
import { partitionPoint } from './partition-point.ts'

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
    const line = Math.max(1, partitionPoint(starts.length, (index) => (starts[index] ?? 0) <= offset))
    return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset }
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
