import { describe, expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { alignDocuments } from '../src/align/index.ts'
import type { LanguageCode } from '../src/language/code.ts'
import type { Unit } from '../src/tree/unit.ts'
import { type UnitRow, versionOf } from './align-versions.ts'

/** Numbered blocks of one made sentence each. */
const rows = madeSentences(1200, 9).map((one, index): UnitRow => ({
  address: String(index + 1),
  sentences: Object.fromEntries(Object.entries(one).map(([code, text]) => [code, [text]]))
}))

function unitsOf(languages: readonly LanguageCode[], some: readonly UnitRow[]): Unit[] {
  return alignDocuments(Object.fromEntries(languages.map((code) => [code, versionOf(some, code)]))).units
}

const isWhole = (unit: Unit, languages: readonly LanguageCode[]): boolean =>
  languages.every((code) => unit.versions[code]?.addresses.join() === `${unit.address}#1`)

describe('a document of 1,200 blocks', () => {
  const pairs: ReadonlyArray<readonly [LanguageCode, LanguageCode]> = [['en', 'fr'], ['ar', 'zh'], ['es', 'ru']]
  it.each(pairs)('%s-%s comes out whole', (...pair) => {
    const units = unitsOf(pair, rows)
    expect(units.filter((unit) => isWhole(unit, pair)).length).toBeGreaterThanOrEqual(1195)
  })
})
