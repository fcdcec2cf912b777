import { findSymbols } from '../../grammar/symbol.ts'
import type { FlowParagraph } from './flow.ts'

/** Rows of the table that a masthead is set in; longer ones are of the text. */
const mostRows = 8

/**
 * The table that a document begins with and that names its symbol is its masthead, laid out: it has no cells.
 *
 * Templates of the United Nations set the head of the first page so.
 */
export function openLetterhead(paragraphs: readonly FlowParagraph[]): FlowParagraph[] {
  const first = paragraphs.findIndex((paragraph) => textOf(paragraph) !== '')
  const table = paragraphs[first]?.cell?.table
  if (table === undefined) return [...paragraphs]
  const own = paragraphs.filter(({ cell }) => cell?.table === table)
  const rows = Math.max(...own.map(({ cell }) => cell?.row ?? 0)) + 1
  if (rows > mostRows || !own.some((paragraph) => findSymbols(textOf(paragraph)).length > 0)) return [...paragraphs]
  return paragraphs.map((paragraph) => {
    if (paragraph.cell?.table !== table) return paragraph
    const opened = { ...paragraph }
    delete opened.cell
    return opened
  })
}

function textOf({ pieces }: FlowParagraph): string {
  return pieces.map(({ text }) => text).join('').trim()
}
