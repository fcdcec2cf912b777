import type { Unit } from '../tree/unit.ts'
import { rowsFromJson, type Database } from './database.ts'
import type { Entry } from './entry.ts'
import { unpackUnit, type PackedUnit } from './packed-unit.ts'

/** A unit as it is stored, with its entry. */
export interface StoredUnit {
  id: number
  entry: Entry
  unit: Unit
}

/** A unit as it is stored. */
type UnitRow = [id: number, entry: number, data: PackedUnit]

/** Units by their ids, in the order of the ids given; those of entries that are not among these are left out. */
export function readUnits(database: Database, ids: readonly number[], entries: ReadonlyMap<number, Entry>): StoredUnit[] {
  if (ids.length === 0) return []
  const rows = rowsFromJson<UnitRow>(database.prepare('SELECT json_group_array(json_array(id, entry, json(data))) AS list FROM units WHERE id IN (SELECT value FROM json_each(?))'), JSON.stringify(ids))
  const units = new Map(unpackRows(database, rows, entries).map((stored) => [stored.id, stored] as const))
  return ids.flatMap((id) => units.get(id) ?? [])
}

/** Units that are read at once from an entry. */
const pageLength = 1_024

/** All units of an entry, in the order in which they came, in pages. */
export function* unitsOfEntry(database: Database, entry: Entry): Generator<StoredUnit[], void, undefined> {
  const page = database.prepare('SELECT json_group_array(json_array(id, entry, json(data))) AS list FROM (SELECT id, entry, data FROM units WHERE entry = ? AND id > ? ORDER BY id LIMIT ?)')
  const entries = new Map([[entry.id, entry]])
  for (let after = 0; ; ) {
    const rows = rowsFromJson<UnitRow>(page, entry.id, after, pageLength)
    if (rows.length > 0) yield unpackRows(database, rows, entries)
    if (rows.length < pageLength) return
    after = rows.at(-1)?.[0] ?? 0
  }
}

function unpackRows(database: Database, rows: readonly UnitRow[], entries: ReadonlyMap<number, Entry>): StoredUnit[] {
  const packed = rows.flatMap(([id, entry, unit]) => {
    const known = entries.get(entry)
    return known ? [{ id, entry: known, unit }] : []
  })
  const texts = textsOf(database, [...new Set(packed.flatMap(({ unit }) => Object.values(unit.versions).map(({ text }) => text)))])
  return packed.map(({ id, entry, unit }) => ({ id, entry, unit: unpackUnit(unit, entry.granularity, (text) => texts.get(text) ?? '') }))
}

function textsOf(database: Database, ids: readonly number[]): Map<number, string> {
  return new Map(rowsFromJson<[id: number, text: string]>(database.prepare('SELECT json_group_array(json_array(id, text)) AS list FROM texts WHERE id IN (SELECT value FROM json_each(?))'), JSON.stringify(ids)))
}
