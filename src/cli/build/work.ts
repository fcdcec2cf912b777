/** `hexapla work --queue URL`: takes the tasks of builds out of a queue. */
import { availableParallelism } from 'node:os'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { withErrors } from './build.ts'
import { poolRunner, threadLimits } from './pool.ts'
import { workOn } from './queue.ts'

/** Options of `hexapla work`. */
export interface WorkCommandOptions extends MessageOptions {
  queue: string
  /** Whether the folder of the output is not seen here: all that is made goes back through Redis. */
  return?: boolean
  jobs?: number
  seconds?: number
  memory?: number
}

/** Works until the process is told to end; a task that is begun is ended first. Exit code. */
export async function runWork({ queue, ...options }: WorkCommandOptions, terminal: Terminal): Promise<number> {
  const { jobs = availableParallelism(), seconds = threadLimits.seconds, memory = threadLimits.megabytes } = options
  return withErrors('work', options, terminal, async () => {
    const runner = poolRunner(jobs, { seconds, megabytes: memory })
    try {
      const { stop } = await workOn(queue, runner, options.return)
      if (!options.json) terminal.stderr(`working with ${jobs} threads; Ctrl-C ends it\n`)
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { resolve() })
      })
      await stop()
    } finally {
      await runner.close()
    }
    return 0
  })
}
