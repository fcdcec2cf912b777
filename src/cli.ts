#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { runCommand } from './cli/program.ts'
import { processTerminal } from './cli/terminal.ts'

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommand(process.argv.slice(2), processTerminal, manifest.version)
