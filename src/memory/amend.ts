/** Ties corrigenda to the units that they amend, whichever of the two came first. */
import { correctedPlaces } from '../grammar/corrected-place.ts'
import { readSymbol } from '../grammar/symbol.ts'
import { joinSegments } from '../tree/segments.ts'
import type { Unit } from '../tree/unit.ts'
import { rowsOf, type Database } from './database.ts'
import { editDistance, scoreOf } from './distance.ts'
import type { Entry } from './entry.ts'
import { unitsOfEntry, type StoredUnit } from './stored-unit.ts'
import { readWords } from './words.ts'

/** The address of a numbered paragraph or item: what a corrigendum and its document can share. */
const numbered = /^(?:annex\d+\/)?\d+(?:\/\d+)*$/

/** From here on a text with the number of another is that one, corrected; below it the corrigendum counts its own items. */
const restated = 0.5

/** Stores which units a corrigendum amends, for an entry that is one or has one. Inside of a transaction. */
export function amendUnits(database: Database, entry: Entry, related: (document: string) => readonly Entry[]): void {
  const { symbol } = entry.record
  if (symbol === undefined) return
  const { key, corrigendum } = readSymbol(symbol)
  if (corrigendum === undefined) {
    for (const other of correcting(database, key)) for (const corrector of related(other)) tie(database, corrector, entry)
  } else for (const corrected of related(key.replace(/\/Corr\.\d{1,4}$/, ''))) tie(database, entry, corrected)
}

/** Keys of the corrigenda of a document that the memory has. */
function correcting(database: Database, key: string): string[] {
  const rows = rowsOf<{ document: string }>(database.prepare('SELECT DISTINCT document FROM entries WHERE document >= ? AND document < ?'), `${key}/Corr.`, `${key}/Corr/`)
  return rows.map(({ document }) => document)
}

function tie(database: Database, corrigendum: Entry, corrected: Entry): void {
  if (corrigendum.granularity !== corrected.granularity) return
  const insert = database.prepare('INSERT OR REPLACE INTO amendments VALUES (?, ?, ?)')
  const restating = new Map<string, Unit[]>()
  const named = new Set<string>()
  for (const page of unitsOfEntry(database, corrigendum)) {
    for (const { unit } of page) {
      restating.set(unit.address, [...(restating.get(unit.address) ?? []), unit])
      for (const [language, { segments }] of Object.entries(unit.versions)) for (const place of correctedPlaces(segments.join(' '), language)) named.add(place)
    }
  }
  for (const page of unitsOfEntry(database, corrected)) {
    for (const stored of page) {
      const isWhole = numbered.test(stored.unit.address) && (restating.get(stored.unit.address) ?? []).some((unit) => isCorrected(stored, unit))
      if (isWhole || isNamed(stored.unit.address, named)) insert.run(corrigendum.id, stored.id, isWhole ? 1 : 0)
    }
  }
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
