import { describe, expect, it } from 'vitest'
import { makePdf } from '../evaluation/read/make-pdf.ts'
import { sectionWords } from '../src/grammar/section-word.ts'
import { languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { composePages } from '../src/read/pdf/compose.ts'
import { readPdf } from '../src/read/pdf/index.ts'
import type { PdfLine } from '../src/read/pdf/line.ts'
import type { Source } from '../src/source/source.ts'

const draw = (y: number, text: string, x = 72, size = 10): string => `BT /F ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET\n`
const read = (...pages: readonly string[]): Promise<Source> => readPdf(makePdf(...pages), 'x.pdf')
const shown = ({ text, lines }: Source): string[] => lines.map(({ start, end }) => text.slice(start, end))

describe('small figures', () => {
  it('below the baseline are read where they stand, and are no marks', async () => {
    const source = await read(draw(700, 'The boats of the classes L') + draw(698, '6', 189, 6) + draw(700, 'and L', 199) + draw(698, '7', 224, 6) + draw(700, 'shall have lamps', 230) + draw(688, 'of two colours.'))
    expect(shown(source)).toEqual(['The boats of the classes L6 and L7 shall have lamps', 'of two colours.'])
    expect(source.lines.flatMap(({ facts }) => facts?.raised ?? [])).toEqual([])
  })

  it('set out in front of notes are their marks, and number no pages', async () => {
    const page = (number: number): string => {
      const [one, two] = [2 * number + 1, 2 * number + 2].map(String)
      const text = draw(700, 'The text of the page refers to two others') + draw(704, one ?? '', 262, 6) + draw(688, 'and to what follows from them') + draw(692, two ?? '', 210, 6)
      return text + draw(93, one ?? '', 72, 5) + draw(90, 'See the first of them.', 84, 8) + draw(83, two ?? '', 72, 5) + draw(80, 'See the second of them.', 84, 8) + draw(40, String(number + 1), 72, 8)
    }
    const source = await read(...[0, 1, 2, 3].map(page))
    const notes = source.lines.flatMap(({ start, end, facts }) => (facts?.note ? [[facts.note.id, source.text.slice(start, end)]] : []))
    expect(notes.slice(0, 2)).toEqual([
      ['page 1 note 1', '1 See the first of them.'],
      ['page 1 note 2', '2 See the second of them.']
    ])
    expect(notes).toHaveLength(8)
    expect(source.lines.flatMap(({ facts }) => facts?.references ?? [])).toHaveLength(8)
    expect(source.lines.filter(({ facts }) => facts?.furniture === 'page-number')).toHaveLength(4)
  })
})

describe('notes', () => {
  const text = (number: number): string => draw(700, 'The text of the page refers to one note') + draw(704, String(number), 255, 6) + draw(688, 'and goes on below, over the width of its column.')
  const idOf = ({ text, lines }: Source, start: string): string | undefined => lines.find((line) => text.slice(line.start).startsWith(start))?.facts?.note?.id

  it('go on at the foot of the next page where they did not end, and nothing else does', async () => {
    const note = (end: string): string => text(1) + draw(94, '1', 72, 5) + draw(90, 'See what was said of the lamps in', 84, 8) + draw(80, end, 84, 8)
    const next = draw(700, 'The next page has text of its own, and refers to no note.') + '72 100 m 172 100 l S\n' + draw(90, 'paragraphs 5 and 6.', 84, 8)
    expect(idOf(await read(note('the report of the Council, at its'), next), 'paragraphs')).toBe('page 1 note 1')
    expect(idOf(await read(note('the report.'), next), 'paragraphs')).toBeUndefined()
    expect(idOf(await read(note('the report of the Council, at its'), draw(700, 'A page between has no notes at all.'), next), 'paragraphs')).toBeUndefined()
  })

  it('begin below their own rule, though a lower one is drawn beside them', async () => {
    const rule = (y: number): string => `72 ${String(y)} m 172 ${String(y)} l S\n`
    const job = draw(60, '25-01234 \\(E\\)', 72, 10)
    const source = await read(text(1) + draw(692, '2', 300, 6) + rule(110) + draw(104, '1', 72, 5) + draw(100, 'See the first.', 84, 8) + rule(95) + draw(89, '2', 72, 5) + draw(85, 'See the second.', 84, 8) + job)
    expect(['1 See', '2 See'].map((start) => idOf(source, start))).toEqual(['page 1 note 1', 'page 1 note 2'])
  })

  it('of a table have letters for marks', async () => {
    const source = await read(text(1).replaceAll('(1)', '(a)') + draw(94, 'a', 72, 5) + draw(90, 'Lamps of all towers.', 84, 8))
    expect(source.lines.find(({ facts }) => facts?.note)?.facts?.note?.marker).toBeDefined()
  })
})

it('entries of a contents list are told by their leaders, though their labels have tabs', async () => {
  const entries = ['Introduction', 'Lamps of the towers', 'Boats of the coast'].map((text, index) => draw(700 - 14 * index, `${'I'.repeat(index + 1)}.`, 72) + draw(700 - 14 * index, `${text} ${'.'.repeat(60)} ${String(3 * index + 1)}`, 100))
  const root = readVersion(await read(entries.join('') + draw(600, 'The report of the Council goes on below, over the width of its page.')), { language: 'en' })
  expect(root.children.map((node) => ('kind' in node ? node.kind : node.type))).toEqual(['contents', 'contents', 'contents', 'paragraph'])
})

it('a date above the second line of a wide title is no mark of it', async () => {
  const source = await read(draw(712, 'General Assembly', 72, 20) + draw(700, '29 April 2025', 280) + draw(692, 'Economic and Social', 72, 20) + draw(660, 'The text goes on below.'))
  expect(shown(source).some((text) => text.includes('29 April 2025'))).toBe(true)
})

it('letters of two sizes on one baseline are one line, whatever height a space before them has', async () => {
  expect(shown(await read(draw(703.5, ' ', 300) + draw(702, 'ECE', 300, 20) + draw(702, '/TRANS/77', 342) + draw(660, 'The text of the page goes on below.')))).toEqual(['ECE/TRANS/77', 'The text of the page goes on below.'])
})

it('a line of a few long words that is stretched to both edges is whole, though heads stand further out', async () => {
  const full = 'The text of the page goes from its left edge to its right edge, and so it does.'
  const lines = [0, 1, 2].map((index) => draw(700 - 12 * index, full, 113))
  const stretched = ['ECE/TRANS/2021/151,', 'ECE/TRANS/2023/43,', 'and'].map((word, index) => draw(664, word, [113, 284, 456][index])).join('')
  const heads = [740, 752, 764].map((y, index) => draw(y, `Head ${'abc'[index] ?? ''}`, 56)).join('')
  expect(shown(await read(heads + lines.join('') + stretched)).at(-1)).toBe('ECE/TRANS/2021/151, ECE/TRANS/2023/43, and')
})

describe('composed pages', () => {
  const plain = { raised: [], page: 0, left: 100, right: 500, size: 10, bold: false, rtl: false, spaced: false, firstWord: 20, column: { left: 100, right: 500 }, parted: false }
  const pageOf = (lines: ReadonlyArray<Partial<PdfLine> & { text: string; baseline: number }>, page = 0): Parameters<typeof composePages>[0][number] => ({
    width: 600,
    height: 800,
    lines: lines.map((line) => ({ ...plain, ...line, page })),
    rtl: false,
    noteRules: [],
    rules: []
  })

  it.each([
    ['is told by its words', 'Uniform provisions for the lamps of boats', 'and for those of towers', undefined],
    ['ends at its full stop', 'Uniform provisions for the lamps of boats.', 'Towers have others.', true],
    ['ends where the next line goes much further', 'Draft decision II', 'Uniform provisions for the lamps of boats and of towers', true, { right: 180, below: 400 }]
  ])('a bold heading that is set in at the far side %s', (_, one, other, ends, { right, below } = { right: 400, below: 300 }) => {
    const text = [...Array(14).keys()].map((index) => ({ text: 'The text of the page goes to its right edge', baseline: 200 + 12 * index }))
    const { lines } = composePages([pageOf([...text, { text: one, baseline: 400, right, bold: true }, { text: other, baseline: 412, right: below, bold: true }])])
    expect(lines.at(-2)?.facts?.ends).toBe(ends)
  })

  it.each(languageCodes)('heads of pages that name an annex leave the first one to the annex: %s', (code) => {
    const [word = ''] = sectionWords[code].annex
    const name = (number: number): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}${code === 'zh' ? '' : ' '}${String(number)}`
    const body = [...Array(8).keys()].map((index) => ({ text: 'Text of the annex', baseline: 300 + 12 * index }))
    const title = (page: number): Array<{ text: string; baseline: number }> => (page < 5 ? [{ text: name(page), baseline: 70 }] : [])
    const pages = [1, 2, 3, 4, 5, 6].map((page) => pageOf([{ text: name(Math.min(page, 4)), baseline: 40 }, ...title(page), ...body], page - 1))
    const source = composePages(pages)
    const named = source.lines.filter(({ start, end }) => source.text.slice(start, end) !== 'Text of the annex')
    expect(named.map(({ facts }) => facts?.furniture)).toEqual([1, 2, 3, 4].flatMap(() => ['running-head', undefined]).concat(['running-head', 'running-head']))
  })
})
