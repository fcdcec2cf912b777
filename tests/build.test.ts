import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../src/collection/keys.ts'
import { CollectionBuild } from '../src/cli/build/collection-build.ts'
import { inOrder } from '../src/cli/build/in-order.ts'
import { inlineRunner, poolRunner } from '../src/cli/build/pool.ts'
import { optional } from '../src/cli/build/queue.ts'
import type { BuildRequest } from '../src/cli/build/request.ts'
import { Store } from '../src/cli/build/store.ts'
import type { Runner } from '../src/cli/build/task.ts'
import { writeBuild } from '../src/cli/build/write-build.ts'
import type { LanguageCode } from '../src/language/code.ts'
import { read } from '../evaluation/corpus/files.ts'
import { buildCommand } from './build-command.ts'
import { run } from './run-command.ts'

const symbol = 'A/HRC/DEC/49/901'
/** Languages of the six documents. */
const languages: ReadonlyArray<readonly LanguageCode[]> = [['ar', 'en', 'fr', 'ru'], ['en', 'fr'], ['en', 'fr', 'zh'], ['es', 'ru'], ['en', 'fr'], ['fr', 'zh']]

/** When all files of `exports` were written. */
const longAgo = new Date('2020-01-01T00:00:00Z')

let folder = ''
let exports = ''
/** Output of one run in one thread. */
let whole = ''
let command = ''
beforeAll(async () => {
  command = await buildCommand()
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-build-'))
  exports = path.join(folder, 'exports')
  for (const [index, codes] of languages.entries()) for (const code of codes) utimesSync(addFile(index + 1, code), longAgo, longAgo)
  whole = path.join(folder, 'whole')
  expect(await run(['build', exports, '-o', whole, '--jobs', '1'])).toMatchObject({ code: 0 })
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const text = (number: number | string, code: LanguageCode): string =>
  read('corpus', 'decision-tide-gauge-calendar', 'extracts', `${code}.pdftotext.txt`).replaceAll(symbol, `A/HRC/DEC/49/${number}`)

function addFile(number: number | string, code: LanguageCode, into = exports, content = text(number, code)): string {
  const file = path.join(into, `${String(number).replaceAll('/', '-')}-${code}.txt`)
  mkdirSync(into, { recursive: true })
  writeFileSync(file, content)
  return file
}

/** What was written, by name, without the state. */
function outputs(out: string): Record<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.hexapla') && statSync(path.join(out, name)).isFile())
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(out, name), 'utf8')]))
}

/** Ids of the messages on standard error. */
function idsIn(stderr: string): string[] {
  return [...stderr.matchAll(/ \[([a-z]+:[a-z-]+)\]$/gm)].map(([, id = '']) => id)
}

interface Facts {
  documents: number
  failed: Array<{ document: string; reason: string }>
  isUnchanged: boolean
  done: { files: number; documents: number }
  messages: Record<string, number>
}

async function facts(...argv: string[]): Promise<Facts> {
  return JSON.parse((await run(['build', ...argv, '--jobs', '1', '--json'])).stdout) as Facts
}

/** Three documents in two languages, and a place for what comes of them. */
function collection(name: string): [input: string, output: string] {
  const input = path.join(folder, name)
  for (const [index, codes] of languages.entries()) if (index < 3) for (const code of codes) if (code === 'en' || code === 'fr') addFile(index + 1, code, input)
  return [input, path.join(folder, `${name}-out`)]
}

it('a folder in one language is said to have nothing to align', async () => {
  const alone = path.join(folder, 'alone')
  addFile(1, 'fr', alone)
  const { code, stderr } = await run(['build', alone, '-o', path.join(folder, 'of-one'), '--jobs', '1'])
  expect(code).toBe(1)
  expect(stderr).toContain('[cli:nothing-to-align]')
})

