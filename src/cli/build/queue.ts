/**
 * Tasks by way of BullMQ on Redis, for any number of machines that see the exports under the same paths, and the folder of the
 * output, too, or else have the state of the build go through Redis. A task is done at least once: what it gives has the hash of
 * what it was made of for a name, so that twice is no harm.
 */
import type * as BullMq from 'bullmq'
import type { Job, Queue, QueueEvents, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { hashOf } from '../../collection/keys.ts'
import { saidOf, type Said } from '../../collection/said.ts'
import { HexaplaError } from '../../message/report.ts'
import { FarWork, takeOutcome, type FarOutcome } from './far-work.ts'
import { Store } from './store.ts'
import { titleOf, type Runner, type Task } from './task.ts'

/** Of the queue, and of what is kept in Redis. */
const queueName = 'hexapla'

/** Tasks in Redis at a time: about a kilobyte each. */
const tasksAtOnce = 500

/** Milliseconds behind which it is asked whether a task is still there: Redis may have been started anew without it. */
const patience = 10_000

/** Milliseconds for which Redis may be away at the start. */
const connectTime = 5000

/** Milliseconds behind which a task of a worker that says nothing is given to another. */
const lock = 10_000

/** How often a task is begun that its worker did not end. */
const attempts = 3

/** Puts tasks into a queue and waits for what comes of them. */
export async function queueRunner(url: string): Promise<Runner> {
  const { bullmq, connection } = await connect(url)
  const queue: Queue<Task, FarOutcome> = new bullmq.Queue(queueName, { connection })
  const events: QueueEvents = new bullmq.QueueEvents(queueName, { connection: connection.duplicate() })
  queue.on('error', ignore)
  events.on('error', ignore)
  return {
    slots: tasksAtOnce,
    run: async (asked) => {
      const task = withLessons(asked)
      for (;;) {
        // A name without a colon; of equal tasks one is enough.
        const job: Job<Task, FarOutcome> = await queue.add(task.kind, task, {
          jobId: hashOf('task', task),
          attempts,
          removeOnComplete: true,
          removeOnFail: true
        })
        const far = await outcomeOf(job, task, events)
        const outcome = far && (await takeOutcome(connection, task, far))
        if (outcome) return outcome
      }
    },
    close: async () => {
      await events.close()
      await queue.close()
      connection.disconnect()
    }
  }
}

/** A task to learn names the results that there are: another machine cannot tell one that is missing from one that it lacks. */
function withLessons(task: Task): Task {
  if (task.kind !== 'learn') return task
  const store = new Store(task.output)
  return { ...task, lessons: task.lessons.filter((key) => store.has({ kind: 'results', key })) }
}

/** What came of a job; `undefined` where Redis has lost it. */
async function outcomeOf(job: Job<Task, FarOutcome>, task: Task, events: QueueEvents): Promise<FarOutcome | undefined> {
  for (;;) {
    try {
      return await job.waitUntilFinished(events, patience)
    } catch (error) {
      const state = await job.getState()
      // Redis was started anew, or the task ended before anybody listened: it is put there once more.
      if (state === 'unknown') return undefined
      if (state === 'failed') return { broken: lost(task, error) }
      // It waits, or somebody works on it.
    }
  }
}

/** What is said of a task that workers have begun and none has ended. */
function lost(task: Task, error: unknown): Said {
  const reason = error instanceof Error ? error.message : String(error)
  return saidOf(new HexaplaError('build:thread-died', { what: titleOf(task), error: reason, megabytes: 0 }))
}

/**
 * Takes tasks out of a queue, `runner.slots` at a time, until `stop` is called. The work is done in threads, so that this one
 * can say that it lives. With `isFar` the folder of the output is not seen here.
 */
export async function workOn(url: string, runner: Runner, isFar = false): Promise<{ stop: () => Promise<void> }> {
  const { bullmq, connection } = await connect(url)
  const settings = { connection, concurrency: runner.slots, lockDuration: lock, stalledInterval: lock / 2, maxStalledCount: attempts }
  const far = isFar ? new FarWork(connection, runner) : undefined
  const worker: Worker<Task, FarOutcome> = new bullmq.Worker(queueName, (job: Job<Task, FarOutcome>) => (far ?? runner).run(job.data), settings)
  worker.on('error', ignore)
  return {
    stop: async () => {
      await worker.close()
      far?.end()
      connection.disconnect()
    }
  }
}

/** Redis comes back, or does not: whoever waits for a task sees it. */
function ignore(): undefined {
  return undefined
}

async function connect(url: string): Promise<{ bullmq: typeof BullMq; connection: Redis }> {
  const bullmq = await optional('bullmq', () => import('bullmq'))
  const { Redis: Client } = await optional('ioredis', () => import('ioredis'))
  const connection = new Client(url, { maxRetriesPerRequest: null, lazyConnect: true, connectTimeout: connectTime })
  let last = 'no answer'
  connection.on('error', (error: Error) => {
    last = error.message
  })
  const isThere = await Promise.race([
    connection.connect().then(() => true, () => false),
    new Promise<boolean>((resolve) => {
      setTimeout(() => {
        resolve(false)
      }, connectTime).unref()
    })
  ])
  if (isThere) return { bullmq, connection }
  connection.disconnect()
  throw new HexaplaError('build:queue-unreachable', { url: withoutPassword(url), error: last })
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/u, '//')
}

/** A package that only some need, and that is no dependency. */
export async function optional<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')) throw new HexaplaError('build:queue-missing', { actual: name })
    throw error
  }
}
