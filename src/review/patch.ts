/**
 * An edit as the log has it: which segments stand in which rows after it. It can be applied to other rows than those that it was
 * made on, as long as the same segments stand there, together and by themselves: so edits survive a new run of the aligner.
 */
import type { LanguageTag } from '../language/tag.ts'
import type { Change } from './edits.ts'
import { madeRow, type Row, type Segment } from './row.ts'
import { without } from './without.ts'

/** A row after an edit. */
interface PatchRow {
  /** Keys of its segments by language. */
  cells: Record<LanguageTag, string[]>
  status?: string
  locked?: boolean
  /** What the aligner said of a row that it made. */
  score?: number
  by?: string
}

export interface Patch {
  /** What the reviewer did: `merge`, `split`, `text`. */
  op: string
  /** Key of the first segment that it was done to. */
  at: string
  rows: PatchRow[]
  /** Texts that the edit gave, by key. */
  texts?: Record<string, string>
  /** What those segments, or the ones that they were cut from, were before. */
  was?: Record<string, string>
}

/** Changes as a patch. */
export function patchOf(op: string, changes: readonly Change[]): Patch {
  const [removed, inserted] = [changes.flatMap((change) => change.removed), changes.flatMap((change) => change.inserted)]
  const before = new Map(removed.flatMap((row) => Object.values(row.cells).flat()).map((segment) => [segment.key, segment]))
  const texts: Record<string, string> = {}
  const was: Record<string, string> = {}
  const rows = inserted.map((row): PatchRow => {
    for (const segment of Object.values(row.cells).flat()) {
      const base = baseOf(segment.key, (key) => before.has(key))
      const old = before.get(base ?? '')
      if (old === undefined || (base === segment.key && old.text === segment.text)) continue
      texts[segment.key] = segment.text
      was[old.key] = old.text
    }
    const { score, by } = row.facts
    const keys = Object.fromEntries(Object.entries(row.cells).map(([language, segments]) => [language, segments.map(({ key }) => key)]))
    return {
      cells: keys,
      ...(row.status === undefined ? {} : { status: row.status }),
      ...(row.locked ? { locked: true } : {}),
      ...(row.origin ? {} : { ...(score === undefined ? {} : { score }), by })
    }
  })
  const [first] = Object.values(removed[0]?.cells ?? {}).flat()
  const isEmpty = Object.keys(texts).length === 0
  return { op, at: first?.key ?? '', rows, ...(isEmpty ? {} : { texts, was }) }
}

/** Where the rows of segments are. */
export interface RowIndex {
  rows: readonly Row[]
  /** The row of a segment. */
  rowOf: (key: string) => Row | undefined
}

/**
 * The changes that a patch makes of rows, from the first row to the last; `undefined` where its segments do not stand there any
 * more, together and by themselves.
 */
export function changesOf({ rows: wanted, texts = {}, was = {} }: Patch, index: RowIndex): Change[] | undefined {
  const found = wanted.map((row) => ({ row, touched: touchedBy(row, index) }))
  const touched = new Set<Row>()
  for (const { touched: rows } of found) {
    if (rows === undefined) return undefined
    for (const row of rows) touched.add(row)
  }
  const changes: Change[] = []
  for (const { at, removed } of runsOf(touched, index)) {
    const own = new Set(removed)
    const rows = found.filter(({ touched: [first] = [] }) => first !== undefined && own.has(first)).map(({ row }) => row)
    const inserted = rowsOfRun(rows, removed, texts)
    if (inserted === undefined) return undefined
    changes.push({ at, removed, inserted })
  }
  const isOther = ([key, text]: [string, string]): boolean => segmentOf(index, key)?.text !== text
  return changes.length === 0 || Object.entries(was).some(isOther) ? undefined : changes
}

/** The rows that the segments of a row come from; `undefined` where one of them is nowhere. */
function touchedBy({ cells }: PatchRow, { rowOf }: RowIndex): Row[] | undefined {
  const rows = Object.values(cells).flat().map((key) => rowOf(baseOf(key, (each) => rowOf(each) !== undefined) ?? ''))
  const known = rows.filter((row) => row !== undefined)
  return known.length < rows.length ? undefined : known
}

/** Rows that follow each other, each run by itself. */
function runsOf(touched: ReadonlySet<Row>, { rows }: RowIndex): Array<{ at: number; removed: Row[] }> {
  const runs: Array<{ at: number; removed: Row[] }> = []
  for (const [at, row] of rows.entries()) {
    if (!touched.has(row)) continue
    const last = runs.at(-1)
    if (last && last.at + last.removed.length === at) last.removed.push(row)
    else runs.push({ at, removed: [row] })
  }
  return runs
}

