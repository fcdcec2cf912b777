/** Pipes, devices, full disks, links, signals, names: real ones, wherever the system lets a test have them. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMemory } from '../src/cli/memory/open-memory.ts'
import { gather, readBytes, withoutPause } from '../src/cli/input/read-input.ts'
import { safeName } from '../src/cli/output/safe-name.ts'
import { saveFiles } from '../src/cli/output/save-files.ts'
import { nameOf, systemName } from '../src/cli/process/system-name.ts'
import { processTerminal } from '../src/cli/screen/terminal.ts'
import type { MessageId } from '../src/message/catalogue.ts'
import { isoDate } from '../src/write/date.ts'
import { buildCommand } from './build-command.ts'
import { run } from './run-command.ts'
import { someOf } from './some-of.ts'

const top = path.resolve(import.meta.dirname, '..')
const folders: string[] = []
let folder = ''
let command = ''
beforeAll(async () => {
  command = await buildCommand()
})
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-test-'))
  folders.push(folder)
})
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

const version = (code: string): string => path.join(top, 'corpus/cd-note-verbale-belarus-2019', `${code}.txt`)
const at = (name: string): string => path.join(folder, name)
const put = (name: string, text = ''): string => {
  writeFileSync(at(name), text)
  return at(name)
}

const unit = (id: string): string => `${JSON.stringify({ type: 'unit', id, granularity: 'sentence', block: 'paragraph', address: id, versions: { en: { segments: [`The station is number ${id}.`], addresses: [id] }, fr: { segments: [`La station est le numéro ${id}.`], addresses: [id] } }, score: 1, by: 'memory' })}\n`
const memory = Array.from({ length: 40 }, (_, index) => unit(String(1000 + index))).join('')

/** An id as the messages in JSON have it. */
const quoted = (id: MessageId): string => JSON.stringify(id)

/** The command as a process of its own, by way of a shell. */
function shell(line: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: folder, env: { ...process.env, HEXAPLA: `${process.execPath} ${command}` } })
}

const unix = process.platform === 'win32' ? describe.skip : describe
const linux = process.platform === 'linux' ? it : it.skip

/** What a link points to; nothing where it is gone by now. */
function readlinkOf(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}

/** Nothing of ours is left in a folder. */
const leftovers = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.'))

unix('an input that can be read once', () => {
  it.each([
    ['a process substitution', '$HEXAPLA convert <(cat m.jsonl) --from jsonl --to tsv'],
    ['/dev/stdin', 'cat m.jsonl | $HEXAPLA convert /dev/stdin --from jsonl --to tsv'],
    ['standard input', 'cat m.jsonl | $HEXAPLA convert - --from jsonl --to tsv'],
    ['a FIFO', 'mkfifo f.jsonl; cat m.jsonl > f.jsonl & $HEXAPLA convert f.jsonl --to tsv']
  ])('%s is read whole', (_, line) => {
    put('m.jsonl', memory)
    const { status, stdout } = shell(line)
    expect(status).toBe(0)
    expect(stdout.split('\n')).toHaveLength(1 + 40 + 1)
  })

  it('a text comes through a FIFO', () => {
    const { status, stdout } = shell(`mkfifo f.txt; cat ${version('fr')} > f.txt & $HEXAPLA parse f.txt`)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^root fr/)
  })
})

