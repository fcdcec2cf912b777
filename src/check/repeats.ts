/** Units that say again what an earlier one said, and sources that have other targets elsewhere. */
import type { LanguageTag } from '../language/tag.ts'
import type { Fault } from './fault.ts'

/** Texts in one language alone tell nothing; nor do the shortest, which have many targets by right. */
const leastLetters = 12

/** The faults of units among each other; `texts` are those of each unit, the source first. */
export function checkRepeats(texts: ReadonlyArray<ReadonlyMap<LanguageTag, string>>): Fault[] {
  const faults: Fault[] = []
  const seen = new Map<string, number>()
  const targets = new Map<string, Map<string, number>>()
  for (const [unit, each] of texts.entries()) {
    const [first, ...others] = each
    if (first === undefined || others.length === 0) continue
    const key = JSON.stringify([...each])
    const earlier = seen.get(key)
    if (earlier !== undefined) {
      faults.push({ kind: 'duplicate', unit, languages: [...each.keys()], sure: 1, evidence: `as unit ${earlier + 1}`, certain: true })
      continue
    }
    seen.set(key, unit)
    const [source, text] = first
    if (text.length < leastLetters) continue
    for (const [target, other] of others) {
      const known = targets.get(`${source} ${target} ${text}`) ?? new Map<string, number>()
      targets.set(`${source} ${target} ${text}`, known)
      const [before] = known
      if (before && !known.has(other)) {
        faults.push({ kind: 'conflict', unit, languages: [target], sure: 1, evidence: `unit ${before[1] + 1} has ${before[0].slice(0, 80)}` })
      }
      if (!known.has(other)) known.set(other, unit)
    }
  }
  return faults
}
