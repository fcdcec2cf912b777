/** What every writer owes: the same bytes twice, order, no sentence lost or doubled, nothing that a format cannot carry. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { unitFormats, writeUnits, type Format, type FormatOption, type WriteOptions } from '../src/write/index.ts'
import { trials } from './some-of.ts'
import { documentArbitrary, filesOf, recordOf, sampleDocument, unitOf } from './write-support.ts'
import { xmlErrors } from './xml-support.ts'

const formats: ReadonlyArray<readonly [string, Format]> = Object.entries(unitFormats)

const isXml = (file: string): boolean => /\.(?:tmx|xlf|xml)$/u.test(file)

describe.each(formats)('writer %s', (_, format) => {
  const write = (documents: Parameters<typeof writeUnits>[1], options: Partial<WriteOptions> = {}): Promise<Map<string, string>> =>
    filesOf(writeUnits(format, documents, options))

  it('gives the same bytes twice, whatever pieces the document comes in', async () => {
    const whole = sampleDocument()
    const pieces = whole.units.map((unit) => ({ document: whole.document, units: [unit] }))
    const expected = await write([whole], { source: 'fr', languages: languageCodes })
    expect(await write([whole], { source: 'fr', languages: languageCodes })).toEqual(expected)
    expect(await write(pieces, { source: 'fr', languages: languageCodes })).toEqual(expected)
  })

  it('writes each segment once in each file of its languages, in order', async () => {
    const marks = Array.from({ length: 9 }, (_, index) => `Q${index}Q`)
    const document = recordOf(['en', 'fr'])
    const units = marks.map((mark, index) => unitOf(`${index + 1}#1`, { en: `English ${mark}.`, fr: `Français ${mark}.` }))
    for (const [file, text] of await write([{ document, units }], { languages: ['en', 'fr'] })) {
      // Links and ids have no text in them.
      if (/\.(?:ces\.xml|ids)$/u.test(file)) continue
      for (const word of ['English', 'Français']) {
        const seen = [...text.matchAll(new RegExp(`${word} (Q\\dQ)\\.`, 'gu'))].map(([, mark]) => mark)
        expect([[], marks], `${word} in ${file}`).toContainEqual(seen)
      }
      expect(text).toContain('Q8Q')
    }
  })

  it('ends each file with a line end, and has no carriage return and no control character in it', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary, async (document) => {
        for (const [file, text] of await write([document], { name: 'random', languages: languageCodes })) {
          expect(text.endsWith('\n'), file).toBe(true)
          expect(Buffer.from(text).toString(), file).toBe(text)
          const allowed = /[\t\n]/u
          const wrong = [...text].filter((character) => /\p{Cc}/u.test(character) && !allowed.test(character))
          expect(wrong, file).toEqual([])
          if (isXml(file)) expect(xmlErrors(text), file).toEqual([])
        }
      }),
      { numRuns: trials(20, 5), seed: 1945 }
    )
  })

  it('writes nothing of nothing, and takes a document without units', async () => {
    expect(await write([])).toEqual(new Map())
    expect(await write([{ document: recordOf(['en', 'fr']), units: [] }])).toEqual(new Map())
  })

  it('takes an asynchronous stream and begins to write before its end', async () => {
    const document = recordOf(['en', 'fr'])
    // As long as a cell of a sheet can be.
    const big = 'x'.repeat(32_000)
    let given = 0
    async function* documents(): AsyncGenerator<{ document: typeof document; units: ReturnType<typeof unitOf>[] }> {
      for (; given < 50; given += 1) yield { document, units: [unitOf(`${given + 1}#1`, { en: big, fr: big })] }
    }
    for await (const chunk of writeUnits(format, documents(), { languages: ['en', 'fr'] })) {
      if (/\.ids$|\.ces\.xml$/u.test(chunk.file)) continue
      expect(given).toBeLessThan(50)
      return
    }
  })

  it('heeds the options that it says it heeds, and no other', async () => {
    const document = sampleDocument()
    const plain = await write([document])
    const changes: Readonly<Record<Exclude<FormatOption, 'splitMb' | 'spreadsheetSafe'>, Partial<WriteOptions>>> = {
      bom: { bom: false },
      date: { date: '2019-05-22' },
      langMap: { langMap: { en: 'en-US', fr: 'fr-CH' } },
      numbering: { numbering: 'keep' },
      tuid: { tuid: true }
    }
    // `spreadsheetSafe` changes what no ordinary document has: see `escapes.test.ts`.
    for (const [option, change] of Object.entries(changes)) {
      const changed = [...(await write([document], change)).values()].join('') !== [...plain.values()].join('')
      expect([option, changed]).toEqual([option, format.heeds.some((each) => each === option)])
    }
  })

  it('splits between units where it can, and every part is whole', async () => {
    const document = recordOf(['en', 'fr'])
    const units = Array.from({ length: 60 }, (_, index) => unitOf(`${index + 1}#1`, { en: `English ${index} ${'e'.repeat(900)}`, fr: `Français ${index} ${'f'.repeat(900)}` }))
    const files = await write([{ document, units }], { languages: ['en', 'fr'], splitMb: 0.02 })
    const parts = [...files.keys()]
    expect(parts.some((file) => /\.2\./u.test(file))).toBe(format.heeds.includes('splitMb'))
    for (const [file, text] of files) if (isXml(file)) expect(xmlErrors(text), file).toEqual([])
    const text = [...files.values()].join('')
    for (const unit of units) if (!/ces$/u.test(format.name)) expect(text).toContain(unit.versions.en?.segments[0])
  })
})
