/**
 * JSON Lines: a line with the record of a document, then a line a unit. Units stand as they are, nothing is cleaned
 * or left out, so that reading them back gives the same values.
 */
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { Format } from './format.ts'

export const jsonl: Format = {
  name: 'jsonl',
  title: 'JSON Lines, a line for each unit, with nothing left out',
  extension: 'jsonl',
  scopes: ['all'],
  partial: true,
  feedsMemory: false,
  splittable: true,
  open: () => ({ start: () => '', openDocument: documentLine, unit: unitLine, end: () => '' })
}

function documentLine(document: DocumentRecord): string {
  return `${JSON.stringify({ type: 'document', ...document })}\n`
}

/** The symbol is repeated, so that a line is of use alone. */
function unitLine(unit: Unit, { symbol }: DocumentRecord): string {
  return `${JSON.stringify({ type: 'unit', ...(symbol === undefined ? {} : { symbol }), ...unit })}\n`
}
