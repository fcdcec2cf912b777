import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../evaluation/read/render-docx.ts'
import { corpusDocuments, sourceOf } from '../evaluation/corpus/sources.ts'
import { assertSource } from '../evaluation/read/assert-source.ts'
import { compareForms, sourceForms, treeForms, wantedForms } from '../evaluation/read/compare.ts'
import { makeDocx } from '../evaluation/read/make-docx.ts'
import { makePdf } from '../evaluation/read/make-pdf.ts'
import { zip } from '../evaluation/read/zip.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { HexaplaError, type Report } from '../src/message/report.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { CompoundFile } from '../src/read/doc/compound-file.ts'
import { readDocument, type ReadDocumentOptions } from '../src/read/document.ts'
import type { Source } from '../src/source/source.ts'

async function read(bytes: Uint8Array, options: ReadDocumentOptions = {}): Promise<Source> {
  const source = await readDocument(bytes, options)
  if (typeof source === 'string') throw new Error('Unexpected text, expected a source')
  assertSource(source)
  return source
}

async function failure(bytes: Uint8Array, options: ReadDocumentOptions = {}): Promise<string> {
  try {
    await readDocument(bytes, options)
  } catch (error) {
    if (error instanceof HexaplaError) return error.id
    throw error
  }
  return 'none'
}

const corpus = path.resolve(import.meta.dirname, '../corpus')

describe('documents of the corpus, letter for letter', () => {
  it.each(languageCodes)('DOCX in %s', async (language) => {
    for (const document of corpusDocuments) {
      const source = sourceOf(document, language)
      const found = await read(renderDocx(source))
      expect(compareForms(wantedForms(source, false), sourceForms(found)).lacking).toEqual([])
      expect(compareForms(wantedForms(source, true), treeForms(readVersion(found, { language }))).lacking).toEqual([])
    }
  })

  const files = corpusDocuments.flatMap((document) => {
    const folder = path.join(corpus, document, 'files')
    return corpusFiles(folder).filter((file) => !file.endsWith('.doc')).map((file): [string, string, LanguageCode] => [path.join(folder, file), document, file.slice(0, 2) as LanguageCode])
  })

  it.each(files)('%s', async (file, document, language) => {
    const { lacking } = compareForms(wantedForms(sourceOf(document, language), false, file.endsWith('.pdf')), sourceForms(await read(readFileSync(file))))
    expect(lacking).toEqual([])
  })
})

