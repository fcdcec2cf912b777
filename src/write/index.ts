/**
 * The stage `write`: aligned documents, or trees, to the text of files.
 *
 * It never touches a file: it yields named pieces of text, for a caller to put where they belong.
 */
import type { Format } from './format.ts'
import { jsonl } from './jsonl.ts'
import { text } from './text.ts'
import { tmx } from './tmx.ts'
import type { TreeFormat } from './tree-format.ts'
import { tsv } from './tsv.ts'

export type { Exclusion, ExclusionReason } from './exclusion.ts'
export { defaultSplitMb, defaultWriteOptions } from './format.ts'
export type { Chunk, Format, Granularity, Scope, WriteOptions } from './format.ts'
export { defaultTreeWriteOptions, writeTrees } from './tree-format.ts'
export type { TreeFormat, TreeWriteOptions } from './tree-format.ts'
export { writeUnits } from './write-units.ts'
export type { Documents, WriteListeners } from './write-units.ts'

/** Formats of aligned documents, by the name that `--to` takes. */
export const unitFormats = { tmx, tsv, jsonl } as const satisfies Record<string, Format>

/** Formats of one version, by the name that `--to` takes. */
export const treeFormats = { text } as const satisfies Record<string, TreeFormat>

export type UnitFormatName = keyof typeof unitFormats
export type TreeFormatName = keyof typeof treeFormats
