/** Aligned documents for the tests of the writers: by hand, from the corpus, and at random. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { isLanguageCode, languageCodes, type LanguageCode } from '../src/language/code.ts'
import { Archive } from '../src/read/archive.ts'
import { readLimits } from '../src/read/limits.ts'
import type { AlignedDocument, DocumentRecord, Unit, UnitBlock, UnitVersion } from '../src/tree/unit.ts'
import type { Chunk } from '../src/write/index.ts'

/** A unit of one segment a language, from texts. */
export function unitOf(id: string, texts: Partial<Record<LanguageCode, string[] | string>>, more: Partial<Unit> = {}): Unit {
  const [address = id] = id.split('#')
  const versions: Unit['versions'] = {}
  for (const code of languageCodes) {
    const text = texts[code]
    if (text === undefined) continue
    const segments = typeof text === 'string' ? [text] : text
    versions[code] = { segments, addresses: segments.map((_, index) => `${address}#${index + 1}`) }
  }
  return { id, granularity: 'sentence', block: 'paragraph', address, versions, ...(Object.keys(versions).length < 2 ? {} : { score: 0.9 }), by: 'sentence', ...more }
}

/** The record of a document in these languages. */
export function recordOf(languages: readonly LanguageCode[], symbol?: string): DocumentRecord {
  const versions: DocumentRecord['versions'] = {}
  for (const language of languages) versions[language] = { language, file: `${language}.txt` }
  return { ...(symbol === undefined ? {} : { symbol }), versions }
}

/** Six languages with all that a unit can have: n:m, nulls, labels, pages, right-to-left text, markup characters. */
export function sampleDocument(): AlignedDocument {
  const document = recordOf(languageCodes, 'CD/2167')
  for (const code of languageCodes) {
    document.versions[code] = { language: code, file: `${code}.txt`, jobNumber: `GE.19-0860${code.length}`, date: '2019-05-22', original: 'fr' }
  }
  document.versions.ru = { language: 'ru', file: 'ru.txt', date: '2019-05-24', original: 'fr' }
  document.versions.fr = { language: 'fr', file: 'fr.txt', jobNumber: 'GE.19-08606', date: '2019-05-22', original: 'fr', reissue: '2019-05-22' }
  const item = (segments: string[], addresses: string[], label: string): UnitVersion => ({ segments, addresses, label, page: 3 })
  return {
    document,
    units: [
      unitOf('h1#1', { ar: 'المرفق', en: 'Annex', es: 'Anexo', fr: 'Annexe', ru: 'Приложение', zh: '附件' }, { block: 'heading' }),
      unitOf('p1#1', {
        ar: 'عقد المؤتمر يومي 3 و4 نيسان/أبريل 2019.',
        en: 'The conference was held on 3 and 4 April 2019; 40 "experts" & <others> came.',
        es: 'La conferencia se celebró los días 3 y 4 de abril de 2019.',
        fr: ['La conférence s’est tenue les 3 et 4 avril 2019.', 'L’Organisation y a pris part.'],
        ru: 'Конференция состоялась 3 и 4 апреля 2019 года.',
        zh: ['会议于2019年4月3日至4日举行。', '该组织参加了会议。']
      }),
      {
        id: '9/3#1',
        granularity: 'sentence',
        block: 'item',
        address: '9/3',
        score: 0.97,
        by: 'address',
        versions: {
          en: item(['National action plans;'], ['9/3#1'], '(c)'),
          fr: item(['Les plans d’action nationaux ;'], ['9/3#1'], 'c)'),
          ru: item(['национальные планы действий;'], ['9/3#1'], 'с)')
        }
      },
      unitOf('9/4#1', { en: 'Only the English version has this sentence.' }),
      unitOf('p2', { en: ['One.', 'Two.'], fr: 'Un. Deux.' }, { granularity: 'paragraph' })
    ]
  }
}

const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'abcé ’«»ясعربي中文。12345.,;&<>"\'') },
  { weight: 1, arbitrary: fc.constantFrom('\t', '\n', '\r', '\u000B', '\u0085', '\u00A0', '\u00AD', '\u2028', '\uFEFF', '\uFFFE', '😀', '\uD800') }
)

/** A segment: never empty, but with anything that a raw export may hold. */
export const segmentArbitrary = fc.string({ unit: character, minLength: 1, maxLength: 30 })

const blockArbitrary = fc.constantFrom<UnitBlock>('cell', 'dateline', 'heading', 'item', 'note', 'paragraph', 'signature')

const versionArbitrary = (address: string): fc.Arbitrary<UnitVersion> =>
  fc
    .record(
      { segments: fc.array(segmentArbitrary, { minLength: 1, maxLength: 3 }), label: fc.constantFrom('1.', '(a)', 'ب)'), page: fc.integer({ min: 1, max: 99 }) },
      { requiredKeys: ['segments'] }
    )
    .map((version) => ({ ...version, addresses: version.segments.map((_, index) => `${address}#${index + 1}`) }))

