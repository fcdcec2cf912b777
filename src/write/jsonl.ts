/**
 * JSON Lines: a line with the record of a document, then a line a unit. Units stand as they are, nothing is cleaned
 * or left out, so that reading them back gives the same values.
 */
import { pairScore } from '../tree/pair.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { Format } from './format.ts'

export const jsonl: Format = {
  name: 'jsonl',
  title: 'JSON Lines, a line for each unit, with nothing left out',
  extension: 'jsonl',
  scopes: ['all'],
  partial: true,
  kind: 'table',
  heeds: ['splitMb'],
  keepsMemory: true,
  verbatim: true,
  open: () => ({ start: () => '', openDocument: documentLine, unit: unitLine, end: () => '' })
}

function documentLine(document: DocumentRecord): string {
  return line({ type: 'document', ...document })
}

/** The symbol is repeated, so that a line is of use alone. */
function unitLine(unit: Unit, { symbol }: DocumentRecord): string {
  const told = pairScore(unit, Object.keys(unit.versions)) === undefined ? { ...unit, score: undefined } : unit
  return line({ type: 'unit', ...(symbol === undefined ? {} : { symbol }), ...told })
}

/** Characters at which some readers end a line, though JSON allows them inside of a string. */
const lineEnds = /[\u007F-\u009F\u2028\u2029]/gu

function line(value: object): string {
  const json = JSON.stringify(value)
  return `${json.replace(lineEnds, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
