import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runServe } from '../src/cli/memory/serve.ts'
import { languageCodes } from '../src/language/code.ts'
import { writeFormats, type UnitFormatName } from '../src/write/index.ts'
import { madeDocument, sentences, type MadeDocument } from './memory-documents.ts'
import { run } from './run-command.ts'

let folder = ''
let memory = ''

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
  memory = path.join(folder, 'un.db')
  await put('out', ['jsonl', 'tmx'], { symbol: 'A/RES/70/1', languages: languageCodes, version: { date: '2015-10-21' } })
  await put('out', ['tmx'], { symbol: 'S/2010/5', languages: languageCodes, version: { date: '2010-02-03' }, mark: 'x ' })
  expect(await run(['memory', 'add', memory, path.join(folder, 'out')])).toMatchObject({ code: 0, stdout: '', stderr: `${memory}: 6 units of 2 documents added\n` })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Writes a document as `hexapla align` would, into a folder. */
async function put(to: string, formats: UnitFormatName[], made: MadeDocument): Promise<void> {
  mkdirSync(path.join(folder, to), { recursive: true })
  const texts = new Map<string, string>()
  const name = made.symbol?.replaceAll('/', '_') ?? 'units'
  for await (const { file, text } of writeFormats(formats, [madeDocument(made)], { name })) texts.set(file, (texts.get(file) ?? '') + text)
  for (const [file, text] of texts) writeFileSync(path.join(folder, to, file), text)
}

const english = sentences[2]?.en ?? ''

