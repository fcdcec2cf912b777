import type { FlowParagraph } from './flow.ts'

/** Twips by which two edges of cells differ and are one. */
const near = 30

/** Which column of its table a cell begins in: a row says where its cells end, and one that spans two columns ends with the second. */
export class TableColumns {
  /** Where the cells of rows end, twips, by table and row. */
  readonly #rows = new Map<number, Map<number, readonly number[]>>()

  /** A row is done, whose cells end at these places. */
  endRow(table: number, row: number, edges: readonly number[]): void {
    const rows = this.#rows.get(table) ?? new Map<number, readonly number[]>()
    this.#rows.set(table, rows.set(row, edges))
  }

  /** Moves cells that were counted in their row to the columns of their table. */
  place(paragraphs: readonly FlowParagraph[]): void {
    const grids = new Map<number, readonly number[]>()
    for (const { cell } of paragraphs) {
      const rows = cell && this.#rows.get(cell.table)
      const edge = cell && rows?.get(cell.row)?.[cell.column - 1]
      if (cell === undefined || rows === undefined || edge === undefined) continue
      const grid = grids.get(cell.table) ?? gridOf([...rows.values()].flat())
      grids.set(cell.table, grid)
      const column = grid.findIndex((place) => place > edge - near) + 1
      // Cells that end where they begin are damage, and stay as they were counted.
      if (column > cell.column) cell.column = column
    }
  }
}

function gridOf(edges: readonly number[]): number[] {
  const grid: number[] = []
  for (const edge of edges.toSorted((a, b) => a - b)) if (edge - (grid.at(-1) ?? -Infinity) > near) grid.push(edge)
  return grid
}
