import { reportTo } from '../message/report.ts'
import { treeFormats, type TreeFormatName } from '../write/index.ts'
import type { LoadOptions } from './load-file.ts'
import { printVersions } from './print-versions.ts'
import type { MessageOptions, Terminal } from './terminal.ts'

/** Options of `hexapla clean`. */
export interface CleanCommandOptions extends LoadOptions, MessageOptions {
  to: TreeFormatName
}

/** `hexapla clean FILE…`: the repaired text, a block a line. Exit code. */
export function runClean(paths: readonly string[], options: CleanCommandOptions, terminal: Terminal): Promise<number> {
  const format = treeFormats[options.to]
  return printVersions(paths, options, terminal, ({ root, file }) => format.write(root, { name: '', numbering: 'keep' }, reportTo(file)))
}
