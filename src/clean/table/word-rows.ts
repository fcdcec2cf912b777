import type { Line } from '../lines/line.ts'
import type { FoundTable } from './found-table.ts'
import { headOverLines } from './table-head.ts'
import { closesTable } from './table-edge.ts'
import type { Geometry } from '../geometry/index.ts'
import { readWords, type Words } from '../geometry/words.ts'

/** So many lines with as many words in each are a table. */
const fewestRows = 3

/** Rows that are looked at at once. */
const longestTable = 200

/** Finds the Chinese table of words that begins at a line: Chinese has no spaces between words, so those there part cells. */
export function findWordRows(lines: readonly Line[], start: number, geometry: Geometry): FoundTable | undefined {
  if (geometry.language !== 'zh') return undefined
  const rows: Words[] = []
  for (let index = start; index < lines.length && rows.length < longestTable; index++) {
    const line = lines[index]
    const words = line?.page === lines[start]?.page ? readCells(line, geometry) : undefined
    if (!words || words.values.length !== (rows[0] ?? words).values.length) break
    rows.push(words)
  }
  if (rows.length < fewestRows) return undefined
  const head = headOverLines(lines, start, rows[0]?.values.length ?? 0, geometry.language)
  return {
    from: start - (head?.height ?? 0),
    to: start + rows.length,
    rows: [...(head ? [head.cells] : []), ...rows.map((words) => words.values.map((_, index) => words.stretch(index, index + 1)))]
  }
}

/** The words of a line that has two or more and is no sentence; letter-spaced words are no cells. */
function readCells(line: Line | undefined, geometry: Geometry): Words | undefined {
  if (line?.role !== 'body' || line.value.length > 100 || /[，。；：！？（(、]/.test(line.value) || closesTable(line, geometry.language)) return undefined
  const words = readWords(line, geometry)
  return words.values.length > 1 && words.values.every((word) => /\p{Script=Han}.{0,30}\p{Script=Han}/u.test(word)) ? words : undefined
}
