import { isLetterhead } from '../../grammar/letterhead.ts'
import type { FlowParagraph } from './flow.ts'

/** The table that is the masthead of a document has no cells. */
export function openLetterhead(paragraphs: readonly FlowParagraph[]): FlowParagraph[] {
  const first = paragraphs.findIndex((paragraph) => textOf(paragraph) !== '')
  const table = paragraphs[first]?.cell?.table
  if (table === undefined) return [...paragraphs]
  const own = paragraphs.filter(({ cell }) => cell?.table === table)
  const rows = Math.max(...own.map(({ cell }) => cell?.row ?? 0)) + 1
  if (!isLetterhead(rows, own.map(textOf))) return [...paragraphs]
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
