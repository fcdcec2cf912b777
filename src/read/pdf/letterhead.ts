import { isLetterhead } from '../../grammar/letterhead.ts'
import type { PdfPage } from './line.ts'

/** The ruled table that is the masthead of a document has no cells: what was in them stands side by side. */
export function openLetterhead([page]: readonly PdfPage[]): void {
  const table = page?.lines.find(({ furniture }) => furniture === undefined)?.cell?.table
  if (!page || table === undefined) return
  const own = page.lines.filter(({ cell }) => cell?.table === table)
  const rows = Math.max(...own.map(({ cell }) => cell?.row ?? 0)) + 1
  if (!isLetterhead(rows, own.map(({ text }) => text))) return
  for (const line of own) {
    line.parted = line.cell?.last === true
    delete line.cell
  }
}
