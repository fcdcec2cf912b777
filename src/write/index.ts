/**
 * The stage `write`: aligned documents, or trees, to the text of files.
 *
 * It never touches a file: it yields named pieces of text, for a caller to put where they belong.
 */
export { defaultSplitMb, defaultWriteOptions } from './format.ts'
export type { Chunk, Format, Granularity, Scope, WriteOptions } from './format.ts'
export { treeFormats, unitFormats } from './formats.ts'
export type { TreeFormatName, UnitFormatName } from './format-name.ts'
export { countExclusions, exclusionHeader, exclusionRow } from './select/exclusion-report.ts'
export { defaultSelectOptions } from './select/exclusion.ts'
export type { Exclusion, ExclusionReason, ExclusionRule, SelectOptions } from './select/exclusion.ts'
export { exclusionRules, selectUnits } from './select/index.ts'
export { defaultTreeWriteOptions, writeTrees } from './tree-format.ts'
export type { TreeFormat, TreeWriteOptions } from './tree-format.ts'
export { writeFormat } from './write-format.ts'
export { writeUnits } from './write-units.ts'
export type { Documents, WriteListeners } from './write-units.ts'
