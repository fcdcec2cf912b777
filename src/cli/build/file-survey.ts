/** What the files of a collection say of themselves, found out once and kept. */
import { languageFor } from '../../collection/read-version.ts'
import { errorOf } from '../../collection/said.ts'
import type { GroupMember } from '../../group-documents.ts'
import { inOrder } from './in-order.ts'
import type { BuildRequest } from './request.ts'
import { statFile } from './stat-file.ts'
import type { Store } from './store.ts'
import type { SurveyLine } from './survey-line.ts'
import type { Runner, SurveyTask, TaskFile } from './task.ts'

/** Files of a task: to hand one over costs more than to read a short file. */
const filesOfTask = 4

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

  /** What is known of files, in the order in which it was found out; lines of other settings are of no use. */
  known(files: readonly string[]): Map<string, SurveyLine[]> {
    const known = new Map(files.map((file): [string, SurveyLine[]] => [file, []]))
    for (const line of this.#store.readSurvey()) {
      const lines = line.settings === this.#settings ? known.get(line.path) : undefined
      if (!lines) continue
      // Of a large collection there are many: texts that are equal are one, and what `knownFile` finds out again is dropped.
      line.settings = this.#settings
      if (line.member) line.member = lean(line.member, line.path)
      lines.push(line)
    }
    return known
  }

  /** The language that the user has said of a file. */
  given(file: string): TaskFile['given'] {
    return languageFor(file, this.#request.lang)
  }

  /** Reads files, and gives their lines in their order, some at a time; the size of a file that is not there is −1. */
  async *read(files: readonly string[]): AsyncGenerator<SurveyLine[]> {
    const tasks: SurveyTask[] = []
    for (let at = 0; at < files.length; at += filesOfTask) tasks.push(this.#task(files.slice(at, at + filesOfTask)))
    for await (const [, lines] of inOrder(tasks, this.#runner.slots, (task) => this.#run(task))) yield lines
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

function lean({ language, symbols, reissue, format, text }: GroupMember, file: string): GroupMember {
  return { file, language, symbols, ...(reissue === undefined ? {} : { reissue }), ...(format === undefined ? {} : { format }), ...(text === undefined ? {} : { text }) }
}
