/** The files of a collection: what there is to read, what of it is known, and the survey of the rest. */
import path from 'node:path'
import { isSelfCoded } from '../../collection/document-name.ts'
import { strayLanguage } from '../../collection/read-version.ts'
import { isFatal, type Said } from '../../collection/said.ts'
import { HexaplaError } from '../../message/report.ts'
import { findFiles } from '../input/find-files.ts'
import type { BuildWatch } from './build-watch.ts'
import { FileSurvey } from './file-survey.ts'
import { collectGarbage } from './garbage.ts'
import { KnownFile } from './known-file.ts'
import { PackedList } from './packed-list.ts'
import { planDocuments, type Plan } from './plan.ts'
import type { BuildRequest } from './request.ts'
import { partOf, type Shard } from './shard.ts'
import type { Store } from './store.ts'
import type { SurveyLine } from './survey-line.ts'
import type { Runner } from './task.ts'

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

export class CollectionFiles {
  readonly #store: Store
  readonly #request: BuildRequest
  readonly #survey: FileSurvey
  readonly #watch: BuildWatch
  readonly #shard: Shard
  /** How many were read by this run. */
  done = 0

  /** `settings` is the name of those that files are read with. */
  constructor({ store, request, settings, runner, watch, shard }: { store: Store; request: BuildRequest; settings: string; runner: Runner; watch: BuildWatch; shard: Shard }) {
    this.#store = store
    this.#request = request
    this.#survey = new FileSurvey(store, request, settings, runner)
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
    const { files, skipped, unreadable } = await findFiles(this.#request.paths, this.#store.folder)
    const stray = strayLanguage(files, this.#request.lang)
    if (stray !== undefined) throw new HexaplaError('cli:lang-unmatched', { actual: stray, expected: files.slice(0, 6).map((file) => this.shown(file)) })
    const { encoding } = this.#request.settings.options
    if (encoding !== undefined && files.length > 0 && files.every(isSelfCoded)) throw new HexaplaError('cli:encoding-idle', { encoding })
    const found = await this.#known(files)
    return {
      count: files.length,
      known: found.filter((each) => each instanceof KnownFile),
      unread: found.filter((each): each is UnreadFile => each !== undefined && !(each instanceof KnownFile)),
      stale: new PackedList(files.filter((_, at) => found[at] === undefined)),
      skipped,
      closed: unreadable.map((said) => this.under(this.shown(said.file ?? ''), said))
    }
  }

  /** Reads the files that are not known; a shard its own first, and then those that no other has read. */
  async survey(state: CollectionState): Promise<CollectionState> {
    const own = partOf(state.stale, this.#shard, (file) => file)
    this.#watch.phase('read', state.stale.length)
    const vanished = await this.#read(own)
    if (own.length === state.stale.length) return this.#after(state, vanished)
    const others = await this.look()
    vanished.push(...(await this.#read([...others.stale].reverse())))
    return this.#after(await this.look(), vanished)
  }

  /** A path as the user would write it where the build was begun. */
  shown(file: string): string {
    const relative = path.relative(this.#request.from, file)
    return relative.startsWith('..') ? file : relative
  }

  /** A message on a file under the name that the user gives it. */
  under(file: string, said: Said): Said {
    const { values } = said
    const isNamed = 'file' in values && values.file === path.resolve(this.#request.from, file)
    return { ...said, file, ...(isNamed ? { values: { ...values, file } } : {}) }
  }

  /** Forgets which files could not be read, so that they are tried again. */
  forgetFailures(): void {
    this.#store.rewriteSurvey(({ messages }) => messages === undefined)
  }

  /** Forgets what is known of files that are gone or have changed, and what is only needed on the way. */
  async tidy({ count }: CollectionState): Promise<void> {
    if (this.#store.countSurvey() > 2 * count + 100) await this.#forgetOld()
    this.#store.dropVersions()
  }

  /** Of each file that is as it was, one line is kept. */
  async #forgetOld(): Promise<void> {
    const { files } = await findFiles(this.#request.paths, this.#store.folder)
    const lines = new Int32Array(files.length).fill(-1)
    for await (const [at, , number] of this.#survey.known(files)) lines[at] = number
    const kept = new Set(lines)
    this.#store.rewriteSurvey((_, number) => kept.has(number))
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
      } else found[at] = { file, messages: messages.map((said) => this.under(file, said)) }
    }
    return found
  }

  async #after(state: CollectionState, vanished: readonly SurveyLine[]): Promise<CollectionState> {
    if (state.stale.length === 0) return state
    const now = await this.look()
    const gone = new Set(vanished.map(({ path: file }) => file))
    const unread = vanished.map(({ path: file, messages = [] }): UnreadFile => ({ file: this.shown(file), messages: messages.map((said) => this.under(this.shown(file), said)) }))
    return { ...now, unread: [...now.unread, ...unread], stale: now.stale.filter((file) => !gone.has(file)) }
  }

  /** Reads files, keeps what is found out, and gives the lines of those that are not there. */
  async #read(files: Iterable<string>): Promise<SurveyLine[]> {
    const vanished: SurveyLine[] = []
    for await (const lines of this.#survey.read(files)) {
      this.#store.appendSurvey(`${this.#shard.number}-of-${this.#shard.count}`, lines.filter(({ size }) => size >= 0))
      vanished.push(...lines.filter(({ size }) => size < 0))
      this.done += lines.length
      for (const line of lines) this.#watch.step(this.shown(line.path), line.messages?.find(isFatal))
      collectGarbage()
    }
    return vanished
  }
}
