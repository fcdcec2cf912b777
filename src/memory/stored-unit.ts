import type { Unit } from '../tree/unit.ts'
import type { Entry } from './entry.ts'
import { unpackUnit } from './packed-unit.ts'
import type { Store, UnitRow } from './store.ts'
import { tagUnit } from './tags.ts'

/** A unit as it is stored, with its entry. */
export interface StoredUnit {
  id: number
  entry: Entry
  unit: Unit
}

/** Units by their ids, in the order of the ids given; those of entries that are not among these are left out. */
export async function readUnits(store: Store, ids: readonly number[], entries: ReadonlyMap<number, Entry>): Promise<StoredUnit[]> {
  if (ids.length === 0) return []
  const units = new Map((await unpackRows(store, await store.units(ids), entries)).map((stored) => [stored.id, stored] as const))
  return ids.flatMap((id) => units.get(id) ?? [])
}

/** Units that are read at once from an entry. */
const pageLength = 1_024

/** All units of an entry, in the order in which they came, in pages. */
export async function* unitsOfEntry(store: Store, entry: Entry): AsyncGenerator<StoredUnit[], void, undefined> {
  const entries = new Map([[entry.id, entry]])
  for (let after = 0; ; ) {
    const rows = await store.unitsAfter(after, pageLength, entry.id)
    if (rows.length > 0) yield await unpackRows(store, rows, entries)
    if (rows.length < pageLength) return
    after = rows.at(-1)?.[0] ?? 0
  }
}

async function unpackRows(store: Store, rows: readonly UnitRow[], entries: ReadonlyMap<number, Entry>): Promise<StoredUnit[]> {
  const packed = rows.flatMap(([id, entry, unit]) => {
    const known = entries.get(entry)
    return known ? [{ id, entry: known, unit }] : []
  })
  const texts = new Map(await store.texts([...new Set(packed.flatMap(({ unit }) => Object.values(unit.versions).map(({ text }) => text)))]))
  return packed.map(({ id, entry, unit }) => ({ id, entry, unit: tagUnit(unpackUnit(unit, entry.granularity, (text) => texts.get(text) ?? ''), entry) }))
}
