/** Builds by way of Redis: Debian's redis-server on this machine, begun here. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { takeOutcome } from '../../src/cli/build/far-work.ts'
import { inlineRunner } from '../../src/cli/build/pool.ts'
import { workOn } from '../../src/cli/build/queue.ts'
import { getBytes, putBytes } from '../../src/cli/build/redis-bytes.ts'
import { Store } from '../../src/cli/build/store.ts'
import type { AlignTask, Runner } from '../../src/cli/build/task.ts'
import { read } from '../../evaluation/corpus/files.ts'
import { buildCommand } from '../build-command.ts'
import { run } from '../run-command.ts'
import { describeWith } from './tool-support.ts'

let folder = ''
let exports = ''
let redis: ChildProcess | undefined
let url = ''
const workers: Array<{ stop: () => Promise<void> }> = []

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Begins Redis on a port of this machine alone, which keeps nothing on a disk. */
async function startRedis(port: number): Promise<void> {
  redis = spawn('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  url = `redis://127.0.0.1:${port}`
  for await (const piece of redis.stdout ?? []) if (String(piece).includes('Ready to accept connections')) break
  redis.stdout?.resume()
}

async function stopRedis(): Promise<void> {
  if (!redis) return
  const ended = once(redis, 'exit')
  redis.kill('SIGKILL')
  redis = undefined
  await ended
}

/** A connection to Redis, which ends with the test. */
function client(): Redis {
  const redis = new Redis(url)
  redis.on('error', () => undefined)
  workers.push({ stop: () => Promise.resolve(redis.disconnect()) })
  return redis
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-queue-'))
  exports = path.join(folder, 'exports')
  mkdirSync(exports)
  for (const number of [1, 2, 3, 4]) {
    for (const code of ['en', 'fr'] as const) {
      writeFileSync(path.join(exports, `${number}-${code}.txt`), read('corpus', 'decision-tide-gauge-calendar', 'extracts', `${code}.pdftotext.txt`).replaceAll('A/HRC/DEC/49/901', `A/HRC/DEC/49/${number}`))
    }
  }
})
afterEach(async () => {
  for (const { stop } of workers.splice(0)) await stop()
  await stopRedis()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Names and contents of what was written. */
function outputs(out: string): Record<string, string> {
  const names = readdirSync(out).filter((name) => statSync(path.join(out, name)).isFile())
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(out, name), 'utf8')]))
}

