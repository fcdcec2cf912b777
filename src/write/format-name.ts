/** What `--to` takes, for those who need the names and not the writers. */

/** Formats of aligned documents: memories first, then records of the alignment, then what is to be looked at. */
export const unitFormatNames = ['tmx', 'xliff', 'xliff21', 'moses', 'tsv', 'xlsx', 'jsonl', 'ces', 'tei', 'html'] as const
export type UnitFormatName = (typeof unitFormatNames)[number]

/** Formats of one version. */
export const treeFormatNames = ['text', 'markdown', 'akn'] as const
export type TreeFormatName = (typeof treeFormatNames)[number]

export function isUnitFormatName(name: string): name is UnitFormatName {
  return (unitFormatNames as readonly string[]).includes(name)
}
