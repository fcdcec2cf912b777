/** Memories of other tools, and our own: TMX to JSON Lines to TMX loses nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertMemory, memoryFormatOf } from '../src/pipeline/convert.ts'
import { languageCodes } from '../src/language/code.ts'
import { readTmx, readUnitsJsonl } from '../src/read/memory/index.ts'
import type { AlignedDocument } from '../src/tree/unit.ts'
import { unitFormats, writeUnits } from '../src/write/index.ts'
import { someOf, trials } from './some-of.ts'
import { corpusDocument, corpusParagraphs, documentArbitrary, filesOf, sampleDocument } from './write-support.ts'
import { elementsOf, parseXml, textOf, type Element } from './xml-support.ts'

const bytesOf = (text: string): Uint8Array[] => [Buffer.from(text)]

async function convert(text: string, from: 'jsonl' | 'tmx', to: 'jsonl' | 'tmx', numbering: 'keep' | 'strip' = 'strip'): Promise<string> {
  const input = { file: `memory.${from}`, format: from, open: () => bytesOf(text) }
  const files = [...(await filesOf(convertMemory(input, [to], { numbering, keepAll: true }))).values()]
  return files.join('')
}

async function all(documents: AsyncIterable<AlignedDocument>): Promise<AlignedDocument[]> {
  const list: AlignedDocument[] = []
  for await (const document of documents) list.push(document)
  return list
}

/** All that a memory says, without the white space between elements and the order of notes and props. */
function contentOf(text: string): unknown {
  const remarks = (element: Element): string[] =>
    element.children
      .filter((child): child is Element => typeof child !== 'string' && (child.name === 'note' || child.name === 'prop'))
      .map((child) => JSON.stringify([child.name, child.attributes, textOf(child)]))
      .sort()
  const root = parseXml(text)
  return {
    header: elementsOf(root, 'header').map((header) => [
      header.attributes.adminlang,
      header.attributes.srclang,
      header.attributes['o-tmf'],
      remarks(header),
      elementsOf(header, 'ude')
    ]),
    units: elementsOf(root, 'tu').map((tu) => [
      tu.attributes,
      remarks(tu),
      elementsOf(tu, 'tuv').map((tuv) => [tuv.attributes, remarks(tuv), elementsOf(tuv, 'seg')])
    ])
  }
}

const escape = (text: string): string =>
  text.replace(/[&<>"\t\n\r\u0085\u2028]/gu, (character) => `&#${character.charCodeAt(0)};`)

const words = fc.string({ unit: fc.constantFrom(...'aé中ع 1’«\u00A0<&>"\t\n\r\u0085\u2028\u00ADe\u0301'), maxLength: 12 }).map(escape)

const inlineArbitrary = fc.letrec<{ content: string; piece: string }>((tie) => ({
  content: fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 3 },
    words,
    words.map((text) => `<bpt i="1" x="1">${text}</bpt>`),
    words.map((text) => `<ept i="1">${text}</ept>`),
    fc.constant('<ph type="lb"/>'),
    tie('content').map((content) => `<hi type="bold">${content}</hi>`),
    fc.tuple(words, tie('content')).map(([code, content]) => `<ph x="2">${code}<sub>${content}</sub></ph>`)
  )
})).content

const remarkArbitrary = fc.oneof(
  words.map((text) => `<note>${text}</note>`),
  words.map((text) => `<note xml:lang="en" o-encoding="x">${text}</note>`),
  fc.tuple(fc.constantFrom('Txt::File', 'x-un-symbol', 'x-align-score', 'x-status', 'client'), words).map(([type, text]) => `<prop type="${type}">${text}</prop>`)
)
const remarksArbitrary = fc.array(remarkArbitrary, { maxLength: 3 }).map((remarks) => remarks.join(''))

const tuvArbitrary = fc
  .tuple(fc.constantFrom('en', 'en-US', 'FR', 'fr-FR', 'zh-CN', 'de', 'pt-BR', 'ar', 'rus'), remarksArbitrary, inlineArbitrary, fc.constantFrom('', ' creationid="x&amp;y" changedate="20190522T101112Z"'))
  .map(([tag, remarks, content, attributes]) => `<tuv xml:lang="${tag}"${attributes}>${remarks}<seg>${content}</seg></tuv>\n`)

