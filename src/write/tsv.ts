/**
 * TSV, one row a unit, all languages beside each other: for spreadsheets, scripts and eyes. No quoting: text has
 * neither tabs nor line breaks. A byte order mark in front, without which Excel takes UTF-8 for something else.
 */
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { FileContext, Format, Serializer } from './format.ts'
import { columnNames, unitRow } from './unit-row.ts'

export const tsv: Format = {
  name: 'tsv',
  title: 'TSV, a row for each unit, a column for each language; `convert` reads it back',
  extension: 'tsv',
  scopes: ['all'],
  partial: true,
  kind: 'table',
  heeds: ['bom', 'numbering', 'splitMb', 'spreadsheetSafe'],
  open: (context) => new TsvSerializer(context)
}

/** What spreadsheets run; a dash with a space behind it, as in lists, or a number is none. */
const formula = /^(?:[=@]|[+-](?![\s\d.,]*$)(?! ))/

class TsvSerializer implements Serializer {
  readonly #context: FileContext
  #formulas = 0

  constructor(context: FileContext) {
    this.#context = context
  }

  start(): string {
    const { languages, options } = this.#context
    return (options.bom ? '\uFEFF' : '') + row(columnNames(languages))
  }

  unit(unit: Unit, document: DocumentRecord): string {
    return row(unitRow(unit, document, this.#context).map((cell) => this.#guarded(cell, unit.id)))
  }

  end(): string {
    return ''
  }

  /** A cell that begins as a formula does: with `'` in front where that was asked for, else said of the first one. */
  #guarded(cell: string, id: string): string {
    if (!formula.test(cell)) return cell
    const { options, report } = this.#context
    if (options.spreadsheetSafe) return `'${cell}`
    if (this.#formulas++ === 0) report('write:formula', undefined, { actual: cell.slice(0, 40), id })
    return cell
  }
}

function row(cells: readonly string[]): string {
  return `${cells.join('\t')}\n`
}
