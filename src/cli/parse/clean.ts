import { reportTo } from '../../message/report.ts'
import { treeFormats, type TreeFormatName } from '../../write/index.ts'
import { printVersions, type PrintOptions } from './print-versions.ts'
import type { Terminal } from '../screen/terminal.ts'

/** Options of `hexapla clean`. */
export interface CleanCommandOptions extends PrintOptions {
  to: TreeFormatName
}

/** `hexapla clean FILE…`: the repaired text, a block a line. Exit code. */
export function runClean(paths: readonly string[], options: CleanCommandOptions, terminal: Terminal): Promise<number> {
  const format = treeFormats[options.to]
  return printVersions(paths, options, terminal, {
    say: ({ root, file }) => format.write(root, { name: '', numbering: 'keep' }, reportTo(file)),
    ending: options.to === 'text' ? 'clean.txt' : format.extension,
    titled: true,
    sentences: format.sentences
  })
}
