/**
 * Clients that ask a memory at once over HTTP, and how long they wait. The server is the command, in a process of its own, with
 * its usual limits (`npm run build` first).
 *
 *     npx tsx bench/memory/clients.ts MEMORY.db TEXTS LANGUAGE [CLIENTS] [SECONDS] [PAUSE] [PORT] [CLI.js]
 *
 * TEXTS has a text a line; each client asks for one after the other, its words cut at a place of chance, with a PAUSE of
 * milliseconds between two questions, as somebody would who types. Beside the time that they wait the CPU time of the server is
 * told (on Linux), which other programs of the machine change less.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import path from 'node:path'
import { chanceOf } from '../../evaluation/fuzz/chance.ts'

const [file = '', list = '', language = 'en', clients = '64', seconds = '60', pause = '1000', port = '8071', command = path.resolve(import.meta.dirname, '../../dist/cli.js')] = process.argv.slice(2)
const texts = readFileSync(list, 'utf8').split('\n').map((line) => line.replace(/^\d+(?:\.| -) /u, '').trim()).filter((line) => line.length > 20)
const server = spawn(process.execPath, [command, 'serve', '-m', file, '--port', port, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
await once(server.stdout, 'data')
const agent = new Agent({ keepAlive: true, maxSockets: Number(clients) })
const times: number[] = []

/** CPU milliseconds of the server; 0 where that is not told. */
function serverTime(): number {
  const file = `/proc/${server.pid ?? 0}/stat`
  if (!existsSync(file)) return 0
  // Behind the name in brackets; ticks of ten milliseconds.
  const fields = readFileSync(file, 'utf8').replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const before = serverTime()
const statuses = new Map<number, number>()
const end = performance.now() + Number(seconds) * 1000

function ask(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: target, agent }, (response) => {
      response.resume()
      response.on('end', () => {
        resolve(response.statusCode ?? 0)
      })
    }).on('error', reject)
  })
}

await Promise.all(
  Array.from({ length: Number(clients) }, async (_, client) => {
    const chance = chanceOf(client + 1)
    await new Promise((resolve) => setTimeout(resolve, chance.below(Number(pause))))
    while (performance.now() < end) {
      const text = texts[chance.below(texts.length)] ?? ''
      const kind = chance.below(3) === 0 ? 'concordance' : 'find'
      const q = kind === 'find' ? text.slice(0, 20 + chance.below(text.length)) : text.split(' ').slice(0, 2).join(' ').slice(0, 40)
      const start = performance.now()
      const status = await ask(`/api/${kind}?${new URLSearchParams({ q, from: language, limit: '5' }).toString()}`)
      times.push(performance.now() - start)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      await new Promise((resolve) => setTimeout(resolve, Number(pause)))
    }
  })
)
times.sort((a, b) => a - b)
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)
console.log(`${clients} clients, ${seconds} s: ${times.length} answers (${[...statuses].map(([status, count]) => `${count} of ${status}`).join(', ')}), median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${((serverTime() - before) / times.length).toFixed(1)} CPU ms an answer`)
agent.destroy()
server.kill('SIGTERM')
