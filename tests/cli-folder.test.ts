import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { read } from '../evaluation/corpus/files.ts'
import { zip } from '../evaluation/read/zip.ts'
import { run } from './run-command.ts'
import { someOf } from './some-of.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexapla-folder-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A folder of its own for a test, with these files. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(folder, name, file)
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, text)
  }
  return path.join(folder, name)
}

/** The folders of documents in the folder of an output: what was learned stands beside them. */
const documentsIn = (place: string): string[] => readdirSync(place).filter((name) => name !== 'lexicon.json')

const decision = 'decision-tide-gauge-calendar'
const joint = 'joint-identical-letters-island-survey'
/** A document as it was exported; of a long one its first part. */
function extract(document: string, code: LanguageCode): string {
  const text = read('corpus', document, 'extracts', `${code}.pdftotext.txt`)
  return document === joint ? text.slice(0, text.length / 3) : text
}
/** The languages in the names of files of the United Nations. */
const letters: Readonly<Record<LanguageCode, string>> = { ar: 'A', en: 'E', es: 'S', fr: 'F', ru: 'R', zh: 'C' }
const note = 'cd-note-verbale-belarus-2019'

let ofDocx: string | undefined
/** The units of the six versions of a decision in DOCX, in a folder by themselves. */
async function unitsOfDocx(): Promise<string> {
  if (ofDocx === undefined) {
    const place = folderOf('docx', {})
    for (const code of languageCodes) cpSync(path.resolve(import.meta.dirname, '../corpus', decision, 'files', `${code}.docx`), path.join(place, `${code}.docx`))
    const { code, stdout } = await run(['align', place, '--to', 'tsv'])
    expect(code).toBe(0)
    ofDocx = stdout
  }
  return ofDocx
}

interface Found {
  file: string
  group: string | null
  replacedBy: string | null
}

/** Ids of the messages of a run with `--json`. */
function ids(stderr: string): string[] {
  return (JSON.parse(stderr) as Array<{ messages: Array<{ id: string }> }>).flatMap(({ messages }) => messages.map(({ id }) => id))
}

