import { describe, expect, it } from 'vitest'
import { clean } from '../src/clean/index.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import type { LineFacts, Source, SourceLine } from '../src/source/source.ts'
import { textSource } from '../src/source/text-source.ts'
import { assertComplete } from '../src/tree/assert.ts'
import { inspect } from '../src/tree/inspect.ts'

/** A source as a reader of another format makes it: a line each, with what the format knows. */
function sourceOf(rows: ReadonlyArray<readonly [text: string, facts?: (start: number) => LineFacts]>): Source {
  let text = ''
  const lines = rows.map(([words, facts]): SourceLine => {
    const start = text.length
    text += `${words}\n`
    return { start, end: start + words.length, page: 0, indent: 0, gap: 0, ...(facts ? { facts: facts(start) } : {}) }
  })
  return { text, lines }
}

function outline(source: Source): string[] {
  const root = readVersion(source, { language: 'en' })
  assertComplete(root, source.text)
  return inspect(root, { width: 0 }).trimEnd().split('\n').slice(1).map((line) => line.trim())
}

describe('plain text', () => {
  it('has lines with the blank space in front of them', () => {
    expect(textSource('  One\r\n\r\n\r\nTwo\u2028Three').lines).toEqual([
      { start: 2, end: 5, page: 0, indent: 2, gap: 0 },
      { start: 11, end: 14, page: 0, indent: 0, gap: 2 },
      { start: 15, end: 20, page: 0, indent: 0, gap: 0 }
    ])
  })

  it('has a page behind each form feed', () => {
    const { lines, pages } = textSource('One\n\fTwo\n\f\fThree\n')
    expect(lines.map(({ page }) => page)).toEqual([0, 1, 3])
    expect(pages).toEqual([5, 10, 11])
    expect(textSource('One\n')).not.toHaveProperty('pages')
  })

  it('says where a blank line has spaces', () => {
    expect(textSource('One\n  \nTwo\n\nThree').lines.map(({ facts }) => facts?.ruled)).toEqual([undefined, true, undefined])
  })
})

describe('what a format knows', () => {
  it('ends paragraphs, whatever the words say', () => {
    const ends = (): LineFacts => ({ ends: true })
    expect(outline(sourceOf([['the lamps of', ends], ['the harbour were lit and', () => ({ ends: false })], ['The keepers rested.', ends]]))).toEqual(['paragraph p1 the lamps of', 'paragraph p2 the harbour were lit and The keepers rested.'])
  })

  it('tells headings and their level', () => {
    expect(outline(sourceOf([['The keepers rest.', () => ({ heading: 3 })], ['They were tired.']]))).toEqual(['heading 3 h1 The keepers rest.', 'paragraph p1 They were tired.'])
  })

  it('counts labels', () => {
    const label = (length: number, level: number) => (start: number): LineFacts => ({ ends: true, label: { start, end: start + length, level } })
    expect(outline(sourceOf([['40. The lamps:', label(3, 0)], ['(c) are lit;', label(3, 1)], ['41. The keepers rest.', label(3, 0)]]))).toEqual([
      'item 40 40. The lamps:',
      'item 40/3 (c) are lit;',
      'item 41 41. The keepers rest.'
    ])
  })

  it('tells notes, and the marks that refer to them', () => {
    const source = sourceOf([
      ['The lamps1 are lit in 7 harbours.', (start) => ({ ends: true, references: [{ start: start + 9, end: start + 10, note: 'a' }] })],
      ['1 See the tables.', (start) => ({ note: { id: 'a', marker: [start, start + 1] } })],
      ['They are long.', () => ({ note: { id: 'a' } })],
      ['The keepers rest.', () => ({ ends: true })]
    ])
    expect(outline(source)).toEqual([
      'paragraph p1 The lamps are lit in 7 harbours.',
      'note n1 footnote 1 (2 sentences) See the tables. They are long.',
      'paragraph p2 The keepers rest.'
    ])
  })

  it('takes raised digits for marks, where there is a note of that number', () => {
    const source = sourceOf([
      ['The lamps light 3 km2 of the sea 1 at night.', (start) => ({ ends: true, raised: [[start + 20, start + 21], [start + 33, start + 34]] })],
      ['1 See the tables.', (start) => ({ note: { id: 'a', marker: [start, start + 1] } })]
    ])
    expect(outline(source)).toContain('paragraph p1 The lamps light 3 km2 of the sea at night.')
  })

  it.each([
    ['en', ['Duties of the keepers of the outer', 'islands in winter']],
    ['fr', ['Devoirs des gardiens des phares de la', 'côte pendant l’hiver']],
    ['es', ['Deberes de los guardianes de los faros de la', 'costa en invierno']],
    ['ru', ['Обязанности смотрителей маяков на', 'внешних островах зимой']],
    ['ar', ['واجبات حراس المنارات في', 'الجزر الخارجية']],
    ['zh', ['灯塔理事会，', '回顾其关于外岛灯塔的各项决议以及看守人提出的关于去年冬天的报告', '所载的各项建议，']]
  ] as const)('parts no words in %s that go on, where a page was asked for the end of a paragraph', (language, words) => {
    const blocks = (facts: LineFacts): number => clean(sourceOf(words.map((text) => [text, (): LineFacts => facts])), language).blocks.length
    expect(blocks({ ends: true, box: { x: 50, y: 700, width: 300, height: 12 } })).toBe(words.length - 1)
    expect(blocks({ ends: true })).toBe(words.length)
  })

  it('begins a paragraph with the next number behind a sentence, where a page was asked', () => {
    const told = (): LineFacts => ({ ends: false, box: { x: 50, y: 700, width: 300, height: 12 } })
    expect(outline(sourceOf([['1. The lamps are lit.', told], ['2. The keepers rest in', told], ['3 harbours.', told]]))).toEqual(['item 1 1. The lamps are lit.', 'item 2 2. The keepers rest in 3 harbours.'])
  })

  it('has names and offices in one signature, where a page was asked', () => {
    const told = (): LineFacts => ({ ends: true, box: { x: 50, y: 700, width: 300, height: 12 } })
    expect(outline(sourceOf([['The report is with this letter.', told], ['(Signed) Ada Harbour', told], ['Ambassador', told], ['Permanent Representative', told]]))).toEqual([
      'paragraph p1 The report is with this letter.',
      'signature s1 (Signed) Ada Harbour Ambassador Permanent Representative'
    ])
  })

  it('tells the cells of tables', () => {
    const cell = (row: number, column: number) => (): LineFacts => ({ cell: { table: 0, row, column } })
    const { blocks } = clean(sourceOf([['Port', cell(0, 0)], ['Lamps', cell(0, 1)], ['Amber', cell(1, 0)], ['and', cell(1, 1)], ['two', cell(1, 1)], ['The end.']]), 'en')
    expect(blocks.map((block) => (block.role === 'table' ? block.rows.map((row) => row.map(({ value }) => value)) : block.role))).toEqual([
      [['Port', 'Lamps'], ['Amber', 'and two']],
      'body'
    ])
  })

  it('tells what belongs to the page', () => {
    const { blocks } = clean(sourceOf([['The lamps are', () => ({ ends: false })], ['Tables of tides', () => ({ furniture: 'running-head' })], ['lit.']]), 'en')
    expect(blocks.map((block) => (block.role === 'body' || block.role === 'furniture' ? block.text.value : ''))).toEqual(['The lamps are lit.', 'Tables of tides'])
  })
})
