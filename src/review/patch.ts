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

/** A change as a patch. */
export function patchOf(op: string, { removed, inserted }: Change): Patch {
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
  /** The index of a row. */
  indexOf: (row: Row) => number
}

/** The change that a patch makes of rows; `undefined` where its segments do not stand there any more, together and by themselves. */
export function changeOf({ rows: wanted, texts = {}, was = {} }: Patch, { rows, rowOf, indexOf }: RowIndex): Change | undefined {
  const keys = wanted.flatMap(({ cells }) => Object.values(cells).flat())
  const bases = new Set<string>()
  const touched = new Set<Row>()
  for (const key of keys) {
    const base = baseOf(key, (each) => rowOf(each) !== undefined)
    const row = base === undefined ? undefined : rowOf(base)
    if (base === undefined || row === undefined) return undefined
    bases.add(base)
    touched.add(row)
  }
  const places = [...touched].map(indexOf).sort((a, b) => a - b)
  const [at] = places
  if (at === undefined || places.some((place, index) => place !== at + index)) return undefined
  const removed = rows.slice(at, at + places.length)
  const segments = new Map(removed.flatMap((row) => Object.values(row.cells).flat()).map((segment) => [segment.key, segment]))
  if (segments.size !== bases.size || Object.entries(was).some(([key, text]) => segments.get(key)?.text !== text)) return undefined
  if (new Set(removed.map(({ document }) => document)).size > 1) return undefined
  const segmentOf = (key: string): Segment | undefined => {
    const own = segments.get(key)
    const text = texts[key]
    if (own) return text === undefined ? own : { ...own, text }
    const base = segments.get(baseOf(key, (each) => segments.has(each)) ?? '')
    return base && text !== undefined ? { key, text, address: base.address } : undefined
  }
  const inserted: Row[] = []
  for (const one of wanted) {
    const cells = Object.fromEntries(Object.entries(one.cells).map(([language, list]) => [language, list.flatMap((key) => segmentOf(key) ?? [])]))
    if (Object.entries(one.cells).some(([language, list]) => cells[language]?.length !== list.length)) return undefined
    inserted.push(rowOfPatch(one, cells, removed))
  }
  return { at, removed, inserted }
}

function rowOfPatch({ cells: keys, status, locked = false, score, by }: PatchRow, cells: Row['cells'], removed: readonly Row[]): Row {
  const same = removed.find((row) => isSame(row.cells, keys))
  const isWhole = same !== undefined && Object.entries(cells).every(([language, segments]) => segments.every((segment, index) => segment === same.cells[language]?.[index]))
  const whole = same ?? madeRow(cells, nearest(cells, removed))
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

/** Rows that segments come from, the one of the first segment in front. */
function nearest(cells: Row['cells'], removed: readonly Row[]): Row[] {
  const keys = new Set(Object.values(cells).flat().map(({ address }) => address))
  const from = removed.filter((row) => Object.values(row.cells).flat().some(({ address }) => keys.has(address)))
  return from.length === 0 ? [...removed] : from
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
