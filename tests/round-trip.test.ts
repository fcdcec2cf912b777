/** Spreadsheets and CAT tools: what goes out to a person comes back, edited or not. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { convertMemory, memoryReaders, type MemoryFormatName } from '../src/pipeline/convert.ts'
import { HexaplaError } from '../src/message/report.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { unitStatuses } from '../src/tree/status.ts'
import type { AlignedDocument, Unit } from '../src/tree/unit.ts'
import { ZipWriter } from '../src/write/zip.ts'
import { unitFormats, writeUnits } from '../src/write/index.ts'
import { run } from './run-command.ts'
import { trials } from './some-of.ts'
import { documentArbitrary, recordOf, sampleDocument, unitOf } from './write-support.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-round-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const tables = ['tsv', 'xlsx'] as const
const roundTrips = [['tsv', 'tsv'], ['xlsx', 'xlsx'], ['xliff', 'xliff'], ['xliff21', 'xliff']] as const

/** Sentences of one granularity, and what a table or XLIFF cannot hold left out. */
function sentences(document: AlignedDocument): AlignedDocument {
  return { ...document, units: document.units.filter(({ granularity }) => granularity === 'sentence') }
}

async function bytesOf(format: 'tsv' | 'xliff' | 'xliff21' | 'xlsx', document: AlignedDocument, languages: readonly LanguageCode[] = languageCodes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const { text, bytes } of writeUnits(unitFormats[format], [document], { languages })) pieces.push(bytes ?? Buffer.from(text))
  return Buffer.concat(pieces)
}

async function read(format: MemoryFormatName, bytes: Uint8Array, said: unknown[] = []): Promise<Unit[]> {
  const units: Unit[] = []
  const reading = { report: (id: string, _: unknown, values: object) => {
    // The languages are looked for in a reading of their own.
    const message = [id, ...Object.values(values)]
    if (!said.some((other) => isDeepStrictEqual(other, message))) said.push(message)
  } }
  for await (const chunk of convertMemory({ file: `m.${format}`, format, open: () => [bytes], reading }, ['jsonl'])) {
    for (const line of chunk.text.split('\n')) {
      const value = line === '' ? { type: '' } : (JSON.parse(line) as { type: string })
      if (value.type === 'unit') units.push(value as unknown as Unit)
    }
  }
  return units
}

describe('a table or an XLIFF file that nobody has edited', () => {
  it.each(roundTrips)('%s comes back as it went out', async (to, from) => {
    const languages = to.startsWith('xliff') ? (['fr', 'zh'] as const) : languageCodes
    const document = sentences(sampleDocument())
    const said: unknown[] = []
    const units = await read(from, await bytesOf(to, document, languages), said)
    const expected = document.units
      .filter(({ versions }) => !to.startsWith('xliff') || languages.every((code) => versions[code]))
      .map((unit) => {
        const versions = Object.fromEntries(languages.flatMap((code) => (unit.versions[code] ? [[code, unit.versions[code]]] : [])))
        return { type: 'unit', symbol: 'CD/2167', ...unit, versions, ...(Object.keys(versions).length < 2 ? { score: undefined } : {}) }
      })
    expect(units).toEqual(JSON.parse(JSON.stringify(expected)))
    expect(said).toEqual([])
  })

  it.each(tables)('%s keeps every text and address of any document', async (format) => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary, async (document) => {
        const bytes = await bytesOf(format, sentences(document))
        if (bytes.length === 0) return
        const once = await read(format, bytes)
        const [first] = [...(await (async () => {
          const list: AlignedDocument[] = []
          for await (const each of memoryReaders[format]([bytes], `m.${format}`)) list.push(each)
          return list
        })())]
        if (!first) return
        // What has come back once comes back the same from then on.
        expect(await read(format, await bytesOf(format, { document: first.document, units: once }))).toEqual(once)
      }),
      // This seed found a break that an edit had moved into a character.
      { numRuns: trials(40, 12), seed: -1_056_283_207 }
    )
  })

  it('is the same workbook each time, and has the status as a list', async () => {
    const [one, other] = [await bytesOf('xlsx', sampleDocument()), await bytesOf('xlsx', sampleDocument())]
    expect(Buffer.compare(one, other)).toBe(0)
  })
})

