import { traceOf } from '../../clean/index.ts'
import { inspectLines } from '../../tree/inspect.ts'
import { printVersions, type PrintOptions } from './print-versions.ts'
import type { Terminal } from '../screen/terminal.ts'

/** Options of `hexapla parse`. */
export interface ParseCommandOptions extends PrintOptions {
  to?: 'json' | 'outline'
  /** What each pass changed, in place of the tree. */
  trace?: boolean
}

/** `hexapla parse FILE…`: the tree, as an outline or as JSON (one tree a line). Exit code. */
export function runParse(paths: readonly string[], options: ParseCommandOptions, terminal: Terminal): Promise<number> {
  const told: string[] = []
  if (options.trace === true) {
    const observed = { ...options, observe: traceOf((text) => told.push(text)) }
    return printVersions(paths, observed, terminal, { say: () => told.splice(0), ending: 'trace.txt', titled: true, sentences: true })
  }
  if (options.to === 'json') return printVersions(paths, options, terminal, { say: ({ root }) => [`${JSON.stringify(root)}\n`], ending: 'json', titled: false, sentences: true })
  return printVersions(paths, options, terminal, { say: ({ root }) => withLineEnds(inspectLines(root)), ending: 'outline.txt', titled: true, sentences: true })
}

function* withLineEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`
}
