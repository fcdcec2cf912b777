/** What is bundled into one file: the command, and what its threads run. Each part is made ready when it is asked for. */
import type { Looked, Question } from '../look-up/looker.ts'
import type { AlignTask, DocumentAligner } from '../review/index.ts'
import type { Task, TaskOutcome } from './build/task.ts'
import type { DetectOutcome, DetectTask } from './detect/detect-file.ts'

export { runCommand } from './program.ts'
export { processTerminal } from './screen/terminal.ts'

// Pools of threads call these by their names.

export async function doTask(task: Task): Promise<TaskOutcome> {
  return (await import('./build/run-task.ts')).runTask(task)
}

export async function detectTask(task: DetectTask): Promise<DetectOutcome> {
  return (await import('./detect/detect-file.ts')).detectFile(task)
}

export async function alignTask(task: AlignTask): Promise<ReturnType<DocumentAligner['run']>> {
  return (await import('./align/align-worker.ts')).alignTask(task)
}

export async function answer(asked: { memory: string; question: Question }): Promise<Looked> {
  return (await import('../look-up/look-up-worker.ts')).answer(asked)
}
