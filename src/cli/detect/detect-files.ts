/** Files looked at on all cores where that is worth the threads. What comes of them, and its order, is the same. */
import { availableParallelism } from 'node:os'
import { detectFile, type DetectOutcome, type DetectTask } from './detect-file.ts'
import { isSource } from '../process/is-source.ts'

/** Milliseconds of work that must be left for threads to be begun unasked: to begin them takes some hundreds. */
const worthThreads = 1500

/**
 * Looks at files, and gives what comes of them in their order. With `jobs` in as many threads; without, in this one until it
 * is seen that the rest would take long, then on all cores.
 */
export async function* detectFiles(tasks: readonly DetectTask[], jobs?: number): AsyncGenerator<[DetectTask, DetectOutcome]> {
  const threads = Math.min(jobs ?? (isSource ? 1 : availableParallelism()), tasks.length)
  // No more than the number of threads depends on this clock.
  const begun = process.hrtime()
  const isWorthThreads = (done: number): boolean => {
    if (threads < 2 || jobs !== undefined) return threads > 1
    const [seconds, nanoseconds] = process.hrtime(begun)
    return done > 0 && (1000 * seconds + nanoseconds / 1e6) * ((tasks.length - done) / done) > worthThreads
  }
  let done = 0
  for (const task of tasks) {
    if (isWorthThreads(done)) break
    yield [task, await detectFile(task)]
    done++
  }
  if (done === tasks.length) return
  const { detectInThreads } = await import('./detect-threads.ts')
  yield* detectInThreads(tasks.slice(done), threads)
}
