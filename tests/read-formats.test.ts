import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../evaluation/read/render-docx.ts'
import { corpusDocuments, sourceOf } from '../evaluation/corpus/sources.ts'
import { assertSource } from '../evaluation/read/assert-source.ts'
import { compareForms, sourceForms, wantedForms } from '../evaluation/read/compare.ts'
import { makeDocx } from '../evaluation/read/make-docx.ts'
import { zip } from '../evaluation/read/zip.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { HexaplaError } from '../src/message/report.ts'
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
      const { lacking } = compareForms(wantedForms(source, false), sourceForms(await read(renderDocx(source))))
      expect(lacking).toEqual([])
    }
  })

  const files = corpusDocuments.flatMap((document) => {
    const folder = path.join(corpus, document, 'files')
    return corpusFiles(folder).map((file): [string, string, LanguageCode] => [path.join(folder, file), document, file.slice(0, 2) as LanguageCode])
  })

  it.each(files)('%s', async (file, document, language) => {
    const { lacking } = compareForms(wantedForms(sourceOf(document, language), false), sourceForms(await read(readFileSync(file))))
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
    expect(await failure(Buffer.from('{\\rtf1 Text'))).toBe('read:damaged')
    expect(await failure(Buffer.from(`<!DOCTYPE html>${'<div>'.repeat(5000)}`))).toBe('read:damaged')
    expect(await failure(zip(new Map([['mimetype', 'application/vnd.oasis.opendocument.text'], ['META-INF/manifest.xml', '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'], ['content.xml', 'x']])))).toBe('read:encrypted')
  })

  it('does not follow entities', async () => {
    const body = makeDocx({ body: '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>' })
    expect(await failure(body)).toBe('read:damaged')
  })

  it('GZIP is opened', async () => {
    expect((await read(gzipSync(small))).text).toBe('Text\n')
  })
})