describe('edited text', () => {
  const texts: Readonly<Record<LanguageCode, readonly [string, string]>> = {
    ar: ['يقرر المجلس ذلك.', 'يقرر المجلس ذلك اليوم.'],
    en: ['The Council so decides.', 'The Council so decides today.'],
    es: ['El Consejo así lo decide.', 'El Consejo así lo decide hoy.'],
    fr: ['Le Conseil en décide ainsi.', 'Le Conseil en décide ainsi aujourd’hui.'],
    ru: ['Совет так постановляет.', 'Совет сегодня так постановляет.'],
    zh: ['理事会作此决定。', '理事会今天作此决定。']
  }

  it.each(languageCodes)('is reviewed, in %s', async (code) => {
    const partner = code === 'en' ? 'fr' : 'en'
    const [before, after] = texts[code]
    const document = { document: recordOf([code, partner]), units: [unitOf('1#1', { [code]: before, [partner]: texts[partner][0] }), unitOf('2#1', { [code]: 'A 1', [partner]: 'A 1' })] }
    for (const [to, from] of [['tsv', 'tsv'], ['xliff', 'xliff'], ['xliff21', 'xliff']] as const) {
      const bytes = await bytesOf(to, document, [code, partner])
      const units = await read(from, Buffer.from(Buffer.from(bytes).toString().replace(before, after)))
      expect(units.map(({ status, versions }) => [status, versions[code]?.segments])).toEqual([['reviewed', [after]], [undefined, ['A 1']]])
    }
  })

  it.each(languageCodes)('of several sentences keeps the address of each, in %s', async (code) => {
    const partner = code === 'en' ? 'fr' : 'en'
    const [first, edited] = texts[code]
    const document = { document: recordOf([code, partner]), units: [unitOf('1#1', { [code]: [first, first], [partner]: texts[partner][0] })] }
    const table = Buffer.from(await bytesOf('tsv', document, [code, partner])).toString()
    const at = table.lastIndexOf(first)
    const said: unknown[] = []
    const changed = await read('tsv', Buffer.from(table.slice(0, at) + table.slice(at).replace(first, edited)), said)
    expect(changed[0]?.versions[code]).toEqual({ segments: [first, edited], addresses: ['1#1', '1#2'] })
    expect(said).toEqual([])
    const joined = await read('tsv', Buffer.from(table.replace(new RegExp(`${first} ?${first}`), 'X Y')), said)
    expect(joined[0]?.versions[code]).toEqual({ segments: ['X Y'], addresses: ['1#1'] })
    expect(said).toMatchObject([['read:memory-undivided', 'm.tsv', 2, '1#1', code, 2]])
  })

  it('keeps what somebody said of it', async () => {
    const unit = (status: string): Unit => unitOf('1#1', { en: 'One two.', fr: 'Un deux.' }, { status })
    for (const [status, expected] of [['machine', 'reviewed'], ['doubtful', 'reviewed'], ['rejected', 'rejected'], ['signed by KH', 'signed by KH']] as const) {
      const table = Buffer.from(await bytesOf('tsv', { document: recordOf(['en', 'fr']), units: [unit(status)] }, ['en', 'fr'])).toString()
      expect((await read('tsv', Buffer.from(table.replace('One two.', 'One two three.'))))[0]?.status).toBe(expected)
    }
  })
})

