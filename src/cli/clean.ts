import { VFile } from 'vfile'
import { reportTo } from '../message/report.ts'
import { treeFormats, type TreeFormatName } from '../write/index.ts'
import { loadVersion, type LoadOptions } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'

/** Options of `hexapla clean`. */
export interface CleanCommandOptions extends LoadOptions, MessageOptions {
  to: TreeFormatName
}

/** `hexapla clean FILE…`: the repaired text, a block a line. Exit code. */
export async function runClean(paths: readonly string[], options: CleanCommandOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((path) => new VFile({ path }))
  let failed = false
  for (const file of files) {
    const version = await loadVersion(file, options, terminal)
    if (!version) failed = true
    else
      for (const text of treeFormats[options.to].write(version.root, { name: '', numbering: 'keep' }, reportTo(file))) await terminal.stdout(text)
  }
  showMessages(files, terminal, options)
  return failed ? 1 : 0
}