it('a path that is not there ends a build before it touches what there is', async () => {
  const before = outputs(whole)
  const { code, stderr } = await run(['build', exports, path.join(folder, 'export'), '-o', whole, '--jobs', '1'])
  expect([code, idsIn(stderr)]).toEqual([1, ['read:missing']])
  const empty = path.join(folder, 'nothing')
  mkdirSync(empty)
  expect(idsIn((await run(['build', empty, '-o', path.join(folder, 'of-nothing'), '--jobs', '1'])).stderr)).toEqual(['cli:folder-empty'])
  expect(existsSync(path.join(folder, 'of-nothing'))).toBe(false)
  expect(outputs(whole)).toEqual(before)
})

it('a document with two files in a language has failed, and what was built of other folders stays', async () => {
  const [input, out] = [path.join(folder, 'twice'), path.join(folder, 'twice-out')]
  for (const code of ['en', 'fr'] as const) addFile(1, code, input)
  for (const code of ['en', 'fr'] as const) addFile(2, code, input)
  writeFileSync(path.join(input, 'again-fr.txt'), `${text(2, 'fr')}\nx\n`)
  expect(await facts(input, '-o', out)).toMatchObject({ documents: 2, failed: [{ document: 'A/HRC/DEC/49/2', reason: expect.stringContaining('second file in fr') as string }] })
  expect(readFileSync(path.join(out, 'report.tsv'), 'utf8')).toMatch(/^A\/HRC\/DEC\/49\/2\tfailed\ten fr\t/m)
  expect((await run(['status', out])).stdout).toMatch(/^2 documents: 1 done\nfailed: 1\n/)
  const before = outputs(out)
  const alone = path.join(folder, 'only-one')
  addFile(1, 'fr', alone)
  expect(idsIn((await run(['build', alone, '-o', out, '--jobs', '1'])).stderr)).toEqual(['cli:nothing-to-align'])
  expect(outputs(out)).toEqual(before)
})

it('versions without a symbol are one document by the letters of their names, as for `align`', async () => {
  const [input, out] = [path.join(folder, 'letters'), path.join(folder, 'letters-out')]
  mkdirSync(input)
  for (const [letter, code] of [['E', 'en'], ['F', 'fr'], ['C', 'zh']] as const) {
    writeFileSync(path.join(input, `calendar-${letter}.txt`), read('corpus', 'cd-note-verbale-belarus-2019', `${code}.txt`).replace(/^.*CD\/2161.*$/gm, ''))
  }
  expect((await run(['detect', input])).stdout.split('\n')[0]).toMatch(/calendar: en fr zh/)
  expect(await run(['build', input, '-o', out, '--jobs', '1', '--to', 'tsv', '--no-learn'])).toMatchObject({ code: 0 })
  expect(readFileSync(path.join(out, 'report.tsv'), 'utf8').split('\n')[1]).toMatch(/calendar\tdone\ten fr zh\t/)
})

