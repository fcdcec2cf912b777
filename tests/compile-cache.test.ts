import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from './build-command.ts'
import { someOf } from './some-of.ts'

let built: { folder: string; file: string }
/** What a run without a cache gives. */
let plain = ''
const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-compiled-'))
const file = path.join(folder, 'note.txt')
const french = path.join(folder, 'note.fr.txt')
const cache = path.join(folder, 'cache')

beforeAll(async () => {
  built = await buildCommand()
  writeFileSync(french, 'Note du Secrétariat\n\n1. Les bouées ont été comptées en mai.\n\n2. Il n’en manquait aucune.\n')
  writeFileSync(file, 'Note by the Secretariat\n\n1. The buoys were counted in May.\n\n2. None was missing.\n')
})

afterAll(() => {
  for (const each of [built.folder, folder]) rmSync(each, { recursive: true, force: true })
})

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built.file, ...words], { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: cache, ...env } })
  return JSON.stringify({ status, stdout, stderr })
}

/** The one folder in the cache, and the one file in it. */
function keptFile(): string {
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(cache, name)).isFile())
  expect(names).toHaveLength(1)
  return path.join(cache, names[0] ?? '')
}

describe('compiled code from one run to the next', () => {
  it('is kept whole, is used, and is kept again when other functions ran', () => {
    plain = run(['parse', file], { NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(JSON.parse(plain)).toMatchObject({ status: 0, stderr: '' })
    expect(() => statSync(cache)).toThrow('ENOENT')
    expect(run(['parse', file])).toBe(plain)
    // Another version of Node may have a V8 that says it is the same, and dies of the code.
    expect(keptFile()).toContain(process.version)
    const first = statSync(keptFile())
    expect(first.mode & 0o077).toBe(0)
    expect(run(['parse', file])).toBe(plain)
    expect(statSync(keptFile()).ino).toBe(first.ino)
    run(['align', file, french, '-o', path.join(folder, 'out')])
    const last = statSync(keptFile())
    expect(last.ino).not.toBe(first.ino)
    expect(last.size).toBeGreaterThan(first.size)
  })

  it('loads packages that users install by themselves, in the first run and in the next', () => {
    const [units, memory] = [path.join(folder, 'buoys.tmx'), path.join(folder, 'buoys.db')]
    writeFileSync(units, '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>The buoys were counted.</seg></tuv><tuv xml:lang="fr"><seg>Les bouées ont été comptées.</seg></tuv></tu></body></tmx>')
    expect(JSON.parse(run(['memory', 'add', memory, units]))).toMatchObject({ status: 0 })
    const found = run(['find', 'The buoys were counted.', '-m', memory])
    expect(JSON.parse(found)).toMatchObject({ status: 0, stderr: '' })
    for (let again = 0; again < 2; again++) expect(run(['find', 'The buoys were counted.', '-m', memory])).toBe(found)
  })

  it.each(someOf<readonly [string, (bytes: Buffer) => Uint8Array]>([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', (bytes: Buffer) => bytes.subarray(0, 0)],
    ['with a byte changed', (bytes: Buffer) => bytes.fill(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1)],
    ['of zeros', (bytes: Buffer) => bytes.fill(0)]
  ], 2))('is compiled again where it is %s', (_, damage) => {
    const kept = keptFile()
    writeFileSync(kept, damage(readFileSync(kept)))
    const damaged = statSync(kept).ino
    expect(run(['parse', file])).toBe(plain)
    expect(statSync(keptFile()).ino).not.toBe(damaged)
  })

  it.skipIf(process.getuid === undefined)('is not taken from a folder that others can write to, and its place may be no folder', () => {
    const kept = keptFile()
    const before = statSync(kept)
    writeFileSync(kept, '')
    chmodSync(path.dirname(kept), 0o777)
    expect(run(['parse', file])).toBe(plain)
    expect(statSync(kept)).toMatchObject({ ino: before.ino, size: 0 })
    for (const folder of [file, '/proc/none/of/it']) expect(run(['parse', file], { NODE_COMPILE_CACHE: folder })).toBe(plain)
  })
})
