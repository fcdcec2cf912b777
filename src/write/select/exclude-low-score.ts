import { whole, type ExclusionRule } from './exclusion.ts'

/** Units that the aligner was not sure enough of. What a person has corrected is sure. */
export const excludeLowScore: ExclusionRule = {
  reason: 'score-low',
  find(unit, { minScore }) {
    const { score, status } = unit.unit
    return status !== 'corrected' && score !== undefined && score < minScore ? whole(unit, `score ${score}, expected ${minScore} or more`) : undefined
  }
}