describe('a build', () => {
  it('writes a memory of each pair and of all languages, in the order of symbols', () => {
    const files = outputs(whole)
    const memories = Object.keys(files).filter((name) => name.endsWith('.tmx'))
    expect(memories).toHaveLength(10)
    const found = [...(files['memory.all.sent.tmx'] ?? '').matchAll(/<prop type="x-un-symbol">(.*?)<\/prop>/g)].map(([, found]) => found)
    expect([...new Set(found)]).toEqual([1, 2, 3, 4, 5, 6].map((number) => `A/HRC/DEC/49/${number}`))
    expect(files['report.tsv']?.split('\n').slice(1, -1).map((row) => row.split('\t').slice(0, 3).join(' '))).toEqual(
      languages.map((codes, index) => `A/HRC/DEC/49/${index + 1} done ${['en', ...codes.filter((code) => code !== 'en')].filter((code) => codes.includes(code as LanguageCode)).join(' ')}`)
    )
    expect(JSON.parse(files['lexicon.json'] ?? '')).not.toEqual([])
  })

  it('puts all units into a memory, too, once however often it runs', async () => {
    const [out, memory] = [path.join(folder, 'into'), path.join(folder, 'into.db')]
    const argv = ['build', exports, '-o', out, '--into', memory, '--jobs', '1']
    expect((await run(argv)).stderr).toContain('all units are in ')
    const listed = await run(['memory', 'list', memory, '--json'])
    const shown = await run(['find', '验潮仪', '-m', memory, '--to', 'fr'])
    expect(shown.stderr).toContain('no text is like it')
    expect(shown.stdout).toContain('验潮仪')
    rmSync(path.join(out, '.hexapla', 'written.json'))
    await run(argv)
    expect((await run(['memory', 'list', memory, '--json'])).stdout).toBe(listed.stdout)
    // Made anew where it is gone, from what is done; the folder itself can be added, and is known by then.
    rmSync(memory)
    expect((await run(argv)).stderr).toContain('now: nothing to align')
    expect((await run(['memory', 'list', memory, '--json'])).stdout).toBe(listed.stdout)
    expect((await run(['memory', 'add', path.join(folder, 'added.db'), out])).code).toBe(0)
  })

  it('run again opens no document and writes nothing', async () => {
    const [first = ''] = readdirSync(exports)
    const file = path.join(exports, first)
    const content = readFileSync(file)
    const before = statSync(path.join(whole, 'memory.all.sent.tmx')).mtimeMs
    // Other bytes with the same size and time are not seen: they are not read.
    writeFileSync(file, Buffer.alloc(content.length))
    utimesSync(file, longAgo, longAgo)
    const again = await facts(exports, '-o', whole)
    writeFileSync(file, content)
    expect(again).toMatchObject({ isUnchanged: true, done: { files: 0, documents: 0 } })
    expect(statSync(path.join(whole, 'memory.all.sent.tmx')).mtimeMs).toBe(before)
    // A file that was touched is read, and found to be the same.
    expect(await facts(exports, '-o', whole)).toMatchObject({ isUnchanged: true, done: { files: 1, documents: 0 } })
  })

  it('gives the same bytes by threads', async () => {
    const [input, out] = collection('threads')
    expect(await run(['build', input, '-o', out, '--jobs', '1'])).toMatchObject({ code: 0 })
    expect(spawnSync(process.execPath, [command, 'build', input, '-o', `${out}-two`, '--jobs', '2'], { encoding: 'utf8' })).toMatchObject({ status: 0 })
    expect(outputs(`${out}-two`)).toEqual(outputs(out))
  })

  it('gives the same bytes by shards, in any order, once all are done', async () => {
    const out = path.join(folder, 'shards')
    for (const shard of ['3/3', '1/3']) expect(await run(['build', exports, '-o', out, '--jobs', '1', '--shard', shard])).toMatchObject({ code: 0 })
    const early = await run(['merge', out])
    expect([early.code, idsIn(early.stderr)]).toEqual([1, ['build:unfinished']])
    await run(['build', exports, '-o', out, '--jobs', '1', '--shard', '2/3'])
    expect(await run(['merge', out])).toMatchObject({ code: 0 })
    // What is only needed on the way is gone.
    expect(readdirSync(path.join(out, '.hexapla')).filter((name) => name === 'versions' || name === 'unfinished')).toEqual([])
    expect(outputs(out)).toEqual(outputs(whole))
  })

  it('gives the same bytes after it was killed', async () => {
    const out = path.join(folder, 'killed')
    for (const after of [400, 900]) {
      const child = spawn(process.execPath, [command, 'build', exports, '-o', out, '--jobs', '1'], { stdio: 'ignore' })
      const timer = setTimeout(() => child.kill('SIGKILL'), after)
      await new Promise((resolve) => child.on('exit', resolve))
      clearTimeout(timer)
    }
    expect(await run(['build', exports, '-o', out, '--jobs', '1'])).toMatchObject({ code: 0 })
    expect(outputs(out)).toEqual(outputs(whole))
    expect(existsSync(path.join(out, '.hexapla', 'unfinished'))).toBe(false)
    // What a run was writing when it was killed goes, in the folder and in those of documents; what another is writing stays.
    const part = (last: string): string => `.hexapla-${'0'.repeat(23)}${last}.part`
    const [left, taken] = [path.join(out, part('1')), path.join(out, part('2'))]
    writeFileSync(left, 'half')
    utimesSync(left, 1, 1)
    writeFileSync(taken, 'half')
    const later = new Date(Date.now() + 1e6)
    utimesSync(taken, later, later)
    rmSync(path.join(out, '.hexapla', 'written.json'))
    expect(await run(['build', exports, '-o', out, '--jobs', '1'])).toMatchObject({ code: 0 })
    expect([existsSync(left), existsSync(taken)]).toEqual([false, true])
  })

  it('says what a folder is that is no output', async () => {
    for (const command of ['merge', 'status']) expect(idsIn((await run([command, exports])).stderr)).toEqual(['build:no-build'])
  })
})