const unitArbitrary = (address: string): fc.Arbitrary<Unit> =>
  fc.record<Unit>({
    id: fc.constant(`${address}#1`),
    granularity: fc.constantFrom('paragraph', 'sentence'),
    block: blockArbitrary,
    address: fc.constant(address),
    score: fc.double({ min: 0, max: 1, noNaN: true }).map((score) => Math.abs(score)),
    by: fc.constantFrom('address', 'sentence'),
    status: fc.constantFrom('corrected', 'machine'),
    versions: fc.record(
      Object.fromEntries(languageCodes.map((code) => [code, versionArbitrary(address)])) as Record<LanguageCode, fc.Arbitrary<UnitVersion>>,
      { requiredKeys: [] }
    )
  }).map(({ score, ...unit }) => (score === undefined || Object.keys(unit.versions).length < 2 ? unit : { ...unit, score }))

/** Documents in the six languages with up to a dozen units. */
export const documentArbitrary: fc.Arbitrary<AlignedDocument> = fc
  .tuple(fc.option(fc.constantFrom('A/RES/70/1', 'CD/2167'), { nil: undefined }), fc.integer({ min: 0, max: 12 }))
  .chain(([symbol, count]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => unitArbitrary(`annex1/${index + 1}`)))
      .map((units): AlignedDocument => ({ document: recordOf(languageCodes, symbol), units }))
  )

/** The sheet of a workbook, as XML. */
export function sheetOf(workbook: Uint8Array): string {
  return new Archive(workbook, 'workbook', readLimits).text('xl/worksheets/sheet1.xml') ?? ''
}

/** The files of a stream of chunks, whole, in the order in which they were opened. */
export async function filesOf(chunks: AsyncIterable<Chunk>): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const closed = new Set<string>()
  const packed = new Map<string, Uint8Array[]>()
  for await (const { file, text, bytes, last } of chunks) {
    if (bytes) packed.set(file, [...(packed.get(file) ?? []), bytes])
    if (closed.has(file)) throw new Error(`Unexpected piece of ${file} after its last`)
    if (last) closed.add(file)
    files.set(file, (files.get(file) ?? '') + text)
  }
  for (const file of files.keys()) if (!closed.has(file)) throw new Error(`Unexpected end of the stream before that of ${file}`)
  for (const [file, pieces] of packed) files.set(file, sheetOf(Buffer.concat(pieces)))
  return files
}

/**
 * The corpus document from its gold, a unit for each row.
 *
 * `units.tsv` has the columns address, ar, en, es, fr, ru, zh; the address is the block's, and sentences of a cell are
 * joined by ` | `.
 */
export function corpusDocument(): AlignedDocument {
  const rows = readFileSync(new URL('../corpus/cd-note-verbale-belarus-2019/units.tsv', import.meta.url), 'utf8').trimEnd().split('\n')
  const codes = (rows[0] ?? '').split('\t').slice(1).filter(isLanguageCode)
  const counts = new Map<string, number>()
  const next = (counter: string): number => {
    const count = (counts.get(counter) ?? 0) + 1
    counts.set(counter, count)
    return count
  }
  const units = rows.slice(1).map((row): Unit => {
    const [block = '', ...cells] = row.split('\t')
    const address = block.split('#', 1)[0] ?? ''
    const versions: Unit['versions'] = {}
    for (const [index, code] of codes.entries()) {
      const cell = cells[index] ?? ''
      if (cell === '') continue
      const segments = cell.split(' | ')
      versions[code] = { segments, addresses: segments.map(() => `${address}#${next(`${code} ${address}`)}`) }
    }
    return { ...unitOf(`${address}#${next(address)}`, {}), address, versions, by: 'gold', ...(Object.keys(versions).length < 2 ? {} : { score: 1 }) }
  })
  return { document: recordOf(codes, 'CD/2167'), units }
}

/** The corpus document with its blocks as units. */
export function corpusParagraphs(): AlignedDocument {
  const { document, units } = corpusDocument()
  const blocks = [...new Set(units.map(({ address }) => address))]
  return {
    document,
    units: blocks.map((address): Unit => {
      const inside = units.filter((unit) => unit.address === address)
      const texts = languageCodes.flatMap((code) => {
        const segments = inside.flatMap(({ versions }) => versions[code]?.segments ?? [])
        return segments.length === 0 ? [] : [[code, segments] as const]
      })
      return unitOf(address, Object.fromEntries(texts), { granularity: 'paragraph', by: 'gold', score: 1 })
    })
  }
}
