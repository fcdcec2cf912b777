/** A build in its phases: survey, lexicon, units. Each does what is missing, so that it can end anywhere and go on. */
import type { LearnedLexicon } from '../../align/index.ts'
import { hashOf, hashOfBytes } from '../../collection/keys.ts'
import { errorOf, isFatal, type Said } from '../../collection/said.ts'
import { lexiconText } from '../align/lexicon-file.ts'
import type { BuildWatch } from './build-watch.ts'
import { CollectionFiles, type CollectionState } from './collection-files.ts'
import { inOrder } from './in-order.ts'
import { alignTask, learnTasks, lessonsAmong, type PlannedDocument } from './plan.ts'
import type { BuildRequest } from './request.ts'
import { isOwn, partOf, wholeShard, type Shard } from './shard.ts'
import type { Store, StoredFailure, StoredResult } from './store.ts'
import type { AlignTask, Runner, Task, TaskValue } from './task.ts'

/** Documents of a pair of languages that words are learned from at most: the gain of more is small, and their texts must fit into memory. */
const mostLessons = 100

/** What a build learned its words from. */
interface LearnedState {
  settings: string
  /** Name of the lexicons; empty where nothing was learned. */
  lexicon: string
  /** Documents of the collection then. */
  documents: number
}

/** The state of a document. */
export type Outcome = { failure: StoredFailure } | { result: string }

export class CollectionBuild {
  readonly store: Store
  readonly request: BuildRequest
  readonly settings: string
  readonly files: CollectionFiles
  readonly #runner: Runner
  readonly #watch: BuildWatch
  readonly #shard: Shard
  /** How many documents were aligned by this run. */
  done = 0

  constructor(store: Store, request: BuildRequest, runner: Runner, watch: BuildWatch, shard: Shard = wholeShard) {
    this.store = store
    this.request = request
    this.settings = hashOf('settings', request.settings)
    this.#runner = runner
    this.#watch = watch
    this.#shard = shard
    this.files = new CollectionFiles({ store, request, settings: this.settings, runner, watch, shard })
  }

