import type { LineFacts, SourceLine } from './source.ts'

type Cell = NonNullable<LineFacts['cell']>

/** A cell as it stands in a line: where its words end, and which it is. */
interface Stretch {
  end: number
  cell: Cell
}

/** Cells of a row between strokes. */
export function pipeCells(text: string, { start, end }: SourceLine, cell: Cell): Stretch[] {
  let at = start
  return text.slice(start, end).split('|').flatMap((piece, column): Stretch[] => {
    const own = { end: at + piece.trimEnd().length, cell: { ...cell, column } }
    at += piece.length + 1
    return piece.trim() === '' ? [] : [own]
  })
}

const tag = /<(\/?)(table|tr|td|th)\b([^<>]{0,200})>/g

/** Whether a line has tags of a table of HTML, which Markdown may have in it. */
export function hasTableTags(value: string): boolean {
  return /^<(?:\/?(?:table|thead|tbody|tr|td|th)\b)[^<>]{0,200}>/.test(value)
}

/** The cells of a line with tags of a table; `open` is the cell in front of it, and goes on. */
export function htmlCells(text: string, line: SourceLine, open: Cell): Stretch[] {
  const value = text.slice(line.start, line.end)
  const found: Stretch[] = []
  let from: number | undefined
  const close = (at: number): void => {
    const words = from === undefined ? '' : value.slice(from, at).replace(/<[^<>]*>/g, '').trim()
    if (words !== '') found.push({ end: line.start + at, cell: { ...open } })
    from = undefined
  }
  for (const { 0: whole, 1: slash, 2: name, 3: attributes = '', index } of value.matchAll(tag)) {
    close(index)
    if (name === 'table') Object.assign(open, slash ? { table: open.table + 1, row: -1, column: -1 } : { row: -1, column: -1 })
    else if (slash) continue
    else if (name === 'tr') Object.assign(open, { row: open.row + 1, column: -1 })
    else {
      open.column += 1
      from = index + whole.length
      // A wide cell stands in its first column; the next one is behind it.
      const width = Number(/colspan=["']?(\d{1,2})/.exec(attributes)?.[1] ?? 1)
      if (width > 1) {
        const end = value.slice(from).search(/<\/?t[dhr]\b/)
        close(end < 0 ? value.length : from + end)
        open.column += width - 1
      }
    }
  }
  close(value.length)
  return found
}

/** A line for each cell; what stands between two belongs to the second, and what is behind the last to it. */
export function cellLines(text: string, line: SourceLine, stretches: readonly Stretch[]): SourceLine[] {
  let { start } = line
  return stretches.map(({ end, cell }, index) => {
    const own = { ...line, start, end: index === stretches.length - 1 ? line.end : end, facts: { ...line.facts, cell } }
    start = end + text.slice(end).search(/\S/)
    return own
  })
}
