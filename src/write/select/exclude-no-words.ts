import { whole, type ExclusionRule } from './exclusion.ts'

/** Figures, dashes and signs alone, as the cells of tables hold them: a translator has nothing to look up there. */
export const excludeNoWords: ExclusionRule = {
  reason: 'no-words',
  find(unit) {
    const [first = ''] = unit.texts.values()
    return [...unit.texts.values()].some((text) => /\p{L}/u.test(text)) ? undefined : whole(unit, first)
  }
}