describe('a collection that changes', () => {
  it('does no more than the revision that was added, and takes away what it replaces', async () => {
    const [input, out] = collection('revised')
    expect((await facts(input, '-o', out)).done).toEqual({ files: 6, documents: 3 })
    for (const code of ['en', 'fr'] as const) addFile('2/Rev.1', code, input)
    const added = await facts(input, '-o', out)
    expect(added).toMatchObject({ documents: 3, done: { files: 2, documents: 1 }, messages: { 'cli:issue-replaced': 2 } })
    expect(readFileSync(path.join(out, 'memory.en-fr.sent.tmx'), 'utf8')).not.toContain('>A/HRC/DEC/49/2<')
    // Of the same files it is the same, whatever the way to it, once the words are learned again.
    await facts(input, '-o', out, '--relearn')
    await facts(input, '-o', `${out}-fresh`)
    expect(outputs(out)).toEqual(outputs(`${out}-fresh`))
  })

  it('goes on without a document that fails, says which and why, and tries it again when told', async () => {
    const [input, out] = collection('failing')
    addFile(9, 'en', input)
    addFile(9, 'fr', input, 'A/HRC/DEC/49/9\n\nLe bateau de la mère du pêcheur est arrivé au port avec son fils et son chien, et tout le monde était content de les voir revenir après une si longue absence en mer.\n'.repeat(12))
    writeFileSync(path.join(input, 'noise-en.txt'), '12345 67890\n')
    const { code, stderr } = await run(['build', input, '-o', out, '--jobs', '1'])
    expect([code, stderr]).toEqual([1, expect.stringContaining('failed: A/HRC/DEC/49/9')])
    expect(stderr.split('\n').length).toBeLessThan(24)
    const status = await run(['status', out])
    expect([status.code, status.stdout]).toEqual([1, expect.stringMatching(/^4 documents: 3 done\nfailed: 1\n {2}A\/HRC\/DEC\/49\/9: [^\n]*\nfiles that cannot be read: 1\n/)])
    expect(await facts(input, '-o', out)).toMatchObject({ isUnchanged: true, done: { files: 0, documents: 0 } })
    expect(await facts(input, '-o', out, '--retry-failed')).toMatchObject({ done: { files: 1, documents: 1 } })
    addFile(9, 'fr', input)
    rmSync(path.join(input, 'noise-en.txt'))
    expect((await run(['status', out])).stdout).toContain('files that are new or have changed: 1\n')
    expect(await facts(input, '-o', out)).toMatchObject({ failed: [], done: { files: 1, documents: 1 } })
    const rows = readFileSync(path.join(out, 'messages.jsonl'), 'utf8')
    expect(rows).not.toContain('align:documents-differ')
  })

  it('writes documents apart, with an index of their pages, and removes those that are gone', async () => {
    const [input, out] = collection('apart')
    expect(await run(['build', input, '-o', out, '--jobs', '1', '--to', 'tmx,html'])).toMatchObject({ code: 0 })
    const page = path.join('documents', 'A_HRC_DEC_49_2', 'A_HRC_DEC_49_2.sent.html')
    expect(outputs(out)['index.html']).toContain(`<a href="${page}">A/HRC/DEC/49/2</a>`)
    expect(Object.keys(outputs(out))).toEqual(expect.arrayContaining([page, 'memory.en-fr.sent.tmx']))
    for (const code of ['en', 'fr']) rmSync(path.join(input, `2-${code}.txt`))
    await run(['build', input, '-o', out, '--jobs', '1', '--to', 'tsv', '--each'])
    expect(Object.keys(outputs(out)).filter((name) => !name.startsWith('documents'))).toEqual(['left-out.tsv', 'lexicon.json', 'messages.jsonl', 'report.tsv'])
    expect(Object.keys(outputs(out)).filter((name) => name.endsWith('.html') || name.includes('49_2'))).toEqual([])
  })
})

