/** What a thread of a build runs: it is loaded once, and does one task after the other. */
import { runTask } from './run-task.ts'
import type { Task, TaskOutcome } from './task.ts'

// Called by the pool, which takes what the module gives as a default, or by this name.
export function work(task: Task): Promise<TaskOutcome> {
  return runTask(task)
}
