/**
 * Tasks on a machine that does not see the folder of the output: what a task needs of the state of the build comes through
 * Redis when it is asked for, and what it gives goes back there. The exports must be there under the same paths.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Redis } from 'ioredis'
import { saidOf } from '../../collection/said.ts'
import { HexaplaError } from '../../message/report.ts'
import { archiveOf } from '../input/archived-file.ts'
import { systemName } from '../process/system-name.ts'
import { getBytes, hasBytes, putBytes } from './redis-bytes.ts'
import { runTask } from './run-task.ts'
import { Store, type StateName } from './store.ts'
import type { Runner, Task, TaskOutcome } from './task.ts'

/** What a worker says of a task: that it was done; what it lacks of the state, or a file that is not there; or where the state that it gives is. */
export type FarOutcome = TaskOutcome | { lacks: StateName[] } | { outcome: TaskOutcome; sent: Array<{ state: StateName; as: string }> } | { unseen: string }

/** Of what is in Redis. */
const prefix = 'hexapla-state'

/** What a task reads of the state of the build. */
function needsOf(task: Task): StateName[] {
  const settings: StateName = { kind: 'settings', key: task.settings }
  if (task.kind === 'learn') return [settings, ...task.lessons.map((key): StateName => ({ kind: 'results', key }))]
  return task.kind === 'align' && task.lexicon !== undefined ? [settings, { kind: 'lexicons', key: task.lexicon }] : [settings]
}

/** What a task may add to it. Trees of files are read again: they are larger than the files. */
function givesOf(task: Task): StateName[] {
  return task.kind === 'align' ? [{ kind: 'results', key: task.key }, { kind: 'failed', key: task.key }] : []
}

function offeredName({ kind, key }: StateName): string {
  return `${prefix}-${kind}-${key}`
}

/** Does the tasks of builds whose folders are not seen here. */
export class FarWork {
  readonly #redis: Redis
  readonly #runner: Runner
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'hexapla-work-'))
  /** What was fetched. */
  readonly #kept = new Store(path.join(this.#folder, 'kept'))

  constructor(redis: Redis, runner: Runner) {
    this.#redis = redis
    this.#runner = runner
  }

  async run(task: Task): Promise<FarOutcome> {
    const unseen = task.kind === 'learn' ? undefined : task.files.find((file) => !isSeen(file.path))
    if (unseen) return { unseen: unseen.path }
    const needs = needsOf(task)
    const lacks: StateName[] = []
    for (const name of needs) if (!this.#kept.has(name) && !(await this.#fetch(name))) lacks.push(name)
    if (lacks.length > 0) return { lacks }
    // A folder for each task: of two that are the same, none takes away what the other has made.
    const store = new Store(mkdtempSync(path.join(this.#folder, 'task-')))
    try {
      for (const name of needs) store.link(name, this.#kept)
      const outcome = await this.#runner.run({ ...task, output: store.folder })
      return { outcome, sent: await this.#send(givesOf(task), store) }
    } finally {
      rmSync(store.folder, { recursive: true, force: true })
    }
  }

  /** Forgets all that was fetched. */
  end(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #fetch(name: StateName): Promise<boolean> {
    const bytes = await getBytes(this.#redis, offeredName(name))
    if (bytes) this.#kept.writeState(name, bytes)
    return bytes !== undefined
  }

  async #send(names: readonly StateName[], store: Store) {
    const sent: Array<{ state: StateName; as: string }> = []
    for (const state of names) {
      const bytes = store.readState(state)
      if (!bytes) continue
      // A name that no other has: who does the same task, or has died of it, is not in the way.
      const as = `${prefix}-sent-${randomBytes(12).toString('hex')}`
      await putBytes(this.#redis, as, bytes)
      sent.push({ state, as })
    }
    return sent
  }
}

/** What came of a task that was done far away, with what it gives in the state of the build; `undefined` where it must be done again. */
export async function takeOutcome(redis: Redis, task: Task, far: FarOutcome): Promise<TaskOutcome | undefined> {
  const store = new Store(task.output)
  try {
    if ('unseen' in far) {
      // It has vanished, and that is said as ever; or the worker alone does not see it.
      return isSeen(far.unseen) ? { stop: saidOf(new HexaplaError('build:input-unseen', { file: far.unseen }, far.unseen), far.unseen) } : await runTask(task)
    }
    if ('lacks' in far) {
      for (const name of needsOf(task)) if (far.lacks.some((each) => isSame(each, name))) await offer(redis, store, name)
      return undefined
    }
    return 'sent' in far ? await takeSent(redis, task, far, store) : far
  } catch (error) {
    return { stop: saidOf(error, error instanceof HexaplaError ? error.file : undefined) }
  }
}

async function offer(redis: Redis, store: Store, name: StateName): Promise<void> {
  if (await hasBytes(redis, offeredName(name))) return
  const bytes = store.readState(name)
  const file = store.placeOf(name)
  if (!bytes) throw new HexaplaError('build:state-missing', { file }, file)
  await putBytes(redis, offeredName(name), bytes)
}

async function takeSent(redis: Redis, task: Task, { outcome, sent }: Extract<FarOutcome, { sent: unknown }>, store: Store): Promise<TaskOutcome | undefined> {
  for (const state of givesOf(task)) {
    const found = sent.find((each) => isSame(each.state, state))
    if (!found) continue
    const bytes = await getBytes(redis, found.as)
    if (!bytes) return undefined
    store.writeState(state, bytes)
  }
  if (sent.length > 0) await redis.del(...sent.map(({ as }) => as))
  return outcome
}

function isSame(a: StateName, b: StateName): boolean {
  return a.kind === b.kind && a.key === b.key
}

function isSeen(file: string): boolean {
  return existsSync(systemName(archiveOf(file)?.archive ?? file))
}
