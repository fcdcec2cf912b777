/** Questions are answered by a few threads, so that a long one keeps no other waiting, nor the server. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { Refusal } from '../server/index.ts'
import type { Looked, Looker, Question } from './looker.ts'

/** Threads at most: each has a connection, and its own part of the index in memory. */
const mostThreads = 4

/** Questions that may wait; who comes then is told to come again. */
const mostWaiting = 256

/** Whether this is the source, not the package: its threads must be told how to read TypeScript. */
const isSource = import.meta.url.endsWith('.ts')

/** Answers in threads, from a memory that is there, once all of them are ready. */
export async function lookerPool(memory: string): Promise<Looker> {
  const threads = Math.min(mostThreads, availableParallelism())
  const pool = new Piscina({
    filename: fileURLToPath(isSource ? new URL('./look-up-worker.ts', import.meta.url) : import.meta.url),
    name: 'answer',
    minThreads: threads,
    maxThreads: threads,
    // One question a thread at a time: to wait for the store is not to do something else.
    concurrentTasksPerWorker: 1,
    maxQueue: mostWaiting,
    idleTimeout: Infinity,
    atomics: 'disabled',
    ...(isSource ? { execArgv: ['--import', 'tsx'] } : {})
  })
  const run = async (question: Question): Promise<Looked> => (await pool.run({ memory, question })) as Looked
  // As many at once as there are threads: each gets one.
  const runInAll = (question: Question): Promise<Looked[]> => Promise.all(Array.from({ length: threads }, () => run(question)))
  await runInAll({ kind: 'ready' })
  let isOpen = true
  const rehearse = async (): Promise<void> => {
    const rehearsal = await run({ kind: 'rehearsal' })
    if (!('json' in rehearsal)) return
    for (const question of JSON.parse(rehearsal.json) as Question[]) if (isOpen) await runInAll(question)
  }
  // Who asks meanwhile waits for a question of it at most. What fails here fails again for who asks for it.
  const rehearsing = rehearse().catch(() => undefined)
  return {
    look: async (question: Question) => {
      if (pool.queueSize >= mostWaiting) throw new Refusal(503, 'Too many questions are waiting.', { 'retry-after': '1' })
      return run(question)
    },
    close: async () => {
      isOpen = false
      await rehearsing
      await pool.destroy()
    }
  }
}