describe('an input without end', () => {
  linux.each([
    [['parse', '/dev/zero', '--limit', 'bytes=20000000'], 'read:too-large'],
    [['convert', '/dev/zero', '--from', 'tmx'], 'read:memory-malformed'],
    [['convert', '/dev/zero', '--from', 'jsonl'], 'read:memory-line']
  ])('%j: an error soon', async (argv, id) => {
    const { code, stderr } = await run([...argv, '--json'])
    expect(code).toBe(1)
    expect(stderr).toContain(`"${id}"`)
  })

  it('fails where there is more than allowed', async () => {
    await expect(gather(Readable.from([Buffer.alloc(10), Buffer.alloc(10)]), 'x', 15)).rejects.toMatchObject({ id: 'read:too-large' })
  })

  linux('is closed where its size is known to be more than allowed', async () => {
    const file = put('large.txt', 'x'.repeat(100))
    const open = (): number => readdirSync('/proc/self/fd', { encoding: 'utf8' }).filter((fd) => readlinkOf(`/proc/self/fd/${fd}`) === file).length
    await expect(readBytes(file, 'a raw export', 15)).rejects.toMatchObject({ id: 'read:too-large' })
    expect(open()).toBe(0)
  })

  it('fails where a pipe gives more than can be kept', async () => {
    const { read, close } = await openMemory('-', 'standard input', { stdin: () => Readable.from([Buffer.alloc(10), Buffer.alloc(10)]) }, 15)
    await expect(
      (async () => {
        for await (const piece of read()) expect(piece).toHaveLength(10)
      })()
    ).rejects.toMatchObject({ id: 'read:endless' })
    await close()
  })

  it('fails where nothing comes for long', async () => {
    const silent = new Readable({ read: () => undefined })
    const read = withoutPause(silent, 'x', 20)
    await expect(read.next()).rejects.toMatchObject({ id: 'read:silent' })
    expect(silent.destroyed).toBe(true)
  })

  it('a memory that changes between two readings is noticed', async () => {
    const file = put('m.jsonl', memory)
    const { read, close } = await openMemory(file, 'm.jsonl', processTerminal)
    for await (const piece of read()) expect(piece.length).toBeGreaterThan(0)
    appendFileSync(file, memory)
    await expect((async () => {
      for await (const piece of read()) expect(piece.length).toBeGreaterThan(0)
    })()).rejects.toMatchObject({ id: 'read:changed' })
    await close()
  })
})

unix('standard output', () => {
  linux.each(someOf(['align {fr} {en}', 'parse {fr}', 'clean {fr}', 'detect {fr}', '--help', '--version'], 2, 1))('%s to a full device fails with a word and no stack', (line) => {
    const { status, stderr } = shell(`$HEXAPLA ${line.replace('{fr}', version('fr')).replace('{en}', version('en'))} > /dev/full`)
    expect(status).toBe(1)
    expect(stderr).not.toMatch(/\n {4}at /)
    if (line !== '--version') expect(stderr).toMatch(/standard output/)
  })

  linux('the message has its id', () => {
    expect(shell(`$HEXAPLA parse ${version('fr')} --json > /dev/full`).stderr).toContain(quoted('cli:stdout-unwritable'))
  })

  it('to a reader that has seen enough is no error', () => {
    put('m.jsonl', memory.repeat(500))
    const { status, stderr } = shell('set -o pipefail; $HEXAPLA convert m.jsonl --to tsv | head -1 > /dev/null')
    expect([status, stderr]).toEqual([0, ''])
  })

  it('messages to a full device change no exit code', () => {
    if (existsSync('/dev/full')) expect(shell('$HEXAPLA parse nothing.txt 2> /dev/full').status).toBe(1)
  })
})

/** A disk of 64 KB; `undefined` where the test may not mount one. */
function smallDisk(): string | undefined {
  const disk = at('disk')
  mkdirSync(disk)
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0 ? disk : undefined
}