describe('memory', () => {
  it.each([['memory'], ['memory', 'add'], ['memory', 'list'], ['memory', 'stats'], ['memory', 'export'], ['memory', 'forget'], ['memory', 'tag'], ['find'], ['serve']])('%s %s --help has an example', async (...names) => {
    const { code, stdout } = await run([...names, '--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Example:\n {2}hexapla /)
  })

  it('add says what it had already, and what cannot be read', async () => {
    const again = await run(['memory', 'add', memory, path.join(folder, 'out')])
    expect(again.code).toBe(0)
    expect(again.stderr).toContain(`[${'memory:known'}]`)
    expect(again.stderr).toContain('0 units of 0 documents added')
    for (const [name, id] of [['none.tmx', 'read:missing'], ['what.xyz', 'cli:memory-unknown']] as const) {
      if (name === 'what.xyz') writeFileSync(path.join(folder, name), 'x')
      const { code, stderr } = await run(['memory', 'add', memory, path.join(folder, name)])
      expect(code).toBe(1)
      expect(stderr).toContain(`[${id}]`)
    }
  })

  it('build names the option that fills a memory, where its folder has the name of one', async () => {
    const { code, stderr } = await run(['build', path.join(folder, 'out'), '-o', path.join(folder, 'new.db')])
    expect([code, stderr]).toEqual([2, expect.stringContaining('--into ')])
    expect(existsSync(path.join(folder, 'new.db'))).toBe(false)
  })

  it('add takes the format where the ending does not tell it, and leaves no empty memory', async () => {
    const [unnamed, made] = [path.join(folder, 'units.backup'), path.join(folder, 'made.db')]
    const file = readdirSync(path.join(folder, 'out')).find((name) => name.endsWith('.jsonl')) ?? ''
    writeFileSync(unnamed, readFileSync(path.join(folder, 'out', file)))
    expect((await run(['memory', 'add', made, unnamed])).stderr).toContain('[cli:memory-unknown]')
    expect(readdirSync(folder).filter((name) => name.startsWith('made.db'))).toEqual([])
    expect(await run(['memory', 'add', made, unnamed, '--from', 'jsonl'])).toMatchObject({ code: 0, stderr: `${made}: 3 units of 1 document added\n` })
    // Where malformed units are all that there is, nothing is made, either.
    const [none, broken] = [path.join(folder, 'none.db'), path.join(folder, 'broken.jsonl')]
    writeFileSync(broken, '{"type":"unit"}\n')
    expect(await run(['memory', 'add', none, broken, '--lenient'])).toMatchObject({ code: 0, stderr: expect.stringContaining('0 units of 0 documents added') as string })
    expect(readdirSync(folder).filter((name) => name.startsWith('none.db'))).toEqual([])
    // A memory that was there stays.
    expect((await run(['memory', 'add', made, unnamed, '--from', 'tmx'])).code).toBe(1)
    expect(readdirSync(folder)).toContain('made.db')
  })

  it('list shows documents, and what replaces them', async () => {
    const copy = path.join(folder, 'copy.db')
    await put('revised', ['jsonl'], { symbol: 'A/RES/70/1', symbols: Object.fromEntries(languageCodes.map((code) => [code, 'A/RES/70/1*'])), languages: languageCodes, version: { date: '2016-01-01' }, mark: 'r ' })
    expect((await run(['memory', 'add', copy, memory, path.join(folder, 'revised')])).code).toBe(0)
    expect((await run(['memory', 'list', copy, '--all'])).stdout).toBe(
      'A/RES/70/1\t2015-10-21\tar en es fr ru zh\t3 sentence units\treplaced by A/RES/70/1*\nA/RES/70/1\t2016-01-01\tar en es fr ru zh\t3 sentence units\nS/2010/5\t2010-02-03\tar en es fr ru zh\t3 sentence units\n'
    )
    expect((await run(['memory', 'list', copy, '--as-of', '2015-12-31'])).stdout).not.toContain('2016')
    expect(JSON.parse((await run(['memory', 'list', copy, '--json', '--organ', 'S'])).stdout)).toMatchObject([{ document: 'S/2010/5', units: 3, isReplaced: false }])
  })

  it('tag says what is decided, and filters choose by it', async () => {
    const symbol = 'A/RES/70/1'
    expect(await run(['memory', 'tag', memory, symbol, 'subject=rights', 'seen', '--by', 'Ana'])).toMatchObject({ code: 0, stderr: `${memory}: ${symbol} is tagged subject=rights, seen\n` })
    expect((await run(['memory', 'tag', memory, symbol, 'doubtful', '--unit', '2#1', '--unit', '3#1', '--reason', 'short'])).code).toBe(0)
    expect((await run(['memory', 'tag', memory, symbol])).stdout).toBe('-\tseen\tAna\n-\tsubject=rights\tAna\n2#1\tdoubtful\t\tshort\n3#1\tdoubtful\t\tshort\n')
    expect(JSON.parse((await run(['memory', 'tag', memory, symbol, '--unit', '3#1', '--json'])).stdout)).toEqual([{ unit: '3#1', tag: 'doubtful', reason: 'short' }])
    const exported = (await run(['memory', 'export', memory, '--tag', 'seen', '--tag', 'doubtful', '--to', 'jsonl'])).stdout
    expect(exported.match(/"id":"\d#1"/g)).toEqual(['"id":"2#1"', '"id":"3#1"'])
    expect((await run(['find', english, '-m', memory, '--tag', 'doubtful'])).stdout).toContain('doubtful: short; seen by Ana; subject=rights by Ana')
    expect((await run(['memory', 'list', memory, '--tag', 'seen'])).stdout.match(/sentence units/g)).toHaveLength(1)
    expect(await run(['memory', 'tag', memory, symbol, 'seen', 'subject=rights', 'doubtful', '--remove'])).toMatchObject({ stderr: `${memory}: 4 tags taken off ${symbol}\n` })
    expect((await run(['memory', 'tag', memory, symbol])).stderr).toBe('no tags\n')
    for (const wrong of [['two words'], ['a', '--by', 'x;y'], ['a', '--remove', '--reason', 'b'], ['--remove'], ['--by', 'Ana']]) expect((await run(['memory', 'tag', memory, symbol, ...wrong])).code, wrong.join(' ')).toBe(2)
    expect((await run(['memory', 'tag', memory, symbol, 'a', '--unit', '9'])).stderr).toContain('[memory:unit-unknown]')
  })

  it('forget takes a document out of sight, and brings it back', async () => {
    expect(await run(['memory', 'forget', memory, 'S/2010/5'])).toMatchObject({ code: 0, stderr: `${memory}: S/2010/5 is out of sight, --undo brings it back (1 set of units)\n` })
    expect((await run(['memory', 'list', memory])).stdout).not.toContain('S/2010/5')
    expect((await run(['memory', 'forget', memory, 'S/2010/5', '--undo'])).code).toBe(0)
    expect((await run(['memory', 'list', memory])).stdout).toContain('S/2010/5')
    expect(await run(['memory', 'forget', memory, 'S/1'])).toMatchObject({ code: 1, stderr: expect.stringContaining('[memory:symbol-unknown]') as string })
  })

  it('stats counts, and draws', async () => {
    const plot = path.join(folder, 'plot.svg')
    const { stdout } = await run(['memory', 'stats', memory, '--plot', plot])
    expect(stdout).toContain('2 documents, 6 units\n')
    expect(stdout).toContain('en-zh\t6\t0\t0\n')
    expect(stdout).toContain('2015\tA\t3\n')
    expect(readFileSync(plot, 'utf8')).toMatch(/^<svg [^]*2015, A: 3[^]*<\/svg>\n$/)
  })

  it('export writes every format by the filters, the same bytes for the same documents', async () => {
    const again = path.join(folder, 'again.db')
    await put('one', ['jsonl'], { symbol: 'S/2010/5', languages: languageCodes, version: { date: '2010-02-03' }, mark: 'x ' })
    for (const input of ['one', 'out']) await run(['memory', 'add', again, path.join(folder, input, input === 'one' ? '' : 'A_RES_70_1.sent.jsonl')])
    const first = await run(['memory', 'export', memory, '--to', 'jsonl', '--symbol', 'A/RES/70/1'])
    expect(first.code).toBe(0)
    expect(first.stdout).toBe(readFileSync(path.join(folder, 'out', 'A_RES_70_1.sent.jsonl'), 'utf8'))
    expect((await run(['memory', 'export', again, '--to', 'tsv'])).stdout).toBe((await run(['memory', 'export', memory, '--to', 'tsv'])).stdout)
    const out = path.join(folder, 'exported')
    expect((await run(['memory', 'export', memory, '--to', 'tmx,html,moses', '--source', 'fr', '-o', out, '--organ', 'S'])).code).toBe(0)
    expect(readFileSync(path.join(out, 'un.fr-ar.sent.tmx'), 'utf8')).toContain('S/2010/5')
    expect(await run(['convert', memory, '-o', path.join(folder, 'un.tmx')])).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(folder, 'un.tmx'), 'utf8')).toContain('A/RES/70/1')
  })
})

