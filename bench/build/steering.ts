/**
 * What the process that steers a build holds by itself: its tasks are done by a runner that stores one result again and again,
 * so that neither threads nor alignment are in the figures. Run by `run.ts` as one bundled file, with `--expose-gc`:
 *
 *     steering.mjs DOCUMENTS FOLDER RESULT
 *
 * RESULT is a file of `.hexapla/results`. Prints a line of JSON: `live` and `resident`, in MB.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { gunzipSync } from 'node:zlib'
import { CollectionBuild } from '../../src/cli/build/collection-build.ts'
import type { BuildRequest } from '../../src/cli/build/request.ts'
import { Store, type StoredResult } from '../../src/cli/build/store.ts'
import type { SurveyLine } from '../../src/cli/build/survey-line.ts'
import type { Runner, TaskFile } from '../../src/cli/build/task.ts'
import { writeBuild } from '../../src/cli/build/write-build.ts'
import { hashOf } from '../../src/collection/keys.ts'

// As the command has them.
for (const flag of ['--max-lazy', '--no-parallel-scavenge', '--regexp-tier-up-ticks=0', '--no-concurrent-marking', '--no-incremental-marking']) setFlagsFromString(flag)

const [count = '', folder = '', result = ''] = process.argv.slice(2)
const languages = ['en', 'fr', 'zh'] as const
const input = path.join(folder, 'exports')
for (let number = 1; number <= Number(count); number++) {
  const place = path.join(input, String(Math.floor((number - 1) / 1000)))
  mkdirSync(place, { recursive: true })
  for (const code of languages) writeFileSync(path.join(place, `${number}-${code}.txt`), '')
}
const stored = gunzipSync(readFileSync(result)).toString()
const store = new Store(path.join(folder, 'out'))
store.make()
const request: BuildRequest = { paths: [input], from: folder, lang: [], settings: { version: '0', options: {}, dictionaries: [], lexicons: [] }, learn: true, whole: ['tmx'], each: [], write: {} }
store.writeSettings(hashOf('settings', request.settings), request.settings)

function lineOf({ path: file }: TaskFile, settings: string): SurveyLine {
  const { size, mtimeNs } = statSync(file, { bigint: true })
  const [number = '', code] = path.basename(file, '.txt').split('-')
  const [language = 'en', bytes] = [languages.find((each) => each === code), hashOf(file)]
  return { settings, path: file, size: Number(size), time: String(mtimeNs), bytes, key: hashOf(bytes), member: { file, language, symbols: [`A/HRC/90/${number}`], format: 6, text: bytes } }
}

const runner: Runner = {
  slots: 2,
  close: () => Promise.resolve(),
  run: async (task) => {
    // Nothing is done before its turn, as where threads do it.
    await new Promise((resolve) => setImmediate(resolve))
    if (task.kind === 'survey') return { value: task.files.map((file) => lineOf(file, task.settings)) }
    if (task.kind === 'align') {
      const own = JSON.parse(stored) as StoredResult
      own.document.symbol = task.title
      store.writeResult(task.key, own)
    }
    return { value: null }
  }
}

const build = new CollectionBuild(store, request, runner, { phase: () => undefined, step: () => undefined })
const state = await build.files.survey(await build.files.look())
await writeBuild(build, state, await build.learn(state, false))
const resident = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
globalThis.gc?.()
const live = process.memoryUsage().heapUsed / 1e6
await build.files.tidy(state)
process.stdout.write(`${JSON.stringify({ live, resident, documents: state.documents.length })}\n`)
