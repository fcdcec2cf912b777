/**
 * What a build of a collection costs: one core against two, CPU time a document, memory as the collection grows, a run with
 * nothing to do, and whether the output is the same after kills, by shards and by a queue whose workers are killed.
 *
 * Two cores are not twice one core: caches, memory and clock are shared. What of that is the machine is measured by two builds
 * at the same time, a core each, which have nothing to do with one another. One round says little where others use the machine:
 * the median of `--rounds` counts.
 *
 *     npm run bench:build [-- --documents 1000] [--grown 3000] [--paragraphs 60] [--kills 20] [--rounds 3] [--folder PLACE] [--only cost,growth,steering,kills,shards,queue]
 *
 * Of short documents (`--paragraphs 6`) ten thousand take a few minutes: memory of the process goes by how many there are.
 *
 * It runs `dist/cli.js`, or another `--command`: build first. Wall time means something on a machine that does nothing else; CPU time on any.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build as bundle } from 'esbuild'
import { chanceOf } from '../../evaluation/fuzz/chance.ts'
import { makeCollection, usualParagraphs } from '../../evaluation/collection/made-collection.ts'

const top = path.resolve(import.meta.dirname, '../..')
const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity]
const command = path.resolve(option('command') ?? path.join(top, 'dist/cli.js'))
const documents = Number(option('documents') ?? 1000)
const grown = Number(option('grown') ?? 3 * documents)
const kills = Number(option('kills') ?? 20)
const rounds = Number(option('rounds') ?? 3)
const paragraphs = Number(option('paragraphs') ?? usualParagraphs)
const only = option('only')?.split(',')
const wanted = (part: string): boolean => only?.includes(part) ?? true
const folder = option('folder') ?? mkdtempSync(path.join(tmpdir(), 'hexapla-bench-'))
const languages = ['en', 'fr', 'zh'] as const
const place = (name: string): string => path.join(folder, name)

interface Cost {
  code: number | null
  wall: number
  cpu: number
  /** CPU seconds of the thread that steers. */
  steering: number
  /** Largest resident memory of the process, all its threads included, in MB. */
  memory: number
}

/** Runs a program, on some cores; `killAfter` seconds it is killed. */
async function measure(argv: readonly string[], { cores, killAfter }: { cores?: string; killAfter?: number } = {}): Promise<Cost> {
  const [program = '', ...parameters] = [...(cores === undefined ? [] : ['taskset', '-c', cores]), process.execPath, command, ...argv]
  const begun = performance.now()
  const child = spawn(program, parameters, { stdio: 'ignore' })
  let [memory, cpu, steering] = [0, 0, 0]
  const look = (): void => {
    try {
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
      cpu = Math.max(cpu, secondsOf(`/proc/${child.pid}/stat`))
      steering = Math.max(steering, secondsOf(`/proc/${child.pid}/task/${child.pid}/stat`))
    } catch {
      // It has ended.
    }
  }
  const timer = setInterval(look, 50)
  const killer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter * 1000)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearInterval(timer)
  clearTimeout(killer)
  return { code, wall: (performance.now() - begun) / 1000, cpu, steering, memory }
}

function secondsOf(file: string): number {
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** A hash of all that was written. */
function hashOfOutput(out: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(place(out)).sort()) if (statSync(path.join(place(out), name)).isFile()) hash.update(`${name}\n`).update(readFileSync(path.join(place(out), name)))
  return hash.digest('hex')
}

function say(what: string, { code, wall, cpu, steering, memory }: Cost, count: number): void {
  if (code !== 0) throw new Error(`Unexpected exit code ${code} of ${what}`)
  console.log(`${what}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU s (${(cpu / count).toFixed(3)} a document; ${(steering / count).toFixed(3)} to steer and write), ${memory.toFixed(0)} MB`)
}

const build = (input: string, out: string, ...more: string[]): string[] => ['build', place(input), '-o', place(out), ...more]

