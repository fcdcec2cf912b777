/** What people see: messages, names of documents, what a run ends in. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VFile } from 'vfile'
import { noteVerbale, read } from '../evaluation/corpus/files.ts'
import { namesApart } from '../src/cli/output/names-apart.ts'
import { pairName } from '../src/cli/align/pair-name.ts'
import { sayMessages } from '../src/cli/screen/show-messages.ts'
import { languageCodes } from '../src/language/code.ts'
import { failOn, HexaplaError, reportTo } from '../src/message/report.ts'
import { run } from './run-command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-screen-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function put(name: string, text: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

const version = (code: string): string => path.resolve('corpus', noteVerbale, `${code}.txt`)

describe('messages', () => {
  it('are a line each, file and place first, a remedy once', () => {
    const [one, two] = [new VFile({ path: 'out/a.txt' }), new VFile({ path: 'out/b-with-a-much-longer-name.txt' })]
    reportTo(one)('parse:number-gap', { line: 12, column: 3 }, { actual: '5', expected: ['4'] })
    reportTo(two)('parse:number-gap', { line: 7, column: 1 }, { actual: '9', expected: ['8'] })
    failOn(two, new HexaplaError('read:empty', { file: 'b' }))
    expect(sayMessages([one, two]).split('\n')).toEqual([
      'out/a.txt:12:3: warning: Unexpected label 5, expected 4: a number is missing [parse:number-gap]',
      '  The export may have lost an automatic number; the paragraph is there without it.',
      'out/b-with-a-much-longer-name.txt:7:1: warning: Unexpected label 9, expected 8: a number is missing [parse:number-gap]',
      'out/b-with-a-much-longer-name.txt: fatal: Unexpected empty file b, expected text [read:empty]',
      '  A scan without a text layer exports as nothing: it needs OCR first.',
      '1 error, 2 warnings',
      ''
    ])
  })

  it('of which there are many come as one line with a count and the first five', () => {
    const file = new VFile({ path: 'en.txt' })
    for (let index = 1; index <= 90; index++) reportTo(file)('align:item-unpaired', { line: index, column: 1 }, { language: 'en', address: `p${index}` })
    expect(sayMessages([file]).split('\n')[0]).toBe(
      'en.txt: warning: 90 times: Unexpected en block p1, p2, p3, p4, p5 and 85 more without a counterpart, expected one in every version [align:item-unpaired], lines 1, 2, 3, 4, 5 …'
    )
  })

  it('that have words in common between two places name what stands at each', () => {
    const file = new VFile({ path: 'in' })
    for (let index = 1; index <= 7; index++) reportTo(file)('cli:format-passed-over', undefined, { file: `${index}.pdf`, better: `${index}.docx` })
    expect(sayMessages([file]).split('\n')[0]).toBe(
      'in: warning: 7 times: Unexpected second format of a version, 1.pdf, 2.pdf, 3.pdf, 4.pdf, 5.pdf and 2 more, expected one file a language; 1.docx, 2.docx, 3.docx, 4.docx, 5.docx and 2 more, whose format knows more of the document, was taken [cli:format-passed-over]'
    )
  })

  it('that differ in two places keep their words and marks in order', () => {
    const file = new VFile({ path: 'ru.txt' })
    for (let index = 1; index <= 8; index++) reportTo(file)('parse:number-gap', { line: index, column: 1 }, { actual: `${5 * index + 1}.`, expected: [String(5 * index)] })
    expect(sayMessages([file]).split('\n')[0]).toBe(
      'ru.txt: warning: 8 times: Unexpected label 6., expected 5; 11., expected 10; 16., expected 15; 21., expected 20; 26., expected 25 and 3 more: a number is missing [parse:number-gap], lines 1, 2, 3, 4, 5 …'
    )
  })

  it('in the same words are said once, though several formats say them', () => {
    const file = new VFile({ path: 'en.txt' })
    for (let format = 0; format < 14; format++) for (const id of ['p1#1', 'p2#1']) reportTo(file)('write:text-illegal', undefined, { actual: 'U+0001', id })
    expect(sayMessages([file]).split('\n').slice(-2)).toEqual(['2 warnings', ''])
  })

  it('of a block name its file', async () => {
    const short = put('short/fr.txt', readFileSync(version('fr'), 'utf8').replace(/^ 9\. [^]*/m, ''))
    const { stderr } = await run(['align', version('en'), short, '-o', path.join(folder, 'short-out')])
    expect(stderr).toMatch(/en\.txt: warning: \d+ times: Unexpected en block .* \[align:item-unpaired\]/)
    expect(stderr.split('\n').filter((line) => line.includes('item-unpaired'))).toHaveLength(1)
  })
})

describe('a pair', () => {
  it('is named in the order in which the versions were, as its files are', () => {
    expect(pairName({ source: 'es', target: 'ru' }, ['ru', 'ar', 'es'])).toBe('ru-es')
    expect(pairName({ source: 'es', target: 'ru' }, ['es', 'ar', 'ru'])).toBe('es-ru')
  })
})

