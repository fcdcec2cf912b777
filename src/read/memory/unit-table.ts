/** Rows of a table as `--to tsv` and `--to xlsx` write them, back to units. */
import { isLanguageTag, type LanguageTag } from '../../language/tag.ts'
import { HexaplaError } from '../../message/report.ts'
import { statusOfEdited } from '../../tree/status.ts'
import { readTextChecks, textCheck } from '../../memory-format/text-check.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../../tree/unit.ts'
import { languageOfTag } from './language-tag.ts'
import type { ReadingLog } from './reading-log.ts'
import { blockOf, documentOf, scoreOf, statusOf, versionOf } from './unit-of-facts.ts'

/** The columns of a table by their names. */
export interface Columns {
  facts: ReadonlyMap<string, number>
  texts: ReadonlyMap<LanguageTag, number>
}

/** Columns of facts, and the property that each stands for. */
const properties: Readonly<Record<string, string>> = { symbol: 'x-un-symbol', address: 'x-un-para', block: 'x-block', score: 'x-align-score', by: 'x-align-by', status: 'x-status' }
const known: ReadonlySet<string> = new Set(['id', 'granularity', 'type', 'check', ...Object.keys(properties)])
const ofVersions = { addresses: 'x-address', label: 'x-label', page: 'x-page', breaks: 'x-break' } as const

/** What the first row says; `undefined` where it has no ids, or no text in two languages. */
export function readColumns(head: readonly string[]): Columns | undefined {
  const names = head.map((name) => name.trim())
  const facts = new Map<string, number>()
  const texts = new Map<LanguageTag, number>()
  for (const [index, name] of names.entries()) {
    const isFirstOfIts = !facts.has(name)
    // `id` and `by` are tags of languages as well: the later column is one.
    if (isFirstOfIts && (known.has(name) || /_(?:addresses|label|page|breaks)$/u.test(name))) facts.set(name, index)
    else if (isLanguageTag(name)) texts.set(languageOfTag(name) ?? name, index)
  }
  return facts.has('id') && texts.size >= 2 ? { facts, texts } : undefined
}

/** The texts of a row are as they were when it was written; a row without sums says nothing of it. */
export function isUnedited(row: readonly string[], { facts, texts }: Columns): boolean | undefined {
  const checks = readTextChecks(row[facts.get('check') ?? -1] ?? '')
  if (checks.size === 0) return undefined
  return [...texts].every(([code, index]) => !checks.has(code) || (checks.get(code) ?? '') === textCheck(unguarded(row[index] ?? '', checks.get(code))))
}

/** A cell without the apostrophe that keeps a spreadsheet from running it. */
function unguarded(cell: string, sum: string | undefined): string {
  const guarded = /^'[=@+-]/u.test(cell)
  return guarded && (sum === undefined || textCheck(cell) !== sum) ? cell.slice(1) : cell
}

/** The units of a table, by document. */
export function* unitsOfRows(rows: Iterable<readonly string[]>, file: string, log: ReadingLog, { granularity }: Pick<Unit, 'granularity'>): Generator<AlignedDocument, void, undefined> {
  let columns: Columns | undefined
  let document: DocumentRecord | undefined
  let units: Unit[] = []
  const ids = new Set<string>()
  let number = 0
  for (const row of rows) {
    number++
    if (number === 1) {
      columns = readColumns(row)
      if (columns === undefined) throw new HexaplaError('read:memory-columns', { file, actual: row.join(', ').slice(0, 80) }, file)
      continue
    }
    if (columns === undefined || row.every((cell) => cell.trim() === '')) continue
    const read = unitOfRow(row, columns, { number, file, log, granularity, ids })
    if (read === undefined) continue
    const { symbol } = read.document
    if (document === undefined || document.symbol !== symbol) {
      if (document !== undefined && units.length > 0) yield { document, units }
      units = []
      document = { ...read.document, versions: Object.fromEntries([...columns.texts.keys()].map((language) => [language, { language, file }])) }
    }
    units.push(read.unit)
  }
  if (document !== undefined && units.length > 0) yield { document, units }
}

interface RowContext extends Pick<Unit, 'granularity'> {
  number: number
  file: string
  log: ReadingLog
  /** Ids of the document so far. */
  ids: Set<string>
}

function unitOfRow(row: readonly string[], { facts, texts }: Columns, { number, file, log, granularity, ids }: RowContext): { unit: Unit; document: DocumentRecord } | undefined {
  const cell = (name: string): string => (row[facts.get(name) ?? -1] ?? '').trim()
  const told = new Map<string, string>()
  for (const [column, property] of Object.entries(properties)) if (cell(column) !== '') told.set(property, cell(column))
  for (const code of texts.keys()) {
    for (const [column, property] of Object.entries(ofVersions)) {
      const value = cell(`${code}_${column}`)
      if (value !== '') told.set(`${property}-${code}`, value)
    }
  }
  const symbol = told.get('x-un-symbol') ?? ''
  const given = cell('id')
  const isNew = given === '' || ids.has(`${symbol} ${given}`)
  const id = isNew ? `row${number}` : given
  if (isNew) log.say('read:memory-row-new', number, { actual: given === '' ? 'lack of an id' : `second unit ${given}` })
  ids.add(`${symbol} ${id}`)
  const checks = readTextChecks(cell('check'))
  const versions: Unit['versions'] = {}
  let edited = isNew
  for (const [code, index] of texts) {
    const sum = checks.get(code)
    const text = unguarded(row[index] ?? '', sum)
    const isEdited = sum !== undefined && sum !== textCheck(text)
    edited ||= isEdited
    // A line end inside of a cell is a space in a segment.
    const line = text.split(/[\n\r]+/u).map((piece) => piece.trim()).join(' ').trim()
    if (line === '') continue
    versions[code] = versionOf(line, code, { id, facts: told, keepsLabels: true, line: number, log }, isEdited)
  }
  if (Object.keys(versions).length === 0) {
    log.say('read:memory-unit-empty', number, {})
    return undefined
  }
  const status = statusOf(told.get('x-status')).status
  const by = told.get('x-align-by') ?? 'memory'
  const unit: Unit = {
    id,
    granularity: readGranularity(cell('granularity')) ?? (by === 'paragraph' ? 'paragraph' : granularity),
    block: blockOf(told),
    address: told.get('x-un-para') ?? id,
    versions,
    ...(Object.keys(versions).length < 2 ? {} : { score: scoreOf(told.get('x-align-score')) }),
    by,
    ...statusOf(edited ? statusOfEdited(status) : status)
  }
  log.checked(unit, checks)
  return { unit, document: documentOf(told, [...texts.keys()], file) }
}

function readGranularity(value: string): Unit['granularity'] | undefined {
  return value === 'sentence' || value === 'paragraph' ? value : undefined
}
