/** Tags of units: kept apart from them, so that a unit stays the one that it was whatever is said of it. */
import { byCodeUnits } from '../language/code-unit-order.ts'
import { unitStatuses, usualStatus } from '../tree/status.ts'
import type { Unit } from '../tree/unit.ts'
import { isStatusTag, type UnitTag } from '../tree/unit-tag.ts'
import type { Entry } from './entry.ts'
import { transaction, type Store, type TagRow } from './store.ts'

/** A unit with its tags, those of its document among them; a status that was decided is its status, its own before that of the document. */
export function tagUnit<Tagged extends Pick<Unit, 'id' | 'status' | 'tags'>>(unit: Tagged, { tags }: Pick<Entry, 'tags'>): Tagged {
  if (tags.size === 0) return unit
  const own = tags.get(unit.id) ?? []
  const isDecided = own.some(isStatusTag)
  const names = new Set(own.map(({ tag }) => tag))
  const ofAll = (tags.get('') ?? []).filter((each) => !names.has(each.tag) && !(isDecided && isStatusTag(each)))
  const all = [...own, ...ofAll].sort((a, b) => byCodeUnits(a.tag, b.tag))
  const status = all.find(isStatusTag)?.tag
  return all.length === 0 ? unit : { ...unit, ...(status === undefined ? {} : { status }), tags: all }
}

/** A unit without its tags, and those: a status that somebody has changed since it was decided is no longer a decision. */
export function untagUnit(given: Unit): { unit: Unit; tags: readonly UnitTag[] } {
  if (given.tags === undefined) return { unit: given, tags: [] }
  const { tags, ...unit } = given
  const status = tags.find(isStatusTag)
  if (status === undefined) return { unit, tags }
  if (status.tag !== (unit.status ?? usualStatus)) return { unit, tags: tags.filter((each) => !isStatusTag(each)) }
  const { status: decided, ...rest } = unit
  return { unit: decided === undefined ? unit : rest, tags }
}

export function tagRow(entry: number, unit: string, { tag, by, reason }: UnitTag): TagRow {
  return { entry, unit, tag, author: by ?? null, reason: reason ?? null }
}

/** Sets tags on entries as wholes, or on those of their units that have these ids. Returns the ids that were found; the empty one is all units. */
export async function putTags(store: Store, entries: readonly Entry[], tags: readonly UnitTag[], units?: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  const statuses = tags.some(isStatusTag) ? unitStatuses.map(({ name }) => name) : []
  await transaction(store, async () => {
    for (const { id } of entries) {
      const targets = units === undefined ? [''] : await store.unitIds(id, units)
      if (targets.length === 0) continue
      // Of decisions on the status the last one holds.
      if (statuses.length > 0) await store.deleteTags({ entries: [id], units: targets, tags: statuses })
      await store.putTags(targets.flatMap((unit) => tags.map((tag) => tagRow(id, unit, tag))))
      for (const unit of targets) found.add(unit)
    }
  })
  return found
}
