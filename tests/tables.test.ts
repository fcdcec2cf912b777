/** Tables from the raw text to the outputs: cells pair with cells, and what is no table stays text. */
import { describe, expect, it } from 'vitest'
import { alignVersions } from '../src/pipeline/align-versions.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { toText } from '../src/tree/text.ts'
import type { Block, Table } from '../src/tree/undast.ts'
import { unitFormats, writeUnits } from '../src/write/index.ts'
import { readSource } from '../evaluation/corpus/read-source.ts'
import { read } from '../evaluation/corpus/files.ts'
import { treeOf } from './extract-trees.ts'
import { filesOf } from './write-support.ts'

const extract = (document: string, language: LanguageCode, extractor: string): string => read('corpus', document, 'extracts', `${language}.${extractor}.txt`)

function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.type === 'table')
}

describe('the tables of the note', () => {
  const roots = languageCodes.map((code) => readVersion(extract('note-station-tables', code, 'layout'), { language: code }))

  it.each(roots.map((root) => [root.lang, root] as const))('come out cell by cell in %s, where the layout is there', (language, root) => {
    const source = readSource(read('corpus', 'note-station-tables', `${language}.source`))
    const bare = (text: string): string => text.replace(/\s/g, '')
    const wanted = source.blocks.filter(({ kind }) => kind === 'table').map(({ rows }) => rows.map((row) => row.map(bare)))
    expect(tablesOf(root.children).map(({ children }) => children.map((row) => row.children.map((cell) => bare(toText(cell)))))).toEqual(wanted)
  })

  it('pair cell with cell in all six', () => {
    const { units } = alignVersions(roots.map((root) => ({ root, file: `${root.lang}.txt` })), { units: ['sentence'] })
    const cells = units.filter(({ block }) => block === 'cell')
    expect(cells).toHaveLength(15 + 24 + 18)
    for (const { versions, id } of cells) expect(languageCodes.map((code) => versions[code]?.addresses.join()), id).toEqual(languageCodes.map(() => id))
  })

  it('are tables in TEI', async () => {
    const { document, units } = alignVersions(roots.slice(1, 3).map((root) => ({ root, file: `${root.lang}.txt` })), { units: ['sentence'] })
    const files = await filesOf(writeUnits(unitFormats.tei, [{ document, units }], { name: 'note' }))
    const [english = ''] = [...files].flatMap(([name, text]) => (name.includes('.en.') ? [text] : []))
    expect(english.match(/<table>/g)).toHaveLength(3)
    expect(english.match(/<row>/g)).toHaveLength(5 + 6 + 6)
    expect(english.match(/<cell id="\d+">/g)).toHaveLength(15 + 24 + 18)
  })
})

describe('what is no table', () => {
  it.each(['concluding-observations-verania', 'decision-tide-gauge-calendar', 'ga-resolution-lighthouse-archives', 'joint-identical-letters-island-survey', 'letter-ferry-agreement', 'verbatim-record-coastal-signals'])('%s has none', (document) => {
    for (const code of languageCodes)
      for (const extractor of ['layout', 'pdftotext', 'raw', 'pdfjs'])
        expect(tablesOf(treeOf(extract(document, code, extractor), code).children), `${code} ${extractor}`).toEqual([])
  })

  it('justified lines with wide spaces stay a paragraph', () => {
    const raw = 'The programme will be   presented to the   General Assembly at\nits next session   and will be   discussed there by the Second\nCommittee, as the   rules of procedure   require in such cases.\n'
    expect(readVersion(raw, { language: 'en' }).children.map(({ type }) => type)).toEqual(['paragraph'])
  })
})
