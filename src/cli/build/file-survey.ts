/** What the files of a collection say of themselves, found out once and kept. */
import { languageFor } from '../../collection/read-version.ts'
import { errorOf } from '../../collection/said.ts'
import { inOrder } from './in-order.ts'
import type { BuildRequest } from './request.ts'
import { statFile } from './stat-file.ts'
import type { Store } from './store.ts'
import type { SurveyLine } from './survey-line.ts'
import type { Runner, SurveyTask, TaskFile } from './task.ts'

/** Files of a task: to hand one over costs more than to read a short file. */
const filesOfTask = 8

/** Files whose status is asked for at a time. */
const filesAtOnce = 64

export class FileSurvey {
  readonly #store: Store
  readonly #request: BuildRequest
  readonly #settings: string
  readonly #runner: Runner

  /** `settings` is the name of those that files are read with. */
  constructor(store: Store, request: BuildRequest, settings: string, runner: Runner) {
    this.#store = store
    this.#request = request
    this.#settings = settings
    this.#runner = runner
  }

  /**
   * What is known of files as they are now: the place of each among `files`, its line, and the number of that; of several lines the last one counts.
   * A file of which nothing is known as it is now has none.
   */
  async *known(files: readonly string[]): AsyncGenerator<[at: number, line: SurveyLine, number: number]> {
    const [sizes, times] = [new Float64Array(files.length).fill(-1), new BigInt64Array(files.length)]
    for (let at = 0; at < files.length; at += filesAtOnce) {
      const statuses = await Promise.all(files.slice(at, at + filesAtOnce).map((file) => statFile(file).catch(() => undefined)))
      for (const [index, status] of statuses.entries()) {
        if (!status) continue
        sizes[at + index] = status.size
        times[at + index] = BigInt(status.time)
      }
    }
    const places = new Map(files.map((file, at): [string, number] => [file, at]))
    let number = -1
    for (const line of this.#store.readSurvey()) {
      number++
      const at = line.settings === this.#settings ? places.get(line.path) : undefined
      if (at !== undefined && sizes[at] === line.size && times[at] === BigInt(line.time) && line.given === this.given(line.path)) yield [at, line, number]
    }
  }

  /** The language that the user has said of a file. */
  given(file: string): TaskFile['given'] {
    return languageFor(file, this.#request.lang)
  }

  /** Reads files, and gives their lines in their order, some at a time; the size of a file that is not there is −1. */
  async *read(files: Iterable<string>): AsyncGenerator<SurveyLine[]> {
    for await (const [, lines] of inOrder(this.#tasks(files), this.#runner.slots, (task) => this.#run(task))) yield lines
  }

  *#tasks(files: Iterable<string>): Generator<SurveyTask, void, undefined> {
    let some: string[] = []
    for (const file of files) {
      some.push(file)
      if (some.length < filesOfTask) continue
      yield this.#task(some)
      some = []
    }
    if (some.length > 0) yield this.#task(some)
  }

  #task(files: readonly string[]): SurveyTask {
    const fileOf = (file: string): TaskFile => {
      const given = this.given(file)
      return { path: file, ...(given === undefined ? {} : { given }) }
    }
    return { kind: 'survey', output: this.#store.folder, settings: this.#settings, files: files.map(fileOf) }
  }

  /** The lines of a task; where it dies, each file is tried by itself, and the one that it died of is known. */
  async #run(task: SurveyTask): Promise<SurveyLine[]> {
    const outcome = await this.#runner.run(task)
    if ('stop' in outcome) throw errorOf(outcome.stop)
    if ('value' in outcome) return outcome.value as SurveyLine[]
    const [file, more] = task.files
    if (!file || more) return (await Promise.all(task.files.map((each) => this.#run({ ...task, files: [each] })))).flat()
    const status = await statFile(file.path).catch(() => ({ size: -1, time: '' }))
    return [{ settings: this.#settings, ...file, ...status, bytes: '', key: '', messages: [outcome.broken] }]
  }
}
