/**
 * The stage `write`: aligned documents, or trees, to the text of files.
 *
 * It never touches a file: it yields named pieces of text, for a caller to put where they belong.
 */
export { textSums } from './text-sums.ts'
export { doubtfulScore, doubtOf, type Doubt, type Doubted } from './doubt.ts'
export { defaultSplitMb, defaultWriteOptions } from './format.ts'
export type { DifferingFigure } from './differing-figures.ts'
export type { Figure } from './figures.ts'
export type { Chunk, FileContext, Format, FormatKind, FormatOption, Granularity, Packer, Scope, Serializer, WriteOptions } from './format.ts'
export { treeFormats, unitFormats } from './formats.ts'
export type { TreeFormatName, UnitFormatName } from './format-name.ts'
export { lookStyle } from './look-style.ts'
export { countExclusions, defaultSelectOptions, exclusionHeader, exclusionRow, exclusionRules } from './select/index.ts'
export type { Exclusion, ExclusionReason, ExclusionRule, Finding, SelectOptions, VersionTexts } from './select/index.ts'
export { indexPage, type IndexEntry } from './index-page.ts'
export { defaultTreeWriteOptions, writeTrees } from './tree-format.ts'
export type { TreeFormat, TreeWriteOptions } from './tree-format.ts'
export { FormatsWriting, writeFormats } from './write-formats.ts'
export type { SelectListeners, WriteFormatsOptions } from './write-formats.ts'
export { writeUnits } from './write-units.ts'
export type { Documents, WriteListeners } from './write-units.ts'