const tuArbitrary = fc
  .tuple(fc.constantFrom('', ' tuid="a b" usagecount="3"', ' srclang="de" segtype="sentence"'), remarksArbitrary, fc.array(tuvArbitrary, { minLength: 1, maxLength: 4 }))
  .map(([attributes, remarks, variants]) => `<tu${attributes}>\n${remarks}\n${variants.join('  ')}</tu>\n`)

/** A TMX file as any tool might write it. */
const foreignTmx = fc.tuple(fc.array(tuArbitrary, { minLength: 1, maxLength: 5 }), remarksArbitrary).map(
  ([units, remarks]) =>
    `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n<header creationtool="Other" creationtoolversion="9" segtype="sentence" o-tmf="X" adminlang="EN-US" srclang="EN-US" datatype="xml">${remarks}<ude name="u"><map unicode="#xE000" code="#x1"/></ude></header>\n<!-- a comment -->\n<body>\n${units.join('')}</body></tmx>`
)

describe('a memory of another tool', () => {
  it('comes out of JSON Lines as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(foreignTmx, async (tmx) => {
        const jsonl = await convert(tmx, 'tmx', 'jsonl')
        const again = await convert(jsonl, 'jsonl', 'tmx')
        expect(contentOf(again)).toEqual(contentOf(tmx))
        // And what has come out once comes out the same from then on.
        expect(await convert(await convert(again, 'tmx', 'jsonl'), 'jsonl', 'tmx')).toBe(again)
      }),
      { numRuns: 30, seed: 1945 }
    )
  })

  it('is read in any encoding and in pieces of any size', async () => {
    const text = '<?xml version="1.0" encoding="ENC"?><tmx version="1.4"><header segtype="sentence"/><body><tu><tuv xml:lang="fr"><seg>été</seg></tuv><tuv xml:lang="ru"><seg>лето</seg></tuv></tu></body></tmx>'
    const utf16 = (value: string): Buffer => Buffer.from(value, 'utf16le')
    const inputs: Uint8Array[] = [
      Buffer.from(`\uFEFF${text.replace('ENC', 'utf-8')}`),
      utf16(`\uFEFF${text.replace('ENC', 'utf-16')}`),
      utf16(text.replace('ENC', 'utf-16')),
      utf16(`\uFEFF${text.replace('ENC', 'utf-16')}`).swap16()
    ]
    for (const bytes of inputs) {
      for (const size of [1, 7, 1000]) {
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
        const units = (await all(readTmx(pieces))).flatMap((document) => document.units)
        expect(units.map(({ versions }) => [versions.fr?.segments, versions.ru?.segments])).toEqual([[['été'], ['лето']]])
      }
    }
    const latin = Buffer.from(text.replace('ENC', 'windows-1252').replace('лето', 'x'), 'latin1')
    expect((await all(readTmx([latin])))[0]?.units[0]?.versions.fr?.segments).toEqual(['été'])
  })

  it('says which languages a format has no place for', async () => {
    const tmx = '<tmx version="1.4"><header segtype="sentence"/><body><tu><tuv xml:lang="en-US"><seg>one</seg></tuv><tuv xml:lang="de"><seg>eins</seg></tuv><tuv xml:lang="en-GB"><seg>ane</seg></tuv></tu></body></tmx>'
    const input = { file: 'm.tmx', format: 'tmx', open: () => bytesOf(tmx) } as const
    const heard: unknown[] = []
    const listeners = { report: (id: string, _: unknown, values: object) => heard.push([id, 'language' in values ? values.language : undefined]) }
    for (const format of ['tmx', 'jsonl', 'tsv'] as const) await filesOf(convertMemory(input, [format], {}, listeners))
    expect(heard).toEqual([['write:language-left-out', 'en-GB']])
    const [table] = (await filesOf(convertMemory(input, ['tsv']))).values()
    expect(table?.split('\n')[1]?.split('\t').slice(-2)).toEqual(['one', 'eins'])
  })

  it('has its own entities, and codes that are no text', async () => {
    const tmx = '<!DOCTYPE tmx [<!ENTITY un "United &#x4E;ations">]><tmx version="1.4"><header segtype="paragraph"/><body><tu><tuv xml:lang="EN"><seg>&un; <bpt i="1">&lt;b></bpt>now<ept i="1">&lt;/b></ept><ph>x<sub>, note</sub></ph></seg></tuv><tuv lang="fr"><seg>ONU</seg></tuv></tu></body></tmx>'
    const [document] = await all(readTmx(bytesOf(tmx)))
    expect(document?.units[0]).toMatchObject({ granularity: 'paragraph', by: 'memory', versions: { en: { segments: ['United Nations now, note'] }, fr: { segments: ['ONU'] } } })
  })

  it.each([
    ['<tmx version="1.4"><header/><body><tu></body></tmx>', 'read:memory-malformed'],
    ['<tmx version="1.4"><header/><body>', 'read:memory-malformed'],
    ['<tmx version="1.4"><header/><body>&nothing;</body></tmx>', 'read:memory-malformed'],
    ['<xliff version="1.2"/>', 'read:memory-other'],
    ['', 'read:memory-malformed']
  ])('says what is wrong with %s', async (tmx, id) => {
    await expect(all(readTmx(bytesOf(tmx), 'bad.tmx'))).rejects.toMatchObject({ name: 'HexaplaError', id, file: 'bad.tmx' })
  })

  it('says which bytes are not of its encoding', async () => {
    await expect(all(readTmx([Uint8Array.of(0x3c, 0x74, 0xff)], 'bad.tmx'))).rejects.toMatchObject({ id: 'read:memory-encoding' })
  })
})