it('convert makes one of several memories, and of a folder of them', async () => {
  await put('merge/a', ['tmx'], { symbol: 'A/1', languages: languageCodes })
  await put('merge/b', ['jsonl'], { symbol: 'A/1*', version: { symbol: 'A/1*' }, mark: 'new ' })
  const [all, again, table] = ['all.jsonl', 'again.jsonl', 'merge.tsv'].map((name) => path.join(folder, name))
  expect(await run(['convert', path.join(folder, 'merge'), '-o', all ?? ''])).toMatchObject({ code: 0 })
  const written = readFileSync(all ?? '', 'utf8')
  for (const language of languageCodes) expect(written).toContain(sentences[1]?.[language])
  // What was replaced is in it, too; in any order, and with copies, it is the same.
  expect(written).toContain('new Decides to remain')
  const files = readdirSync(path.join(folder, 'merge'), { recursive: true, encoding: 'utf8' }).filter((file) => /sent\.(?:jsonl|tmx)$/.test(file)).map((file) => path.join(folder, 'merge', file))
  const wide = files.filter((file) => file.includes('.all.') || file.endsWith('jsonl'))
  expect((await run(['convert', ...wide.toReversed(), ...wide, '-o', again ?? ''])).code).toBe(0)
  expect(readFileSync(again ?? '', 'utf8')).toBe(written)
  // The units of a file, read from another format, are the same ones: of one document, from one file more.
  const [lines, twice] = [path.join(folder, 'a.jsonl'), path.join(folder, 'twice.jsonl')]
  expect((await run(['convert', ...wide.filter((file) => file.endsWith('.tmx')), '-o', lines])).code).toBe(0)
  expect((await run(['convert', ...wide, lines, '-o', twice])).stderr).toContain('[memory:known]')
  expect(readFileSync(twice, 'utf8')).toBe(written)
  expect((await run(['convert', ...wide, '--from', 'tmx', '-o', table ?? ''])).code).toBe(2)
  expect((await run(['convert', path.join(folder, 'none.tmx'), ...wide, '-o', table ?? ''])).code).toBe(1)
})

