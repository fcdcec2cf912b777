/** What a build writes of its documents: memories, tables, pages, the report and the messages, all at once or none. */
import { rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from '../../collection/keys.ts'
import { gatherSaid, isFatal, textOf, type Said } from '../../collection/said.ts'
import { catalogue, type MessageId } from '../../message/catalogue.ts'
import { HexaplaError } from '../../message/report.ts'
import { recordLanguages } from '../../tree/record.ts'
import { exclusionHeader, exclusionRow, indexPage, type Exclusion, type IndexEntry } from '../../write/index.ts'
import { lexiconText } from '../align/lexicon-file.ts'
import { pairName } from '../align/pair-name.ts'
import { FileSaving } from '../output/save-files.ts'
import type { CollectionBuild, Outcome } from './collection-build.ts'
import type { CollectionState } from './collection-files.ts'
import { dropUnfinished } from './drop-unfinished.ts'
import { collectGarbage } from './garbage.ts'
import { MemorySink } from './memory-sink.ts'
import { MessageCount, messageLine, type CountedKind } from './message-count.ts'
import type { PlannedDocument } from './plan.ts'
import { CollectionSink, EachSink, type UnitSink, type WrittenDocuments } from './sink.ts'

/** What came of a build, for people. */
export interface BuildFacts {
  documents: number
  failed: Array<{ document: string; reason: string }>
  units: number
  excluded: number
  /** The pair of versions that has the least in common. */
  weakest?: { document: string; pair: string; paired: number }
}

export interface BuildSummary extends BuildFacts {
  messages: MessageCount
  /** Names of the files, in the folder of the output. */
  files: string[]
  /** Whether all of it stood there before. */
  isUnchanged: boolean
}

/** What was written, as it is kept for the next run. */
interface WrittenState {
  /** Of what: equal for equal files. */
  of: string
  files: Array<{ name: string; size: number; time: number }>
  documents: WrittenDocuments
  facts: BuildFacts
  messages: Array<[MessageId, CountedKind]>
}

const reportHeader = 'document\tstate\tlanguages\tunits\tleft out\tweakest pair\tpaired\twarnings\treason\tfiles\n'

/** Writes what comes of the documents, in their order; nothing where all of it stands there. */
export async function writeBuild(build: CollectionBuild, state: CollectionState, lexicon: string | undefined): Promise<BuildSummary> {
  const before = build.store.readJson('written.json') as WrittenState | undefined
  const known = hashOfKnown(build, state, lexicon)
  if (before !== undefined && before.of === known && before.files.every((file) => stands(build.store.folder, file))) {
    return { ...before.facts, messages: new MessageCount(before.messages), files: before.files.map(({ name }) => name), isUnchanged: true }
  }
  const writer = new BuildWriter(build, state, before)
  try {
    await writer.begin()
    for await (const [document, outcome] of build.units(state, lexicon)) {
      await writer.document(document, outcome)
      collectGarbage()
    }
    return await writer.end(lexicon)
  } catch (error) {
    await writer.giveUp()
    throw error
  }
}

/** A hash of all that is written; `undefined` where a document is still to be done. */
function hashOfKnown(build: CollectionBuild, state: CollectionState, lexicon: string | undefined): string | undefined {
  const [results, failures] = [build.store.resultKeys(), build.store.failureKeys()]
  let hash = hashOf('written', lexicon ?? '', build.request)
  for (const said of collectionMessages(state)) hash = hashOf(hash, said)
  for (const document of state.documents) {
    const outcome = build.outcomeOf(build.taskOf(document, lexicon), results, failures)
    if (!outcome) return undefined
    hash = hashOf(hash, outcome)
  }
  return hash
}

function stands(folder: string, { name, size, time }: WrittenState['files'][number]): boolean {
  const status = statSync(path.join(folder, name), { throwIfNoEntry: false })
  return status !== undefined && status.size === size && status.mtimeMs === time
}

/** What is said of no document: of files that could not be read, and of how files were grouped. */
export function* collectionMessages({ closed, unread, messages }: CollectionState): Generator<Said, void, undefined> {
  yield* closed
  for (const file of unread) yield* file.messages
  yield* messages
}

class BuildWriter {
  readonly #build: CollectionBuild
  readonly #state: CollectionState
  readonly #before: WrittenState | undefined
  readonly #saving: FileSaving
  readonly #sinks: UnitSink[] = []
  readonly #each: EachSink | undefined
  readonly #messages = new MessageCount()
  /** What the page with the index takes; nothing where there is none. */
  readonly #index: IndexEntry[] | undefined
  readonly #facts: BuildFacts
  /** What the sinks have said, and left out, of the document at hand. */
  readonly #pending: Said[] = []
  readonly #excluded: Exclusion[] = []

  constructor(build: CollectionBuild, state: CollectionState, before: WrittenState | undefined) {
    const { store, request } = build
    this.#build = build
    this.#state = state
    this.#before = before
    this.#index = request.each.includes('html') ? [] : undefined
    this.#saving = new FileSaving(store.folder, [], { isDurable: true })
    this.#facts = { documents: state.documents.length + state.undecided.length, failed: [], units: 0, excluded: 0 }
    const listeners = { report: gatherSaid(this.#pending), excluded: (exclusion: Exclusion) => void this.#excluded.push(exclusion) }
    if (request.whole.length > 0) this.#sinks.push(new CollectionSink(this.#saving, request.whole, { ...request.write, name: 'memory', languages: state.languages }, listeners))
    if (request.each.length > 0) {
      this.#each = new EachSink(store, request.each, request.write, listeners, before?.documents ?? {})
      this.#sinks.push(this.#each)
    }
    if (request.into !== undefined) this.#sinks.push(new MemorySink(request.into, ({ document, key }) => this.#resultOf(document, key)))
  }

  async begin(): Promise<void> {
    dropUnfinished(this.#build.store.folder)
    await this.#saving.write('report.tsv', reportHeader)
    await this.#saving.write('left-out.tsv', exclusionHeader)
    await this.#saving.write('messages.jsonl', '')
    for (const said of collectionMessages(this.#state)) await this.#message(said)
  }

  async document(document: PlannedDocument, outcome: Outcome): Promise<void> {
    if ('failure' in outcome) return this.#failed(document, this.#build.named(document, outcome.failure.messages))
    const result = this.#resultOf(document, outcome.result)
    const { messages, evidence } = result
    const aligned = { document: result.document, units: result.units }
    for (const sink of this.#sinks) await sink.take({ document, key: outcome.result, aligned })
    const all = [...messages, ...this.#pending.splice(0)]
    for (const said of all) await this.#message(said, document)
    const excluded = await this.#takeExcluded()
    const [weakest] = evidence.toSorted((a, b) => a.paired - b.paired)
    const [languages, warnings] = [recordLanguages(aligned.document), all.filter(({ id }) => catalogue[id].severity === 'warning').length]
    const pair = weakest ? pairName(weakest, languages) : ''
    this.#facts.units += aligned.units.length
    if (weakest && weakest.paired < (this.#facts.weakest?.paired ?? 1)) this.#facts.weakest = { document: document.title, pair, paired: weakest.paired }
    const page = this.#each?.written[document.name]?.files.find((file) => file.endsWith('.html'))
    this.#index?.push({ title: document.title, languages, units: aligned.units.length, warnings, ...(weakest ? { paired: weakest.paired } : {}), ...(page === undefined ? {} : { page: page.split(path.sep).map(encodeURIComponent).join('/') }) })
    await this.#row([document.title, 'done', languages.join(' '), aligned.units.length, excluded, pair, weakest ? weakest.paired.toFixed(2) : '', warnings, '', namesOf(document)])
  }

  async end(lexicon: string | undefined): Promise<BuildSummary> {
    const { store } = this.#build
    for (const { title, languages, files, said } of this.#state.undecided) await this.#failedRow(title, languages, files, textOf(said))
    for (const sink of this.#sinks) await sink.end()
    for (const said of this.#pending.splice(0)) await this.#message(said)
    await this.#takeExcluded()
    if (lexicon !== undefined) await this.#saving.write('lexicon.json', lexiconText(store.readLexicons(lexicon) ?? []))
    if (this.#index) await this.#saving.write('index.html', indexPage(this.#index))
    const written = await this.#saving.commit()
    const names = written.map((file) => path.relative(store.folder, file))
    const documents = this.#each?.written ?? {}
    this.#removeStale(names, documents)
    const files = names.map((name) => {
      const { size, mtimeMs } = statSync(path.join(store.folder, name))
      return { name, size, time: mtimeMs }
    })
    const of = hashOfKnown(this.#build, this.#state, lexicon)
    // Where something could not be done that nobody has noted, the next run tries again.
    if (of === undefined) store.drop('written.json')
    else store.writeJson({ of, files, documents, facts: this.#facts, messages: this.#messages.kinds } satisfies WrittenState, 'written.json')
    return { ...this.#facts, messages: this.#messages, files: names, isUnchanged: false }
  }

  async giveUp(): Promise<void> {
    await this.#saving.giveUp()
  }

  #resultOf(document: PlannedDocument, key: string): NonNullable<ReturnType<CollectionBuild['read']>> {
    const result = this.#build.read(document, key)
    if (!result) throw new HexaplaError('build:state-missing', { file: this.#build.store.place('results') })
    return result
  }

  async #failed(document: PlannedDocument, messages: readonly Said[]): Promise<void> {
    for (const said of messages) await this.#message(said, document)
    const fatal = messages.find(isFatal)
    const languages = document.files.map(({ language }) => language)
    await this.#failedRow(document.title, languages, document.files.map(({ file }) => file), fatal === undefined ? '' : textOf(fatal))
  }

  async #failedRow(title: string, languages: readonly string[], files: readonly string[], reason: string): Promise<void> {
    this.#facts.failed.push({ document: title, reason })
    this.#index?.push({ title, languages: [], units: 0, warnings: 0, failure: reason })
    await this.#row([title, 'failed', languages.join(' '), 0, 0, '', '', 0, reason, files.join(', ')])
  }

  async #row(cells: ReadonlyArray<number | string>): Promise<void> {
    await this.#saving.write('report.tsv', `${cells.map((cell) => String(cell).replace(/\s/gu, ' ')).join('\t')}\n`)
  }

  async #message(said: Said, document?: PlannedDocument): Promise<void> {
    this.#messages.add(said)
    await this.#saving.write('messages.jsonl', messageLine(said, document?.title))
  }

  async #takeExcluded(): Promise<number> {
    const some = this.#excluded.splice(0)
    if (some.length > 0) await this.#saving.write('left-out.tsv', some.map(exclusionRow).join(''))
    this.#facts.excluded += some.length
    return some.length
  }

  /** Removes what an earlier run has written and this one has not: a document that is gone, another format. */
  #removeStale(names: readonly string[], documents: WrittenDocuments): void {
    const { folder } = this.#build.store
    const now = new Set([...names, ...Object.values(documents).flatMap(({ files }) => files)])
    const before = [...(this.#before?.files ?? []).map(({ name }) => name), ...Object.values(this.#before?.documents ?? {}).flatMap(({ files }) => files)]
    for (const name of before) if (!now.has(name)) rmSync(path.join(folder, name), { force: true })
  }
}

function namesOf({ files }: PlannedDocument): string {
  return files.map(({ file }) => file).join(', ')
}
