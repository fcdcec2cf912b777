/**
 * The stage `write`: aligned documents, or trees, to the text of files.
 *
 * It never touches a file: it yields named pieces of text, for a caller to put where they belong.
 */
import { akomaNtoso } from './akoma-ntoso.ts'
import { cesAlign } from './ces-align.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { jsonl } from './jsonl.ts'
import { markdown } from './markdown.ts'
import { moses } from './moses.ts'
import { tei } from './tei.ts'
import { text } from './text.ts'
import { tmx } from './tmx.ts'
import type { TreeFormat } from './tree-format.ts'
import { tsv } from './tsv.ts'
import { xliff12, xliff21 } from './xliff.ts'

export { exclusionRules, selectUnits } from './select/index.ts'
export { defaultSelectOptions } from './select/exclusion.ts'
export type { Exclusion, ExclusionReason, ExclusionRule, SelectOptions } from './select/exclusion.ts'
export { defaultSplitMb, defaultWriteOptions } from './format.ts'
export type { Chunk, Format, Granularity, Scope, WriteOptions } from './format.ts'
export { defaultTreeWriteOptions, writeTrees } from './tree-format.ts'
export type { TreeFormat, TreeWriteOptions } from './tree-format.ts'
export { writeUnits } from './write-units.ts'
export type { Documents, WriteListeners } from './write-units.ts'

/** Formats of aligned documents, by the name that `--to` takes. */
export const unitFormats = { tmx, xliff: xliff12, xliff21, tsv, jsonl, moses, ces: cesAlign, tei, html } as const satisfies Record<string, Format>

/** Formats of one version, by the name that `--to` takes. */
export const treeFormats = { text, markdown, akn: akomaNtoso } as const satisfies Record<string, TreeFormat>

export type UnitFormatName = keyof typeof unitFormats
export type TreeFormatName = keyof typeof treeFormats
