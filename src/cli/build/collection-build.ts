/** A build in its phases: survey, lexicon, units. Each does what is missing, so that it can end anywhere and go on. */
import path from 'node:path'
import type { LearnedLexicon } from '../../align/index.ts'
import { hashOf, hashOfBytes } from '../../collection/keys.ts'
import { strayLanguage } from '../../collection/read-version.ts'
import { errorOf, isFatal, type Said } from '../../collection/said.ts'
import { HexaplaError } from '../../message/report.ts'
import { findFiles } from '../input/find-files.ts'
import { lexiconText } from '../align/lexicon-file.ts'
import { FileSurvey } from './file-survey.ts'
import { collectGarbage } from './garbage.ts'
import { inOrder } from './in-order.ts'
import { KnownFile } from './known-file.ts'
import { PackedList } from './packed-list.ts'
import { alignTask, learnTasks, lessonsAmong, planDocuments, shardOf, type Plan, type PlannedDocument } from './plan.ts'
import type { BuildRequest } from './request.ts'
import type { Store, StoredFailure, StoredResult } from './store.ts'
import type { SurveyLine } from './survey-line.ts'
import type { AlignTask, Runner, Task, TaskValue } from './task.ts'

/** Documents of a pair of languages that words are learned from at most: the gain of more is small, and their texts must fit into memory. */
const mostLessons = 100

/** Told of what goes on. */
export interface BuildWatch {
  phase: (name: string, total: number) => void
  step: (what: string, problem?: Said) => void
}

/** Which part of the work is done here. */
export interface Shard {
  /** From 1. */
  number: number
  count: number
}

/** What is known of the files of a collection. */
export interface CollectionState extends Plan {
  /** How many files there are, whatever is known of them. */
  count: number
  /** Folders that could not be read, and why. */
  closed: Said[]
  /** Files that could not be read, and why. */
  unread: UnreadFile[]
  /** Absolute paths of those of which nothing is known as they are now. */
  stale: PackedList<string>
}

