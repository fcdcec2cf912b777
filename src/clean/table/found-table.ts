import type { MappedText } from '../../tree/mapped-text.ts'
import type { Line } from '../lines/line.ts'

/** A table as rows of cells, in the order in which they are read, and the printed lines that it takes. */
export interface FoundTable {
  /** In the order of the raw text. */
  lines: readonly Line[]
  /** An empty cell is an empty text. No rows: running text in columns, which stays as it is. */
  rows: ReadonlyArray<readonly MappedText[]>
}