function corpusFiles(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

describe('HTML', () => {
  const page = (body: string): Buffer => Buffer.from(`<!DOCTYPE html><html><head><title>T</title></head><body>${body}</body></html>`)
  const shown = async (body: string): Promise<string[]> => {
    const source = await read(page(body))
    return source.lines.filter(({ facts }) => facts?.furniture === undefined).map(({ start, end }) => source.text.slice(start, end))
  }

  it('numbers of lists by start, type, value and style', async () => {
    const body = '<ol start="3"><li>a<li value="7">b<li>c</ol><ol type="a"><li>d</ol><ol type="I"><li>e</ol><ol style="list-style: cjk-ideographic"><li>f</ol><ol reversed><li>g<li>h</ol><ol style="list-style-type:none"><li>i</ol>'
    expect(await shown(body)).toEqual(['3.\ta', '7.\tb', '8.\tc', 'a.\td', 'I.\te', '一、\tf', '2.\tg', '1.\th', 'i'])
  })

  it('notes by links that lead to and fro', async () => {
    const source = await read(page('<p>Text<sup><a href="#n1" id="r1">1</a></sup> goes on.</p><p>Next. <a href="#c">See 2</a></p><div id="c">Chapter</div><p id="n1"><a href="#r1">1</a> A note.</p>'))
    expect(source.lines.map(({ facts }) => facts?.note?.id)).toEqual([undefined, 'n1', undefined, undefined])
    expect(source.text).toBe('Text1 goes on.\n\n1 A note.\n\nNext. See 2\n\nChapter\n')
  })

  it('what stands around the main part is furniture', async () => {
    const source = await read(page('<nav>Home</nav><header>Head</header><main><h1>Title</h1><p>Text.</p></main><footer>Foot</footer>'))
    expect(source.lines.map(({ facts }) => facts?.furniture)).toEqual(['running-head', 'running-head', undefined, undefined, 'running-head'])
  })

  it('tables have cells, layout tables have none', async () => {
    const source = await read(page('<table><tr><th rowspan=2>a<th>b<tr><td>c</table><table><tr><td><h2>d</h2></table>'))
    expect(source.lines.map(({ facts }) => facts?.cell)).toEqual([{ table: 0, row: 0, column: 0 }, { table: 0, row: 0, column: 1 }, { table: 0, row: 1, column: 1 }, undefined])
  })

  it('in the encoding that it names', async () => {
    const bytes = Buffer.concat([Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'), Buffer.from([0xcf, 0xf3, 0xed, 0xea, 0xf2, 0x20, 0x31])])
    expect((await read(bytes)).text).toBe('Пункт 1\n')
  })
})

describe('RTF', () => {
  it('code pages, Unicode, labels, notes', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset134 C;}}\f0 caf\'e9 \f1\'cf\'f3\f2\'d6\'d0\u1575?\uc0\u1576\uc1{\deleted gone}{\v hidden}\par{\listtext\pard (a)\tab}Item{\super\chftn}{\footnote{\super\chftn} Note.}.\par}`
    const source = await read(Buffer.from(rtf, 'latin1'))
    expect(source.text).toBe('café Пу中اب\n\n(a)\tItem1.\n\n1 Note.\n')
  })

  it('cells that span columns', async () => {
    const row = (...cells: ReadonlyArray<readonly [end: number, text: string]>): string => `\\trowd${cells.map(([end]) => `\\cellx${String(end)}`).join('')}${cells.map(([, text]) => `\\pard\\intbl ${text}\\cell`).join('')}\\row`
    const rtf = `{\\rtf1 ${row([1000, 'Item'], [3000, 'Spent'], [5000, 'Asked'])}${row([1000, 'Ships'], [2010, '1'], [3000, '2'], [4000, '3'], [5000, '4'])}${row([3000, 'All'], [4000, '5'], [5000, '6'])}\\pard Text\\par}`
    const { text, lines } = await read(Buffer.from(rtf))
    expect(lines.map(({ start, end, facts }) => `${facts?.cell ? `${String(facts.cell.row)}/${String(facts.cell.column)} ` : ''}${text.slice(start, end)}`)).toEqual(['0/0 Item', '0/1 Spent', '0/3 Asked', '1/0 Ships', '1/1 1', '1/2 2', '1/3 3', '1/4 4', '2/0 All', '2/3 5', '2/4 6', 'Text'])
  })
})

