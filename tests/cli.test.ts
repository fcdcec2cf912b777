import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passes } from '../src/clean/passes.ts'
import { languageCodes } from '../src/language/code.ts'
import { goldUnits, noteVerbale } from '../evaluation/corpus/files.ts'
import { run } from './run-command.ts'

const corpus = path.resolve(import.meta.dirname, '../corpus', noteVerbale)
const version = (code: string): string => path.join(corpus, `${code}.txt`)
const six = languageCodes.map(version)
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function put(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

describe('help and usage', () => {
  it.each([[], ['clean'], ['detect'], ['parse'], ['align'], ['convert'], ['train']])('%s --help has an example and exits 0', async (...names) => {
    const { code, stdout } = await run([...names, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: hexapla')
    if (names.length > 0) expect(stdout).toMatch(/Example:\n {2}hexapla /)
  })

  it.each([
    ['no command', ['frobnicate']],
    ['no file', ['clean']],
    ['an unknown option', ['clean', version('fr'), '--frobnicate']],
    ['an unknown form', ['parse', version('fr'), '--to', 'xml']],
    ['a form of a tree that is not printed', ['parse', version('fr'), '--trace', '--to', 'json']],
    ['an unknown format', ['align', ...six, '--to', 'xml']],
    ['an unknown language', ['parse', version('fr'), '--lang', 'fr.txt=de']],
    ['seven files', ['align', ...six, version('fr')]],
    ['lines without languages', ['align', '--lines', version('fr'), version('en')]],
    ['lines of three files', ['align', '--lines', version('fr'), version('en'), version('es'), '--source', 'fr', '--target', 'en']],
    ['beads of documents', ['align', ...six, '--to', 'beads']]
  ])('%s exits 2', async (_, argv) => {
    const { code, stdout, stderr } = await run(argv)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/error: /)
  })
})

describe('bad input', () => {
  const missing = 'not-there.txt'
  it.each<[string, () => string, string, RegExp]>([
    ['missing', () => missing, 'read:missing', /not-there\.txt/],
    ['empty', () => put('empty.txt', ''), 'read:empty', /OCR/],
    ['blank', () => put('blank.txt', ' \n\f\n'), 'read:empty', /OCR/],
    ['a picture', () => put('doc.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47])), 'read:binary', /DOCX/],
    ['zero bytes', () => put('zero.bin', new Uint8Array([1, 0, 0, 3, 0, 200, 0, 0, 7])), 'read:binary', /plain text/],
    ['a legacy font', () => path.resolve(import.meta.dirname, '../fixtures/detect/legacy-font.ru/input.txt'), 'detect:legacy-font', /OCR/],
    ['German', () => path.resolve(import.meta.dirname, '../fixtures/detect/foreign.de/input.txt'), 'detect:language-foreign', /German/],
    ['too short', () => path.resolve(import.meta.dirname, '../fixtures/detect/too-short/input.txt'), 'detect:language-unsure', /--lang/]
  ])('%s: says what to do, exits 1, writes nothing', async (_, file, id, text) => {
    const out = path.join(folder, 'never')
    const name = file()
    for (const argv of [['clean', name], ['detect', name], ['parse', name], ['align', version('fr'), name, '-o', out]]) {
      const { code, stdout, stderr } = await run(argv)
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr.replace(/\s+/g, ' ')).toMatch(text)
      expect(stderr).toContain(path.basename(name))
    }
    const { stderr } = await run(['parse', name, '--json'])
    expect(JSON.parse(stderr)).toMatchObject([{ path: name, messages: [{ severity: 'fatal', id }] }])
    expect(readdirSync(folder)).not.toContain('never')
  })

  it('a folder, where single files are wanted', async () => {
    const { code, stderr } = await run(['align', '--lines', corpus, version('fr'), '--source', 'en', '--target', 'fr', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stderr)).toMatchObject([{ path: corpus, messages: [{ id: 'read:not-a-file' }] }])
  })

  it('two files in one language', async () => {
    const { code, stderr } = await run(['align', version('fr'), put('again.txt', `${readFileSync(version('fr'), 'utf8')}\n`), '-o', path.join(folder, 'never')])
    expect(code).toBe(1)
    expect(stderr).toMatch(/second file in fr/)
    expect(stderr).toContain('--lang FILE=xx')
  })

  it('one file alone', async () => {
    const { code, stderr } = await run(['align', version('fr')])
    expect(code).toBe(1)
    expect(stderr).toContain('two to six')
  })

  it('a folder that cannot be made: below a file, and where the system denies that the folder above is there', async () => {
    const file = put('file.txt', 'text')
    for (const output of [path.join(file, 'out'), ...(existsSync('/proc/self') ? ['/proc/hexapla'] : [])]) {
      const { code, stderr } = await run(['align', version('fr'), version('en'), '-o', output])
      expect(code).toBe(1)
      expect(stderr).toMatch(/What stood there before is as it was/)
    }
  })

  it('a language that is given goes before the one that is found', async () => {
    const file = put('short.txt', 'Climate change\n')
    const { code, stdout } = await run(['parse', file, '--lang', 'short.txt=en'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^root en/)
  })
})

describe('clean, detect, parse', () => {
  it('parse --trace tells what each pass changed, and the rule that decided each block', async () => {
    const { code, stdout } = await run(['parse', version('fr'), '--trace'])
    expect(code).toBe(0)
    expect(stdout.match(/^# [a-z-]+: /gm)?.length).toBe(passes.length)
    expect(stdout).toMatch(/^ +\d+ {2}item 1 \(paragraph-number\) \[1\.\]/m)
    expect(stdout).toMatch(/^ +\d+ {2}joined \(.*no-mark-above -2.* = -[\d.]+\)/m)
    expect(stdout).toMatch(/^ +\d+ {2}note \(a star\)/m)
  })

  it('reads standard input', async () => {
    const { code, stdout } = await run(['clean', '-'], readFileSync(version('fr'), 'utf8'))
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe(goldUnits(noteVerbale)[0]?.sentences.fr[0])
  })

  it('finds the six', async () => {
    const { stdout } = await run(['detect', ...six, '--json'])
    const found = JSON.parse(stdout) as Array<{ language: string; group: string | null }>
    expect(found.map(({ language }) => language)).toEqual(languageCodes)
    expect(found.map(({ group }) => group)).toEqual(languageCodes.map(() => 'CD/2161'))
  })

  it('takes the symbol from the option or from the folder', async () => {
    const file = put('A_73_904/fr.txt', readFileSync(version('fr')))
    expect((await run(['parse', file])).stdout).toMatch(/^root fr A\/73\/904\n/)
    expect((await run(['parse', version('fr'), '--symbol', 'CD/2160'])).stdout).toMatch(/^root fr CD\/2160\n/)
  })

  it('prints the outline of the seed', async () => {
    const { stdout } = await run(['parse', version('fr')])
    const outline = stdout.split('\n').map((line) => line.slice(0, 64).trimEnd())
    expect(outline).toMatchSnapshot()
  })

  it('gives a tree as JSON', async () => {
    const { stdout } = await run(['parse', version('fr'), '--to', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ type: 'root', lang: 'fr' })
  })
})

describe('align', () => {
  it('writes every unit of the gold, and the same bytes twice', async () => {
    const places = ['one', 'two'].map((name) => path.join(folder, name))
    for (const place of places) expect((await run(['align', ...six, '-o', place])).code).toBe(0)
    const [one = '', two = ''] = places
    // Sixteen memories, and the page to look at; languages in the order in which the files were named.
    expect(readdirSync(one).length).toBe(17)
    expect(readdirSync(one)).toContain('CD_2161.sent.html')
    expect(readdirSync(one).filter((file) => !readFileSync(path.join(two, file)).equals(readFileSync(path.join(one, file))))).toEqual([])
    const tmx = readFileSync(path.join(one, 'CD_2161.all.sent.tmx'), 'utf8')
    expect(tmx.match(/<tu[ >]/g)?.length).toBe(goldUnits(noteVerbale).length)
  })

  it('writes one file by its ending', async () => {
    const file = path.join(folder, 'note.tmx')
    expect((await run(['align', version('fr'), version('en'), '-o', file])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('<tmx version="1.4">')
  })

  it('writes one format to standard output', async () => {
    const { code, stdout } = await run(['align', version('zh'), version('ar'), '--to', 'jsonl', '--unit', 'paragraph'])
    expect(code).toBe(0)
    const [, ...units] = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { granularity?: string })
    expect(units.length).toBeGreaterThan(20)
  })

  it('aligns plain lines of any language', async () => {
    const source = put('a.txt', 'Das Haus hat 3 Türen.\nEs ist alt.\n')
    const target = put('b.txt', 'La maison a 3 portes.\nElle est vieille.\n')
    const { code, stdout } = await run(['align', '--lines', source, target, '--source', 'de', '--target', 'fr', '--to', 'beads'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\[0\]:\[0\]\t[\d.]+\n\[1\]:\[1\]\t[\d.]+\n$/)
  })
})

describe('options of the outputs', () => {
  it('writes pairs from one source, with tags, numbers and a report', async () => {
    const out = path.join(folder, 'options')
    const list = path.join(folder, 'left-out.tsv')
    const { code, stderr } = await run([
      'align', version('en'), version('fr'), version('zh'), '-o', out, '--to', 'tmx', '--unit', 'paragraph', '--source', 'fr',
      '--lang-map', 'en=en-US,zh=zh-CN', '--numbering', 'keep', '--date', '2019-05-22', '--min-score', '0.5', '--dedupe', '--report', list
    ])
    expect(stderr).toContain('wrote')
    expect(code).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['CD_2161.all.para.tmx', 'CD_2161.fr-en.para.tmx', 'CD_2161.fr-zh.para.tmx'])
    const tmx = readFileSync(path.join(out, 'CD_2161.fr-en.para.tmx'), 'utf8')
    expect(tmx).toContain('xml:lang="en-US"')
    expect(tmx).toContain('<seg>9. Parmi les questions')
    expect(readFileSync(list, 'utf8')).toMatch(/^reason\t/)
  })

  it('refuses a file for two files', async () => {
    const { code, stderr } = await run(['align', version('en'), version('fr'), '-o', path.join(folder, 'x.tmx'), '--split-mb', '0.001'])
    expect(code).toBe(1)
    expect(stderr).toContain('expected one')
    expect(readdirSync(folder)).not.toContain('x.tmx')
  })

  it.each([
    ['--min-score', 'high', /0\.9|number/],
    ['--min-score', '-0.1', /from 0 to 1, such as 0\.9/],
    ['--min-score', '1.1', /from 0 to 1/],
    ['--min-score', 'NaN', /number from 0 to 1/],
    ['--split-mb', '0', /above 0, such as 10/],
    ['--split-mb', '-1', /above 0/],
    ['--split-mb', 'Infinity', /number above 0/],
    ['--split-mb', '', /number above 0/],
    ['--lang-map', 'de=de-DE', /xx=tag/],
    ['--numbering', 'roman', /strip, keep/],
    ['--source', 'de', /--source is one of/],
    ['--symbol', '!!', /such as A\/RES\/70\/1/],
    ['--symbol', 'A_73_761', /such as A\/RES\/70\/1/],
    ['--encoding', 'foo', /windows-1251/]
  ])('%s %s exits 2 and says what it takes', async (option, value, remedy) => {
    const { code, stderr } = await run(['align', version('en'), version('fr'), option, value])
    expect(code).toBe(2)
    expect(stderr).toContain(option)
    expect(stderr).toMatch(remedy)
  })

  it.each(['A/73/761*', 'S/RES/1881 (2009)', '3363 (XXX)', 'А/73/761', 'FAO/2022/L.3'])('--symbol %s', async (symbol) => {
    expect((await run(['parse', version('fr'), '--symbol', symbol])).stdout).toContain(`root fr ${symbol}\n`)
  })

  it.each([
    [['-o', 'x.docx'], 'cli:output-ending', '.tmx'],
    [['-o', 'x.tmx', '--to', 'tsv'], 'cli:output-ending', '.tsv'],
    [['-o', 'x.tmx', '--to', 'tsv,tmx'], 'cli:output-several', 'x.tmx'],
    [['--source', 'ar'], 'write:source-missing', 'en, fr'],
    [['--lang', 'ru.txt=ru'], 'cli:lang-unmatched', 'en.txt'],
    [['--dictionary', 'nope.tsv'], 'read:missing', '--dictionary'],
    [['--lexicon', 'nope.json'], 'read:missing', '--lexicon']
  ])('%s: says what is expected, writes nothing', async (options, id, text) => {
    const { code, stdout, stderr } = await run(['align', version('en'), version('fr'), ...options.map((each) => each.replace(/^x\./, `${folder}/x.`)), '--json'])
    expect([code, stdout]).toEqual([1, ''])
    expect(JSON.parse(stderr)).toMatchObject([{ messages: [{ id, severity: 'fatal' }] }])
    expect(stderr).toContain(text)
    expect(readdirSync(folder).filter((name) => name.startsWith('x.') && name !== 'x.json' && name !== 'x.tsv')).toEqual([])
  })

  it('a folder whose name ends like a file ends in a slash, or is there', async () => {
    const place = `${path.join(folder, 'A.v2')}/`
    expect((await run(['align', version('en'), version('fr'), '-o', place, '--to', 'tsv'])).code).toBe(0)
    expect((await run(['align', version('en'), version('fr'), '-o', path.join(folder, 'A.v2'), '--to', 'moses'])).code).toBe(0)
    expect(readdirSync(place)).toContain('CD_2161.sent.tsv')
  })

  it.each(['xlf', 'v2.xlf', 'ces.xml', 'html'])('one file that ends in .%s', async (ending) => {
    const file = path.join(folder, `whole.${ending}`)
    expect((await run(['align', version('en'), version('fr'), '-o', file])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain(ending === 'html' ? '<!doctype html>' : ending.startsWith('v2') ? 'version="2.1"' : '<?xml')
  })

  it('options that are repeated take one value each, so that files can follow', async () => {
    const words = put('words.tsv', 'en\tfr\nlamp\tlampe\n')
    expect((await run(['align', '--lang', 'en.txt=en', '--lang', 'fr.txt=fr', '--dictionary', words, '--dictionary', words, version('en'), version('fr')])).code).toBe(0)
  })

  it('a block without counterpart is said once, for sentences and paragraphs together', async () => {
    const short = put('cut/fr.txt', readFileSync(version('fr'), 'utf8').replace(/^ 9\. [^]*/m, ''))
    const { stderr } = await run(['align', version('en'), short, '-o', path.join(folder, 'cut-out'), '--json'])
    const said = [...stderr.matchAll(/en block (\S+)/g)].map(([, address]) => address)
    expect(said.length).toBeGreaterThan(3)
    expect(new Set(said).size).toBe(said.length)
  })
})

describe('convert and train', () => {
  it('takes a memory through another format and back', async () => {
    const first = path.join(folder, 'first.tmx')
    await run(['align', version('en'), version('fr'), '-o', first])
    expect((await run(['convert', first, '-o', path.join(folder, 'second.jsonl')])).code).toBe(0)
    expect((await run(['convert', path.join(folder, 'second.jsonl'), '-o', path.join(folder, 'third.tmx')])).code).toBe(0)
    expect(readFileSync(path.join(folder, 'third.tmx'), 'utf8')).toBe(readFileSync(first, 'utf8'))
  })

  it('reads a memory from standard input', async () => {
    const first = path.join(folder, 'piped.tmx')
    await run(['align', version('en'), version('zh'), '-o', first])
    const memory = readFileSync(first, 'utf8')
    expect((await run(['convert', '-', '--from', 'tmx', '--to', 'tmx'], memory)).stdout).toBe(memory)
    const { code, stderr } = await run(['convert', '-', '--to', 'tmx'], memory)
    expect(code).toBe(1)
    expect(stderr).toContain('--from tmx')
    expect((await run(['convert', first, '--to', 'tsv', '--source', 'ru'])).stderr).toContain('expected one that is there: en, zh')
  })

  it('selects what enters a memory as align does, once for all formats', async () => {
    const units = path.join(folder, 'units.jsonl')
    await run(['align', version('en'), version('fr'), '-o', units])
    const direct = path.join(folder, 'direct.tmx')
    const byAlign = await run(['align', version('en'), version('fr'), '-o', direct, '--min-score', '0.9998'])
    const out = path.join(folder, 'selected')
    const byConvert = await run(['convert', units, '-o', out, '--to', 'tmx,xliff,moses,tsv', '--min-score', '0.9998'])
    const [said] = /left out: .*/.exec(byAlign.stderr) ?? []
    expect(said).toMatch(/^left out: \d+ units? \(.*score-low/)
    expect(byConvert.stderr).toContain(said)
    const memory = readFileSync(path.join(out, 'units.sent.tmx'), 'utf8')
    expect(memory).toBe(readFileSync(direct, 'utf8'))
    expect((await run(['convert', units, '--to', 'tmx'])).stdout.length).toBeGreaterThan(memory.length)
    const none = path.join(folder, 'none')
    const nothing = await run(['convert', units, '-o', none, '--to', 'tmx', '--min-score', '1'])
    expect([nothing.code, existsSync(none)]).toEqual([0, false])
    expect(nothing.stderr).toContain('cli:nothing-written')
  })

  it.each([
    [['--min-score', '0.9', '--to', 'html'], '--min-score'],
    [['--dedupe', '--to', 'tei'], '--dedupe'],
    [['--keep-all', '--to', 'tsv'], '--keep-all'],
    [['--tuid', '--to', 'tsv'], '--tuid'],
    [['--split-mb', '5', '--to', 'tei'], '--split-mb'],
    [['--lang-map', 'en=en-US', '--to', 'jsonl'], '--lang-map'],
    [['--report', 'list.tsv', '--to', 'tsv'], '--report']
  ])('refuses %j, which would do nothing', async (options, flag) => {
    const { code, stdout, stderr } = await run(['align', version('en'), version('fr'), ...options, '--json'])
    expect([code, stdout]).toEqual([1, ''])
    expect(JSON.parse(stderr)).toMatchObject([{ messages: [{ id: 'cli:option-idle', severity: 'fatal' }] }])
    expect(stderr).toContain(flag)
  })

  it('writes columns in the order in which files were named, the first as the source', async () => {
    const out = path.join(folder, 'ordered')
    await run(['align', version('fr'), version('zh'), version('ar'), '-o', out, '--to', 'tmx,tsv,jsonl'])
    expect(readdirSync(out).filter((file) => file.endsWith('.tmx'))).toEqual(['CD_2161.all.sent.tmx', 'CD_2161.fr-ar.sent.tmx', 'CD_2161.fr-zh.sent.tmx', 'CD_2161.zh-ar.sent.tmx'])
    expect(readFileSync(path.join(out, 'CD_2161.fr-ar.sent.tmx'), 'utf8')).toMatch(/srclang="fr"[^]*?<tuv xml:lang="fr">[^]*?<tuv xml:lang="ar">/)
    expect(readFileSync(path.join(out, 'CD_2161.sent.tsv'), 'utf8').split('\n')[0]).toMatch(/\tfr\tzh\tar$/)
    for (const memory of ['CD_2161.sent.jsonl', 'CD_2161.all.sent.tmx'])
      expect((await run(['convert', path.join(out, memory), '--to', 'tsv'])).stdout.split('\n')[0]).toMatch(/\tfr\tzh\tar$/)
  })

  it('learns from a memory and from a folder, and uses what it learned', async () => {
    const memory = path.join(folder, 'memory.tmx')
    await run(['align', version('en'), version('fr'), '-o', memory])
    const [exports = ''] = ['en', 'fr'].map((code) => path.dirname(put(`exports/${code}.txt`, readFileSync(version(code)))))
    for (const input of [memory, exports]) {
      const lexicon = path.join(folder, 'lexicon.json')
      const { code, stderr } = await run(['train', input, '-o', lexicon])
      expect(stderr).toMatch(/en-fr: \d+ links from \d+ pairs/)
      expect(code).toBe(0)
      expect((await run(['align', version('en'), version('fr'), '--lexicon', lexicon])).code).toBe(0)
    }
  })

  it('takes a dictionary', async () => {
    const dictionary = put('words.tsv', 'en\tfr\nlamp\tlampe\n')
    expect((await run(['align', version('en'), version('fr'), '--dictionary', dictionary])).code).toBe(0)
  })

  it.each<[string, () => string[], string, string]>([
    ['a memory of no known kind', () => ['convert', version('fr')], 'cli:memory-unknown', 'fr.txt'],
    ['a memory that is not there', () => ['convert', 'nowhere.tmx'], 'read:missing', 'nowhere.tmx'],
    ['neither memory nor folder', () => ['train', 'nope'], 'read:missing', 'a memory or a folder'],
    ['a folder as a memory', () => ['convert', corpus], 'cli:memory-unknown', 'expected a memory'],
    ['a folder without versions', () => ['train', path.resolve(corpus, '../../.ci')], 'cli:nothing-to-learn', '.ci'],
    ['a lexicon that is none', () => ['align', version('en'), version('fr'), '--lexicon', put('x.json', '{}')], 'cli:input-unreadable', 'x.json'],
    ['a dictionary with one column', () => ['align', version('en'), version('fr'), '--dictionary', put('x.tsv', 'lamp\n')], 'cli:input-unreadable', 'x.tsv'],
    ['two files in one language', () => ['align', version('fr'), put('again.txt', `${readFileSync(version('fr'), 'utf8')}\n`)], 'cli:language-twice', 'again.txt'],
    ['versions with two symbols', () => ['align', version('en'), put('A_73_904/ru.txt', readFileSync(version('ru'), 'utf8').replaceAll('CD/2161', 'A/73/904'))], 'cli:symbols-differ', 'A/73/904'],
    ['one version', () => ['align', version('fr')], 'cli:too-few-versions', '1'],
    ['two formats on standard output', () => ['align', version('fr'), version('en'), '--to', 'tmx,tsv'], 'cli:output-several', '2'],
    ['a folder that cannot be made', () => ['align', version('fr'), version('en'), '-o', path.join(put('file', 'x'), 'out')], 'cli:output-not-a-folder', 'out'],
    ['a path that the system refuses', () => ['parse', 'x'.repeat(5000)], 'cli:name-too-long', 'xxx']
  ])('%s: says what to do', async (_, argv, id, text) => {
    const { code, stderr } = await run([...argv(), '--json'])
    expect(code).toBe(1)
    const messages = (JSON.parse(stderr) as Array<{ messages: Array<{ id: string; severity: string; reason: string }> }>).flatMap((file) => file.messages)
    expect(messages.find(({ severity }) => severity === 'fatal')?.id).toBe(id)
    expect(messages.find((message) => message.id === id)?.reason).toContain(text)
  })

  it('versions of two documents are refused, unless told', async () => {
    const other = path.resolve(import.meta.dirname, '../corpus/letter-ferry-agreement/extracts/fr.raw.txt')
    const { code, stdout, stderr } = await run(['align', version('en'), other, '--symbol', 'CD/2161', '--json'])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('align:documents-differ')
    expect(stderr).toContain('--force')
    const forced = await run(['align', version('en'), other, '--symbol', 'CD/2161', '--force', '--json'])
    expect(forced.code).toBe(0)
    for (const id of ['align:documents-related', 'align:item-unpaired']) expect(forced.stderr).toContain(id)
  })
})
