/** What a reviewer sees: rows of segments, each segment with a key that stays its own whatever is done to the rows. */
import { inOrder, type LanguageTag } from '../language/tag.ts'
import { without } from './without.ts'
import type { AlignedDocument, DocumentRecord, Unit, UnitVersion } from '../tree/unit.ts'

/** A sentence of one version. */
export interface Segment {
  /** Its version and address, `en:9/3#1`, with the name of its document in front where there are several; of a piece that was cut off, `en:9/3#1+40`. */
  key: string
  text: string
  address: string
  label?: string
  page?: number
}

/** Segments by language; a language without any is missing. */
export type Cells = Readonly<Record<LanguageTag, readonly Segment[]>>

/** One row: what is to be one unit. Rows are values: an edit makes new ones. */
export interface Row {
  /** Index of its document. */
  document: number
  cells: Cells
  /** What a unit has beside its texts and its status. */
  facts: Omit<Unit, 'status' | 'versions'>
  status?: string
  locked: boolean
  /** Whether anything of it was edited. */
  edited: boolean
  /** The unit that it was made from, as long as it has the same segments. */
  origin?: Unit
}

/** The rows of documents, and the records of these, in their order. */
export interface Table {
  documents: DocumentRecord[]
  rows: Row[]
}

/** The rows of documents; those that come in pieces are put together. */
export function tableOf(pieces: Iterable<AlignedDocument>): Table {
  const documents: DocumentRecord[] = []
  const units: Array<{ unit: Unit; document: number }> = []
  for (const piece of pieces) {
    if (documents.at(-1) !== piece.document) documents.push(piece.document)
    for (const unit of piece.units) units.push({ unit, document: documents.length - 1 })
  }
  const names = keyPrefixes(documents)
  const counts = new Map<string, number>()
  const unique = (key: string): string => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count === 1 ? key : `${key}~${count}`
  }
  return { documents, rows: units.map(({ unit, document }) => rowOfUnit(unit, document, (language, address) => unique(`${names[document] ?? ''}${language}:${address}`))) }
}

/** What the keys of the segments of each document begin with. */
export function keyPrefixes(documents: readonly DocumentRecord[]): string[] {
  return documents.map(({ symbol, name }, index) => (documents.length === 1 ? '' : `${symbol ?? name ?? String(index + 1)}|`))
}

function rowOfUnit(unit: Unit, document: number, keyOf: (language: LanguageTag, address: string) => string): Row {
  const { versions, status, ...facts } = unit
  const cells: Record<LanguageTag, Segment[]> = {}
  for (const [language, { segments, addresses, label, page }] of Object.entries(versions)) {
    cells[language] = segments.map((text, index) => {
      const address = addresses[index] ?? unit.id
      const opens = index === 0
      return { key: keyOf(language, address), text, address, ...(opens && label !== undefined ? { label } : {}), ...(opens && page !== undefined ? { page } : {}) }
    })
  }
  return { document, cells, facts, ...(status === undefined ? {} : { status }), locked: false, edited: false, origin: unit }
}

/** The languages of rows in the order in which their document names them. */
export function languagesOf({ documents, rows }: Table): LanguageTag[] {
  const named = documents.flatMap(({ versions }) => Object.keys(versions))
  return [...new Set([...named, ...inOrder(rows.flatMap(({ cells }) => Object.keys(cells)))])]
}

/** Order in which the first address is taken for the id of a row. */
const order: readonly LanguageTag[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar']

/** A score for what nobody has scored, where a unit must have one. */
const unscored = 0.5

/** A row that an edit makes of the segments of others: named after its first segment, as sure as the least sure of them. */
export function madeRow(cells: Cells, from: readonly Row[], locked = false): Row {
  const languages = Object.keys(cells)
  const opening = [...order, ...languages].find((language) => cells[language] !== undefined) ?? ''
  const first = cells[opening]?.[0]
  const parent = from.find((row) => row.cells[opening]?.some(({ address }) => address === first?.address)) ?? from[0]
  if (first === undefined || parent === undefined) throw new RangeError('Unexpected row without a segment')
  const facts = without(parent.facts, 'id', 'address', 'score')
  const scores = from.flatMap((row) => row.facts.score ?? [])
  const statuses = new Set(from.map(({ status }) => status))
  const [status] = statuses
  const block = first.address.split('#', 1)[0] ?? first.address
  return {
    document: parent.document,
    cells,
    facts: {
      ...facts,
      id: facts.granularity === 'paragraph' ? block : first.address,
      address: block,
      ...(languages.length < 2 ? {} : { score: scores.length === 0 ? unscored : Math.min(...scores) }),
      by: 'review'
    },
    ...(statuses.size === 1 && status !== undefined ? { status } : {}),
    locked,
    edited: true
  }
}

/** A row as a unit. */
export function unitOfRow({ cells, facts, status, origin }: Row): Unit {
  if (origin && origin.status === status) return origin
  const versions: Unit['versions'] = origin?.versions ?? Object.fromEntries(inOrder(Object.keys(cells)).map((language) => [language, versionOf(cells[language] ?? [])]))
  return { ...facts, versions, ...(status === undefined ? {} : { status }) }
}

function versionOf(segments: readonly Segment[]): UnitVersion {
  const [first] = segments
  return {
    segments: segments.map(({ text }) => text),
    addresses: segments.map(({ address }) => address),
    ...(first?.label === undefined ? {} : { label: first.label }),
    ...(first?.page === undefined ? {} : { page: first.page })
  }
}

/** The documents of a table with their rows as units, each id once in a document. */
export function documentsOf({ documents, rows }: Table): AlignedDocument[] {
  const taken = documents.map(() => new Set<string>())
  const units = documents.map((): Unit[] => [])
  for (const row of rows) {
    const unit = unitOfRow(row)
    const ids = taken[row.document] ?? new Set()
    let { id } = unit
    for (let copy = 2; ids.has(id); copy++) id = `${unit.id}~${copy}`
    ids.add(id)
    units[row.document]?.push(id === unit.id ? unit : { ...unit, id })
  }
  return documents.map((document, index) => ({ document, units: units[index] ?? [] }))
}
