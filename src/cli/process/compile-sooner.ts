import { setFlagsFromString } from 'node:v8'

/**
 * For a run so long that V8 compiles all that is hot in it: it does so when it first looks at a function, and not when it has looked
 * three times and once more for each 150 bytes of it. Until then a function takes several times as long. For Node 20 alone: see the
 * flags in `src/cli.ts`.
 */
export function compileSooner(): void {
  if (!process.versions.node.startsWith('20.')) return
  for (const flag of ['--ticks-before-optimization=1', '--bytecode-size-allowance-per-tick=100000']) setFlagsFromString(flag)
}
