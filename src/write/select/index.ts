/** What may be written of the units of a document: one step before all writers. Nothing that stays out does so in silence. */
export { countExclusions, exclusionHeader, exclusionRow } from './exclusion-report.ts'
export { defaultSelectOptions, type Exclusion, type ExclusionReason, type ExclusionRule, type Finding, type SelectOptions, type VersionTexts } from './exclusion.ts'
export { exclusionRules } from './select-unit.ts'
export { Selection, targetName, type SelectedUnit, type SelectionTarget } from './selection.ts'
