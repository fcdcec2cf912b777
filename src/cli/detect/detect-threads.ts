import { inOrder } from '../build/in-order.ts'
import { detectFile, type DetectOutcome, type DetectTask } from './detect-file.ts'
import { threadPool } from '../process/thread-pool.ts'

/** Looks at files in threads, and gives what comes of them in their order. */
export async function* detectInThreads(tasks: readonly DetectTask[], threads: number): AsyncGenerator<[DetectTask, DetectOutcome]> {
  const pool = threadPool('detectTask', threads)
  try {
    // A task waits for each thread, so that none waits for a task.
    yield* inOrder(tasks, 2 * threads, async (task) => {
      try {
        return (await pool.run(task)) as DetectOutcome
      } catch {
        // The thread has died of it: what comes of it is what comes of it with one job.
        return detectFile(task)
      }
    })
  } finally {
    await pool.destroy()
  }
}
