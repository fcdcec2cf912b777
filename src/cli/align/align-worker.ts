/** The thread of a review that aligns, so that no key waits for it. */
import { DocumentAligner, type AlignTask } from '../../review/index.ts'

const aligner = new DocumentAligner()

export function alignTask(task: AlignTask): ReturnType<DocumentAligner['run']> {
  return aligner.run(task)
}