describe('find', () => {
  it('shows matches with what differs, their translations and where they are from', async () => {
    const { stdout } = await run(['find', 'The Committee approved its report without a vote', '-m', memory, '--from', 'en', '--to', 'zh', '--limit', '1'])
    expect(stdout).toBe(`87 % en\n  The Committee [-approved-]{+adopted+} its report without a vote.\n  zh: ${sentences[2]?.zh ?? ''}\n      A/RES/70/1, para. 3 (2015-10-21), score 0.90\n\n`)
  })

  it('marks a phrase, in any language', async () => {
    expect((await run(['find', '人权', '-m', memory, '--concordance', '--to', 'en', '--symbol', 'A/RES/70/1'])).stdout).toContain('回顾其关于[人权]和基本自由')
    expect((await run(['find', 'الحقوق', '-m', memory, '--concordance', '--to', 'fr', '--symbol', 'A/RES/70/1'])).stdout).toContain('[حقوق]')
  })

  it('gives JSON and a table', async () => {
    expect(JSON.parse((await run(['find', english, '-m', memory, '--json', '--limit', '1'])).stdout)).toMatchObject([{ score: 1, kind: 'exact', units: [{ symbol: 'A/RES/70/1', id: '3#1', date: '2015-10-21' }] }])
    const [header, row, ...rest] = (await run(['find', english, '-m', memory, '--tsv', '--limit', '1', '--to', 'fr'])).stdout.trimEnd().split('\n')
    expect(header?.split('\t')).toHaveLength(11)
    expect(row).toBe(`1\texact\ten\t${english}\tA/RES/70/1\t3#1\t3\t2015-10-21\t0.9\tfr\t${sentences[2]?.fr ?? ''}`)
    expect(rest).toEqual([])
  })

  it('says that nothing is found, and what is wrong', async () => {
    expect(await run(['find', 'qqq', '-m', memory])).toMatchObject({ code: 0, stdout: '', stderr: 'nothing found\n' })
    expect(await run(['find', 'x', '-m', path.join(folder, 'none.db')])).toMatchObject({ code: 1, stderr: expect.stringContaining('[memory:missing]') as string })
    expect(await run(['find', 'x', '-m', memory, '--from', 'de'])).toMatchObject({ code: 1, stderr: expect.stringContaining('[memory:language-unknown]') as string })
  })

  it.each([
    ['no memory', ['x']],
    ['no text', [' ', '-m', 'un.db']],
    ['a share of nothing', ['x', '-m', 'un.db', '--min', '0.1']],
    ['two forms', ['x', '-m', 'un.db', '--json', '--tsv']],
    ['a likeness of phrases', ['x', '-m', 'un.db', '--concordance', '--min', '0.5']],
    ['a language that is none', ['x', '-m', 'un.db', '--to', 'french!']],
    ['a date that is none', ['x', '-m', 'un.db', '--since', 'May']],
    ['a kind of block that is none', ['x', '-m', 'un.db', '--block', 'poem']]
  ])('%s exits 2', async (_, argv) => {
    expect((await run(['find', ...argv])).code).toBe(2)
  })
})

it('serve answers until it is ended', async () => {
  const said: string[] = []
  const terminal = {
    stdin: () => (async function* () {})(),
    stdout: (text: string | Uint8Array) => Promise.resolve(void said.push(String(text))),
    stderr: () => undefined,
    interactive: false
  }
  const code = await runServe({ memory, port: 0, json: true }, terminal, async () => {
    const { url } = JSON.parse(said[0] ?? '') as { url: string }
    expect(await (await fetch(`${url}api/languages`)).json()).toHaveLength(6)
  })
  expect(code).toBe(0)
})
