/** Numbers of decimal paragraphs, `7.2.1` as 7, 2, 1: which come behind which. */
import type { LabelMatch } from '../../grammar/label.ts'

/** Whether a decimal paragraph is the next: `2.2` and `2.1.1` behind `2.1`, `2.2` behind `2.1.4`, `3.1` behind `2.5`. */
export function isSuccessor(last: readonly number[], path: readonly number[]): boolean {
  const own = path.at(-1) ?? 0
  if (path.length === last.length + 1 && own === 1 && startsWith(path, last)) return true
  if (path.length <= last.length && own === (last[path.length - 1] ?? 0) + 1 && startsWith(last, path.slice(0, -1))) return true
  // Sections whose number stands in no label: `3.1` behind `2.5`, `1.1` at the beginning.
  return own === 1 && path.length === 2 && (path[0] ?? 0) === (last[0] ?? 0) + 1
}

/** How many numbers a decimal paragraph is from another at the same level; 0 where it is not behind it. */
export function distanceOf(last: readonly number[], path: readonly number[]): number {
  const parent = path.slice(0, -1)
  if (startsWith(last, parent)) return Math.max(0, (path.at(-1) ?? 0) - (last[path.length - 1] ?? 0))
  const own = (path[0] ?? 0) - (last[0] ?? 0)
  return own > 0 && path.slice(1).every((number) => number <= 2) ? own : 0
}

function startsWith(path: readonly number[], start: readonly number[]): boolean {
  return path.length >= start.length && start.every((number, index) => path[index] === number)
}

/** Whether a decimal paragraph stands further on in the same list: `122.16` behind `122.11`, where a reply takes up some of a list. */
export function isLater(last: readonly number[], path: readonly number[]): boolean {
  return path.length === last.length && startsWith(path, last.slice(0, -1)) && (path.at(-1) ?? 0) > (last.at(-1) ?? 0)
}

/** So many decimals that follow each other are no accident, nor so many of one list that go up. */
const [fewestDecimals, fewestLater] = [3, 5]

/** Whether a document numbers its paragraphs `2.1`, `2.2`: many follow each other, or go up in one list. */
export function hasDecimals(labels: ReadonlyArray<LabelMatch | undefined>): boolean {
  let last: readonly number[] = []
  let count = 0
  let [later, most] = [0, 0]
  labels.forEach((label) => {
    if (!label) return
    const path = label.readings.find((reading) => reading.path && isSuccessor(last, reading.path))?.path
    if (path) count++
    const own = path ?? label.readings[0]?.path
    if (own) {
      later = isLater(last, own) ? later + 1 : 0
      most = Math.max(most, later)
      last = own
    }
  })
  return count >= fewestDecimals || most >= fewestLater
}
