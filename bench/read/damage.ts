/**
 * Reads damaged files of every format: `npx tsx bench/read/damage.ts [count] [--seed=N] [--from=N] [format …]`.
 *
 * Bytes are flipped, cut out, doubled, put in from elsewhere or nested; archives are opened, damaged inside and packed again. Each
 * file has a number that says all of it with the seed, so that a run may be done in slices. A process of its own reads them, after it
 * has read the undamaged files once: each is read or refused by name. Whatever else is thrown, what takes longer than two seconds of
 * CPU time, what ends the process and what keeps it for half a minute is listed, and the exit code is 1.
 */
import { fork } from 'node:child_process'
import path from 'node:path'
import { damagedFormats } from '../../evaluation/read/damage-samples.ts'
import type { DamagedFile } from './damage-slice.ts'

interface Tally {
  read: number
  /** By the message. */
  refused: Map<string, number>
  failed: number
  /** CPU milliseconds. */
  slowest: number
}

/** CPU milliseconds of a file. */
const longest = 2000

/** Milliseconds of the clock without a word: other processes may have the machine. */
const silence = 30_000

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const option = (name: string, missing: number): number => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? missing)
const [count = '1000', ...only] = words
const [seed, first] = [option('seed', 1), option('from', 0)]

for (const format of damagedFormats) {
  if (only.length > 0 && !only.includes(format)) continue
  const tally: Tally = { read: 0, refused: new Map(), failed: 0, slowest: 0 }
  const fail = (index: number, what: string): void => {
    tally.failed++
    console.error(`${format} ${String(index)}: ${what}`)
  }
  const end = first + Number(count)
  for (let from = first; from < end; ) from = await readFrom(format, from, end, fail, tally)
  console.log(`${format}\tread ${String(tally.read)}\trefused ${[...tally.refused].map(([refusal, times]) => `${refusal} ${String(times)}`).join(', ')}\tfailed ${String(tally.failed)}\tslowest ${String(Math.round(tally.slowest))} ms`)
  if (tally.failed > 0) process.exitCode = 1
}

/** Reads files until the process that does it ends; gives the number of the next one. */
function readFrom(format: string, from: number, end: number, fail: (index: number, what: string) => void, tally: Tally): Promise<number> {
  const child = fork(path.join(import.meta.dirname, 'damage-slice.ts'), [format, String(from), String(end), String(seed)])
  let next = from
  let isSilent = false
  const stop = (): void => {
    isSilent = true
    child.kill('SIGKILL')
  }
  let timer = setTimeout(stop, 2 * silence)
  child.on('message', (message) => {
    const { index, outcome, took } = message as DamagedFile
    clearTimeout(timer)
    timer = setTimeout(stop, silence)
    tally.slowest = Math.max(tally.slowest, took)
    const [, refusal] = /^refused (\S+)$/.exec(outcome) ?? []
    if (outcome === 'read') tally.read++
    else if (refusal !== undefined) tally.refused.set(refusal, (tally.refused.get(refusal) ?? 0) + 1)
    else fail(index, outcome)
    if (took > longest) fail(index, `${String(Math.round(took))} ms`)
    next = index + 1
  })
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      if (next < end) fail(next++, isSilent ? `nothing for ${String(silence / 1000)} s` : `the process ended by ${signal ?? String(code)}`)
      resolve(next)
    })
  })
}
