/** The examples for more than one machine, as far as Debian's packages run them: Slurm's script by what Slurm sets for it. */
import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { read } from '../../evaluation/corpus/files.ts'
import { run } from '../run-command.ts'
import { describeWith } from './tool-support.ts'

const execute = promisify(execFile)
const top = path.resolve(import.meta.dirname, '../..')
let folder = ''
let whole: Record<string, string> = {}

/** Names and contents of the files of a build. */
function outputs(out: string): Record<string, string> {
  const names = readdirSync(out).filter((name) => statSync(path.join(out, name)).isFile())
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(out, name), 'utf8')]))
}

/** A program as it would run where `hexapla` is installed. */
async function call(program: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  await execute(program, argv, { cwd: folder, env: { ...process.env, ...env, PATH: `${path.join(folder, 'bin')}:${process.env.PATH ?? ''}`, XDG_CACHE_HOME: folder } })
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-schedulers-'))
  for (const name of ['bin', 'exports']) mkdirSync(path.join(folder, name))
  writeFileSync(path.join(folder, 'bin/hexapla'), `#!/bin/sh\nexec '${process.execPath}' '${path.join(top, 'dist/cli.js')}' "$@"\n`)
  chmodSync(path.join(folder, 'bin/hexapla'), 0o755)
  for (const number of [1, 2, 3]) {
    for (const code of ['en', 'fr']) writeFileSync(path.join(folder, 'exports', `${number}-${code}.txt`), read('corpus', 'decision-tide-gauge-calendar', 'extracts', `${code}.pdftotext.txt`).replaceAll('A/HRC/DEC/49/901', `A/HRC/DEC/49/${number}`))
  }
  await call('hexapla', ['build', 'exports', '-o', 'whole', '--jobs', '1'])
  whole = outputs(path.join(folder, 'whole'))
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

it('slurm.sh: shards of an array, then the files', async () => {
  const script = path.join(top, 'examples/scale/slurm.sh')
  await Promise.all(['1', '2'].map((task) => call('bash', [script, 'exports', 'slurm'], { SLURM_ARRAY_TASK_ID: task, SLURM_ARRAY_TASK_COUNT: '2', SLURM_CPUS_PER_TASK: '1' })))
  await call('bash', [script, 'exports', 'slurm'])
  expect(outputs(path.join(folder, 'slurm'))).toEqual(whole)
})

describeWith(['parallel'], 'GNU parallel', () => {
  it('a shard each', async () => {
    await call('parallel', ['-j2', 'hexapla build exports -o parallel --jobs 1 --shard {}/3', ':::', '1', '2', '3'])
    await call('hexapla', ['merge', 'parallel'])
    expect(outputs(path.join(folder, 'parallel'))).toEqual(whole)
  })
})

describeWith(['snakemake'], 'Snakefile', () => {
  it('shards, then the files', async () => {
    await call('snakemake', ['-s', path.join(top, 'examples/scale/Snakefile'), '--cores', '2', '--config', 'exports=exports', 'out=snakemake', 'shards=2'])
    expect(outputs(path.join(folder, 'snakemake'))).toEqual(whole)
  })
})

describeWith(['systemd-analyze'], 'hexapla-work.service', () => {
  it('is a unit', async () => {
    await call('systemd-analyze', ['verify', '--man=no', path.join(top, 'examples/scale/hexapla-work.service')])
  })
})

it('its commands are those that there are', async () => {
  expect((await run(['work', '--help'])).stdout).toContain('--queue')
})
