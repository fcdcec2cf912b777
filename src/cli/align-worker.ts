/** The thread of a review that aligns, so that no key waits for it. */
import { DocumentAligner, type AlignTask } from '../review/index.ts'

const aligner = new DocumentAligner()

// Called by the pool, by this name.
export function work(task: AlignTask): ReturnType<DocumentAligner['run']> {
  return aligner.run(task)
}
