/** What a thread of `hexapla detect` runs. */
import { detectFile, type DetectOutcome, type DetectTask } from './detect-file.ts'

// Called by the pool, which takes what the module gives as a default, or by this name.
export function work(task: DetectTask): Promise<DetectOutcome> {
  return detectFile(task)
}