describe('statuses', () => {
  const names = [...unitStatuses.map(({ name }) => name), 'signed-off', 'needs-adaptation', 'bespoke']

  it.each(names)('%s is kept by every format that is read back', async (status) => {
    const document = { document: recordOf(['en', 'ru'], 'CD/2167'), units: [unitOf('1#1', { en: 'Some words here.', ru: 'Несколько слов.' }, { status })] }
    for (const [to, from] of roundTrips) expect([to, (await read(from, await bytesOf(to, document, ['en', 'ru'])))[0]?.status ?? 'machine']).toEqual([to, status])
    const pieces: string[] = []
    for await (const { text } of writeUnits(unitFormats.tmx, [document], { languages: ['en', 'ru'] })) pieces.push(text)
    expect((await read('tmx', Buffer.from(pieces.join(''))))[0]?.status ?? 'machine').toBe(status)
  })

  it('changes with the state that a tool gives', async () => {
    const document = { document: recordOf(['en', 'ru']), units: [unitOf('1#1', { en: 'Some words here.', ru: 'Несколько слов.' })] }
    const xliff = Buffer.from(await bytesOf('xliff', document, ['en', 'ru'])).toString()
    for (const [state, status] of [['final', 'reviewed'], ['signed-off', 'reviewed'], ['needs-review-translation', 'doubtful']] as const) {
      expect((await read('xliff', Buffer.from(xliff.replace('state="translated"', `state="${state}"`))))[0]?.status).toBe(status)
    }
  })

  it('rejected stays out of memories, whatever is kept', async () => {
    const file = path.join(folder, 'rejected.jsonl')
    const record = { type: 'document', ...recordOf(['en', 'fr']) }
    writeFileSync(file, [record, { type: 'unit', ...unitOf('1#1', { en: 'Wrong one.', fr: 'Tout autre.' }, { status: 'rejected' }) }, { type: 'unit', ...unitOf('2#1', { en: 'Right.', fr: 'Juste.' }) }].map((line) => `${JSON.stringify(line)}\n`).join(''))
    for (const options of [[], ['--keep-all']]) {
      const { stdout, stderr } = await run(['convert', file, '--to', 'tmx', ...options])
      expect([stdout.includes('Wrong'), stdout.includes('Right')]).toEqual([false, true])
      expect(stderr).toContain('1 rejected')
    }
    expect((await run(['convert', file, '--to', 'tsv'])).stdout).toContain('Wrong one.')
  })
})

