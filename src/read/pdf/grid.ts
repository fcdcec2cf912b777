import type { Rule, Upright } from './glyph.ts'

/** A table whose cells are ruled on all sides, or on most: rows and columns are counted as they are in the whole of it. */
export interface Grid {
  /** Where columns begin, and where the last one ends; points from the left. */
  columns: number[]
  /** Where rows begin, and where the last one ends; points from the top. */
  rows: number[]
  /** For each row and column of the finest division the number of its cell, by rows. */
  cellAt: number[][]
  cells: GridCell[]
}

/** A cell, by the first row and column of it, and how many it takes. */
export interface GridCell {
  row: number
  column: number
  height: number
  width: number
}

/** Points: lines that meet, and lines that are one, are drawn so close. */
const near = 3

/** Points: no cell is lower. */
const shortest = 6

/** More than the tables of a page have, drawn in pieces. */
const mostUprights = 3000

/** More rows or columns than a page has. */
const mostPlaces = 200

/** The grids that lines make which meet, with one upright at the least between the outermost two. */
export function findGrids(rules: readonly Rule[], uprights: readonly Upright[]): Grid[] {
  // A map, or a drawing.
  if (uprights.length > mostUprights) return []
  const joined = joinUprights(uprights)
  return componentsOf(rules, joined).flatMap(({ rules: across, uprights: down }) => gridOf(across, down) ?? [])
}

/** Pieces of one line, as cells draw them, are one line. */
function joinUprights(uprights: readonly Upright[]): Upright[] {
  const joined: Upright[] = []
  for (const upright of uprights.toSorted((a, b) => a.x - b.x || a.top - b.top)) {
    const last = joined.findLast((other) => Math.abs(other.x - upright.x) < near / 2 && upright.top < other.bottom + near && upright.bottom > other.top - near)
    if (last) {
      last.top = Math.min(last.top, upright.top)
      last.bottom = Math.max(last.bottom, upright.bottom)
    } else joined.push({ ...upright })
  }
  return joined.filter(({ top, bottom }) => bottom - top > shortest)
}

interface Component {
  rules: Rule[]
  uprights: Upright[]
}

/** Lines that meet, each with all that meet it. */
function componentsOf(rules: readonly Rule[], uprights: readonly Upright[]): Component[] {
  const components: Component[] = []
  const left = new Set(rules)
  const waiting = new Set(uprights)
  for (const first of uprights) {
    if (!waiting.delete(first)) continue
    const component: Component = { rules: [], uprights: [first] }
    for (const upright of component.uprights)
      for (const rule of left) {
        if (!meets(rule, upright)) continue
        left.delete(rule)
        component.rules.push(rule)
        for (const other of waiting)
          if (meets(rule, other)) {
            waiting.delete(other)
            component.uprights.push(other)
          }
      }
    components.push(component)
  }
  return components
}

function meets({ left, right, y }: Rule, { top, bottom, x }: Upright): boolean {
  return x > left - near && x < right + near && y > top - near && y < bottom + near
}

function gridOf(rules: readonly Rule[], uprights: readonly Upright[]): Grid | undefined {
  const xs = placesOf([...uprights.map(({ x }) => x), ...rules.flatMap(({ left, right }) => [left, right])])
  const ys = placesOf([...rules.map(({ y }) => y), ...uprights.flatMap(({ top, bottom }) => [top, bottom])])
  if (xs.length < 3 || ys.length < 3 || xs.length > mostPlaces || ys.length > mostPlaces) return undefined
  const [width, height] = [xs.length - 1, ys.length - 1]
  const sides = xs.map((x) => uprights.filter((one) => Math.abs(one.x - x) < near))
  const feet = ys.map((y) => rules.filter((one) => Math.abs(one.y - y) < near))
  // The corner above a column of names may be open; the boxes of a drawing have nothing around them.
  const share = (lines: readonly Rule[] = []): number => lines.reduce((sum, { left, right }) => sum + right - left, 0) / ((xs.at(-1) ?? 0) - (xs[0] ?? 0))
  const edges = [share(feet[0]), share(feet.at(-1))]
  if (Math.min(...edges) < 0.3 || Math.max(...edges) < 0.9) return undefined
  const parent = Array.from({ length: width * height }, (_, index) => index)
  const find = (index: number): number => {
    let at = index
    for (let next = parent[at] ?? at; next !== at; next = parent[at] ?? at) {
      parent[at] = parent[next] ?? next
      at = next
    }
    return at
  }
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const [left, right, top, bottom] = [xs[column] ?? 0, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0]
      const own = row * width + column
      const isOpen = !sides[column + 1]?.some((one) => covers(one.top, one.bottom, top, bottom))
      if (isOpen && column + 1 < width) parent[find(own + 1)] = find(own)
      const goesOn = !feet[row + 1]?.some((one) => covers(one.left, one.right, left, right))
      if (goesOn && row + 1 < height) parent[find(own + width)] = find(own)
    }
  return countCells({ xs, ys }, (row, column) => find(row * width + column))
}

/** Whether a line goes along most of a side. */
function covers(from: number, to: number, start: number, end: number): boolean {
  return Math.min(to, end) - Math.max(from, start) > 0.6 * (end - start)
}

/** Places that are apart, from the first. */
function placesOf(values: readonly number[]): number[] {
  const places: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) if (value - (places.at(-1) ?? -Infinity) > near) places.push(value)
  return places
}

/** Cells from the finest division and what of it is one; lines that part nothing are left out. */
function countCells({ xs, ys }: { xs: number[]; ys: number[] }, groupAt: (row: number, column: number) => number): Grid | undefined {
  const bounds = new Map<number, { top: number; left: number; bottom: number; right: number; size: number }>()
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++) {
      const group = groupAt(row, column)
      const known = bounds.get(group)
      if (!known) bounds.set(group, { top: row, left: column, bottom: row + 1, right: column + 1, size: 1 })
      else {
        known.left = Math.min(known.left, column)
        known.right = Math.max(known.right, column + 1)
        known.bottom = row + 1
        known.size++
      }
    }
  // Boxes of a drawing stand apart, and what is around them is no rectangle.
  if ([...bounds.values()].some(({ top, left, bottom, right, size }) => size < (bottom - top) * (right - left))) return undefined
  const [tops, lefts] = [bounds, bounds].map((all, index) => [...new Set([...all.values()].map(({ top, left }) => (index === 0 ? top : left)))].sort((a, b) => a - b))
  if (!tops || !lefts || lefts.length < 2 || tops.length < 2) return undefined
  const numbers = new Map([...bounds.keys()].map((group, index) => [group, index]))
  const cells = [...bounds.values()].map(({ top, left, bottom, right }): GridCell => {
    const [row, column] = [tops.indexOf(top), lefts.indexOf(left)]
    return { row, column, height: tops.filter((one) => one < bottom).length - row, width: lefts.filter((one) => one < right).length - column }
  })
  return {
    columns: [...lefts, xs.length - 1].map((index) => xs[index] ?? 0),
    rows: [...tops, ys.length - 1].map((index) => ys[index] ?? 0),
    cellAt: tops.map((row) => lefts.map((column) => numbers.get(groupAt(row, column)) ?? 0)),
    cells
  }
}