describe('a folder of several documents', () => {
  const files = (codes: readonly LanguageCode[] = languageCodes, jointCodes = codes): Record<string, string> => ({
    ...Object.fromEntries(codes.map((code, index) => [`export-${index}.txt`, extract(decision, code)])),
    ...Object.fromEntries(jointCodes.map((code, index) => [`more/${index}.txt`, extract(joint, code)])),
    ...Object.fromEntries(codes.map((code) => [`note/${code}.txt`, read('corpus', note, `${code}.txt`)])),
    'z-reissue.txt': extract(decision, 'es').replace('A/HRC/DEC/49/901', 'A/HRC/DEC/49/901*'),
    'alone.txt': extract('letter-ferry-agreement', 'zh'),
    'stranger.txt': 'Ce texte ne dit pas de quel document il est la version, et son nom ne le dit pas non plus.\n',
    'picture.png': 'no text\n'
  })

  it('is listed document by document', async () => {
    const place = folderOf('listed', files())
    const { code, stdout, stderr } = await run(['detect', place])
    expect(code).toBe(0)
    expect(stdout.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'A/77/9812–S/2022/9413: ar en es fr ru zh',
      'A/HRC/DEC/49/901: ar en es fr ru zh',
      'CD/2161: ar en es fr ru zh',
      'S/1999/9589: zh, missing ar en es fr ru',
      'no document known',
      ''
    ])
    expect(stdout).toMatch(/export-2\.txt\tes\tSpanish\tsure\tA\/HRC\/DEC\/49\/901\treplaced by .*z-reissue\.txt\n/)
    expect(stdout).toMatch(/note\/fr\.txt\tfr\tFrench\tsure\tno symbol\there by its name\n/)
    expect(stderr).toContain('picture.png')
    const found = JSON.parse((await run(['detect', place, '--json'])).stdout) as Found[]
    expect(found.filter(({ group }) => group === null).map(({ file }) => path.basename(file))).toEqual(['stranger.txt'])
    expect(found.filter(({ replacedBy }) => replacedBy !== null).map(({ file }) => path.basename(file))).toEqual(['export-2.txt'])
  })

  it('is aligned document by document, what is left out is said, twice the same bytes', async () => {
    const place = folderOf('aligned', files(['ar', 'en', 'es'], ['en', 'zh']))
    const one = path.join(place, 'out')
    const { code, stderr } = await run(['align', place, '-o', one, '--json'])
    expect(code).toBe(0)
    expect(documentsIn(one)).toEqual(['A_77_9812-S_2022_9413', 'A_HRC_DEC_49_901', 'CD_2161'])
    expect(readdirSync(path.join(one, 'CD_2161'))).toHaveLength(5)
    expect(readdirSync(path.join(one, 'CD_2161'))).toContain('CD_2161.en-ar.sent.tmx')
    expect(stderr).toMatch(/z-reissue\.txt \(A\/HRC\/DEC\/49\/901\*\) replaces it/)
    for (const id of ['cli:file-skipped', 'cli:symbol-missing', 'cli:symbol-from-name', 'cli:issue-replaced', 'cli:version-alone']) expect(ids(stderr)).toContain(id)
    // The folder of the output is passed over, though it is inside.
    const memories = (): string[][] => documentsIn(one).flatMap((document) => readdirSync(path.join(one, document)).map((file) => [file, readFileSync(path.join(one, document, file), 'utf8')]))
    const first = memories()
    for (const document of documentsIn(one)) rmSync(path.join(one, document), { recursive: true })
    expect((await run(['align', place, '-o', one, '--json'])).stderr).toBe(stderr)
    expect(isDeepStrictEqual(memories(), first)).toBe(true)
  })

  it('comes into one file, too, with the units that each document has by itself', async () => {
    const place = folderOf('one-file', files(['ar', 'zh']))
    const file = path.join(folder, 'all.tmx')
    expect((await run(['align', place, '-o', file])).code).toBe(0)
    const units = (text: string): number => text.match(/<tu[ >]/g)?.length ?? 0
    const apart = path.join(folder, 'apart')
    await run(['align', place, '-o', apart, '--to', 'tmx'])
    // The memory of all languages comes first, and there is none of two.
    const sums = documentsIn(apart).map((document) => units(readFileSync(path.join(apart, document, readdirSync(path.join(apart, document))[0] ?? ''), 'utf8')))
    expect(units(readFileSync(file, 'utf8'))).toBe(sums.reduce((sum, each) => sum + each, 0))
    const { stdout } = await run(['align', place, '--to', 'tsv'])
    expect(new Set(stdout.trimEnd().split('\n').slice(1).map((line) => line.split('\t')[1]))).toEqual(new Set(['A/77/9812', 'A/HRC/DEC/49/901', 'CD/2161']))
  })

  it('one document that fails holds up no other', async () => {
    const place = folderOf('failing', { ...files(['en', 'ru']), 'second.txt': `${extract(joint, 'ru')}\n`, 'empty.txt': '' })
    const out = path.join(folder, 'failing-out')
    const { code, stderr } = await run(['align', place, '-o', out, '--to', 'tsv', '--json'])
    expect(code).toBe(1)
    expect(documentsIn(out)).toEqual(['A_HRC_DEC_49_901', 'CD_2161'])
    expect(ids(stderr)).toContain('read:empty')
    expect((await run(['detect', place])).stdout).toMatch(/second\.txt\tru\t.*\tsecond in its language, beside .*more\/1\.txt\n/)
    const twice = (JSON.parse(stderr) as Array<{ messages: Array<{ id: string; reason: string }> }>).flatMap(({ messages }) => messages).find(({ id }) => id === 'cli:language-twice')
    expect(twice?.reason).toMatch(/second file in ru: .*second\.txt.* first is .*more\/1\.txt/)
  })

  it('a revision in all languages replaces, in some it is said', async () => {
    const revised = (code: LanguageCode): string => extract(decision, code).replaceAll('A/HRC/DEC/49/901', 'A/HRC/DEC/49/901/Rev.1')
    const some = folderOf('revised', { 'a.txt': extract(decision, 'ar'), 'e.txt': extract(decision, 'en'), 'r.txt': extract(decision, 'ru'), 'a1.txt': revised('ar'), 'e1.txt': revised('en') })
    const [out, out2] = [path.join(folder, 'revised-out'), path.join(folder, 'revised-out2')]
    expect(ids((await run(['align', some, '-o', out, '--to', 'tsv', '--json'])).stderr).filter((id) => id === 'cli:issue-revised')).toHaveLength(2)
    expect(documentsIn(out)).toEqual(['A_HRC_DEC_49_901', 'A_HRC_DEC_49_901_Rev.1'])
    folderOf('revised', { 'r1.txt': revised('ru') })
    expect(ids((await run(['align', some, '-o', out2, '--to', 'tsv', '--json'])).stderr).filter((id) => id === 'cli:issue-replaced')).toHaveLength(3)
    expect(readdirSync(out2)).toEqual(['A_HRC_DEC_49_901_Rev.1'])
  })

  it('a document that is called after the folder where one stands has the name of that folder', async () => {
    const [place, before] = [folderOf('calendar', { 'en.txt': 'The calendar of the stations.\n', 'fr.txt': 'Le calendrier des stations.\n' }), process.cwd()]
    process.chdir(place)
    try {
      expect((await run(['detect', '.', '--lang', 'en.txt=en', '--lang', 'fr.txt=fr'])).stdout).toMatch(/^calendar: en fr/)
    } finally {
      process.chdir(before)
    }
  })

  it('a version of a joint document with one of its symbols goes with the others', async () => {
    const place = folderOf('joint', { 'f.txt': extract(joint, 'fr').replaceAll(/A\/77\/9812\*?[–-]/g, ''), 'z.txt': extract(joint, 'zh') })
    expect((await run(['detect', place])).stdout).toMatch(/^A\/77\/9812–S\/2022\/9413: fr zh, missing ar en es ru\n/)
    expect((await run(['align', path.join(place, 'f.txt'), path.join(place, 'z.txt')])).code).toBe(0)
  })

  it.each<[string, () => string[], string]>([
    ['a folder without text', () => ['align', folderOf('none', { 'a.png': '%PDF' })], 'cli:folder-empty'],
    ['a folder without text', () => ['detect', folderOf('none', { 'a.png': '%PDF' })], 'cli:folder-empty'],
    ['a folder of single versions', () => ['align', folderOf('singles', { 'a.txt': extract(decision, 'fr'), 'b.txt': extract(joint, 'fr') })], 'cli:nothing-to-align']
  ])('%s: says what to do', async (_, argv, id) => {
    const { code, stdout, stderr } = await run([...argv(), '--json'])
    expect([code, stdout]).toEqual([1, ''])
    expect(ids(stderr)).toContain(id)
  })
})