/** A file that could not be read, under the name that the user gives it. */
interface UnreadFile {
  file: string
  messages: Said[]
}

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
  readonly #runner: Runner
  readonly #survey: FileSurvey
  readonly #watch: BuildWatch
  readonly #shard: Shard
  /** How many documents were aligned, and how many files read, by this run. */
  readonly done = { files: 0, documents: 0 }

  constructor(store: Store, request: BuildRequest, runner: Runner, watch: BuildWatch, shard: Shard = { number: 1, count: 1 }) {
    this.store = store
    this.request = request
    this.settings = hashOf('settings', request.settings)
    this.#runner = runner
    this.#survey = new FileSurvey(store, request, this.settings, runner)
    this.#watch = watch
    this.#shard = shard
  }

  /** What there is to read, and what of it is known. */
  async look(): Promise<CollectionState> {
    // What is only needed to find out what is known is gone before files are grouped.
    const { known, skipped, ...state } = await this.#find()
    collectGarbage()
    return { ...state, ...planDocuments(known, skipped.map((file) => this.shown(file))) }
  }

  /** The files that there are, those that are known, and the others. */
  async #find(): Promise<Omit<CollectionState, keyof Plan> & { known: KnownFile[]; skipped: string[] }> {
    const { files, skipped, unreadable } = await findFiles(this.request.paths, this.store.folder)
    const stray = strayLanguage(files, this.request.lang)
    if (stray !== undefined) throw new HexaplaError('cli:lang-unmatched', { actual: stray, expected: files.slice(0, 6).map((file) => this.shown(file)) })
    const found = await this.#known(files)
    return {
      count: files.length,
      known: found.filter((each) => each instanceof KnownFile),
      unread: found.filter((each): each is UnreadFile => each !== undefined && !(each instanceof KnownFile)),
      stale: new PackedList(files.filter((_, at) => found[at] === undefined)),
      skipped,
      closed: unreadable.map(({ path: file, messages: [message] }) => ({ file: this.shown(file), id: 'read:unreadable', values: { file: this.shown(file), error: message?.reason ?? '' } }))
    }
  }

  /** Reads the files that are not known; a shard its own first, and then those that no other has read. */
  async survey(state: CollectionState): Promise<CollectionState> {
    const own = new PackedList(select(state.stale, (file) => this.#isOwn(file)))
    this.#watch.phase('read', state.stale.length)
    const vanished = await this.#read(own)
    if (own.length === state.stale.length) return this.#after(state, vanished)
    const others = await this.look()
    vanished.push(...(await this.#read([...others.stale].reverse())))
    return this.#after(await this.look(), vanished)
  }

  /** The name of the lexicons that the collection has, or learns now; `undefined` where it has none. */
  async learn({ documents }: CollectionState, isAgain: boolean): Promise<string | undefined> {
    if (!this.request.learn) return undefined
    const before = this.learned()
    if (before && !isAgain) return before.lexicon === '' ? undefined : before.lexicon
    const lessons = lessonsAmong(documents, mostLessons)
    const own = lessons.filter(({ title }) => this.#isOwn(title))
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
    this.#watch.phase('align', countOf(this.#own(documents)))
    yield* inOrder(this.#own(documents), this.#runner.slots, async (document): Promise<Outcome> => {
      const task = this.#task(document, lexicon, false)
      const known = this.outcomeOf(task, results, failures)
      const outcome = known ?? (await this.#alignOne(task))
      if (!known) this.done.documents++
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
      return this.#under(files[Number(said.file)]?.file ?? this.shown(said.file), said)
    })
  }

  /** A path as the user would write it where the build was begun. */
  shown(file: string): string {
    const relative = path.relative(this.request.from, file)
    return relative.startsWith('..') ? file : relative
  }

  /** Forgets which documents have failed, so that they are tried again. */
  forgetFailures(): void {
    for (const key of this.store.failureKeys()) this.store.dropFailure(key)
    this.store.rewriteSurvey(({ messages }) => messages === undefined)
  }

  /** Forgets what is known of files that are gone or have changed, and what is only needed on the way. */
  async tidy({ count }: CollectionState): Promise<void> {
    if (this.store.countSurvey() > 2 * count + 100) await this.#forgetOld()
    this.store.dropVersions()
  }

  /** Of each file that is as it was, one line is kept. */
  async #forgetOld(): Promise<void> {
    const { files } = await findFiles(this.request.paths, this.store.folder)
    const lines = new Int32Array(files.length).fill(-1)
    for await (const [at, , number] of this.#survey.known(files)) lines[at] = number
    const kept = new Set(lines)
    this.store.rewriteSurvey((_, number) => kept.has(number))
  }

  /** What is known of files, each at its place; nothing of those of which nothing is known. */
  async #known(files: readonly string[]): Promise<Array<KnownFile | UnreadFile | undefined>> {
    const found = new Array<KnownFile | UnreadFile | undefined>(files.length).fill(undefined)
    // The versions of a document have symbols that are alike.
    const symbols = new Map<string, readonly string[]>()
    for await (const [at, line] of this.#survey.known(files)) {
      const { member, messages = [] } = line
      const file = this.shown(line.path)
      if (member) {
        const name = member.symbols.join()
        const own = symbols.get(name) ?? member.symbols
        symbols.set(name, own)
        found[at] = new KnownFile(file, line, member, own)
      } else found[at] = { file, messages: messages.map((said) => this.#under(file, said)) }
    }
    return found
  }

  #own(documents: PackedList<PlannedDocument>): Iterable<PlannedDocument> {
    return select(documents, ({ title }) => this.#isOwn(title))
  }

  /** A message on a file under the name that the user gives it. */
  #under(file: string, said: Said): Said {
    const { values } = said
    const isNamed = 'file' in values && values.file === path.resolve(this.request.from, file)
    return { ...said, file, ...(isNamed ? { values: { ...values, file } } : {}) }
  }

  #isOwn(name: string): boolean {
    return this.#shard.count === 1 || shardOf(name, this.#shard.count) === this.#shard.number
  }

  async #after(state: CollectionState, vanished: readonly SurveyLine[]): Promise<CollectionState> {
    if (state.stale.length === 0) return state
    const now = await this.look()
    const gone = new Set(vanished.map(({ path: file }) => file))
    const unread = vanished.map(({ path: file, messages = [] }): UnreadFile => ({ file: this.shown(file), messages: messages.map((said) => this.#under(this.shown(file), said)) }))
    return { ...now, unread: [...now.unread, ...unread], stale: new PackedList(select(now.stale, (file) => !gone.has(file))) }
  }

  /** Reads files, keeps what is found out, and gives the lines of those that are not there. */
  async #read(files: Iterable<string>): Promise<SurveyLine[]> {
    const vanished: SurveyLine[] = []
    for await (const lines of this.#survey.read(files)) {
      this.store.appendSurvey(`${this.#shard.number}-of-${this.#shard.count}`, lines.filter(({ size }) => size >= 0))
      vanished.push(...lines.filter(({ size }) => size < 0))
      this.done.files += lines.length
      for (const line of lines) this.#watch.step(this.shown(line.path), line.messages?.find(isFatal))
      collectGarbage()
    }
    return vanished
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

function* select<Value>(values: Iterable<Value>, isWanted: (value: Value) => boolean): Generator<Value, void, undefined> {
  for (const value of values) if (isWanted(value)) yield value
}

function countOf(values: Iterable<unknown>): number {
  const walk = values[Symbol.iterator]()
  let count = 0
  while (walk.next().done !== true) count++
  return count
}
