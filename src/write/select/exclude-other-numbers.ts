import type { LanguageTag } from '../../language/tag.ts'
import { figuresDisagree, figuresOf, missingFigures, valuesOf, type Figure } from '../figures.ts'
import type { ExclusionRule } from './exclusion.ts'

/**
 * Versions whose numbers clearly disagree with the others'. The version that disagrees with most others goes first, so
 * that a wrong one does not take five right ones with it; of two versions both go.
 */
export const excludeOtherNumbers: ExclusionRule = {
  reason: 'numbers-differ',
  find({ texts }) {
    const figures = new Map([...texts].map(([code, text]) => [code, figuresOf(text)] as const))
    const all = disagreements(figures)
    if (all.length === 0) return undefined
    const left = new Map(figures)
    const out: LanguageTag[] = []
    for (let pairs = all; pairs.length > 0; pairs = disagreements(left)) {
      const counts = [...left.keys()].map((code) => ({ code, count: pairs.filter((pair) => pair.includes(code)).length }))
      const most = Math.max(...counts.map(({ count }) => count))
      for (const { code, count } of counts) {
        if (count < most) continue
        left.delete(code)
        out.push(code)
      }
    }
    return { languages: [...texts.keys()].filter((code) => out.includes(code)), evidence: describe(all, texts, figures) }
  }
}

type Pair = readonly [LanguageTag, LanguageTag]

function disagreements(figures: ReadonlyMap<LanguageTag, Figure[]>): Pair[] {
  const entries = [...figures]
  return entries.flatMap(([code, ours], index) =>
    entries.slice(index + 1).flatMap(([other, theirs]): Pair[] => (figuresDisagree(ours, theirs) ? [[code, other]] : []))
  )
}

/** `en 1504, fr 1540`. */
function describe(
  pairs: readonly Pair[],
  texts: ReadonlyMap<LanguageTag, string>,
  figures: ReadonlyMap<LanguageTag, Figure[]>
): string {
  const seen = new Set<string>()
  for (const [a, b] of pairs) {
    for (const [code, other] of [[a, b], [b, a]] as const) {
      for (const { start, end } of missingFigures(figures.get(code) ?? [], valuesOf(figures.get(other) ?? []))) {
        seen.add(`${code} ${texts.get(code)?.slice(start, end) ?? ''}`)
      }
    }
  }
  return [...seen].join(', ')
}