unix('a full disk', () => {
  it('leaves the old file as it is, and nothing else', async ({ skip }) => {
    const disk = smallDisk()
    if (disk === undefined) return skip()
    try {
      const old = path.join(disk, 'm.jsonl')
      writeFileSync(old, 'old\n')
      const input = put('big.jsonl', memory.repeat(20))
      const { code, stderr } = await run(['convert', input, '-o', old, '--json'])
      expect(code).toBe(1)
      expect(stderr).toContain(quoted('cli:disk-full'))
      expect(readdirSync(disk)).toEqual(['m.jsonl'])
      expect(readFileSync(old, 'utf8')).toBe('old\n')
      const folderRun = await run(['convert', input, '-o', path.join(disk, 'new/deep'), '--to', 'jsonl,tsv'])
      expect(folderRun.code).toBe(1)
      expect(readdirSync(disk)).toEqual(['m.jsonl'])
    } finally {
      execFileSync('umount', [disk])
    }
  })

  it('leaves no output without its report', async ({ skip }) => {
    const disk = smallDisk()
    if (disk === undefined) return skip()
    try {
      const input = put('m.jsonl', memory)
      writeFileSync(path.join(disk, 'other'), 'x'.repeat(60_000))
      const out = put('old.tsv', 'old\n')
      const argv = ['convert', input, '--min-score', '0.99', '-o', out, '--report', path.join(disk, 'left-out.tsv'), '--json']
      writeFileSync(input, memory.replaceAll('"score":1', '"score":0.5').repeat(4))
      const { code, stderr } = await run(argv)
      expect([code, stderr]).toEqual([1, expect.stringContaining(quoted('cli:disk-full'))])
      expect(readFileSync(out, 'utf8')).toBe('old\n')
      expect(readdirSync(disk)).toEqual(['other'])
      expect(leftovers()).toEqual([])
    } finally {
      execFileSync('umount', [disk])
    }
  })

  it('cut standard output is told', ({ skip }) => {
    const disk = smallDisk()
    if (disk === undefined) return skip()
    try {
      put('big.jsonl', memory.repeat(20))
      const { status, stderr } = shell('$HEXAPLA convert big.jsonl --to tsv > disk/out.tsv')
      expect(status).toBe(1)
      expect(stderr).toMatch(/standard output: ENOSPC/)
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

unix('what is no regular file', () => {
  it('a device is written into', async () => {
    if (!existsSync('/dev/null')) return
    const file = put('m.jsonl', memory)
    expect((await run(['convert', file, '--to', 'tmx', '--report', '/dev/null'])).code).toBe(0)
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('a FIFO is written into', () => {
    put('m.jsonl', memory)
    const { status, stdout } = shell('mkfifo out.tsv; cat out.tsv > copy.tsv & $HEXAPLA convert m.jsonl -o out.tsv; code=$?; wait; wc -l < copy.tsv; exit $code')
    expect(status).toBe(0)
    expect(stdout.trim()).toBe('41')
    expect(lstatSync(at('out.tsv')).isFIFO()).toBe(true)
  })

  it('a link that the user named is followed and stays', async () => {
    const file = put('m.jsonl', memory)
    mkdirSync(at('elsewhere'))
    put('elsewhere/real.tsv', 'old')
    symlinkSync('elsewhere/real.tsv', at('link.tsv'))
    symlinkSync('elsewhere/new.tsv', at('dangling.tsv'))
    for (const [link, real] of [['link.tsv', 'real.tsv'], ['dangling.tsv', 'new.tsv']] as const) {
      expect((await run(['convert', file, '-o', at(link)])).code).toBe(0)
      expect(lstatSync(at(link)).isSymbolicLink()).toBe(true)
      expect(readFileSync(at(`elsewhere/${real}`), 'utf8')).toContain('The station')
    }
  })

  it('the name of a temporary file cannot be foreseen, and what has it is not followed', async () => {
    const victim = put('victim.txt', 'precious')
    const seen = new Set<string>()
    const chunks = async function* () {
      yield { file: 'x.tsv', text: 'first' }
      for (const name of leftovers()) seen.add(name)
      await Promise.resolve()
      yield { file: 'x.tsv', text: 'second', last: true as const }
    }
    // The name that was foreseeable once.
    symlinkSync(victim, at(`.x.tsv.${process.pid}.part`))
    await saveFiles(folder, chunks())
    await saveFiles(folder, chunks())
    expect(readFileSync(victim, 'utf8')).toBe('precious')
    expect([...seen].filter((name) => /^\.hexapla-[0-9a-f]{24}\.part$/.test(name))).toHaveLength(2)
  })

  it('the permissions of a file that is replaced stay', async () => {
    const old = put('x.tsv', 'old')
    chmodSync(old, 0o640)
    await saveFiles(folder, [{ file: 'x.tsv', text: 'new', last: true }])
    expect(statSync(old).mode & 0o777).toBe(0o640)
  })
})

describe('all or none', () => {
  it('puts back what was replaced where a later file cannot be', async () => {
    put('a.tsv', 'old a')
    const chunks = async function* () {
      yield { file: 'a.tsv', text: 'new a', last: true as const }
      yield { file: 'b.tsv', text: 'new b', last: true as const }
      yield { file: 'c.tsv', text: 'new c', last: true as const }
      // Somebody makes a folder of that name meanwhile.
      await Promise.resolve()
      mkdirSync(at('c.tsv'))
    }
    await expect(saveFiles(folder, chunks())).rejects.toMatchObject({ id: 'cli:output-is-a-folder' })
    expect(readFileSync(at('a.tsv'), 'utf8')).toBe('old a')
    expect(readdirSync(folder).sort()).toEqual(['a.tsv', 'c.tsv'])
  })

  it('removes the folders that it made', async () => {
    const failing = async function* () {
      yield { file: 'a.tsv', text: 'x' }
      await Promise.resolve()
      throw new RangeError('broken')
    }
    await expect(saveFiles(at('new/deep'), failing())).rejects.toThrow('broken')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['the report is the input', ['convert', 'm.jsonl', '--to', 'tmx', '--report', 'm.jsonl']],
    ['the report is the input by another name', ['convert', 'm.jsonl', '--to', 'tmx', '--report', 'same.jsonl']],
    ['the report is the output', ['convert', 'm.jsonl', '-o', 'out.tmx', '--report', 'out.tmx']],
    ['the output is the input', ['convert', 'm.jsonl', '-o', 'm.jsonl']],
    ['a lexicon is written onto the memory', ['train', 'm.jsonl', '-o', 'm.jsonl']]
  ])('refused: %s', async (_, argv) => {
    put('m.jsonl', memory)
    linkSync(at('m.jsonl'), at('same.jsonl'))
    put('out.tmx', 'old')
    const { code, stderr } = await run([...argv.map((each) => (/\.\w+$/.test(each) ? at(each) : each)), '--json'])
    expect(code).toBe(1)
    expect(stderr).toContain(quoted('cli:output-in-use'))
    expect(readFileSync(at('m.jsonl'), 'utf8')).toBe(memory)
    expect(readFileSync(at('out.tmx'), 'utf8')).toBe('old')
    expect(leftovers()).toEqual([])
  })

  it('a report that cannot be written stops the run before anything is replaced', async () => {
    const input = put('m.jsonl', memory)
    put('out.tmx', 'old')
    mkdirSync(at('list.tsv'))
    const { code, stderr } = await run(['convert', input, '-o', at('out.tmx'), '--report', at('list.tsv'), '--json'])
    expect(code).toBe(1)
    expect(stderr).toContain(quoted('cli:output-is-a-folder'))
    expect(readFileSync(at('out.tmx'), 'utf8')).toBe('old')
  })

  it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)('%s leaves nothing behind', async (signal) => {
    // The output is open and waits for more input.
    put('units.jsonl', memory.repeat(3000))
    const code = `
      import { saveFiles } from ${JSON.stringify(path.join(top, 'src/cli/output/save-files.ts'))}
      const wait = setInterval(() => undefined, 1000)
      await saveFiles(${JSON.stringify(at('new/deep'))}, (async function* () {
        yield { file: 'x.tsv', text: 'x' }
        console.log('open')
        await new Promise(() => undefined)
      })())`
    await build({ stdin: { contents: code, resolveDir: folder }, bundle: true, format: 'esm', platform: 'node', outfile: at('run.mjs') })
    const child = spawn(process.execPath, [at('run.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(readdirSync(at('new/deep'))).toHaveLength(1)
    const ended = new Promise((resolve) => child.once('exit', (_, by) => resolve(by)))
    child.kill(signal)
    expect(await ended).toBe(signal)
    expect(existsSync(at('new'))).toBe(false)
  })
})

/** Runs as a user without rights, where the test runs as one that may do everything. */
async function withoutRights<Value>(work: () => Promise<Value>): Promise<Value> {
  const { geteuid, seteuid } = process
  if (!geteuid || !seteuid || geteuid() !== 0) return work()
  seteuid(65_534)
  try {
    return await work()
  } finally {
    seteuid(0)
  }
}

unix('permissions', () => {
  it('a memory that cannot be read is said', async () => {
    const file = put('m.tmx', '<tmx/>')
    await run(['convert', file, '--to', 'tsv'])
    chmodSync(folder, 0o755)
    chmodSync(file, 0)
    const { code, stderr } = await withoutRights(() => run(['convert', file, '--to', 'tsv', '--json']))
    expect(code).toBe(1)
    expect(stderr).toContain(quoted('read:unreadable'))
  })

  it('one folder that cannot be read does not stop the others', async () => {
    mkdirSync(at('in/closed'), { recursive: true })
    for (const code of ['fr', 'en']) put(`in/${code}.txt`, readFileSync(version(code), 'utf8'))
    await run(['align', at('in'), '--to', 'tsv'])
    chmodSync(folder, 0o755)
    chmodSync(at('in/closed'), 0)
    const { code, stdout, stderr } = await withoutRights(() => run(['align', at('in'), '--to', 'tsv', '--json']))
    expect(code).toBe(1)
    expect(stderr).toContain(quoted('read:unreadable'))
    expect(stdout.split('\n').length).toBeGreaterThan(10)
  })

  it('a folder that may not be written to is said, and what is in it stays', async () => {
    const file = put('m.jsonl', memory)
    mkdirSync(at('closed'))
    put('closed/out.tsv', 'old')
    chmodSync(folder, 0o755)
    chmodSync(at('closed'), 0o555)
    const { code, stderr } = await withoutRights(() => run(['convert', file, '-o', at('closed/out.tsv'), '--json']))
    expect(code).toBe(1)
    expect(stderr).toContain(quoted('cli:output-unwritable'))
    expect(readFileSync(at('closed/out.tsv'), 'utf8')).toBe('old')
  })

  linux.each([
    ['align', '--to', 'tmx'],
    ['build', '--jobs', '1'],
    ['clean']
  ])('a folder that the system never makes is said by %s, at once', async (command, ...options) => {
    const inFolder = at('some')
    mkdirSync(inFolder)
    for (const code of ['fr', 'en']) copyFileSync(version(code), path.join(inFolder, `${code}.txt`))
    const { code, stderr } = await run([command, inFolder, '-o', '/proc/none/of/it/', ...options, '--json'])
    expect([code, stderr]).toEqual([1, expect.stringContaining(quoted('cli:output-unwritable'))])
  })
})

describe('names', () => {
  linux('that are not UTF-8 are taken, from a folder and from the command line', async () => {
    const inFolder = at('in')
    mkdirSync(inFolder)
    for (const code of ['fr', 'en']) writeFileSync(Buffer.concat([Buffer.from(`${inFolder}/not\xE9-`, 'latin1'), Buffer.from(`${code}.txt`)]), readFileSync(version(code)))
    const { code, stdout } = await run(['align', inFolder, '--to', 'tsv'])
    expect(code).toBe(0)
    expect(stdout.split('\n').length).toBeGreaterThan(10)
    const named = shell(`$HEXAPLA parse $'in/not\\xE9-fr.txt'`)
    expect([named.status, named.stdout.slice(0, 7)]).toEqual([0, 'root fr'])
  })

  it('are kept byte by byte', () => {
    for (const bytes of [Buffer.from('été 中 😀'), Buffer.from([0x61, 0xe9, 0x62, 0xff]), Buffer.from([0xe4, 0xb8]), Buffer.from([0xed, 0xb2, 0x80])]) expect(Buffer.from(systemName(nameOf(bytes)))).toEqual(bytes)
  })

  it.each(['COM¹', 'com².txt', 'LPT³', 'CONIN$', 'conout$', 'NUL', 'aux.tmx'])('%s is none of a file', (name) => {
    expect(safeName(name)).toBe(`_${name}`)
  })

  it('that are too long are said to be', async () => {
    const { stderr } = await run(['convert', put('m.jsonl', memory), '-o', at(`${'x'.repeat(300)}.tsv`), '--json'])
    expect(stderr).toContain(quoted('cli:name-too-long'))
  })

  it.each(['2019-02-31', '2019-13-01', '2019-02-29', '2019-04-31T10:00:00Z', '2019-01-01T24:30:00Z', '2019-01-01T10:60:00Z'])('%s is no date', (date) => {
    expect(() => isoDate(date)).toThrow(/Unexpected date/)
  })

  it('2020-02-29 is a date', () => {
    expect(isoDate('2020-02-29')).toBe('2020-02-29T00:00:00Z')
  })
})
