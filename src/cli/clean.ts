import { VFile } from 'vfile'
import { treeFormats } from '../write/index.ts'
import { loadVersion, type LoadOptions } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'
import { reportTo } from '../message/report.ts'

/** `hexapla clean FILE…`: the repaired text, a block a line. Exit code. */
export async function runClean(paths: readonly string[], options: LoadOptions & MessageOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((path) => new VFile({ path }))
  let failed = false
  for (const file of files) {
    const version = await loadVersion(file, options, terminal)
    if (!version) failed = true
    else
      for (const text of treeFormats.text.write(version.root, { name: '', numbering: 'keep' }, reportTo(file))) await terminal.stdout(text)
  }
  showMessages(files, terminal, options)
  return failed ? 1 : 0
}
