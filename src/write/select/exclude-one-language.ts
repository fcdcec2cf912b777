import { whole, type ExclusionRule } from './exclusion.ts'

/** Units with text in one language: there is nothing to remember of them. */
export const excludeOneLanguage: ExclusionRule = {
  reason: 'one-language',
  find(unit) {
    const [only, second] = unit.texts.keys()
    return second === undefined ? whole(unit, only === undefined ? 'no text' : `only ${only}`) : undefined
  }
}
