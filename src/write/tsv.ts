/**
 * TSV, one row a unit, all languages beside each other: for spreadsheets, scripts and eyes. No quoting: text has
 * neither tabs nor line breaks. Texts are the last columns, and their names are the language codes.
 */
import { alignType, pairScore } from '../tree/provenance.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { FileContext, Format, Serializer } from './format.ts'
import { versionText, writtenText } from './written-text.ts'

export const tsv: Format = {
  name: 'tsv',
  title: 'TSV, a row for each unit, a column for each language',
  extension: 'tsv',
  scopes: ['all'],
  partial: true,
  kind: 'table',
  heeds: ['numbering', 'splitMb', 'spreadsheetSafe'],
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
    const { languages } = this.#context
    return row([
      'id',
      'symbol',
      'address',
      'block',
      'type',
      'score',
      'by',
      'status',
      ...languages.flatMap((code) => [`${code}_addresses`, `${code}_label`, `${code}_page`]),
      ...languages
    ])
  }

  unit(unit: Unit, document: DocumentRecord): string {
    const { languages, options, report } = this.#context
    const facts = [
      unit.id,
      document.symbol ?? '',
      unit.address,
      unit.block,
      alignType(unit, languages),
      String(pairScore(unit, languages) ?? ''),
      unit.by,
      unit.status ?? 'machine'
    ]
    const places = languages.flatMap((code) => {
      const version = unit.versions[code]
      return [version?.addresses.join(' ') ?? '', version?.label ?? '', String(version?.page ?? '')]
    })
    const texts = languages.map((code) => {
      const version = unit.versions[code]
      return version === undefined ? '' : versionText(version, code, options.numbering, unit.id, report)
    })
    return row([...facts, ...places, ...texts].map((cell) => this.#guarded(writtenText(cell, unit.id, report), unit.id)))
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
