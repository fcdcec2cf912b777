/** `detect` in threads: what it prints is what it prints without. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { read } from '../evaluation/corpus/files.ts'
import { buildCommand } from './build-command.ts'
import { run } from './run-command.ts'
import { someOf } from './some-of.ts'

let folder = ''
let exports = ''
let bundle = ''
let command = ''
beforeAll(async () => {
  ;({ folder: bundle, file: command } = await buildCommand())
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-detect-'))
  exports = path.join(folder, 'exports')
  mkdirSync(exports)
  for (const number of [1, 2]) {
    for (const code of languageCodes) {
      writeFileSync(path.join(exports, `${number}-${code}.txt`), read('corpus', 'decision-tide-gauge-calendar', 'extracts', `${code}.pdftotext.txt`).replaceAll('A/HRC/DEC/49/901', `A/HRC/DEC/49/${number}`))
    }
  }
  // Two that cannot be read, and one of which something is said.
  writeFileSync(path.join(exports, '3-en.txt'), '')
  writeFileSync(path.join(exports, '4-fr.docx'), 'PK no archive')
  writeFileSync(path.join(exports, '5-en.txt'), `${read('corpus', 'decision-tide-gauge-calendar', 'extracts', 'en.pdftotext.txt')}\u{fffd}\n`)
}, 60_000)
afterAll(() => {
  for (const each of [folder, bundle]) rmSync(each, { recursive: true })
})

interface Run {
  code: number | null
  stdout: string
  stderr: string
}

function detect(...argv: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'detect', ...argv], { encoding: 'utf8', input: read('corpus', 'decision-tide-gauge-calendar', 'extracts', 'es.pdftotext.txt') })
  return { code: status, stdout, stderr }
}

describe('detect with --jobs', () => {
  it.each(someOf([
    { options: [], others: [['--jobs', '2']] },
    { options: ['--json', '--verbose'], others: [['--jobs', '2']] }
  ], 2, 1))('prints the same, messages too, whatever the jobs: $options', ({ options, others }) => {
    const one = detect(exports, ...options, '--jobs', '1')
    expect(one.code).toBe(1)
    expect(one.stderr).toMatch(/3-en\.txt/)
    expect(one.stderr).toMatch(/4-fr\.docx/)
    for (const jobs of others) expect(detect(exports, ...options, ...jobs)).toEqual(one)
  })

  it('takes standard input among files, and what --lang says of one', () => {
    const argv = ['-', path.join(exports, '1-ar.txt'), path.join(exports, '2-fr.txt'), '--lang', '2-fr.txt=fr']
    const one = detect(...argv, '--jobs', '1')
    expect(one.stdout.split('\n').map((line) => line.split('\t')[1])).toEqual(expect.arrayContaining(['es', 'ar', 'fr']))
    expect(one.stdout).toContain('\tgiven\t')
    expect(detect(...argv, '--jobs', '2')).toEqual(one)
  })

  it('refuses no jobs', async () => {
    expect(await run(['detect', exports, '--jobs', '0'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/whole number from 1 on/) as string })
  })
})
