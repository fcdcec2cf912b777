#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type * as Bundle from './cli/command.ts'
import { requireCompiled } from './cli/process/compile-cache.ts'
import { isSource } from './cli/process/is-source.ts'

const argv = process.argv.slice(2)

// Each write gets its error; without this, the stream would throw it a second time.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

// Of Node's own modules V8 takes the code that they were shipped with, unless flags were set meanwhile: those that nearly all commands
// ask for are loaded before that, as are the streams above.
const isVersion = argv.length === 1 && argv[0] === '--version'
if (!isVersion) for (const name of ['node:crypto', 'node:fs/promises', 'node:net', 'node:readline']) process.getBuiltinModule(name)

// Of a short run, V8 spends a third on machine code that is hardly used before the end, and more on what several threads
// collect of a small heap, or on marking in steps what one look at the end of the work would find. Hot loops of long texts are
// compiled all the same, some milliseconds later; expressions at once, as nearly all of them run more often than the once that V8
// waits for. That wait is made 0 and not switched off: where an expression was interpreted before, what runs next takes it for
// machine code, and the process ends. The young generation comes to its size in two steps: a small one is collected a dozen times
// in a short run, most of it is in use then, and V8 takes that for a reason to collect the old one. A flag that a version does not
// know is an error on its screen: those that were tried are named. What answers people does not wait for one long look at its heap.
const answers = ['serve', 'review'].includes(argv[0] ?? '')
const flags = ['--max-lazy', '--no-parallel-scavenge', '--semi-space-growth-factor=8', '--regexp-tier-up-ticks=0', ...(answers ? [] : ['--no-concurrent-marking', '--no-incremental-marking'])]
const flagsOf: Readonly<Record<string, readonly string[]>> = { 20: ['--interrupt-budget=1000000', ...flags], 22: flags, 24: flags }
for (const flag of flagsOf[process.versions.node.split('.', 1)[0] ?? ''] ?? []) setFlagsFromString(flag)

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

// The question that scripts ask most is answered before anything is loaded.
if (isVersion) process.stdout.write(`${manifest.version}\n`, (error) => (process.exitCode = error ? 1 : 0))
else {
  const bundle = fileURLToPath(new URL('./command/command.cjs', import.meta.url))
  const command = isSource ? await import('./cli/command.ts') : (requireCompiled(bundle) as typeof Bundle)
  process.exitCode = await command.runCommand(argv, command.processTerminal, manifest.version)
}
