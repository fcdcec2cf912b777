/** Scores of units over six versions whose rows are joined and dropped, each version on its own. */
import { expect, it } from 'vitest'
import { madeSentences } from '../evaluation/align/made-sentences.ts'
import { Closure, makeDocument, type SegmentName, treeOf } from '../evaluation/align/made-text.ts'
import { alignDocuments } from '../src/align/index.ts'
import { languageCodes } from '../src/language/code.ts'
import type { Unit } from '../src/tree/unit.ts'

const document = makeDocument(madeSentences(120, 31), 5)
const gold = new Closure()
for (const holder of document.holders) gold.join(languageCodes.flatMap((code): SegmentName[] => (holder[code] < 0 ? [] : [`${code}:${holder[code]}`])))
const sizes = new Map<SegmentName, number>()
for (const code of languageCodes) {
  for (const index of document.versions[code].keys()) {
    const root = gold.root(`${code}:${index}`)
    sizes.set(root, (sizes.get(root) ?? 0) + 1)
  }
}

/** Whether a unit holds all that says the same, and nothing else. */
function isRight(unit: Unit): boolean {
  const names = languageCodes.flatMap((code) => (unit.versions[code]?.addresses ?? []).map((address): SegmentName => `${code}:${Number(address)}`))
  const roots = new Set(names.map((name) => gold.root(name)))
  return roots.size === 1 && [...roots].every((root) => sizes.get(root) === names.length)
}

it('is as sure of what a version lacks as of what it has', () => {
  const { units } = alignDocuments(Object.fromEntries(languageCodes.map((code) => [code, treeOf(document.versions[code], code)])), { force: true })
  const sure = units.filter(({ score = 0 }) => score >= 0.9)
  const wrong = sure.filter((unit) => !isRight(unit))
  const lacking = sure.filter(({ versions }) => Object.keys(versions).length < languageCodes.length)
  expect(sure.length).toBeGreaterThan(units.length / 2)
  expect(lacking.length).toBeGreaterThan(5)
  // A dozen and more were wrong where only the versions that are there were asked.
  expect(wrong.length / sure.length).toBeLessThan(0.05)
  // A unit that some pair of versions speaks against is in doubt, not out of the question.
  for (const { score } of units) if (score !== undefined) expect(score).toBeGreaterThan(0.05)
})