describe('a spreadsheet', () => {
  const document = { document: recordOf(['en', 'ar'], 'A/RES/70/1'), units: [unitOf('1#1', { en: '"Peace" means peace', ar: 'السلام' }), unitOf('2#1', { en: 'So "it" is said', ar: 'هكذا' })] }
  const quote = (cell: string): string => (/["\n\t]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

  it('may quote cells, break their lines, and write UTF-16', async () => {
    const table = Buffer.from(await bytesOf('tsv', document, ['en', 'ar'])).toString()
    const plain = await read('tsv', Buffer.from(table))
    const quoted = table.split('\n').map((line) => line.split('\t').map(quote).join('\t')).join('\r\n')
    expect(await read('tsv', Buffer.from(quoted))).toEqual(plain)
    expect(await read('tsv', Buffer.from(quoted, 'utf16le'))).toEqual(plain)
    const broken = await read('tsv', Buffer.from(quoted.replace('""Peace"" means', '""Peace""\nmeans')))
    expect(broken[0]).toMatchObject({ status: 'reviewed', versions: { en: { segments: ['"Peace" means peace'] } } })
  })

  it('gives rows without an id, and the second of two, a name', async () => {
    const said: unknown[] = []
    const rows = 'id\tstatus\ten\tfr\n1\tmachine\tOne\tUn\n1\t\tTwo\tDeux\n\t\tThree\tTrois\n4\t\t\t\n'
    const units = await read('tsv', Buffer.from(rows), said)
    expect(units.map(({ id, status }) => [id, status])).toEqual([['1', undefined], ['row3', 'reviewed'], ['row4', 'reviewed']])
    expect(said).toMatchObject([
      ['read:memory-row-new', 'm.tsv', 3, 'second unit 1'],
      ['read:memory-row-new', 'm.tsv', 4, 'lack of an id'],
      ['read:memory-unit-empty', 'm.tsv', 5]
    ])
  })

  it('has columns in any order, and may lack one', async () => {
    const rows = 'ru\ten\tid\tnotes\nДа\tYes\t1\tfine\n'
    expect((await read('tsv', Buffer.from(rows)))[0]).toMatchObject({ id: '1', versions: { ru: { segments: ['Да'] }, en: { segments: ['Yes'] } } })
  })

  it('without ids or texts is refused', async () => {
    await expect(read('tsv', Buffer.from('a\tb\n1\t2\n'))).rejects.toMatchObject({ id: 'read:memory-columns' })
    await expect(read('xlsx', Buffer.from('id\ten\tfr\n'))).rejects.toMatchObject({ id: 'read:memory-columns' })
  })

  it('may be a workbook of another program, with shared strings and rich text', async () => {
    const zip = new ZipWriter()
    const cells = ['id', 'en', 'es', '9/3', 'Peace_x000A_now', '¿Sí?']
    const strings = cells.map((cell, index) => (index === 4 ? `<si><r><t>Peace</t></r><r><rPr/><t xml:space="preserve">_x000A_now</t></r></si>` : `<si><t>${cell}</t></si>`))
    const row = (number: number): string => `<row>${[0, 1, 2].map((column) => `<c r="${'ABC'[column] ?? ''}${number}" t="s"><v>${(number - 1) * 3 + column}</v></c>`).join('')}</row>`
    const parts = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId7" Target="worksheets/other.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
      'xl/worksheets/other.xml': `<worksheet><sheetData>${row(1)}${row(2)}</sheetData></worksheet>`
    }
    const pieces = Object.entries(parts).flatMap(([name, xml]) => [zip.open(name), zip.write(xml)])
    const [unit] = await read('xlsx', Buffer.concat([...pieces, zip.close()]))
    expect(unit).toMatchObject({ id: '9/3', versions: { en: { segments: ['Peace now'] }, es: { segments: ['¿Sí?'] } } })
  })

  it('takes no text over its limit, and says so', async () => {
    const said: unknown[] = []
    const long = { ...document, units: [unitOf('1#1', { en: 'x'.repeat(40_000), ar: 'ب' }), ...document.units.slice(1)] }
    const pieces: Uint8Array[] = []
    for await (const { bytes } of writeUnits(unitFormats.xlsx, [long], {}, { report: (id) => said.push(id) })) if (bytes) pieces.push(bytes)
    expect(said).toEqual(['write:sheet-full'])
    expect((await read('xlsx', Buffer.concat(pieces))).map(({ id }) => id)).toEqual(['2#1'])
  })
})

describe('XLIFF of another tool', () => {
  it('is read in 1.2, with its markup left out and said', async () => {
    const said: unknown[] = []
    const xliff = '<?xml version="1.0"?><xliff version="1.2"><file original="a.docx" source-language="EN-us" target-language="pt_BR" datatype="x"><header><tool tool-id="t"/></header><body><group><trans-unit id="7" approved="yes"><source>Hello <g id="1">world</g><ph id="2">&lt;br></ph></source><target>Olá mundo</target></trans-unit></group><trans-unit id="8"><source>New</source><target state="new"/></trans-unit></body></file></xliff>'
    const units = await read('xliff', Buffer.from(xliff), said)
    expect(units).toMatchObject([
      { id: '7', status: 'reviewed', by: 'memory', versions: { en: { segments: ['Hello world'] }, 'pt-BR': { segments: ['Olá mundo'] } } },
      { id: '8', versions: { en: { segments: ['New'] } } }
    ])
    expect(said).toMatchObject([['read:memory-markup', 'm.xliff', 1, 'g'], ['read:memory-markup', 'm.xliff', 1, 'ph']])
  })

  it('is read in 2.x, a unit of several segments as one', async () => {
    const xliff = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="ru"><file id="f"><unit id="u1"><segment state="final"><source>Un.</source><target>Раз.</target></segment><ignorable><source> </source></ignorable><segment><source>Deux.</source><target>Два.</target></segment></unit></file></xliff>'
    expect(await read('xliff', Buffer.from(xliff))).toMatchObject([{ id: 'u1', status: 'reviewed', versions: { fr: { segments: ['Un.', 'Deux.'] }, ru: { segments: ['Раз.', 'Два.'] } } }])
  })

  it.each([
    ['<xliff version="3.0"/>', 'read:memory-xliff'],
    ['<tmx version="1.4"/>', 'read:memory-other'],
    ['<xliff version="1.2"><file></xliff>', 'read:memory-malformed']
  ])('%s is refused', async (xliff, id) => {
    await expect(read('xliff', Buffer.from(xliff))).rejects.toMatchObject({ id })
  })
})

describe('what is no table and no XLIFF', () => {
  const piece = fc.oneof(fc.constantFrom('id', 'en', 'fr', '\t', '\n', '"', '""', '<', '<xliff version="1.2">', '<file>', '<trans-unit id="1">', '<source>', '</source>', '<target/>', '</trans-unit>', '&#x0;', '&amp;', '\uFEFF', 'en:00000000', '\u0000', '\r'), fc.string({ maxLength: 4 }))
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it.each(['tsv', 'xliff', 'xlsx'] as const)('is said of %s, and nothing else breaks', async (format) => {
    const workbook = await bytesOf('xlsx', sampleDocument())
    const broken = fc.tuple(fc.nat(workbook.length - 1), fc.nat(255)).map(([at, byte]) => Buffer.from(workbook.map((old, index) => (index === at ? byte : old))))
    await fc.assert(
      fc.asyncProperty(format === 'xlsx' ? broken : text.map((each) => Buffer.from(format === 'tsv' ? `id\ten\tfr\n${each}` : each)), async (bytes) => {
        await read(format, bytes).catch((error: unknown) => {
          if (!(error instanceof HexaplaError)) throw error
        })
      }),
      { numRuns: 300, seed: 8 }
    )
  })
})

describe('hexapla convert', () => {
  it('writes TSV with a byte order mark into files, and none to standard output', async () => {
    const units = path.join(folder, 'units.jsonl')
    writeFileSync(units, [{ type: 'document', ...recordOf(['en', 'es']) }, { type: 'unit', ...unitOf('1#1', { en: 'A word.', es: 'Una palabra.' }) }].map((line) => `${JSON.stringify(line)}\n`).join(''))
    const [table, book, again] = ['table.tsv', 'book.xlsx', 'again.jsonl'].map((name) => path.join(folder, name)) as [string, string, string]
    expect((await run(['convert', units, '-o', table])).code).toBe(0)
    expect(readFileSync(table, 'utf8').startsWith('\uFEFFid\t')).toBe(true)
    expect((await run(['convert', units, '--to', 'tsv'])).stdout.startsWith('id\t')).toBe(true)
    await run(['convert', units, '-o', table, '--no-bom'])
    expect(readFileSync(table, 'utf8').startsWith('id\t')).toBe(true)
    expect((await run(['convert', units, '--to', 'tsv', '--no-bom'])).stderr).toContain('Unexpected --no-bom')
    expect((await run(['convert', units, '-o', path.join(folder, 'x.tmx'), '--no-bom'])).stderr).toContain('Unexpected --no-bom')
    expect((await run(['convert', table, '-o', book])).code).toBe(0)
    expect((await run(['convert', book, '-o', again])).code).toBe(0)
    expect(readFileSync(again, 'utf8').split('\n')[1]).toBe(readFileSync(units, 'utf8').split('\n')[1])
  })
})
