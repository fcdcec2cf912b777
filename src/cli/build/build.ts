/** `hexapla build FOLDER… -o OUT`: a collection of documents into memories, done on all cores, and resumed after anything. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { VFile } from 'vfile'
import { hashOf } from '../../collection/keys.ts'
import { openMemory } from '../../memory/index.ts'
import { HexaplaError, reportTo } from '../../message/report.ts'
import { unitFormats, type UnitFormatName } from '../../write/index.ts'
import type { AlignDocumentOptions } from '../align/align-document.ts'
import { isSource } from '../process/is-source.ts'
import { systemName } from '../process/system-name.ts'
import { archiveOf } from '../input/archived-file.ts'
import { sayFatal } from '../input/load-file.ts'
import { checkOptions, settleOptions, type OutputOptions } from '../options/output-options.ts'
import { readDictionaries, type KnowledgeOptions } from '../input/read-knowledge.ts'
import { withAbbreviations } from '../input/read-list.ts'
import { nameInputs } from '../screen/name-inputs.ts'
import { showMessages } from '../screen/show-messages.ts'
import type { MessageOptions, Terminal } from '../screen/terminal.ts'
import { sayLines } from '../output/write-output.ts'
import { watchless } from './build-watch.ts'
import { MessageCount } from './message-count.ts'
import { CollectionBuild } from './collection-build.ts'
import { inlineRunner, poolRunner, threadLimits } from './pool.ts'
import { queueRunner } from './queue.ts'
import type { BuildRequest } from './request.ts'
import { sayBuild, jsonOfBuild } from './say-build.ts'
import type { Shard } from './shard.ts'
import { Store } from './store.ts'
import type { Runner } from './task.ts'
import { TerminalWatch } from './watch.ts'
import { collectionMessages, writeBuild } from './write-build.ts'

/** Options of `hexapla build`. */
export interface BuildCommandOptions extends AlignDocumentOptions, KnowledgeOptions, MessageOptions, Omit<OutputOptions, 'output' | 'report' | 'source'> {
  output: string
  /** Whether all formats are written of each document apart. */
  each?: boolean
  learn?: boolean
  relearn?: boolean
  retryFailed?: boolean
  /** Threads; all cores unless told. */
  jobs?: number
  /** Seconds of a document. */
  seconds?: number
  /** Megabytes of a thread. */
  memory?: number
  shard?: Shard
  /** Redis, where other machines take the tasks. */
  queue?: string
  /** A memory in one file that takes all units, too. */
  into?: string
}

/** Formats where none is named: of a thousand documents nobody looks at pages. */
const usual: readonly UnitFormatName[] = ['tmx']

/** Builds a collection. Exit code: 1 where a file or a document could not be done; the others are, all the same. */
export async function runBuild(paths: readonly string[], options: BuildCommandOptions, terminal: Terminal, version: string): Promise<number> {
  return withErrors('build', options, terminal, async (whole) => {
    const request = await requestOf(paths, options, version, reportTo(whole))
    const store = new Store(path.resolve(options.output))
    const isNew = !store.isThere()
    store.make()
    store.writeSettings(hashOf('settings', request.settings), request.settings)
    store.writeJson(request, 'request.json')
    try {
      await openInto(store, request)
      return await runRequest(store, request, options, terminal)
    } catch (error) {
      if (isNew && error instanceof HexaplaError && error.id === 'cli:folder-empty') store.remove()
      throw error
    }
  })
}

/** `hexapla merge OUT`: writes what shards have done. Exit code. */
export async function runMerge(output: string, options: MessageOptions, terminal: Terminal): Promise<number> {
  return withErrors(output, options, terminal, async () => {
    const store = new Store(path.resolve(output))
    const request = readRequest(store)
    await openInto(store, request)
    const build = new CollectionBuild(store, request, inlineRunner(), watchless)
    const state = await build.files.look()
    const lexicon = build.learned()?.lexicon
    const missing = build.missing(state, lexicon === '' ? undefined : lexicon)
    const total = state.documents.length
    if (state.stale.length > 0 || missing > 0 || (request.learn && lexicon === undefined)) throw new HexaplaError('build:unfinished', { count: missing, total, files: state.stale.length })
    const summary = await writeBuild(build, state, lexicon === '' ? undefined : lexicon)
    await build.files.tidy(state)
    return finish(build, summary, options, terminal)
  })
}

/** A memory that cannot be written is said now, not after hours. Where it is new, all that is done is put in. */
async function openInto(store: Store, { into }: BuildRequest): Promise<void> {
  if (into === undefined) return
  if (!existsSync(into)) store.drop('written.json')
  const memory = await openMemory(into, { create: true })
  await memory.close()
}

/** What was asked for in the folder of an output; throws a `HexaplaError` where that is none. */
export function readRequest(store: Store): BuildRequest {
  const request = store.readJson('request.json') as BuildRequest | undefined
  if (!request) throw new HexaplaError('build:no-build', { file: store.folder }, store.folder)
  return request
}

