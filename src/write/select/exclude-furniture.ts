import { isJobNumber } from '../../grammar/job-number.ts'
import { isPageNumber, isRule } from '../../grammar/page-wording.ts'
import { whole, type ExclusionRule } from './exclusion.ts'

/** Job numbers, page numbers and rules that got as far as here. */
export const excludeFurniture: ExclusionRule = {
  reason: 'furniture',
  find(unit) {
    const seen = [...unit.texts.values()].find((text) => isJobNumber(text) || isPageNumber(text) || isRule(text))
    return seen === undefined ? undefined : whole(unit, seen)
  }
}
