/** Ids of units: unique in a document. */
import type { Unit } from '../tree/unit.ts'

/** Two units of one address in different versions, both alone, would share an id: the later one gets a mark. */
export function withUniqueIds(units: readonly Unit[]): Unit[] {
  const taken = new Set<string>()
  return units.map((unit) => {
    let id = unit.id
    for (let copy = 2; taken.has(id); copy++) id = `${unit.id}~${copy}`
    taken.add(id)
    return id === unit.id ? unit : { ...unit, id }
  })
}
