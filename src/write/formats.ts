/** The registries: what `--to` takes. */
import { akomaNtoso } from './akoma-ntoso.ts'
import { cesAlign } from './ces-align.ts'
import type { Format } from './format.ts'
import type { TreeFormatName, UnitFormatName } from './format-name.ts'
import { html } from './html.ts'
import { jsonl } from './jsonl.ts'
import { markdown } from './markdown.ts'
import { moses } from './moses.ts'
import { tei } from './tei.ts'
import { text } from './text.ts'
import { tmx } from './tmx.ts'
import type { TreeFormat } from './tree-format.ts'
import { tsv } from './tsv.ts'
import { xlsx } from './xlsx.ts'
import { xliff12, xliff21 } from './xliff.ts'

/** Formats of aligned documents: memories first, then records of the alignment, then what is to be looked at. */
export const unitFormats = {
  tmx,
  xliff: xliff12,
  xliff21,
  moses,
  tsv,
  xlsx,
  jsonl,
  ces: cesAlign,
  tei,
  html
} as const satisfies Record<UnitFormatName, Format>

/** Formats of one version. */
export const treeFormats = { text, markdown, akn: akomaNtoso } as const satisfies Record<TreeFormatName, TreeFormat>
