import { VFile } from 'vfile'
import { inspect } from '../tree/inspect.ts'
import { loadVersion, type LoadOptions } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'

/** Options of `hexapla parse`. */
export interface ParseCommandOptions extends LoadOptions, MessageOptions {
  to: 'json' | 'outline'
}

/** `hexapla parse FILE…`: the tree, as an outline or as JSON (one tree a line). Exit code. */
export async function runParse(paths: readonly string[], options: ParseCommandOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((path) => new VFile({ path }))
  let failed = false
  for (const file of files) {
    const version = await loadVersion(file, options, terminal)
    if (!version) failed = true
    else if (options.to === 'json') await terminal.stdout(`${JSON.stringify(version.root)}\n`)
    else await terminal.stdout(`${inspect(version.root)}\n`)
  }
  showMessages(files, terminal, options)
  return failed ? 1 : 0
}
