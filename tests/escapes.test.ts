/** What a name or a text may not do to those who look at it: command a terminal, break a row, run in a spreadsheet. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { visibleName, visibleText } from '../src/message/visible.ts'
import { run } from './run-command.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-escapes-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const french = path.resolve(import.meta.dirname, '../corpus/cd-note-verbale-belarus-2019/fr.txt')

describe('a terminal', () => {
  it('gets signs for controls', () => {
    expect(visibleName('a\u001B[31m\n\tb\u009B\u202E')).toBe('a␛[31m␊␉b\uFFFD\uFFFD')
    expect(visibleText('a\u001B]0;title\u0007\n\tb')).toBe('a␛]0;title␇\n\tb')
  })

  it.runIf(process.platform !== 'win32')('gets no control and no broken row from the name of a file', async () => {
    const name = path.join(folder, 'a\u001B[2J\nb\tc-fr.txt')
    writeFileSync(name, readFileSync(french))
    const { stdout } = await run(['detect', name])
    expect(stdout.trimEnd().split('\n')[0]?.split('\t')).toHaveLength(5)
    expect(stdout).not.toContain('\u001B')
    const { stderr } = await run(['parse', `${name}.missing`])
    expect(stderr).toContain('␛[2J␊b␉c')
    expect(stderr).not.toContain('\u001B')
  })
})

describe('a spreadsheet', () => {
  const unit = (text: string): string => JSON.stringify({ type: 'unit', id: '1', granularity: 'sentence', block: 'paragraph', address: '1', versions: { en: { segments: [text], addresses: ['1'] }, fr: { segments: ['Texte un.'], addresses: ['1'] } }, score: 1, by: 'memory' })
  const table = (text: string, ...options: string[]): ReturnType<typeof run> => run(['convert', '-', '--from', 'jsonl', '--to', 'tsv', '--json', ...options], unit(text))

  it.each(['=HYPERLINK("http://example.org","x y")', '@SUM(A1) words', '+cmd words', '-cmd words'])('%s is told of, or guarded', async (text) => {
    const plain = await table(text)
    expect(plain.stderr).toContain('write:formula')
    expect(plain.stdout).toContain(`\t${text}`)
    const safe = await table(text, '--spreadsheet-safe')
    expect(safe.stderr).not.toContain('write:formula')
    expect(safe.stdout).toContain(`\t'${text}`)
  })

  it.each(['- an item of a list', '-12', '+5.5', 'words = words'])('%s is no formula', async (text) => {
    expect((await table(text)).stderr).not.toContain('write:formula')
  })

  it('the option is refused where there is no table', async () => {
    const { code, stderr } = await run(['convert', '-', '--from', 'jsonl', '--to', 'tmx', '--spreadsheet-safe', '--json'], unit('Text one.'))
    expect(code).toBe(1)
    expect(stderr).toContain('cli:option-idle')
  })

})