  /** The name of the lexicons that the collection has, or learns now; `undefined` where it has none. */
  async learn({ documents }: CollectionState, isAgain: boolean): Promise<string | undefined> {
    if (!this.request.learn) return undefined
    const before = this.learned()
    if (before && !isAgain) return before.lexicon === '' ? undefined : before.lexicon
    const lessons = lessonsAmong(documents, mostLessons)
    const own = lessons.filter(({ title }) => isOwn(title, this.#shard))
    this.#watch.phase('learn', lessons.length)
    await this.#align(own, undefined, true)
    if (own.length < lessons.length) await this.#align(lessons.toReversed(), undefined, true)
    const results = this.store.resultKeys()
    const taught = lessons.map((document) => ({ document, key: this.#task(document, undefined, true).key })).filter(({ key }) => results.has(key))
    const tasks = learnTasks(taught, this.store.folder, this.settings)
    const lexicons: LearnedLexicon[] = []
    for await (const [, text] of inOrder(tasks, this.#runner.slots, (task) => this.#run(task))) {
      if (typeof text === 'string') lexicons.push(JSON.parse(text) as LearnedLexicon)
    }
    const text = lexiconText(lexicons)
    const lexicon = lexicons.length === 0 ? '' : hashOfBytes(text)
    if (lexicon !== '') this.store.writeLexicons(lexicon, text)
    this.store.writeJson({ settings: this.settings, lexicon, documents: documents.length } satisfies LearnedState, 'learned.json')
    return lexicon === '' ? undefined : lexicon
  }

  /** What was learned before with the same settings. */
  learned(): LearnedState | undefined {
    const state = this.store.readJson('learned.json') as LearnedState | undefined
    return state?.settings === this.settings ? state : undefined
  }

  /** The documents in order, each once it is done or has failed; a shard does its own. */
  async *units({ documents }: CollectionState, lexicon: string | undefined): AsyncGenerator<[PlannedDocument, Outcome]> {
    const [results, failures] = [this.store.resultKeys(), this.store.failureKeys()]
    const own = partOf(documents, this.#shard, ({ title }) => title)
    this.#watch.phase('align', own.length)
    yield* inOrder(own, this.#runner.slots, async (document): Promise<Outcome> => {
      const task = this.#task(document, lexicon, false)
      const known = this.outcomeOf(task, results, failures)
      const outcome = known ?? (await this.#alignOne(task))
      if (!known) this.done++
      this.#watch.step(document.title, 'failure' in outcome ? outcome.failure.messages.find(isFatal) : undefined)
      return outcome
    })
  }

  /** What is known of a document; `undefined` where it is to be done. */
  outcomeOf({ key }: AlignTask, results: ReadonlySet<string>, failures: ReadonlySet<string>): Outcome | undefined {
    if (results.has(key)) return { result: key }
    const failure = failures.has(key) ? this.store.readFailure(key) : undefined
    return failure && { failure }
  }

  /** How many documents are neither done nor failed. */
  missing({ documents }: CollectionState, lexicon: string | undefined): number {
    const [results, failures] = [this.store.resultKeys(), this.store.failureKeys()]
    let count = 0
    for (const document of documents) if (!this.outcomeOf(this.taskOf(document, lexicon), results, failures)) count++
    return count
  }

  /** The task that gives the units of a document. */
  taskOf(document: PlannedDocument, lexicon: string | undefined): AlignTask {
    return this.#task(document, lexicon, false)
  }

  /** The result of a document, with messages on its files as they are shown. */
  read(document: PlannedDocument, key: string): StoredResult | undefined {
    const result = this.store.readResult(key)
    return result && { ...result, messages: this.named(document, result.messages) }
  }

  /** Messages with the names of files in the place of their numbers. */
  named({ files }: PlannedDocument, messages: readonly Said[]): Said[] {
    return messages.map((said) => {
      if (said.file === undefined) return said
      return this.files.under(files[Number(said.file)]?.file ?? this.files.shown(said.file), said)
    })
  }

  /** Forgets which documents have failed, so that they are tried again. */
  forgetFailures(): void {
    for (const key of this.store.failureKeys()) this.store.dropFailure(key)
    this.files.forgetFailures()
  }

  async #align(documents: readonly PlannedDocument[], lexicon: string | undefined, isLesson: boolean): Promise<void> {
    const [results, failures] = [this.store.resultKeys(), this.store.failureKeys()]
    for await (const [document] of inOrder(documents, this.#runner.slots, async (document) => {
      const task = this.#task(document, lexicon, isLesson)
      if (!this.outcomeOf(task, results, failures)) await this.#alignOne(task)
    })) this.#watch.step(document.title)
  }

  async #alignOne(task: AlignTask): Promise<Outcome> {
    const outcome = await this.#runner.run(task)
    if ('stop' in outcome) throw errorOf(outcome.stop)
    if ('value' in outcome && outcome.value === null) return { result: task.key }
    const failure: StoredFailure = { document: task.title, files: task.files.map((file) => file.path), messages: 'broken' in outcome ? [outcome.broken] : [outcome.value as Said] }
    // What a thread has died of is known beforehand the next time; what a job says, it has stored by itself.
    if ('broken' in outcome) this.store.writeFailure(task.key, failure)
    return { failure: this.store.readFailure(task.key) ?? failure }
  }

  async #run(task: Task): Promise<TaskValue> {
    const outcome = await this.#runner.run(task)
    if ('stop' in outcome) throw errorOf(outcome.stop)
    if ('broken' in outcome) throw errorOf(outcome.broken)
    return outcome.value
  }

  #task(document: PlannedDocument, lexicon: string | undefined, isLesson: boolean): AlignTask {
    return alignTask(document, { output: this.store.folder, settings: this.settings, from: this.request.from }, lexicon, isLesson)
  }
}