describe('a memory of hexapla', () => {
  const strip = (documents: AlignedDocument[]): unknown =>
    documents.map(({ document, units }) => [document.symbol, units.map((unit) => ({ ...unit, memory: undefined }))])

  it.each(someOf(['keep', 'strip'] as const, 2))('comes back from TMX to the byte, labels %s', async (numbering) => {
    for (const document of [sampleDocument(), corpusDocument(), corpusParagraphs()]) {
      const files = await filesOf(writeUnits(unitFormats.tmx, [document], { languages: languageCodes, numbering }))
      for (const [file, tmx] of files) {
        const jsonl = await convert(tmx, 'tmx', 'jsonl')
        expect(await convert(jsonl, 'jsonl', 'tmx', numbering), file).toBe(tmx)
      }
    }
  })

  it('gives the units back that were written', async () => {
    const document = corpusDocument()
    const files = await filesOf(writeUnits(unitFormats.tmx, [document], { scope: 'all' }))
    for (const tmx of files.values()) expect(strip(await all(readTmx(bytesOf(tmx))))).toEqual(strip([document]))
  })

  it('comes back from JSON Lines to the byte, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary, async (document) => {
        for (const [, jsonl] of await filesOf(writeUnits(unitFormats.jsonl, [document]))) {
          expect(await convert(jsonl, 'jsonl', 'jsonl')).toBe(jsonl)
        }
      }),
      { numRuns: trials(50, 15), seed: 1945 }
    )
  })

  it.each(['{', '[]', '{"type":"unit"}', '{"type":"other"}', '{"type":"unit","id":"1","granularity":"sentence","block":"item","address":"1","score":2,"by":"x","versions":{}}'])(
    'says that %s is no line of it',
    async (line) => {
      await expect(all(readUnitsJsonl(bytesOf(`\n${line}\n`), 'bad.jsonl'))).rejects.toMatchObject({ id: 'read:memory-line', message: expect.stringContaining('line 2') as string })
    }
  )

  it('is known by its name', () => {
    expect([memoryFormatOf('a.TMX'), memoryFormatOf('b.para.jsonl'), memoryFormatOf('c.xlf'), memoryFormatOf('d.docx')]).toEqual(['tmx', 'jsonl', 'xliff', undefined])
  })
})