describe('texts of a stranger', () => {
  const texts: Readonly<Record<LanguageCode, string>> = {
    ar: 'رسالة مؤرخة 3 آذار/مارس 2021\n\nأتشرف بأن أحيل طيه تقرير حلقة العمل المعنية بأضواء الموانئ، المعقودة في لشبونة في 2 شباط/فبراير 2021.\n',
    en: 'Letter dated 3 March 2021\n\nI have the honour to transmit the report of the workshop on harbour lights, held in Lisbon on 2 February 2021.\n',
    es: 'Carta de fecha 3 de marzo de 2021\n\nTengo el honor de transmitir el informe del taller sobre las luces de puerto, celebrado en Lisboa el 2 de febrero de 2021.\n',
    fr: 'Lettre datée du 3 mars 2021\n\nJ’ai l’honneur de transmettre le rapport de l’atelier sur les feux de port, tenu à Lisbonne le 2 février 2021.\n',
    ru: 'Письмо от 3 марта 2021 года\n\nИмею честь препроводить доклад практикума по портовым огням, проведенного в Лиссабоне 2 февраля 2021 года.\n',
    zh: '2021年3月3日的信\n\n谨转递2021年2月2日在里斯本举行的港口灯光讲习班的报告。\n'
  }
  const named = (file: (code: LanguageCode) => string, before = ''): Record<string, string> => Object.fromEntries(languageCodes.map((code) => [file(code), before + texts[code]]))

  it.each(someOf<readonly [string, Record<string, string>, string]>([
    ['a folder of languages', named((code) => `harbour/${code}.txt`), 'harbour'],
    ['names with languages', named((code) => `harbour-${code}.txt`), 'harbour'],
    ['names after the symbol', named((code) => `S_2021_901-${code.toUpperCase()}.txt`), 'S_2021_901'],
    ['a folder named after the symbol', named((code) => `S_2021_901/${code}.txt`), 'S_2021_901'],
    ['a symbol above the title', named((code) => `${code.codePointAt(0)}${code}.x.txt`, 'S/2021/901\n\n\n   '), 'S_2021_901']
  ], 2))('%s', async (name, files, document) => {
    const [place, out] = [folderOf(`stranger/${name}`, files), path.join(folder, `stranger-out/${name}`)]
    expect((await run(['align', place, '-o', out, '--to', 'tsv', '--unit', 'paragraph'])).code).toBe(0)
    expect(readdirSync(out)).toEqual([document])
    expect(readFileSync(path.join(out, document, `${document}.para.tsv`), 'utf8').split('\n').filter((line) => line.includes('\t1-1-1-1-1-1\t')).length).toBeGreaterThanOrEqual(1)
  })
})