describe('names', () => {
  it.each([
    [['in/note', 'in/letter'], ['note', 'letter']],
    [['in/a/source', 'in/b/source', 'in/c/d/source'], ['a', 'b', 'd']],
    [['x/a/b', 'y/a/b', 'x/c'], ['x', 'y', 'c']]
  ])('of %j are %j', (paths, names) => {
    expect([...namesApart(paths).values()]).toEqual(names)
  })

  it('of documents without a symbol are no symbols, and have no paths in them', async () => {
    const texts: Readonly<Record<string, string>> = {
      en: 'Report of the harbour workshop\n\nThe workshop on harbour lights was held in Lisbon on 2 February 2021.\n',
      fr: 'Rapport de l’atelier portuaire\n\nL’atelier sur les feux de port s’est tenu à Lisbonne le 2 février 2021.\n'
    }
    const place = path.join(folder, 'unnamed')
    for (const document of ['lights', 'harbours']) for (const [code, text] of Object.entries(texts)) put(`unnamed/${document}/text.${code}.txt`, text)
    const out = path.join(folder, 'unnamed-out')
    expect((await run(['align', place, '-o', out, '--to', 'tmx,jsonl,xliff,html', '--no-learn'])).code).toBe(0)
    expect(readdirSync(out).filter((name) => !name.includes('.'))).toEqual(['harbours', 'lights'])
    for (const name of ['harbours', 'lights'])
      for (const file of readdirSync(path.join(out, name))) {
        const text = readFileSync(path.join(out, name, file), 'utf8')
        expect(text).not.toContain('x-un-symbol')
        expect(text).not.toContain('"symbol"')
        expect(text).not.toContain(folder)
        expect(text).not.toContain('unnamed')
        expect(file.startsWith(name)).toBe(true)
      }
  })

  it('of two files are what the files share', async () => {
    const [one, two] = [put('pair/memo-en.txt', 'The harbour lights were repaired in the spring of 2021.\n'), put('pair/memo-fr.txt', 'Les feux du port ont été réparés au printemps 2021.\n')]
    const out = path.join(folder, 'pair-out')
    const { stderr } = await run(['align', one, two, '-o', out])
    expect(readdirSync(out)).toEqual(['memo.en-fr.sent.tmx', 'memo.sent.html'])
    expect(stderr.trimEnd().split('\n').slice(0, 4)).toEqual(['memo: en fr', '1 sentence unit: 1 in both languages; 1 with a score of 0.9 or more', `wrote 2 files in ${out}`, `open ${path.join(out, 'memo.sent.html')} to see the versions side by side`])
  })
})

describe('several files', () => {
  it('stand under their names on standard output', async () => {
    for (const command of ['clean', 'parse']) {
      const { stdout } = await run([command, version('en'), version('fr')])
      expect(stdout.match(/^==> .* <==$/gm)).toEqual([`==> ${version('en')} <==`, `==> ${version('fr')} <==`])
      expect((await run([command, version('en')])).stdout).not.toContain('==>')
    }
    const trees = (await run(['parse', version('en'), version('fr'), '--to', 'json'])).stdout.trimEnd().split('\n')
    expect(trees.map((line) => (JSON.parse(line) as { lang: string }).lang)).toEqual(['en', 'fr'])
  })

  it('are a file each in a folder', async () => {
    const out = path.join(folder, 'cleaned')
    const { stdout, stderr } = await run(['clean', ...languageCodes.map(version), '-o', out])
    expect([stdout, stderr]).toEqual(['', `wrote 6 files in ${out}\n`])
    expect(readdirSync(out)).toEqual(languageCodes.map((code) => `${code}.clean.txt`))
    expect(readFileSync(path.join(out, 'fr.clean.txt'), 'utf8')).toBe((await run(['clean', version('fr')])).stdout)
    await run(['parse', version('en'), '--to', 'json', '-o', out])
    expect(readdirSync(out)).toContain('en.json')
  })
})

describe('help and findings', () => {
  it('begins with the three commands that are needed first', async () => {
    const { stdout } = await run(['--help'])
    const groups = [...stdout.slice(0, stdout.indexOf('\nExample:')).matchAll(/^([A-Z].*):\n((?: {2}.*\n)+)/gm)].map(([, title, lines = '']) => [title, ...[...lines.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)])
    expect(groups).toEqual([
      ['Options'],
      ['Begin with', 'align', 'detect', 'convert'],
      ['To put right what came out', 'review'],
      ['Memories that live in a file', 'memory', 'find', 'terms', 'serve'],
      ['Collections', 'build', 'status', 'work', 'merge'],
      ['Further commands', 'clean', 'parse', 'train']
    ])
  })

  it('of a command names no option that it does not have', async () => {
    expect((await run(['convert', '--help'])).stdout).not.toContain('--lines')
  })

  it('lists the formats where one is not known', async () => {
    const { code, stderr } = await run(['align', version('en'), version('fr'), '--to', 'htm'])
    expect(code).toBe(2)
    for (const format of ['tmx', 'jsonl', 'html']) expect(stderr).toContain(format)
  })

  it('says whether a language is sure, and the number in JSON', async () => {
    const { stdout } = await run(['detect', version('fr')])
    expect(stdout).toMatch(/\tfr\tFrench\tsure\tno symbol\n$/)
    const [found] = JSON.parse((await run(['detect', version('fr'), '--json'])).stdout) as Array<{ score: number }>
    expect(found?.score).toBeGreaterThan(0.1)
    expect((await run(['detect', put('list.txt', read('corpus', noteVerbale, 'en.txt').slice(0, 60)), '--lang', 'list.txt=en'])).stdout).toContain('\tgiven\t')
  })
})
