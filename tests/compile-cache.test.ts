import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from './build-command.ts'
import { run } from './run-command.ts'

let command = ''
const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-compiled-'))
const file = path.join(folder, 'note.txt')
const french = path.join(folder, 'note.fr.txt')
const cache = path.join(folder, 'cache')

beforeAll(async () => {
  command = await buildCommand()
  writeFileSync(french, 'Note du Secrétariat\n\n1. Les bouées ont été comptées en mai.\n\n2. Il n’en manquait aucune.\n')
  writeFileSync(file, 'Note by the Secretariat\n\n1. The buoys were counted in May.\n\n2. None was missing.\n')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs Node with a cache. */
function start(words: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: cache, ...env } })
  return JSON.stringify({ status, stdout, stderr })
}

const startCommand = (words: readonly string[], env: Readonly<Record<string, string>> = {}): string => start([command, ...words], env)

/** The one folder in a cache, and the one file in it. */
function keptFile(cache: string): string {
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(cache, name)).isFile())
  expect(names).toHaveLength(1)
  return path.join(cache, names[0] ?? '')
}

describe('compiled code from one run of the command to the next', () => {
  it('is kept whole, is used, and is kept again when other functions ran', () => {
    const plain = startCommand(['parse', file], { NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(JSON.parse(plain)).toMatchObject({ status: 0, stderr: '' })
    expect(() => statSync(cache)).toThrow('ENOENT')
    expect(startCommand(['parse', file])).toBe(plain)
    // Another version of Node may have a V8 that says it is the same, and dies of the code.
    expect(keptFile(cache)).toContain(process.version)
    const first = statSync(keptFile(cache))
    expect(first.mode & 0o077).toBe(0)
    expect(startCommand(['parse', file])).toBe(plain)
    expect(statSync(keptFile(cache)).ino).toBe(first.ino)
    startCommand(['align', file, french, '-o', path.join(folder, 'out')])
    const last = statSync(keptFile(cache))
    expect(last.ino).not.toBe(first.ino)
    expect(last.size).toBeGreaterThan(first.size)
  })

  it('loads packages that users install by themselves, in the first run and in the next', async () => {
    const [units, memory] = [path.join(folder, 'buoys.tmx'), path.join(folder, 'buoys.db')]
    writeFileSync(units, '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>The buoys were counted.</seg></tuv><tuv xml:lang="fr"><seg>Les bouées ont été comptées.</seg></tuv></tu></body></tmx>')
    expect(await run(['memory', 'add', memory, units])).toMatchObject({ code: 0 })
    const found = startCommand(['find', 'The buoys were counted.', '-m', memory])
    expect(JSON.parse(found)).toMatchObject({ status: 0, stderr: '' })
    for (let again = 0; again < 2; again++) expect(startCommand(['find', 'The buoys were counted.', '-m', memory])).toBe(found)
  })
})

describe('compiled code of a file', () => {
  // A program of 3,000 functions stands for the command.
  const [starter, program, place] = ['start.mjs', 'program.cjs', 'place'].map((name) => path.join(folder, name)) as [string, string, string]
  const plain = JSON.stringify({ status: 0, stdout: '4498500', stderr: '' })
  const startProgram = (place: string): string => start([starter, program], { NODE_COMPILE_CACHE: place })
  beforeAll(async () => {
    const functions = Array.from({ length: 3000 }, (_, number) => `(a) => [a, ${number}].length === 2 ? a * ${number} : { a }`)
    writeFileSync(program, `globalThis.all = [${functions.join(',\n')}]\nlet sum = 0\nfor (const each of all) sum += each(1)\nprocess.stdout.write(String(sum))\n`)
    const contents = `import { requireCompiled } from ${JSON.stringify(path.resolve(import.meta.dirname, '../src/cli/process/compile-cache.ts'))}\nrequireCompiled(process.argv[2])`
    await build({ stdin: { contents, resolveDir: folder }, bundle: true, format: 'esm', platform: 'node', outfile: starter })
    expect(startProgram(place)).toBe(plain)
  })

  it.each<readonly [string, (bytes: Buffer) => Uint8Array]>([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', (bytes: Buffer) => bytes.subarray(0, 0)],
    ['with a byte changed', (bytes: Buffer) => bytes.fill(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1)],
    ['of zeros', (bytes: Buffer) => bytes.fill(0)]
  ])('is compiled again where it is %s', (_, damage) => {
    const kept = keptFile(place)
    writeFileSync(kept, damage(readFileSync(kept)))
    const damaged = statSync(kept).ino
    expect(startProgram(place)).toBe(plain)
    expect(statSync(keptFile(place)).ino).not.toBe(damaged)
  })

  it.skipIf(process.getuid === undefined)('is not taken from a folder that others can write to, and its place may be no folder', () => {
    const kept = keptFile(place)
    const before = statSync(kept)
    writeFileSync(kept, '')
    chmodSync(path.dirname(kept), 0o777)
    expect(startProgram(place)).toBe(plain)
    expect(statSync(kept)).toMatchObject({ ino: before.ino, size: 0 })
    for (const folder of [file, '/proc/none/of/it']) expect(startProgram(folder)).toBe(plain)
  })
})