mkdirSync(folder, { recursive: true })
const bytes = makeCollection(place('some'), 1, documents, languages, paragraphs)
console.log(`${documents} documents in ${languages.join(' ')}, ${(bytes / 1e6).toFixed(1)} MB`)
if (wanted('cost')) {
  const gains: number[] = []
  let oneWall = 0
  for (let round = 1; round <= rounds; round++) {
    for (const out of ['one', 'two']) rmSync(place(out), { recursive: true, force: true })
    const one = await measure(build('some', 'one', '--jobs', '1'), { cores: '0' })
    say('one core, one thread', one, documents)
    const two = await measure(build('some', 'two', '--jobs', '2'), { cores: '0,1' })
    say('two cores, two threads', two, documents)
    oneWall = one.wall
    gains.push(one.wall / two.wall)
    console.log(`round ${round}, two cores against one: ${(one.wall / two.wall).toFixed(2)} times; both cores at work ${((50 * two.cpu) / two.wall).toFixed(1)} % of the time; ${hashOfOutput('one') === hashOfOutput('two') ? 'the same bytes' : 'OTHER BYTES'}`)
  }
  const gain = gains.sort((a, b) => a - b)[rounds >> 1] ?? 0
  console.log(`two cores against one: ${gain.toFixed(2)} times, the median of ${rounds}, worst ${(gains[0] ?? 0).toFixed(2)}`)
  const [left, right] = await Promise.all([measure(build('some', 'left', '--jobs', '1'), { cores: '0' }), measure(build('some', 'right', '--jobs', '1'), { cores: '1' })])
  say('two builds at the same time, a core and a thread each: one of them', left, documents)
  say('the other', right, documents)
  const limit = (2 * oneWall) / Math.max(left.wall, right.wall)
  console.log(`what the machine gives with two cores at work: ${limit.toFixed(2)} times; a build with two threads comes to ${((100 * gain) / limit).toFixed(0)} % of it; load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`)
  say('run again', await measure(build('some', 'two')), documents)
  makeCollection(place('some'), documents + 1, documents + 1, languages, paragraphs)
  say('with one document more', await measure(build('some', 'two')), documents)
  for (const code of languages) rmSync(path.join(place('some'), String(Math.floor(documents / 1000)), `${documents + 1}-${code}.txt`), { force: true })
}
if (wanted('growth')) {
  const small = await measure(build('some', 'small', '--jobs', '1'))
  say(`${documents} documents, one thread`, small, documents)
  makeCollection(place('more'), 1, grown, languages, paragraphs)
  const large = await measure(build('more', 'large', '--jobs', '1'))
  say(`${grown} documents, one thread`, large, grown)
  console.log(`memory: ${(large.memory / small.memory).toFixed(2)} times`)
}
if (wanted('steering')) {
  const outfile = place('steering.mjs')
  await bundle({ entryPoints: [path.join(import.meta.dirname, 'steering.ts')], outfile, bundle: true, platform: 'node', format: 'esm', banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' }, logLevel: 'warning' })
  makeCollection(place('few'), 1, 1, languages, paragraphs)
  await measure(build('few', 'one-result', '--jobs', '1'))
  const results = readdirSync(place('one-result/.hexapla/results'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const [first] = results.map((entry) => path.join(entry.parentPath, entry.name))
  const held = [documents, 10 * documents].map((count) => {
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', outfile, String(count), place(`steering-${count}`), first ?? ''], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    const { live, resident } = JSON.parse(stdout) as { live: number; resident: number }
    console.log(`the process that steers, alone, ${count} documents: ${live.toFixed(1)} MB live in the end, ${resident.toFixed(0)} MB resident at most`)
    return { live, resident }
  })
  const [small, large] = held
  if (small && large) console.log(`ten times the documents: ${(large.live / small.live).toFixed(2)} times live, ${(large.resident / small.resident).toFixed(2)} times resident`)
}
if (wanted('kills') || wanted('shards') || wanted('queue')) {
  const few = Math.min(documents, 24)
  makeCollection(place('few'), 1, few, languages, paragraphs)
  const whole = await measure(build('few', 'whole', '--jobs', '2'))
  const equal = (out: string): string => (hashOfOutput(out) === hashOfOutput('whole') ? 'the same bytes' : 'OTHER BYTES')
  if (wanted('kills')) {
    const chance = chanceOf(20)
    let [killed, round] = [0, 0]
    while (killed < kills) {
      if (round % 4 === 0) rmSync(place('killed'), { recursive: true, force: true })
      const { code } = await measure(build('few', 'killed', '--jobs', '2'), { killAfter: (whole.wall * (1 + chance.below(1000))) / 1000 })
      if (code === null) killed++
      if (++round % 4 > 0 && killed < kills) continue
      const last = await measure(build('few', 'killed', '--jobs', '2'))
      console.log(`killed ${killed} times so far, finished with exit code ${last.code}: ${equal('killed')}`)
    }
  }
  if (wanted('shards')) {
    await Promise.all([1, 2, 3, 4].map((number) => measure(build('few', 'shards', '--jobs', '1', '--shard', `${number}/4`))))
    await measure(['merge', place('shards')])
    console.log(`four shards at a time: ${equal('shards')}`)
  }
  if (wanted('queue')) {
    if (spawnSync('redis-server', ['--version']).status !== 0) console.log('queue: not measured, redis-server is not installed')
    else {
      const url = 'redis://127.0.0.1:6399'
      const redis = spawn('redis-server', ['--bind', '127.0.0.1', '--port', '6399', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
      const building = measure(build('few', 'queue', '--queue', url))
      for (let round = 0; round < 3; round++) await measure(['work', '--queue', url, '--jobs', '1'], { killAfter: 3 + round })
      const worker = spawn(process.execPath, [command, 'work', '--queue', url, '--jobs', '1'], { stdio: 'ignore' })
      const { code } = await building
      worker.kill('SIGTERM')
      redis.kill('SIGTERM')
      console.log(`queue, three workers killed: exit code ${code}, ${equal('queue')}`)
    }
  }
}
if (option('folder') === undefined) rmSync(folder, { recursive: true })
