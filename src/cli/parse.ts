import { traceOf } from '../clean/index.ts'
import { inspect } from '../tree/inspect.ts'
import type { LoadOptions } from './load-file.ts'
import { printVersions } from './print-versions.ts'
import type { MessageOptions, Terminal } from './terminal.ts'

/** Options of `hexapla parse`. */
export interface ParseCommandOptions extends LoadOptions, MessageOptions {
  to?: 'json' | 'outline'
  /** What each pass changed, in place of the tree. */
  trace?: boolean
}

/** `hexapla parse FILE…`: the tree, as an outline or as JSON (one tree a line). Exit code. */
export function runParse(paths: readonly string[], options: ParseCommandOptions, terminal: Terminal): Promise<number> {
  if (options.trace !== true) return printVersions(paths, options, terminal, ({ root }) => [`${options.to === 'json' ? JSON.stringify(root) : inspect(root)}\n`])
  const told: string[] = []
  return printVersions(paths, { ...options, observe: traceOf((text) => told.push(text)) }, terminal, () => told.splice(0))
}
