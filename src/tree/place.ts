import type { Point, Position } from 'unist'
import { partitionPoint } from './partition-point.ts'

/** Turns offsets of one raw text into unist points; lines end in LF, CR or CRLF. */
export interface Locator {
  point: (offset: number) => Point
  position: (start: number, end: number) => Position
}

/** Reads the line starts of a raw text once; each look-up is a binary search, but where it is on the line of the one before or a few lines on. */
export function locator(raw: string): Locator {
  const starts: number[] = [0]
  const ends = /\r\n?|\n/g
  while (ends.test(raw)) starts.push(ends.lastIndex)

  /** Of the line that was asked for last, from 1. */
  let line = 1

  /** The line of an offset, from 1. */
  function lineOf(offset: number): number {
    if ((starts[line - 1] ?? 0) <= offset) for (let below = line; below < line + near; below++) if (offset < (starts[below] ?? Infinity)) return below
    return Math.max(1, partitionPoint(starts.length, (index) => (starts[index] ?? 0) <= offset))
  }

  function point(offset: number): Point {
    line = lineOf(offset)
    return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset }
  }

  return { point, position: (start, end) => ({ start: point(start), end: point(end) }) }
}

/** A block hardly has more lines. */
const near = 12

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

/** Start and end of a position as offsets. */
export function offsets({ start, end }: Position): [start: number, end: number] {
  return [offsetOf(start), offsetOf(end)]
}

/** The offset of a point, which those of hexapla's own nodes always have. */
export function offsetOf({ offset }: Point): number {
  if (offset === undefined) throw new TypeError('Unexpected position without offset')
  return offset
}
