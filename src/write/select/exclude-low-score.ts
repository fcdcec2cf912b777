import { isReviewed } from '../../tree/status.ts'
import { whole, type ExclusionRule } from './exclusion.ts'

/** Units that the aligner was not sure enough of. What a person has reviewed is sure. */
export const excludeLowScore: ExclusionRule = {
  reason: 'score-low',
  find(unit, { minScore }) {
    const { score, status } = unit.unit
    return !isReviewed(status) && score !== undefined && score < minScore ? whole(unit, `score ${score}, expected ${minScore} or more`) : undefined
  }
}
