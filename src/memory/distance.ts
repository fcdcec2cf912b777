/** How like two texts are, by words: the share of the longer one that need not be changed. */
import type { HashedWords } from './hashed-words.ts'
import type { Word } from './words.ts'

/** Another number in the place of a number: a translator changes it at sight. */
export const numberCost = 0.25
/** The same word with another article, conjunction or ending, in Arabic. */
const cliticCost = 0.5

function changeCost(a: Word, b: Word): number {
  if (a.form === b.form) return 0
  if (a.isNumber && b.isNumber) return numberCost
  return a.key === b.key ? cliticCost : 1
}

/** Least cost of changing one list of words to another; `Infinity` where it is over the limit. */
export function editDistance(a: readonly Word[], b: readonly Word[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity
  let [from, toA, toB] = [0, a.length, b.length]
  while (from < toA && from < toB && a[from]?.form === b[from]?.form) from++
  while (toA > from && toB > from && a[toA - 1]?.form === b[toB - 1]?.form) [toA, toB] = [toA - 1, toB - 1]
  const width = toB - from
  if (toA === from) return width
  const band = Math.floor(limit)
  let before = new Float64Array(width + 1)
  let row = new Float64Array(width + 1)
  for (let j = 0; j <= width; j++) before[j] = j <= band ? j : Infinity
  for (let i = 1; i <= toA - from; i++) {
    const word = a[from + i - 1] as Word
    const [first, last] = [Math.max(1, i - band), Math.min(width, i + band)]
    row[first - 1] = first === 1 && i <= band ? i : Infinity
    let least = row[first - 1] as number
    for (let j = first; j <= last; j++) {
      const other = b[from + j - 1] as Word
      const changed = (before[j - 1] as number) + changeCost(word, other)
      const removed = (before[j] as number) + 1
      const added = (row[j - 1] as number) + 1
      const cost = changed <= removed ? (changed <= added ? changed : added) : removed <= added ? removed : added
      row[j] = cost
      if (cost < least) least = cost
    }
    if (last < width) row[last + 1] = Infinity
    if (least > limit) return Infinity
    const swap = before
    before = row
    row = swap
  }
  const cost = before[width] as number
  return cost <= limit ? cost : Infinity
}

/** What `editDistance` is at least, by numbers alone; `Infinity` where it is over the limit. */
export function leastDistance(a: HashedWords, b: HashedWords, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity
  const [ours, theirs] = [a.hashes, b.hashes]
  const [ourKeys, theirKeys] = [a.keys, b.keys]
  let [from, toA, toB] = [0, a.length, b.length]
  while (from < toA && from < toB && ours[from] === theirs[from]) from++
  while (toA > from && toB > from && ours[toA - 1] === theirs[toB - 1]) [toA, toB] = [toA - 1, toB - 1]
  const [height, width] = [toA - from, toB - from]
  if (height === 0) return width
  const band = Math.floor(limit)
  let before = new Float64Array(width + 2)
  let row = new Float64Array(width + 2)
  for (let j = 0; j <= width; j++) before[j] = j <= band ? j : Infinity
  for (let i = 1; i <= height; i++) {
    const word = ours[from + i - 1] as number
    const key = ourKeys[from + i - 1] as number
    const [first, last] = [Math.max(1, i - band), Math.min(width, i + band)]
    let added = (row[first - 1] = first === 1 && i <= band ? i : Infinity)
    let lowest = added
    for (let j = first; j <= last; j++) {
      const other = theirs[from + j - 1] as number
      let cost = (before[j - 1] as number) + (word === other ? 0 : (word & other & 1) === 1 ? numberCost : key === theirKeys[from + j - 1] ? cliticCost : 1)
      const removed = (before[j] as number) + 1
      if (removed < cost) cost = removed
      if (added + 1 < cost) cost = added + 1
      row[j] = added = cost
      if (cost < lowest) lowest = cost
    }
    if (last < width) row[last + 1] = Infinity
    if (lowest > limit) return Infinity
    const swap = before
    before = row
    row = swap
  }
  const cost = before[width] as number
  return cost <= limit ? cost : Infinity
}

/** Score of a distance, 0 to 1; two texts of the same words are not yet the same text. */
export function scoreOf(distance: number, a: readonly Word[], b: readonly Word[]): number {
  return Math.min(0.99, 1 - distance / Math.max(a.length, b.length, 1))
}

/** A place where a text found differs from the one that was asked for; places in UTF-16 units, empty where nothing stands. */
export interface Change {
  kind: 'added' | 'changed' | 'number' | 'removed'
  /** In the text found: `added` is what it has more. */
  found: [start: number, end: number]
  /** In the text asked for. */
  asked: [start: number, end: number]
}

/** Where a text found differs, word by word; neighbours of one kind are one change. */
export function changesOf(asked: readonly Word[], found: readonly Word[]): Change[] {
  const width = found.length + 1
  const costs = new Float64Array((asked.length + 1) * width)
  const at = (i: number, j: number): number => costs[i * width + j] as number
  for (let i = 0; i <= asked.length; i++) {
    for (let j = 0; j <= found.length; j++) {
      if (i === 0 || j === 0) costs[i * width + j] = i + j
      else costs[i * width + j] = Math.min(at(i - 1, j - 1) + changeCost(asked[i - 1] as Word, found[j - 1] as Word), at(i - 1, j) + 1, at(i, j - 1) + 1)
    }
  }
  const changes: Change[] = []
  for (let [i, j] = [asked.length, found.length]; i > 0 || j > 0; ) {
    const [a, f] = [asked[i - 1], found[j - 1]]
    if (a && f && at(i, j) === at(i - 1, j - 1) + changeCost(a, f)) {
      if (a.form !== f.form) changes.push({ kind: a.isNumber && f.isNumber ? 'number' : 'changed', found: [f.start, f.end], asked: [a.start, a.end] })
      i--
      j--
    } else if (a && at(i, j) === at(i - 1, j) + 1) {
      const place = f?.end ?? 0
      changes.push({ kind: 'removed', found: [place, place], asked: [a.start, a.end] })
      i--
    } else if (f) {
      const place = a?.end ?? 0
      changes.push({ kind: 'added', found: [f.start, f.end], asked: [place, place] })
      j--
    }
  }
  return joined(changes.reverse())
}

/** Changes with those of one kind that only a space or nothing parts put together. */
function joined(changes: readonly Change[]): Change[] {
  const list: Change[] = []
  for (const change of changes) {
    const last = list.at(-1)
    const isNext = last?.kind === change.kind && change.kind !== 'number' && change.found[0] - last.found[1] <= 1 && change.asked[0] - last.asked[1] <= 1
    if (last && isNext) list[list.length - 1] = { ...last, found: [last.found[0], change.found[1]], asked: [last.asked[0], change.asked[1]] }
    else list.push(change)
  }
  return list
}