describe('learning from a folder', () => {
  it('groups its files, too', async () => {
    const place = folderOf('teach', {})
    cpSync(path.resolve(import.meta.dirname, '../corpus', note, 'en.txt'), path.join(place, 'one.txt'))
    cpSync(path.resolve(import.meta.dirname, '../corpus', note, 'ru.txt'), path.join(place, 'two.txt'))
    const { code, stderr } = await run(['train', place, '-o', path.join(folder, 'lexicon.json')])
    expect(stderr).toMatch(/^en-ru: \d+ links from \d+ pairs\nwrote /)
    expect(code).toBe(0)
  })
})

describe('a copy beside its original', () => {
  it('is passed over and said, in a folder and by name', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'hexapla-copy-'))
    const source = (code: string): string => path.resolve(import.meta.dirname, '../corpus/cd-note-verbale-belarus-2019', `${code}.txt`)
    for (const code of ['en', 'fr']) writeFileSync(path.join(place, `note-${code}.txt`), readFileSync(source(code)))
    writeFileSync(path.join(place, 'note-copy-en.txt'), readFileSync(source('en')))
    for (const argv of [[place], ['note-en.txt', 'note-copy-en.txt', 'note-fr.txt'].map((name) => path.join(place, name))]) {
      const { code, stdout, stderr } = await run(['align', ...argv, '--to', 'tsv', '--json'])
      expect([code, stderr.includes('cli:copy-skipped')]).toEqual([0, true])
      expect(stdout.split('\n').length).toBeGreaterThan(20)
    }
    rmSync(place, { recursive: true })
  })
})

describe('a document in several formats', () => {
  const source = (document: string, file: string): string => path.resolve(import.meta.dirname, '../corpus', document, 'files', file)
  const all = readdirSync(path.dirname(source(decision, 'en.docx')))
  const put = (name: string, files: readonly string[]): string => {
    const place = folderOf(name, {})
    mkdirSync(place, { recursive: true })
    for (const file of files) cpSync(source(decision, file), path.join(place, file))
    return place
  }
  /** `fr.pdf`, passed over for `fr.docx`. */
  const passedOver = (stderr: string): string[][] =>
    (JSON.parse(stderr) as Array<{ messages: Array<{ id: string; reason: string }> }>)
      .flatMap(({ messages }) => messages)
      .filter(({ id }) => id === 'cli:format-passed-over')
      .map(({ reason }) => [...reason.matchAll(/[a-z]{2}\.[a-z]+(?=[ ,])/g)].map(([file]) => file))

  it('is taken from the better one, and the others are said, in all six languages', async () => {
    const place = put('formats', all)
    const { code, stdout, stderr } = await run(['align', place, '--to', 'tsv', '--json'])
    expect(code).toBe(0)
    // The text of `es.odt` is that of `es.docx` to the letter: it is met earlier.
    expect(passedOver(stderr).toSorted()).toEqual(all.filter((file) => !file.endsWith('.docx')).map((file) => [file, `${file.slice(0, 2)}.docx`]))
    expect(stdout).toBe(await unitsOfDocx())
    expect((await run(['detect', place])).stdout).toMatch(/fr\.pdf\tfr\t.*\tpassed over for .*fr\.docx, in a better format\n/)
  })

  it.each([
    [['ar.html', 'ar.odt', 'ar.pdf'], [['ar.html', 'ar.odt'], ['ar.pdf', 'ar.odt']]],
    [['fr.html', 'fr.pdf'], [['fr.pdf', 'fr.html']]],
    [['ru.doc', 'ru.rtf'], [['ru.doc', 'ru.rtf']]]
  ])('%s: the best comes first', async (files, expected) => {
    const { code, stderr } = await run(['align', put(`best/${files.join('-')}`, [...files, 'en.docx']), '--to', 'tsv', '--json'])
    expect([code, passedOver(stderr)]).toEqual([0, expected])
  })

  it('two files in one format are refused as before, where no better one is there', async () => {
    const place = put('formats-twice', ['en.docx', 'fr.docx', 'fr.pdf'])
    writeFileSync(path.join(place, 'one-fr.txt'), extract(decision, 'fr'))
    expect((await run(['align', place, '--to', 'tsv'])).code).toBe(0)
    rmSync(path.join(place, 'fr.docx'))
    rmSync(path.join(place, 'fr.pdf'))
    writeFileSync(path.join(place, 'two-fr.text'), `${extract(decision, 'fr')}\n`)
    const { code, stderr } = await run(['align', place, '--to', 'tsv', '--json'])
    expect([code, ids(stderr).includes('cli:language-twice')]).toEqual([1, true])
  })
})

