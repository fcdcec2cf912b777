#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import module from 'node:module'

// Compiling is a large part of a short run. Node 20 has no cache for it.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache()

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
const argv = process.argv.slice(2)

// Each write gets its error; without this, the stream would throw it a second time.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

// The question that scripts ask most is answered before anything is loaded.
if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${manifest.version}\n`, (error) => (process.exitCode = error ? 1 : 0))
else {
  const [{ runCommand }, { processTerminal }] = await Promise.all([import('./cli/program.ts'), import('./cli/terminal.ts')])
  process.exitCode = await runCommand(argv, processTerminal, manifest.version)
}