describe('what goes wrong around a build', () => {
  const request = (input: string): BuildRequest => ({ paths: [input], from: folder, lang: [], settings: { version: '0', options: {}, dictionaries: [], lexicons: [] }, learn: false, whole: ['tmx'], each: [], write: {} })
  const watch = { phase: () => undefined, step: () => undefined }

  function begin(name: string, runner: Runner): CollectionBuild {
    const input = path.join(folder, name)
    cpSync(exports, input, { recursive: true })
    const store = new Store(path.join(folder, `${name}-out`))
    const asked = request(input)
    store.make()
    store.writeSettings(hashOf('settings', asked.settings), asked.settings)
    return new CollectionBuild(store, asked, runner, watch)
  }

  it('a file that vanishes in mid run fails its document, and is said with the remedy', async () => {
    const build = begin('vanishing', inlineRunner())
    const state = await build.files.survey(await build.files.look())
    build.store.dropVersions()
    rmSync(path.join(folder, 'vanishing', '2-fr.txt'))
    writeFileSync(path.join(folder, 'vanishing', '3-en.txt'), text(3, 'en').replace('2', '3'))
    const summary = await writeBuild(build, state, undefined)
    expect(summary.failed.map(({ document }) => document)).toEqual(['A/HRC/DEC/49/2', 'A/HRC/DEC/49/3'])
    expect(summary.messages.counts()).toMatchObject({ 'read:missing': 1, 'build:input-changed': 1 })
    // It is not noted as a failure of what the file was: the next run looks again.
    expect([...build.store.failureKeys()]).toEqual([])
  })

  it('a full disk ends the build with its remedy, and nothing is half written', async () => {
    const full = { stop: { id: 'cli:disk-full', values: { file: 'out', error: 'ENOSPC' } } } as const
    const { run: work } = inlineRunner()
    const build = begin('full', { ...inlineRunner(), run: (task) => (task.kind === 'align' && task.title.endsWith('3') ? Promise.resolve(full) : work(task)) })
    const state = await build.files.survey(await build.files.look())
    await expect(writeBuild(build, state, undefined)).rejects.toMatchObject({ id: 'cli:disk-full' })
    expect(Object.keys(outputs(build.store.folder))).toEqual([])
    expect(build.store.resultKeys().size).toBe(2)
  })

  it('an output that cannot be written is said', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    const { code, stderr } = await run(['build', exports, '-o', path.join(file, 'out'), '--jobs', '1'])
    expect([code, stderr]).toEqual([1, expect.stringContaining('[cli:output-not-a-folder]')])
  })

  it('a thread that takes too long fails its document and is replaced', async () => {
    const runner = poolRunner(1, { seconds: 0.001, megabytes: 500 })
    try {
      const outcome = await runner.run({ kind: 'survey', output: folder, settings: '', files: [{ path: exports }] })
      expect(outcome).toEqual({ broken: { id: 'build:task-too-long', values: { what: exports, seconds: 0.001 } } })
    } finally {
      await runner.close()
    }
  })

  it('a thread that dies of its memory fails its document', async () => {
    const runner = poolRunner(1, { seconds: 100, megabytes: 4 })
    try {
      const outcome = await runner.run({ kind: 'survey', output: folder, settings: '', files: [{ path: exports }] })
      expect(outcome).toMatchObject({ broken: { id: 'build:thread-died', values: { what: exports, megabytes: 4 } } })
    } finally {
      await runner.close()
    }
  })

  it('threads that die before they have a task end the build with a remedy', async () => {
    const runner = poolRunner(1, { seconds: 100, megabytes: 1 })
    try {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const outcome = await runner.run({ kind: 'survey', output: folder, settings: '', files: [{ path: exports }] })
      expect(Object.values(outcome)).toMatchObject([{ id: 'build:thread-died' }])
    } finally {
      await runner.close()
    }
    expect(await run(['build', exports, '-o', path.join(folder, 'little'), '--memory', '1'])).toMatchObject({ code: 2, stderr: expect.stringContaining('64 megabytes') as string })
  })

  it('a document whose thread is ended with the build has not failed', async () => {
    const runner = poolRunner(1)
    const outcome = runner.run({ kind: 'survey', output: folder, settings: '', files: [{ path: exports }] })
    await runner.close()
    expect(await outcome).toHaveProperty('stop')
  })

  it('a folder of the output that is not whole stops the build', async () => {
    const outcome = await inlineRunner().run({ kind: 'survey', output: folder, settings: 'none', files: [] })
    expect(outcome).toMatchObject({ stop: { id: 'build:state-missing' } })
  })

  it('torn lines and results are read again', () => {
    const store = new Store(path.join(folder, 'torn'))
    const line = { settings: 's', path: 'a', size: 1, time: '1', bytes: 'b', key: 'k' }
    store.appendSurvey('one', [line])
    writeFileSync(store.place('surveys', 'one.jsonl'), `${JSON.stringify(line)}\n{"path":"b","si`)
    store.appendSurvey('one', [{ ...line, path: 'c' }])
    expect(Array.from(store.readSurvey(), (each) => each.path)).toEqual(['a', 'c'])
    store.writeResult('abcd', { document: { versions: {} }, units: [], evidence: [], messages: [] })
    expect(store.readResult('abcd')?.units).toEqual([])
    writeFileSync(store.place('results', 'ab', 'cd'), readFileSync(store.place('results', 'ab', 'cd')).subarray(0, 20))
    expect(store.readResult('abcd')).toBeUndefined()
  })
})

describe('work in order', () => {
  it('yields in order, keeps to its limit, and does not run ahead of who takes', async () => {
    let [running, most, started] = [0, 0, 0]
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++running)
      started++
      await new Promise((resolve) => setTimeout(resolve, item % 3))
      running--
      return item * 2
    }
    const taken: number[] = []
    for await (const [item, value] of inOrder([...Array(40).keys()], 3, work, 5)) {
      taken.push(value)
      expect(started).toBeLessThanOrEqual(item + 6)
    }
    expect([taken, most]).toEqual([[...Array(40).keys()].map((item) => item * 2), 3])
  })

  it('begins nothing new once nobody takes any more', async () => {
    let started = 0
    const work = async (): Promise<void> => {
      started++
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    for await (const [item] of inOrder([...Array(40).keys()], 2, work)) if (item === 3) break
    const before = started
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([started, before < 10]).toEqual([before, true])
  })
})

it('a queue whose package is missing is said', async () => {
  const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
  await expect(optional('bullmq', () => Promise.reject(missing))).rejects.toMatchObject({ id: 'build:queue-missing', values: { actual: 'bullmq' } })
})
