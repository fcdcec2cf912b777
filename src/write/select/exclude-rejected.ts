import { whole, type ExclusionRule } from './exclusion.ts'

/** Units that a person has found wrong. */
export const excludeRejected: ExclusionRule = {
  reason: 'rejected',
  find: (unit) => (unit.unit.status === 'rejected' ? whole(unit, 'rejected in review') : undefined)
}
