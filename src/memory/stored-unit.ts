import type { Unit } from '../tree/unit.ts'
import type { Entry } from './entry.ts'
import { unpackUnit, type PackedUnit } from './packed-unit.ts'
import type { Store, UnitRow } from './store.ts'
import { tagUnit } from './tags.ts'

/** A unit as it is stored, with its entry. */
export interface StoredUnit {
  id: number
  entry: Entry
  unit: Unit
}

/** A unit as it is stored, its texts by their ids, with its entry and its tags. */
export interface PackedStoredUnit {
  id: number
  entry: Entry
  unit: PackedUnit
}

/** Units by their ids, without their texts; those of entries that are not among these are left out. */
export async function readPackedUnits(store: Store, ids: readonly number[], entries: ReadonlyMap<number, Entry>): Promise<PackedStoredUnit[]> {
  return ids.length === 0 ? [] : packedOf(await store.units(ids), entries)
}

/** Units that are read at once from an entry. */
const pageLength = 1_024

/** All units of an entry, in the order in which they came, in pages. */
export async function* unitsOfEntry(store: Store, entry: Entry): AsyncGenerator<StoredUnit[], void, undefined> {
  const entries = new Map([[entry.id, entry]])
  for (let after = 0; ; ) {
    const rows = await store.unitsAfter(after, pageLength, entry.id)
    if (rows.length > 0) yield await unpackUnits(store, packedOf(rows, entries))
    if (rows.length < pageLength) return
    after = rows.at(-1)?.[0] ?? 0
  }
}

function packedOf(rows: readonly UnitRow[], entries: ReadonlyMap<number, Entry>): PackedStoredUnit[] {
  return rows.flatMap(([id, entry, unit]) => {
    const known = entries.get(entry)
    return known ? [{ id, entry: known, unit: tagUnit(unit, known) }] : []
  })
}

/** Units with their texts, as many. */
export async function unpackUnits(store: Store, packed: readonly PackedStoredUnit[]): Promise<StoredUnit[]> {
  const texts = new Map(await store.texts([...new Set(packed.flatMap(({ unit }) => Object.values(unit.versions).map(({ text }) => text)))]))
  return packed.map(({ id, entry, unit }) => ({ id, entry, unit: unpackUnit(unit, entry.granularity, (text) => texts.get(text) ?? '') }))
}