describe('PDF', () => {
  const line = (y: number, text: string, size = 11, x = 72): string => `BT /F ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET\n`
  const full = 'The quick brown fox jumps over the lazy dog and goes on to the end of it,'

  it('paragraphs by short lines and by room between lines', async () => {
    const source = await read(makePdf([[720, full], [706, full], [692, 'the end.'], [678, full], [650, 'Another one.']].map(([y, text]) => line(Number(y), String(text))).join('')))
    expect(source.lines.map(({ facts }) => facts?.ends)).toEqual([false, false, true, true, true])
  })

  it('text goes on over the foot of a page, a table over the page', async () => {
    const full = 'The quick brown fox jumps over the lazy dog and goes on to the end of it,'
    const rule = (y: number): string => `72 ${String(y)} 400 0.5 re f\n`
    const row = (y: number, ...cells: string[]): string => cells.map((cell, index) => line(y, cell, 11, 76 + 130 * index)).join('') + rule(y - 4)
    const first = `${line(720, full)}${line(706, full)}${line(100, full.replace('brown', 'grown'))}${line(40, 'GE.22-90523 (E)')}`
    const pages = [first, `${line(720, 'and its last words.')}${rule(204)}${row(190, 'Port', 'Station', 'Gauge')}${row(176, 'Dalmar', 'North pier', 'Float')}${row(162, 'Talin', 'Lighthouse', 'Radar')}`, `${rule(734)}${row(720, 'Port', 'Station', 'Gauge')}${row(706, 'Solano', 'School', 'Acoustic')}${line(600, 'Behind it.')}`]
    const source = await read(makePdf(...pages))
    const cells = source.lines.flatMap(({ facts }) => (facts?.cell ? [`${String(facts.cell.table)} ${String(facts.cell.row)}`] : []))
    expect(new Set(cells)).toEqual(new Set(['0 0', '0 1', '0 2', '0 3']))
    expect(source.lines.find(({ start }) => source.text.startsWith(full.replace('brown', 'grown'), start))?.facts?.ends).not.toBe(true)
  })

  it('notes by their raised marks, and what refers to them', async () => {
    const mark = (x: number, y: number, text: string): string => `BT /F 6 Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET\n`
    const source = await read(makePdf(`${line(720, full)}${line(706, 'It says so.')}${mark(122, 710, '1')}${mark(72, 103, '1')}${line(100, 'See the report.', 8, 77)}`))
    expect(source.lines.map(({ start, end }) => source.text.slice(start, end))).toEqual([full, 'It says so.1', '1 See the report.'])
    const [, body, note] = source.lines
    expect(body?.facts?.references).toEqual([{ start: body ? body.end - 1 : 0, end: body?.end, note: note?.facts?.note?.id }])
    expect(note?.facts?.note?.marker).toEqual([note?.start, note ? note.start + 1 : 0])
  })

  it('hidden and turned text, and text outside of the page, are furniture', async () => {
    const ids: string[] = []
    const report: Report = (id) => ids.push(id)
    const source = await read(makePdf(`${line(720, full)}3 Tr\n${line(700, 'hidden')}0 Tr\nBT /F 11 Tf 0 1 -1 0 30 300 Tm (turned) Tj ET\n${line(1000, 'outside')}`), { report })
    expect(source.lines.filter(({ facts }) => facts?.furniture === 'invisible').map(({ start, end }) => source.text.slice(start, end)).sort()).toEqual(['d', 'e', 'hidden', 'n', 'outside', 'r', 't', 'u'])
    expect(ids).toEqual(['read:unseen'])
  })

  it('two columns of prose one after the other', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => line(720 - 14 * index, 'left column of this text goes on', 11, 72) + line(720 - 14 * index, 'right column of this text goes', 11, 320)).join('')
    const source = await read(makePdf(rows))
    expect(source.lines.map(({ start }) => source.text.slice(start, start + 1)).join('')).toBe('l'.repeat(12) + 'r'.repeat(12))
  })

  it('a scan, a file that is cut, a file that is none', async () => {
    expect(await failure(makePdf('0 0 100 100 re f'))).toBe('read:scan')
    expect(await failure(Buffer.from('%PDF-1.7\nnothing'))).toBe('read:damaged')
    expect(await failure(makePdf(line(720, full)), { limits: { pages: 0 } })).toBe('read:too-large')
  })
})

