/** `detect` in threads: what it prints is what it prints without. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { read } from '../evaluation/corpus/files.ts'
import { buildCommand } from './build-command.ts'
import { type CommandResult, run } from './run-command.ts'
import { someOf } from './some-of.ts'

let folder = ''
let exports = ''
let command = ''
beforeAll(async () => {
  command = await buildCommand()
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
  rmSync(folder, { recursive: true })
})

const spanish = read('corpus', 'decision-tide-gauge-calendar', 'extracts', 'es.pdftotext.txt')

/** In threads: a process of its own. */
function detectByTwo(argv: readonly string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'detect', ...argv, '--jobs', '2'], { encoding: 'utf8', input: spanish })
  return { code: status ?? -1, stdout, stderr }
}

describe('detect with --jobs', () => {
  it.each(someOf([[], ['--json', '--verbose']], 2, 1))('prints the same, messages too, of standard input among files, too, with what --lang says: %j', async (...options) => {
    const argv = ['-', exports, '--lang', '2-fr.txt=fr', ...options]
    const one = await run(['detect', ...argv, '--jobs', '1'], spanish)
    expect(one.code).toBe(1)
    expect(one.stderr).toMatch(/3-en\.txt/)
    expect(one.stderr).toMatch(/4-fr\.docx/)
    for (const code of languageCodes) expect(one.stdout).toMatch(new RegExp(options.length > 0 ? `"${code}"` : `\\t${code}\\t`))
    expect(one.stdout).toMatch(options.length > 0 ? /2-fr\.txt",\n +"language": "fr",\n +"score": null/ : /2-fr\.txt\t.*\tgiven\t/)
    expect(detectByTwo(argv)).toEqual(one)
  })

  it('refuses no jobs', async () => {
    expect(await run(['detect', exports, '--jobs', '0'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/whole number from 1 on/) as string })
  })
})
