import type { Position } from 'unist'
import type { MappedText } from '../tree/mapped-text.ts'
import { offsets, type Locator } from '../tree/place.ts'
import { buildText } from '../tree/text.ts'
import type { Cell, Row, Table } from '../tree/undast.ts'

/** A table node from the texts of its cells. An empty cell stands where the one in front of it ends. */
export function buildTable(rows: ReadonlyArray<readonly MappedText[]>, place: Locator): Table {
  const children = rows.map((row) => buildRow(row, place))
  return { type: 'table', children, position: around(children.map(({ position }) => position), place) }
}

function buildRow(row: readonly MappedText[], place: Locator): Row {
  const filled = row.filter(({ runs }) => runs.length > 0).map((text) => spanOf(text, place))
  const position = around(filled, place)
  let before: Position = { start: position.start, end: position.start }
  const children = row.map((text): Cell => {
    if (text.runs.length === 0) return { type: 'cell', children: [], position: { start: before.end, end: before.end } }
    const own = spanOf(text, place)
    before = own
    return { type: 'cell', children: [{ type: 'sentence', children: [{ ...buildText(text, place), position: own }], position: own }], position: own }
  })
  return { type: 'row', children, position }
}

/** Stretches of a cell that wide gaps part come in the order in which they are read: the last one may stand first. */
function spanOf({ runs }: MappedText, place: Locator): Position {
  return place.position(...hull(runs.map(({ start, end }) => [start, end])))
}

/** From the first to the last of some positions, in whatever order they come. */
function around(positions: readonly Position[], place: Locator): Position {
  return place.position(...hull(positions.map(offsets)))
}

/** The least start and the greatest end; a table over many pages has more spans than a call takes arguments. */
function hull(spans: ReadonlyArray<readonly [start: number, end: number]>): [start: number, end: number] {
  return spans.reduce<[number, number]>(([first, last], [start, end]) => [Math.min(first, start), Math.max(last, end)], [Infinity, -Infinity])
}
