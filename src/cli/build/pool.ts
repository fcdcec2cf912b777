import type { Piscina } from 'piscina'
import { saidOf } from '../../collection/said.ts'
import { HexaplaError } from '../../message/report.ts'
import { threadPool } from '../process/thread-pool.ts'
import { runTask } from './run-task.ts'
import { titleOf, type Runner, type Task, type TaskOutcome } from './task.ts'

/** What one task may ask of a thread. */
export interface ThreadLimits {
  seconds: number
  megabytes: number
}

export const threadLimits: Readonly<ThreadLimits> = { seconds: 600, megabytes: 1000 }

/** Does tasks in this thread. */
export function inlineRunner(): Runner {
  return { slots: 1, run: runTask, close: () => Promise.resolve() }
}

/** Does tasks in threads; one that dies, or asks for too much, fails its task and is replaced. */
export function poolRunner(threads: number, limits: Readonly<ThreadLimits> = threadLimits): Runner {
  const pool = threadPool('doTask', threads, limits.megabytes)
  let isClosed = false
  // A thread that dies before it has a task is told to nobody else, and the next one would die, too.
  const dead = new AbortController()
  pool.on('error', (error) => {
    dead.abort(error)
  })
  return {
    slots: threads,
    run: async (task) => {
      const outcome = await inTime(pool, task, limits, dead.signal)
      // A thread that was ended with all others has not died of its task.
      return isClosed && 'broken' in outcome ? { stop: outcome.broken } : outcome
    },
    close: () => {
      isClosed = true
      return pool.destroy()
    }
  }
}

/** Time counts from when the task is given: no more are given than there are threads. */
async function inTime(pool: Piscina, task: Task, { seconds, megabytes }: Readonly<ThreadLimits>, dead: AbortSignal): Promise<TaskOutcome> {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    abort.abort()
  }, seconds * 1000)
  try {
    return (await pool.run(task, { signal: AbortSignal.any([abort.signal, dead]) })) as TaskOutcome
  } catch (error) {
    const what = titleOf(task)
    if (dead.aborted) return { stop: saidOf(new HexaplaError('build:thread-died', { what, error: String(dead.reason), megabytes })) }
    if (abort.signal.aborted) return { broken: saidOf(new HexaplaError('build:task-too-long', { what, seconds })) }
    return { broken: saidOf(new HexaplaError('build:thread-died', { what, error: error instanceof Error ? error.message : String(error), megabytes })) }
  } finally {
    clearTimeout(timer)
  }
}