/** The rows that a patch puts in place of a run of rows of one document, whose segments it must have, and no others. */
function rowsOfRun(wanted: readonly PatchRow[], removed: readonly Row[], texts: Readonly<Record<string, string>>): Row[] | undefined {
  const segments = new Map(removed.flatMap((row) => Object.values(row.cells).flat()).map((segment) => [segment.key, segment]))
  const bases = new Set(wanted.flatMap(({ cells }) => Object.values(cells).flat()).map((key) => baseOf(key, (each) => segments.has(each))))
  if (bases.has(undefined) || segments.size !== bases.size || new Set(removed.map(({ document }) => document)).size > 1) return undefined
  const made = (key: string): Segment | undefined => {
    const own = segments.get(key)
    const text = texts[key]
    if (own) return text === undefined ? own : { ...own, text }
    const base = segments.get(baseOf(key, (each) => segments.has(each)) ?? '')
    return base && text !== undefined ? { key, text, address: base.address } : undefined
  }
  const sources = new Sources(removed)
  const inserted: Row[] = []
  for (const one of wanted) {
    const cells = Object.fromEntries(Object.entries(one.cells).map(([language, list]) => [language, list.flatMap((key) => made(key) ?? [])]))
    if (Object.entries(one.cells).some(([language, list]) => cells[language]?.length !== list.length)) return undefined
    inserted.push(rowOfPatch(one, cells, sources))
  }
  return inserted
}

function segmentOf({ rowOf }: RowIndex, key: string): Segment | undefined {
  return Object.values(rowOf(key)?.cells ?? {}).flat().find((segment) => segment.key === key)
}

/** Where the segments of new rows come from. */
class Sources {
  readonly rows: readonly Row[]
  readonly #byAddress = new Map<string, Row[]>()

  constructor(rows: readonly Row[]) {
    this.rows = rows
    for (const row of rows) {
      for (const { address } of Object.values(row.cells).flat()) {
        const known = this.#byAddress.get(address)
        if (known === undefined) this.#byAddress.set(address, [row])
        else if (known.at(-1) !== row) known.push(row)
      }
    }
  }

  /** Rows with one of the addresses of the segments, in their order; all of them where none has. */
  nearest(cells: Row['cells']): Row[] {
    const found = new Set(Object.values(cells).flat().flatMap(({ address }) => this.#byAddress.get(address) ?? []))
    return found.size === 0 ? [...this.rows] : this.rows.length === found.size ? [...this.rows] : [...found].sort((a, b) => this.rows.indexOf(a) - this.rows.indexOf(b))
  }
}

function rowOfPatch({ cells: keys, status, locked = false, score, by }: PatchRow, cells: Row['cells'], sources: Sources): Row {
  const from = sources.nearest(cells)
  const same = from.find((row) => isSame(row.cells, keys))
  const isWhole = same !== undefined && Object.entries(cells).every(([language, segments]) => segments.every((segment, index) => segment === same.cells[language]?.[index]))
  const whole = same ?? madeRow(cells, from)
  const base = without(whole, 'status', 'origin')
  const { origin } = whole
  // A score is that of a row of two versions at least, and nobody's but the aligner's.
  const facts = same ? base.facts : { ...base.facts, ...(score === undefined ? {} : { score }), ...(by === undefined ? {} : { by }) }
  const isEdited = !(isWhole && same?.status === status && same.edited === false)
  return {
    ...base,
    cells: isWhole && same ? same.cells : cells,
    facts,
    ...(status === undefined ? {} : { status }),
    locked,
    edited: isEdited,
    ...(isWhole && origin ? { origin } : {})
  }
}

function isSame(cells: Row['cells'], keys: PatchRow['cells']): boolean {
  const languages = Object.keys(keys)
  return languages.length === Object.keys(cells).length && languages.every((language) => {
    const [one, other] = [cells[language], keys[language] ?? []]
    return one?.length === other.length && one.every(({ key }, index) => key === other[index])
  })
}

/** The segment that a piece was cut from, as far back as there is one: `en:1#1` of `en:1#1+40`. */
function baseOf(key: string, isThere: (key: string) => boolean): string | undefined {
  for (let base = key; ; base = base.slice(0, base.lastIndexOf('+'))) {
    if (isThere(base)) return base
    if (!/\+\d+$/u.test(base)) return undefined
  }
}