async function runRequest(store: Store, request: BuildRequest, options: BuildCommandOptions, terminal: Terminal): Promise<number> {
  const watch = new TerminalWatch(terminal)
  const runner = options.queue === undefined ? lazyRunner(options) : await queueRunner(options.queue)
  try {
    const build = new CollectionBuild(store, request, runner, watch, options.shard)
    const named = nameInputs(request.paths.map((each) => build.files.shown(each)))
    const nothingToAlign = (): HexaplaError => new HexaplaError('cli:nothing-to-align', { file: named })
    if (options.retryFailed) build.forgetFailures()
    const state = await build.files.survey(await build.files.look())
    if (state.count === 0) throw new HexaplaError('cli:folder-empty', { file: named })
    if (state.documents.length === 0 && state.undecided.length === 0 && store.readJson('written.json') !== undefined) {
      // What earlier runs have made of other folders is no longer to be had: it stays as it is.
      watch.stop()
      const said = new MessageCount()
      for (const message of collectionMessages(state)) said.add(message)
      if (!options.json) terminal.stderr(sayLines(said.lines(options.verbose === true)))
      throw nothingToAlign()
    }
    const lexicon = await build.learn(state, options.relearn === true)
    if (options.shard) {
      let failed = 0
      for await (const [, outcome] of build.units(state, lexicon)) if ('failure' in outcome) failed++
      watch.stop()
      if (!options.json) terminal.stderr(sayLines([`shard ${options.shard.number}/${options.shard.count}: ${build.done} documents done now${failed > 0 ? `, ${failed} failed` : ''}`, `when all shards are: hexapla merge ${options.output}`]))
      return failed > 0 ? 1 : 0
    }
    const summary = await writeBuild(build, state, lexicon)
    watch.stop()
    await build.files.tidy(state)
    const code = await finish(build, summary, options, terminal)
    if (state.documents.length === 0) throw nothingToAlign()
    return code
  } finally {
    watch.stop()
    await runner.close()
  }
}

/** Threads that are begun when there is something to do. */
function lazyRunner(options: BuildCommandOptions): Runner {
  let runner: Runner | undefined
  return {
    slots: options.jobs ?? availableParallelism(),
    run: (task) => (runner ??= runnerOf(options)).run(task),
    close: async () => runner?.close()
  }
}

function runnerOf({ jobs = availableParallelism(), seconds = threadLimits.seconds, memory = threadLimits.megabytes }: BuildCommandOptions): Runner {
  // From its sources it runs in one thread, unless more are asked for: each would compile them again.
  return jobs === 1 && isSource ? inlineRunner() : poolRunner(jobs, { seconds, megabytes: memory })
}

async function finish(build: CollectionBuild, summary: Awaited<ReturnType<typeof writeBuild>>, options: MessageOptions, terminal: Terminal): Promise<number> {
  if (options.json) await terminal.stdout(`${JSON.stringify(jsonOfBuild(build, summary))}\n`)
  else terminal.stderr(sayLines(sayBuild(build, summary, options.verbose === true)))
  return summary.messages.fatal > 0 ? 1 : 0
}

/** Runs something, and shows the error that it ends with, under a name. Exit code. */
export async function withErrors(name: string, options: MessageOptions, terminal: Terminal, run: (whole: VFile) => Promise<number>): Promise<number> {
  const whole = new VFile({ path: name })
  try {
    return await run(whole)
  } catch (error) {
    sayFatal(whole, error)
    return 1
  } finally {
    showMessages([whole], terminal, options)
  }
}

async function requestOf(paths: readonly string[], options: BuildCommandOptions, version: string, report: ReturnType<typeof reportTo>): Promise<BuildRequest> {
  const { to = usual, each = false, lang = [], learn = true, unit, source, encoding, limit, segments, force } = options
  checkOptions(options, to)
  const missing = paths.find((each) => archiveOf(each) === undefined && !existsSync(systemName(each)))
  // A folder that is called otherwise would make an empty collection of one that was built.
  if (missing !== undefined) throw new HexaplaError('read:missing', { file: missing, expected: 'a raw export or a folder' }, missing)
  const { added } = await withAbbreviations(options, report)
  const isApart = (name: UnitFormatName): boolean => each || unitFormats[name].kind === 'document'
  return {
    paths: paths.map((each) => path.resolve(each)),
    from: process.cwd(),
    lang: lang.map(absolute),
    settings: {
      version,
      options: {
        ...(unit === undefined ? {} : { unit }),
        ...(source === undefined ? {} : { source }),
        ...(encoding === undefined ? {} : { encoding }),
        ...(limit === undefined ? {} : { limit }),
        ...(segments === undefined ? {} : { segments }),
        ...(force === undefined ? {} : { force }),
        ...(added === undefined ? {} : { added })
      },
      ...(await readDictionaries(options, report))
    },
    learn,
    whole: to.filter((name) => !isApart(name)),
    each: to.filter(isApart),
    write: settleOptions(options),
    ...(options.into === undefined ? {} : { into: path.resolve(options.into) })
  }
}

/** `FILE=xx` with the file as it can be found from anywhere; a bare name stays one. */
function absolute(value: string): string {
  const at = value.lastIndexOf('=')
  const file = value.slice(0, at)
  return path.basename(file) === file ? value : `${path.resolve(file)}${value.slice(at)}`
}
