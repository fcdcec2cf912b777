import type { Unit } from '../tree/unit.ts'
import { rowsOf, type Database } from './database.ts'
import type { Entry } from './entry.ts'
import { unpackUnit, type PackedUnit } from './packed-unit.ts'

/** A unit as it is stored, with its entry. */
export interface StoredUnit {
  id: number
  entry: Entry
  unit: Unit
}

interface UnitRow extends Record<string, number | string> {
  id: number
  entry: number
  data: string
}

/** Units by their ids, in the order of the ids given; those of entries that are not among these are left out. */
export function readUnits(database: Database, ids: readonly number[], entries: ReadonlyMap<number, Entry>): StoredUnit[] {
  if (ids.length === 0) return []
  const rows = rowsOf<UnitRow>(database.prepare('SELECT id, entry, data FROM units WHERE id IN (SELECT value FROM json_each(?))'), JSON.stringify(ids))
  const units = new Map(unpackRows(database, rows, entries).map((stored) => [stored.id, stored] as const))
  return ids.flatMap((id) => units.get(id) ?? [])
}

/** Units that are read at once from an entry. */
const pageLength = 1_024

/** All units of an entry, in the order in which they came, in pages. */
export function* unitsOfEntry(database: Database, entry: Entry): Generator<StoredUnit[], void, undefined> {
  const page = database.prepare('SELECT id, entry, data FROM units WHERE entry = ? AND id > ? ORDER BY id LIMIT ?')
  const entries = new Map([[entry.id, entry]])
  for (let after = 0; ; ) {
    const rows = rowsOf<UnitRow>(page, entry.id, after, pageLength)
    if (rows.length > 0) yield unpackRows(database, rows, entries)
    if (rows.length < pageLength) return
    after = rows.at(-1)?.id ?? 0
  }
}

function unpackRows(database: Database, rows: readonly UnitRow[], entries: ReadonlyMap<number, Entry>): StoredUnit[] {
  const packed = rows.flatMap(({ id, entry, data }) => {
    const known = entries.get(entry)
    return known ? [{ id, entry: known, unit: JSON.parse(data) as PackedUnit }] : []
  })
  const texts = textsOf(database, [...new Set(packed.flatMap(({ unit }) => Object.values(unit.versions).map(({ text }) => text)))])
  return packed.map(({ id, entry, unit }) => ({ id, entry, unit: unpackUnit(unit, entry.granularity, (text) => texts.get(text) ?? '') }))
}

function textsOf(database: Database, ids: readonly number[]): Map<number, string> {
  const rows = rowsOf<{ id: number; text: string }>(database.prepare('SELECT id, text FROM texts WHERE id IN (SELECT value FROM json_each(?))'), JSON.stringify(ids))
  return new Map(rows.map(({ id, text }) => [id, text] as const))
}
