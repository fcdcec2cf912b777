import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { isSource } from './is-source.ts'

/** Bundled, all of the command is this file. */
const commandFile = fileURLToPath(isSource ? new URL('../command.ts', import.meta.url) : import.meta.url)

/** Threads that run a function of the command, by its name; `megabytes` is the most memory that each may take. */
export function threadPool(name: 'doTask' | 'detectTask' | 'alignTask', threads: number, megabytes?: number): Piscina {
  return new Piscina({
    filename: commandFile,
    name,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Infinity,
    // Threads that wait on shared memory gain nothing for tasks of some milliseconds.
    atomics: 'disabled',
    ...(megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
    ...(isSource ? { execArgv: ['--import', 'tsx'] } : {})
  })
}