describeWith(['redis-server'], 'a build by way of a queue', () => {
  it('gives the same bytes, though Redis is lost in mid run with all it has', async () => {
    const [whole, out] = [path.join(folder, 'whole'), path.join(folder, 'queue')]
    expect(await run(['build', exports, '-o', whole, '--jobs', '1'])).toMatchObject({ code: 0 })
    const port = await freePort()
    await startRedis(port)
    let done = 0
    const counting: Runner = {
      ...inlineRunner(),
      run: (task) => {
        done++
        return inlineRunner().run(task)
      }
    }
    const building = run(['build', exports, '-o', out, '--queue', url])
    workers.push(await workOn(url, counting))
    while (done < 2) await new Promise((resolve) => setTimeout(resolve, 20))
    await stopRedis()
    await startRedis(port)
    expect(await building).toMatchObject({ code: 0 })
    expect(outputs(out)).toEqual(outputs(whole))
    expect(done).toBeGreaterThanOrEqual(2 + 4 + 4)
  })

  it('gives the same bytes by workers that do not see the output, one of them killed in the midst of sending', async () => {
    const [whole, out] = [path.join(folder, 'whole-far'), path.join(folder, 'far')]
    expect(await run(['build', exports, '-o', whole, '--jobs', '1'])).toMatchObject({ code: 0 })
    const file = await buildCommand()
    await startRedis(await freePort())
    const redis = client()
    const monitor = await redis.monitor()
    monitor.on('error', () => undefined)
    const building = run(['build', exports, '-o', out, '--queue', url])
    const doomed = spawn(process.execPath, [file, 'work', '--queue', url, '--return', '--jobs', '1'], { stdio: 'ignore', env: { ...process.env, TMPDIR: folder } })
    const died = once(doomed, 'exit')
    monitor.on('monitor', (_, [name, key]: string[]) => {
      if (name === 'rpush' && key?.includes('-sent-')) doomed.kill('SIGKILL')
    })
    expect(await died).toEqual([null, 'SIGKILL'])
    monitor.disconnect()
    const folders = new Set<string>()
    const watching: Runner = {
      ...inlineRunner(),
      run: (task) => {
        folders.add(task.output)
        return inlineRunner().run(task)
      }
    }
    workers.push(await workOn(url, watching, true))
    expect(await building).toMatchObject({ code: 0 })
    expect(outputs(out)).toEqual(outputs(whole))
    expect(folders.size).toBeGreaterThan(0)
    expect(folders).not.toContain(out)
    // What was taken is gone; the rest is forgotten by itself: settings, lexicon, what was half sent.
    const left = await redis.keys('hexapla-state-*')
    expect(left.filter((key) => key.includes('-sent-')).length).toBeLessThanOrEqual(1)
    for (const key of left) expect(await redis.ttl(key)).toBeGreaterThan(0)
  }, 60_000)

  it('takes results that are whole, and no others', async () => {
    await startRedis(await freePort())
    const redis = client()
    const out = path.join(folder, 'taken')
    const store = new Store(out)
    const task: AlignTask = { kind: 'align', output: out, settings: 's', key: 'a'.repeat(40), title: 'A/77/1', hasSymbol: true, files: [], isLesson: false }
    const state = { kind: 'results', key: task.key } as const
    const bytes = Buffer.from(Uint8Array.from({ length: 600_000 }, (_, index) => index % 251))
    const far = { outcome: { value: null }, sent: [{ state, as: 'sent' }] }
    await putBytes(redis, 'sent', bytes)
    expect(await redis.llen('sent')).toBe(4)
    await redis.rpop('sent')
    expect(await takeOutcome(redis, task, far)).toBeUndefined()
    expect(store.has(state)).toBe(false)
    await redis.del('sent')
    await putBytes(redis, 'sent', bytes)
    expect(await takeOutcome(redis, task, far)).toEqual({ value: null })
    expect(store.readState(state)).toEqual(bytes)
    expect(await getBytes(redis, 'sent')).toBeUndefined()
    // Of what a task does not give, nothing is taken.
    await putBytes(redis, 'other', bytes)
    const strange = { kind: 'results', key: '../../../strange' } as const
    expect(await takeOutcome(redis, task, { outcome: { value: null }, sent: [{ state: strange, as: 'other' }] })).toEqual({ value: null })
    expect(store.has(strange)).toBe(false)
  })

  it('says that a worker does not see the exports; what the build does not see either has vanished', async () => {
    await startRedis(await freePort())
    const redis = client()
    const [out, file] = [path.join(folder, 'unseen'), path.join(exports, '1-en.txt')]
    const task = { kind: 'survey', output: out, settings: 's', files: [{ path: file }] } as const
    expect(await takeOutcome(redis, { ...task, files: [...task.files] }, { unseen: file })).toMatchObject({ stop: { id: 'build:input-unseen', file } })
    const lost = path.join(exports, 'lost-en.txt')
    const store = new Store(out)
    store.writeSettings('s', { version: '0', options: {}, dictionaries: [], lexicons: [] })
    expect(await takeOutcome(redis, { ...task, files: [{ path: lost }] }, { unseen: lost })).toMatchObject({ value: [{ size: -1, messages: [{ id: 'read:missing' }] }] })
  })

  it('says that nobody answers', async () => {
    const { code, stderr } = await run(['build', exports, '-o', path.join(folder, 'none'), '--queue', `redis://user:secret@127.0.0.1:${await freePort()}`, '--json'])
    const [{ messages: [said] }] = JSON.parse(stderr) as [{ messages: Array<{ id: string; reason: string }> }]
    expect([code, said?.id]).toEqual([1, 'build:queue-unreachable'])
    expect(said?.reason).not.toContain('secret')
  })
})
