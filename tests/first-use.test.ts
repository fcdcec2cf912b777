/** What somebody does who has never used it: names, options and files as they come. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteVerbale } from '../evaluation/corpus/files.ts'
import { run } from './run-command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-first-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const version = (code: string): string => path.resolve('corpus', noteVerbale, `${code}.txt`)
const ids = (stderr: string): string[] => [...stderr.matchAll(/ \[([a-z]+:[a-z-]+)\]$/gm)].map(([, id = '']) => id)

describe('options', () => {
  it.each([
    ['--min-score', '0,9', 'Expected a number from 0 to 1, such as 0.9.'],
    ['--split-mb', 'ten', 'Expected a number above 0, such as 10.'],
    ['--to', ',', 'It names no format; there are tmx'],
    ['--limit', 'seconds=0.5', 'Expected bytes, inflated, pages, seconds with a whole number above 0'],
    ['--lang', 'fr', 'Expected FILE=xx, such as note.txt=fr.'],
    ['--source', 'de', 'not de']
  ])('%s %s says what it takes', async (option, value, expected) => {
    const { code, stderr } = await run(['align', version('en'), version('fr'), option, value])
    expect([code, stderr]).toEqual([2, expect.stringContaining(expected)])
  })

  it('formats and languages may be written in capitals, with spaces', async () => {
    const out = path.join(folder, 'capitals')
    expect((await run(['align', version('en'), version('fr'), '-o', out, '--to', 'TSV, Html', '--source', 'FR'])).code).toBe(0)
    expect(readdirSync(out)).toEqual(['CD_2161.sent.html', 'CD_2161.sent.tsv'])
  })

  it('--encoding is refused where no file heeds it', async () => {
    const file = path.resolve('corpus', noteVerbale, 'files', 'en.docx')
    for (const argv of [['detect', file], ['parse', file], ['build', file, '-o', path.join(folder, 'coded'), '--jobs', '1']]) {
      expect(ids((await run([...argv, '--encoding', 'windows-1251'])).stderr)).toEqual(['cli:encoding-idle'])
    }
  })

  it('a memory in any languages takes one of them as its source', async () => {
    const memory = path.join(folder, 'de.jsonl')
    const lines = (code: string): string => path.resolve('fixtures', 'align', 'lines', `${code}.txt`)
    await run(['align', '--lines', lines('de'), lines('fr'), '--source', 'de', '--target', 'fr', '-o', memory])
    const { code, stdout } = await run(['convert', memory, '--source', 'fr', '--lang-map', 'de=de-DE', '--to', 'tmx'])
    expect([code, stdout]).toEqual([0, expect.stringMatching(/srclang="fr"[^]*xml:lang="de-DE"/)])
    expect((await run(['convert', memory, '--source', 'de', '--to', 'tmx'])).stdout).toContain('srclang="de"')
  })

  it('help takes the name of a command, and no line of it is wider than a screen', async () => {
    for (const names of [[], ['align'], ['memory'], ['memory', 'add']]) {
      const { code, stdout } = await run(['help', ...names])
      expect([code, stdout]).toEqual([0, (await run([...names, '--help'])).stdout])
      expect(stdout.split('\n\nExample')[0]?.split('\n').filter((line) => line.length > 80)).toEqual([])
    }
    expect(await run(['help', 'memory', 'ad'])).toMatchObject({ code: 2, stderr: expect.stringContaining('memory ad') as string })
  })
})

describe('outputs', () => {
  it('clean and parse write the file that is named, of one input alone', async () => {
    const [text, tree] = [path.join(folder, 'fr.clean.txt'), path.join(folder, 'fr.json')]
    expect((await run(['clean', version('fr'), '-o', text])).stderr).toBe(`wrote ${text}\n`)
    expect(readFileSync(text, 'utf8')).toContain('Bélarus')
    expect((await run(['parse', version('fr'), '--to', 'json', '-o', tree])).code).toBe(0)
    expect(JSON.parse(readFileSync(tree, 'utf8'))).toMatchObject({ lang: 'fr' })
    expect(ids((await run(['clean', version('fr'), version('en'), '-o', text])).stderr)).toEqual(['cli:output-several'])
    expect(ids((await run(['clean', version('fr'), '-o', path.join(folder, 'fr.docx')])).stderr)).toEqual(['cli:output-ending'])
    const own = path.join(folder, 'own.txt')
    cpSync(version('fr'), own)
    expect(ids((await run(['clean', own, '-o', own])).stderr)).toEqual(['cli:output-in-use'])
  })

  it('parts of an earlier run that this one has not made are said', async () => {
    const out = path.join(folder, 'parts')
    const argv = ['align', version('en'), version('fr'), '-o', out, '--to', 'tmx,tsv']
    expect(ids((await run([...argv, '--split-mb', '0.004'])).stderr)).toEqual([])
    const parts = readdirSync(out).filter((name) => /\.\d+\.t(?:mx|sv)$/.test(name)).length
    const { code, stderr } = await run(argv)
    expect([code, ids(stderr)]).toEqual([0, ['cli:parts-older']])
    expect(stderr).toContain(`Unexpected ${parts} parts of an earlier run`)
  })

  it('convert calls its files by the memory, and takes one of several memories of the same units in a folder', async () => {
    const out = path.join(folder, 'memories')
    await run(['align', version('en'), version('fr'), version('zh'), '-o', out, '--to', 'tmx'])
    const memory = path.join(out, 'CD_2161.all.sent.tmx')
    await run(['convert', memory, '-o', out, '--to', 'xliff,tsv'])
    expect(readdirSync(out).filter((name) => !name.endsWith('.tmx'))).toEqual(['CD_2161.en-fr.sent.xlf', 'CD_2161.en-zh.sent.xlf', 'CD_2161.fr-zh.sent.xlf', 'CD_2161.sent.tsv'])
    const rows = async (input: string): Promise<number> => (await run(['convert', input, '--to', 'tsv'])).stdout.split('\n').length
    expect(await rows(out)).toBe(await rows(memory))
    rmSync(memory)
    for (const pair of ['en-fr', 'en-zh', 'fr-zh']) rmSync(path.join(out, `CD_2161.${pair}.sent.tmx`))
    expect(await rows(out)).toBe((await rows(memory.replace('.all.', '.en-fr.').replace(/tmx$/, 'xlf'))) * 3 - 4)
  })
})

describe('a folder', () => {
  it('says which links lead nowhere; marks of open documents are none of the user\'s files', async () => {
    const place = path.join(folder, 'links')
    mkdirSync(place)
    for (const code of ['en', 'fr']) cpSync(version(code), path.join(place, `${code}.txt`))
    for (const name of ['~$en.docx', 'Thumbs.db', 'desktop.ini']) writeFileSync(path.join(place, name), 'x')
    symlinkSync(path.join(folder, 'gone.txt'), path.join(place, 'ru.txt'))
    for (const argv of [['detect', place], ['clean', place], ['build', place, '-o', path.join(folder, 'linked'), '--jobs', '1']]) {
      const { code, stderr } = await run([...argv, '--json'])
      expect([code, stderr]).toEqual([1, argv[0] === 'build' ? '' : expect.stringContaining('"read:missing"')])
      expect(stderr).not.toContain('cli:file-skipped')
    }
    expect(readFileSync(path.join(folder, 'linked', 'messages.jsonl'), 'utf8')).toContain('"read:missing"')
  })

  it('of several, messages name the first and how many others', async () => {
    const places = ['one', 'two', 'three'].map((name) => path.join(folder, name))
    for (const place of places) mkdirSync(place)
    expect((await run(['detect', ...places])).stderr).toMatch(/^\S*one and 2 others: fatal: /)
  })
})

describe('review', () => {
  it('of what is not there says so', async () => {
    expect(ids((await run(['review', path.join(folder, 'nowhere')])).stderr)).toEqual(['read:missing'])
  })

  it('finds the memory of a build, the only document of a folder, and names the documents where there are more', async () => {
    const [input, built, aligned] = ['reviewed', 'reviewed-build', 'reviewed-align'].map((name) => path.join(folder, name)) as [string, string, string]
    mkdirSync(input)
    for (const code of ['en', 'fr']) cpSync(version(code), path.join(input, `CD_2161-${code}.txt`))
    writeFileSync(path.join(input, 'empty.txt'), '')
    const build = await run(['build', input, '-o', built, '--jobs', '1'])
    rmSync(path.join(input, 'empty.txt'))
    // What cannot be done is said with what to do about it.
    expect(build.stderr).toMatch(/1 × error .*empty\.txt\n {6}\S.*\n {6}[A-Z]/)
    await run(['align', input, '-o', aligned, '--to', 'tmx'])
    for (const place of [built, aligned]) expect((await run(['review', place, '--report'])).stdout).toMatch(/^\d+ rows, 0 reviewed/)
    cpSync(path.join(aligned, 'CD_2161'), path.join(aligned, 'CD_2162'), { recursive: true })
    const { code, stderr } = await run(['review', aligned])
    expect([code, ids(stderr)]).toEqual([1, ['review:folders']])
    expect(stderr).toContain(`${path.join(aligned, 'CD_2161')}, ${path.join(aligned, 'CD_2162')}`)
  })
})
