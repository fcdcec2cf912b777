import { inspect } from '../tree/inspect.ts'
import type { LoadOptions } from './load-file.ts'
import { printVersions } from './print-versions.ts'
import type { MessageOptions, Terminal } from './terminal.ts'

/** Options of `hexapla parse`. */
export interface ParseCommandOptions extends LoadOptions, MessageOptions {
  to: 'json' | 'outline'
}

/** `hexapla parse FILE…`: the tree, as an outline or as JSON (one tree a line). Exit code. */
export function runParse(paths: readonly string[], options: ParseCommandOptions, terminal: Terminal): Promise<number> {
  return printVersions(paths, options, terminal, ({ root }) => [`${options.to === 'json' ? JSON.stringify(root) : inspect(root)}\n`])
}
