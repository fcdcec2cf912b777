import type { LanguageCode } from '../../language/code.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'
import { endsInMark } from '../lines/sentence-end.ts'
import { closesTable } from './table-edge.ts'

/** The heads of the columns, where they could be told. */
export interface TableHead {
  /** Lines that they take. */
  height: number
  cells: MappedText[]
}

/** Columns of the page that a name or the head of a column takes at most. */
const longestName = 60
const longestHead = 30

/** Heads on one line each, with a title above them: where no title stands there, the first of them may be one. */
export function headOverLines(lines: readonly Line[], start: number, columns: number, language: LanguageCode): TableHead | undefined {
  const [title, ...heads] = lines.slice(Math.max(0, start - columns - 1), start)
  if (!title || heads.length < columns) return undefined
  const titled = title.role === 'body' ? !endsInMark(title.value) : title.role === 'furniture'
  if (!titled || !heads.every((head) => isShortName(head, lines[start]) && head.columns < longestHead && !closesTable(head, language))) return undefined
  return { height: columns, cells: heads.map(({ text }) => text) }
}

/** Whether a line on the page of another may be a name: short, and no sentence. */
export function isShortName(line: Line, other: Line | undefined): boolean {
  return line.role === 'body' && line.page === other?.page && line.columns <= longestName && !endsInMark(line.value)
}
