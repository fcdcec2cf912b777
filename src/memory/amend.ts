/** Ties corrigenda to the units that they amend, whichever of the two came first. */
import { correctedPlaces } from '../grammar/corrected-place.ts'
import { readSymbol } from '../grammar/symbol.ts'
import { joinSegments } from '../tree/segments.ts'
import type { Unit } from '../tree/unit.ts'
import { editDistance, scoreOf } from './distance.ts'
import type { Entry } from './entry.ts'
import type { Store } from './store.ts'
import { unitsOfEntry, type StoredUnit } from './stored-unit.ts'
import { readWords } from './words.ts'

/** The address of a numbered paragraph or item: what a corrigendum and its document can share. */
const numbered = /^(?:annex\d+\/)?\d+(?:\/\d+)*$/

/** From here on a text with the number of another is that one, corrected; below it the corrigendum counts its own items. */
const restated = 0.5

/** Stores which units a corrigendum amends, for an entry that is one or has one. Inside of a transaction. */
export async function amendUnits(store: Store, entry: Entry, related: (document: string) => Promise<readonly Entry[]>): Promise<void> {
  const { symbol } = entry.record
  if (symbol === undefined) return
  const { key, corrigendum } = readSymbol(symbol)
  if (corrigendum === undefined) {
    const corrigenda = await store.documentsBetween(`${key}/Corr.`, `${key}/Corr/`)
    for (const other of corrigenda) for (const corrector of await related(other)) await tie(store, corrector, entry)
  } else for (const corrected of await related(key.replace(/\/Corr\.\d{1,4}$/, ''))) await tie(store, entry, corrected)
}

async function tie(store: Store, corrigendum: Entry, corrected: Entry): Promise<void> {
  if (corrigendum.granularity !== corrected.granularity) return
  const restating = new Map<string, Unit[]>()
  const named = new Set<string>()
  for await (const page of unitsOfEntry(store, corrigendum)) {
    for (const { unit } of page) {
      restating.set(unit.address, [...(restating.get(unit.address) ?? []), unit])
      for (const [language, { segments }] of Object.entries(unit.versions)) for (const place of correctedPlaces(segments.join(' '), language)) named.add(place)
    }
  }
  const amended: Array<[entry: number, unit: number, whole: number]> = []
  for await (const page of unitsOfEntry(store, corrected)) {
    for (const stored of page) {
      const isWhole = numbered.test(stored.unit.address) && (restating.get(stored.unit.address) ?? []).some((unit) => isCorrected(stored, unit))
      if (isWhole || isNamed(stored.unit.address, named)) amended.push([corrigendum.id, stored.id, isWhole ? 1 : 0])
    }
  }
  if (amended.length > 0) await store.putAmendments(amended)
}

function isNamed(address: string, named: ReadonlySet<string>): boolean {
  return named.has(address) || [...named].some((place) => address.startsWith(`${place}/`))
}

/** Whether a unit of a corrigendum is one of its document with some words changed, in a language that both have. */
function isCorrected({ unit }: StoredUnit, by: Unit): boolean {
  return Object.entries(unit.versions).some(([language, { segments }]) => {
    const other = by.versions[language]
    if (!other) return false
    const [before, after] = [readWords(joinSegments(segments, language), language), readWords(joinSegments(other.segments, language), language)]
    const distance = editDistance(before, after, (1 - restated) * Math.max(before.length, after.length))
    return distance !== Infinity && scoreOf(distance, before, after) >= restated
  })
}