describe('DOC', () => {
  const original = readFileSync(path.join(corpus, 'decision-tide-gauge-calendar', 'files', 'ru.doc'))
  const sectorAt = (number: number): number => (number + 1) * 512
  const directory = sectorAt(original.readUInt32LE(48))
  const entryAt = (name: string): number => original.indexOf(Buffer.from(`${name}\0`, 'utf16le'), directory)
  const { streams } = new CompoundFile(original)
  /** Where a stream starts, whose sectors follow each other. */
  const startOf = (name: string): number => original.indexOf(streams.get(name) ?? 'no such stream')
  const document = startOf('WordDocument')
  const tables = startOf('1Table')
  const pieces = tables + original.readUInt32LE(document + 0x1a2)
  const lastPage = original.readUInt32LE(tables + original.readUInt32LE(document + 0xfa) + original.readUInt32LE(document + 0xfe) - 4)

  it.each<[string, (bytes: Buffer) => void]>([
    [
      'whose sectors lead round and round',
      (bytes) => {
        const table = sectorAt(bytes.readUInt32LE(76))
        bytes.writeUInt32LE(5, table + 4 * 4)
        bytes.writeUInt32LE(4, table + 4 * 5)
      }
    ],
    ['that counts millions of tables', (bytes) => void bytes.writeUInt32LE(7_340_033, 44)],
    ['that counts one table too many', (bytes) => void bytes.writeUInt32LE(2, 44)],
    ['that counts a table of small sectors that is not there', (bytes) => void bytes.writeUInt32LE(bytes.readUInt32LE(64) + 1, 64)],
    ['with sectors of 2 bytes', (bytes) => void bytes.writeUInt16LE(1, 30)],
    ['with small sectors of 2 bytes', (bytes) => void bytes.writeUInt16LE(1, 32)],
    ['whose table lies outside of it', (bytes) => void bytes.writeUInt32LE(50_000, 76)],
    ['whose directory comes back to an entry', (bytes) => void bytes.writeUInt32LE(original.readUInt32LE(directory + 76), entryAt('WordDocument') + 72)],
    ['whose stream is longer than its chain', (bytes) => void bytes.writeUInt32LE(1_000_000, entryAt('WordDocument') + 120)],
    ['whose text is longer than its pieces', (bytes) => void bytes.writeUInt32LE(1_000_000, document + 0x4c)],
    ['whose table of pieces is cut off', (bytes) => void bytes.writeUInt32LE(12_000_004, pieces + 1)],
    ['whose piece lies outside of it', (bytes) => void bytes.writeUInt32LE(3_000_000, pieces + 9)],
    ['whose page of properties runs backwards', (bytes) => void bytes.writeUInt32LE(0xffff_ffff, document + 512 * lastPage)]
  ])('one %s is refused', async (_, harm) => {
    const bytes = Buffer.from(original)
    harm(bytes)
    expect(bytes.equals(original)).toBe(false)
    expect(await failure(bytes)).toBe('read:damaged')
  })

  it('one with the sign of a password says so', async () => {
    const bytes = Buffer.from(original)
    bytes.writeUInt16LE(bytes.readUInt16LE(document + 0x0a) | 0x100, document + 0x0a)
    expect(await failure(bytes)).toBe('read:encrypted')
  })

  it('letter for letter, with the numbers that Word counts', async () => {
    const ids: string[] = []
    const report: Report = (id) => ids.push(id)
    const source = await read(original, { report })
    const wanted = wantedForms(sourceOf('decision-tide-gauge-calendar', 'ru'), true, false)
    const { lacking, madeUp } = compareForms(wanted, treeForms(readVersion(source, { language: 'ru' })))
    expect({ ids, lacking, madeUp }).toEqual({ ids: [], lacking: [], madeUp: [] })
  })

  it('the hyphens of Word, which are no words', async () => {
    const hyphened = Buffer.from(original)
    const at = hyphened.indexOf(Buffer.from('програм', 'utf16le'))
    hyphened.writeUInt16LE(0x1f, at + 4)
    hyphened.writeUInt16LE(0x1e, at + 8)
    const { text } = await read(hyphened)
    expect(text).toContain('пр\u00ADг\u2011ам')
    expect(text).not.toContain('undefined')
  })

  it('one that is broken, one with a password', async () => {
    const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await failure(Buffer.concat([magic, Buffer.alloc(600)]))).toBe('read:damaged')
    expect(await failure(Buffer.concat([magic, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('read:encrypted')
  })
})

describe('what cannot be read', () => {
  const small = makeDocx({ body: '<w:p><w:r><w:t>Text</w:t></w:r></w:p>' })

  it('is refused by name', async () => {
    expect(await failure(small.slice(0, -30))).toBe('read:damaged')
    expect(await failure(makeDocx({ body: '<w:p><w:r>' }))).toBe('read:damaged')
    expect(await failure(makeDocx({ body: '<w:p>'.repeat(2000) + '</w:p>'.repeat(2000) }))).toBe('read:damaged')
    expect(await failure(makeDocx({ body: '<w:p/>' }))).toBe('read:empty')
    expect(await failure(small, { limits: { bytes: 10 } })).toBe('read:too-large')
    expect(await failure(makeDocx({ body: `<w:p><w:r><w:t>${'x'.repeat(10_000_000)}</w:t></w:r></w:p>` }), { limits: { inflated: 1_000_000 } })).toBe('read:too-large')
    expect(await failure(gzipSync(Buffer.alloc(10_000_000, 65)), { limits: { inflated: 1_000_000 } })).toBe('read:too-large')
    expect(await failure(small, { limits: { seconds: 0 } })).toBe('read:too-large')
    expect(await failure(Buffer.from('{\\rtf1 Text'))).toBe('read:damaged')
    expect(await failure(Buffer.from(`<!DOCTYPE html>${'<div>'.repeat(5000)}`))).toBe('read:damaged')
    expect(await failure(zip(new Map([['mimetype', 'application/vnd.oasis.opendocument.text'], ['META-INF/manifest.xml', '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'], ['content.xml', 'x']])))).toBe('read:encrypted')
  })

  it('fonts that are left open, which each paragraph would begin anew, are refused before they fill the memory', async () => {
    const page = (fonts: number, paragraphs: number): Buffer => Buffer.from(`<!DOCTYPE html><body><p>${Array.from({ length: fonts }, (_, index) => `<font size="${String(index)}">`).join('')}${'<p>Text'.repeat(paragraphs)}`)
    expect(await failure(page(900, 200))).toBe('read:damaged')
    expect((await read(page(5, 100))).lines).toHaveLength(100)
  })

  it.each(['<div></span>', '<span></div>', '<div/>', '<div title="</div>">', '<div><!--</div>-->'])('is a page whose tags hide how deep its elements stand: %s', async (tags) => {
    // The parser gives up on the second, what follows it would on the first.
    for (const count of [2500, 20_000]) expect(await failure(Buffer.from(`<!DOCTYPE html><body>x${tags.repeat(count)}y`))).toBe('read:damaged')
  })

  it('does not follow entities', async () => {
    const body = makeDocx({ body: '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>' })
    expect(await failure(body)).toBe('read:damaged')
  })

  it('an archive with one document is opened, others name what is in them', async () => {
    const docx = renderDocx(sourceOf('decision-tide-gauge-calendar', 'zh'))
    const { text } = await read(docx)
    expect((await read(zip(new Map<string, Uint8Array | string>([['A_1_C.docx', docx], ['__MACOSX/._A_1_C.docx', 'x']])))).text).toBe(text)
    expect(await failure(zip(new Map([['a.docx', docx], ['b.docx', docx]])))).toBe('read:archive')
    expect(await failure(zip(new Map([['a.zip', zip(new Map([['b.docx', docx]]))]])))).toBe('read:archive')
  })

  it.each(languageCodes)('a text in %s that is called as a PDF is none', async (language) => {
    const text = Buffer.from(sourceOf('decision-tide-gauge-calendar', language).blocks.map((block) => block.text).join('\n'))
    expect(await failure(text, { name: 'a.pdf' })).toBe('read:misnamed')
    expect(await failure(Buffer.from(`<!DOCTYPE html><html><body><p>${text.toString('utf8')}</p></body></html>`), { name: 'a.docx' })).toBe('read:misnamed')
  })

  it('GZIP is opened', async () => {
    expect((await read(gzipSync(small))).text).toBe('Text\n')
    // A file that unpacks to itself would be opened without end.
    await expect(read(gzipSync(gzipSync(small)))).rejects.toThrow('GZIP is packed in GZIP')
  })
})

describe('white space around a raised mark', () => {
  it.each<[string, string[]]>([
    ['<html><sup>1\n', ['1']],
    ['<html><p>a<sup> 1 </sup></p><p>b<sup> </sup></p>', ['1']],
    ['<html><p>x <sup>1 </sup><sup>2</sup></p>', ['1', '2']]
  ])('is outside of it: %s', async (html, marks) => {
    const { text, lines } = await read(Buffer.from(html))
    expect(lines.flatMap(({ facts }) => facts?.raised ?? []).map(([from, to]) => text.slice(from, to))).toEqual(marks)
  })
})
