import { whole, type ExclusionRule } from './exclusion.ts'

/** Units with text in one language: there is nothing to remember of them. What came out of a memory goes back into one. */
export const excludeOneLanguage: ExclusionRule = {
  reason: 'one-language',
  find(unit) {
    const [only, second] = unit.texts.keys()
    return second === undefined && unit.unit.memory === undefined ? whole(unit, only === undefined ? 'no text' : `only ${only}`) : undefined
  }
}