describe('a limit of a file', () => {
  it('that nothing keeps is refused', async () => {
    const { code, stderr } = await run(['align', '--limit', 'hours=5', 'en.docx', 'fr.docx'])
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/Expected bytes, inflated, pages, seconds with a whole number above 0/)
  })
})

describe('an archive of several documents', () => {
  const source = (document: string, file: string): Uint8Array => readFileSync(path.resolve(import.meta.dirname, '../corpus', document, 'files', file))
  /** An archive as it is downloaded, with the six versions of a decision. */
  const put = (name: string, more: Readonly<Record<string, string>> = {}): string => {
    const files = languageCodes.map((code) => [`A_HRC_DEC_49_901-${letters[code]}.docx`, source(decision, `${code}.docx`)] as const)
    const place = path.join(folderOf(name, {}), 'A_HRC_DEC_49_901.zip')
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, zip(new Map<string, Uint8Array | string>([...files, ...Object.entries(more)])))
    return place
  }

  it('is a folder: listed, aligned and built, with the bytes of the files alone', async () => {
    const archive = put('zip', { 'notes.xyz': 'x', '__MACOSX/._a.docx': 'x' })
    const { stdout } = await run(['detect', archive])
    expect(stdout.split('\n')[0]).toBe('A/HRC/DEC/49/901: ar en es fr ru zh')
    expect(stdout).toContain(`  ${archive}/A_HRC_DEC_49_901-F.docx\tfr\t`)
    const { code, stdout: units, stderr } = await run(['align', archive, '--to', 'tsv', '--json'])
    expect([code, ids(stderr)]).toEqual([0, ['cli:file-skipped']])
    expect(units).toBe(await unitsOfDocx())
    const out = path.join(folder, 'zip-build')
    expect((await run(['build', path.dirname(archive), '-o', out, '--jobs', '1', '--to', 'tsv'])).code).toBe(0)
    expect(readFileSync(path.join(out, 'report.tsv'), 'utf8')).toMatch(/^A\/HRC\/DEC\/49\/901\t/m)
  })

  it('a file in it can be named, and one that is not there is missed', async () => {
    const archive = put('zip-named')
    expect((await run(['parse', `${archive}/A_HRC_DEC_49_901-C.docx`])).stdout).toMatch(/^root zh A\/HRC\/DEC\/49\/901/)
    const { code, stderr } = await run(['parse', `${archive}/none.docx`, '--json'])
    expect([code, ids(stderr)]).toEqual([1, ['read:missing']])
  })

  it('what cannot be opened is said', async () => {
    const archive = put('zip-broken')
    writeFileSync(archive, readFileSync(archive).subarray(0, -40))
    const { code, stderr } = await run(['parse', archive, '--json'])
    expect([code, ids(stderr)]).toEqual([1, ['read:damaged']])
  })
})

describe('clean and parse of a folder', () => {
  it('write a file each, called so that they are told apart, and say what was passed over', async () => {
    const place = folderOf('bulk', { 'a/en.txt': extract(decision, 'en'), 'a/zh.txt': extract(decision, 'zh'), 'b/en.txt': extract(joint, 'en'), 'picture.png': 'no text' })
    const out = path.join(folder, 'bulk-clean')
    const { code, stderr } = await run(['clean', place, '-o', out, '--json'])
    expect([code, ids(stderr)]).toEqual([0, ['cli:file-skipped']])
    expect(readdirSync(out)).toEqual(['a.clean.txt', 'b.clean.txt', 'zh.clean.txt'])
    const { stdout } = await run(['parse', place, '--to', 'json'])
    expect(stdout.trimEnd().split('\n').map((line) => (JSON.parse(line) as { lang: string }).lang)).toEqual(['en', 'zh', 'en'])
    expect(ids((await run(['clean', path.join(place, 'none'), folderOf('empty', { 'x.png': '' }), '--json'])).stderr)).toContain('read:missing')
  })
})
