import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { isSource } from './is-source.ts'

/** Threads that all run one file; `megabytes` is the most memory that each may take. */
export function threadPool(file: URL, name: string, threads: number, megabytes?: number): Piscina {
  return new Piscina({
    filename: fileURLToPath(file),
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
