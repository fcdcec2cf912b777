import type { MappedText } from '../../tree/mapped-text.ts'

/** Rows of cells, in the order in which they are read. An empty cell is an empty text. */
export type Rows = ReadonlyArray<readonly MappedText[]>

/** A table, and the printed lines that it takes, one below the other. */
export interface FoundTable {
  /** Index of its first line. */
  from: number
  /** Index behind its last line. */
  to: number
  /** No rows: running text in columns, which stays as it is. */
  rows: Rows
  /** Indices of rules that are printed among its rows. */
  rules?: readonly number[]
}
