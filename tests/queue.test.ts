/** Builds by way of Redis: Debian's redis-server on this machine, begun here; without it the tests are skipped, and say so. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inlineRunner } from '../src/cli/build/pool.ts'
import { optional, workOn } from '../src/cli/build/queue.ts'
import type { Runner } from '../src/cli/build/task.ts'
import { read } from '../evaluation/corpus/files.ts'
import { run } from './run-command.ts'

const hasRedis = spawnSync('redis-server', ['--version']).status === 0
if (!hasRedis) console.warn('redis-server is not installed: builds by way of a queue are not tested')

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

describe.skipIf(!hasRedis)('a build by way of a queue', () => {
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

  it('says that nobody answers', async () => {
    const { code, stderr } = await run(['build', exports, '-o', path.join(folder, 'none'), '--queue', `redis://user:secret@127.0.0.1:${await freePort()}`, '--json'])
    const [{ messages: [said] }] = JSON.parse(stderr) as [{ messages: Array<{ id: string; reason: string }> }]
    expect([code, said?.id]).toEqual([1, 'build:queue-unreachable'])
    expect(said?.reason).not.toContain('secret')
  })
})

it('says which package is missing', async () => {
  const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
  await expect(optional('bullmq', () => Promise.reject(missing))).rejects.toMatchObject({ id: 'build:queue-missing', values: { actual: 'bullmq' } })
})
