import { describe, expect, it } from 'vitest'
import { assertSource } from '../evaluation/read/assert-source.ts'
import { makePdf } from '../evaluation/read/make-pdf.ts'
import type { Report } from '../src/message/report.ts'
import { composePages } from '../src/read/pdf/compose.ts'
import { Glyph } from '../src/read/pdf/glyph.ts'
import { readPdf } from '../src/read/pdf/index.ts'
import { legibleShare } from '../src/read/pdf/legibility.ts'
import type { PdfLine } from '../src/read/pdf/line.ts'
import { layOut, readPage } from '../src/read/pdf/page.ts'
import type { Source } from '../src/source/source.ts'

const draw = (y: number, text: string, x = 72, size = 10): string => `BT /F ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET\n`

async function read(...pages: readonly string[]): Promise<Source> {
  const source = await readPdf(makePdf(...pages), 'x.pdf')
  assertSource(source)
  return source
}

it('nothing is left on the global object', async () => {
  const before = Object.getOwnPropertyNames(globalThis)
  await read(draw(700, 'A page of one line, so that PDFium was started'))
  expect(Object.getOwnPropertyNames(globalThis)).toEqual(before)
})

const shown = ({ text, lines }: Source): string[] => lines.map(({ start, end }) => text.slice(start, end))

describe('columns', () => {
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  const left = words.map((word) => `left ${word} and so it goes on to the end of its line`.slice(0, 46).trim())
  const right = words.map((word) => `right ${word} and so it goes on to the end of its line`.slice(0, 46).trim())

  it.each([0, 5, 7])('are read one after the other, be the right one %s points lower', async (lower) => {
    const source = await read(left.map((text, index) => draw(700 - 14 * index, text)).join('') + right.map((text, index) => draw(700 - lower - 14 * index, text, 320)).join(''))
    expect(shown(source)).toEqual([...left, ...right])
  })

  it('are two where some lines of both stand at one height by chance', async () => {
    // The third and the fourth of the right one stand beside lines of the left one.
    const heights = [705, 691, 672, 658, 637, 623, 609, 595, 581, 567]
    const source = await read(left.map((text, index) => draw(700 - 14 * index, text)).join('') + right.map((text, index) => draw(heights[index] ?? 0, text, 320)).join(''))
    expect(shown(source)).toEqual([...left, ...right])
  })

  it('go on in the few rows of the last page', async () => {
    const page = left.map((text, index) => draw(700 - 14 * index, text)).join('') + right.map((text, index) => draw(700 - 14 * index, text, 320)).join('')
    const last = draw(700, left[0] ?? '') + draw(686, 'and ends.') + draw(694, right[0] ?? '', 320) + draw(680, 'and ends there.', 320)
    expect(shown(await read(page, last)).slice(-4)).toEqual([left[0], 'and ends.', right[0], 'and ends there.'])
    expect(shown(await read(last)).length).toBeGreaterThan(0)
  })

  it('have lines of two words that are stretched from edge to edge', async () => {
    const lines = ['The words of a column go on until', 'The words', 'The words of a column go on until', 'The words of a column go on until', 'The words of a column go on until']
    const source = await read(lines.map((text, index) => draw(700 - 14 * index, text) + draw(700 - 14 * index, 'here', 229)).join(''))
    expect(shown(source)).toEqual(lines.map((text) => `${text} here`))
    expect(source.lines.map(({ facts }) => facts?.ends)).toEqual([false, false, false, false, true])
  })

  it('are none where lines go over the middle', async () => {
    const full = words.map((word) => `line ${word} goes over the whole width of the page, as text of one column does, to here`)
    const source = await read(full.map((text, index) => draw(700 - 14 * index, text)).join(''))
    expect(shown(source)).toEqual(full)
  })
})

it('lines of a paragraph that is set in at both sides go on, though the next word had room', async () => {
  const full = 'The text of a record goes from the left edge of its page to the right edge of it, and so it does'
  const quoted = ['it shall be held that those who found the logs in the lighthouse, and who dried', 'them leaf by leaf, are the keepers of the logs, and that nobody may ever', 'take them away.']
  const source = await read([...Array(8).keys()].map((index) => draw(700 - 14 * index, full)).join('') + quoted.map((text, index) => draw(570 - 14 * index, text, 120)).join(''))
  expect(source.lines.slice(-3).map(({ facts }) => facts?.ends)).toEqual([false, false, true])
})

describe('what pages repeat at one place', () => {
  const body = (page: number): string => ['one', 'two', 'three', 'four'].map((word, index) => draw(640 - 14 * index, `Line ${word} of page ${'abcdef'[page] ?? ''} goes over the whole width of the page, and so it does`)).join('')
  const furniture = async (heads: readonly string[], y = 780): Promise<number> => {
    const source = await read(...heads.map((head, page) => body(page) + (head === '' ? '' : draw(y, head))))
    return source.lines.filter(({ facts }) => facts?.furniture === 'running-head').length
  }

  it.each([
    ['two of six pages, by chance', ['', 'Report on the work', '', '', 'Report on the work', ''], 0],
    ['three of six pages', ['', 'Report on the work', '', 'Report on the work', 'Report on the work', ''], 3],
    ['every page but the first', ['', 'Report on the work', 'Report on the work'], 2],
    ['every other page', ['', 'Report on the work', '', 'Report on the work', ''], 2],
    ['two of five pages, with their numbers', ['', 'Report, page 2', '', '', 'Report, page 5'], 2],
    ['two of five pages, with other numbers', ['', 'Report, page 12', '', '', 'Report, page 13'], 0]
  ])('%s', async (_, heads, count) => {
    expect(await furniture(heads)).toBe(count)
  })

  it.each(['Article', 'Regla'])('%s 5 at the head of a page is a heading, where such headings stand elsewhere', async (word) => {
    const source = await read(...[1, 2, 3, 4, 5, 6].map((page) => body(page) + draw(780, `${word} ${String(4 * page)}`) + [1, 2, 3].map((index) => draw(560 - 40 * index, `${word} ${String(4 * page + index)}`)).join('')))
    expect(source.lines.some(({ facts }) => facts?.furniture !== undefined)).toBe(false)
  })

  it('is a head, where such lines stand nowhere else', async () => {
    const source = await read(...[1, 2, 3, 4, 5, 6].map((page) => body(page) + draw(780, `Article ${String(4 * page)}`)))
    expect(source.lines.filter(({ facts }) => facts?.furniture !== undefined)).toHaveLength(6)
  })

  it('is text on two pages, where it is no further from the next line than text is', async () => {
    const sentence = 'The Committee shall meet in plenary, and so on to the end of a line that is as wide as others'
    const source = await read(...[0, 1].map((page) => ['one', 'two'].map((word, index) => draw(766 - 14 * index, `Line ${word} of page ${'ab'[page] ?? ''} goes over the whole width of it`)).join('') + draw(780, sentence)))
    expect(source.lines.some(({ facts }) => facts?.furniture !== undefined)).toBe(false)
  })
})

describe('what stands in a frame below the text of a page', () => {
  const full = 'The text of a record goes from the left edge of its page to the right edge of it, and so it does'
  const body = [700, 686, 672, 658].map((y) => draw(y, full)).join('')
  const small = draw(630, 'This record contains the text of speeches.', 80, 8)
  const over = draw(740, 'here, on the page behind it, until it ends.')

  it('is a note, and the text goes on over it', async () => {
    const source = await read(`${body}${small}72 620 450 24 re S\n`, over)
    const at = shown(source).findIndex((text) => text.startsWith('This record'))
    expect([source.lines[at]?.facts?.note?.id, source.lines[at - 1]?.facts?.ends]).toEqual(['page 1 frame', false])
  })

  it('is text without the frame', async () => {
    const source = await read(`${body}${small}`, over)
    expect(source.lines.every(({ facts }) => facts?.note === undefined)).toBe(true)
  })
})

describe('numbers that are broken at the end of a line of Chinese', () => {
  const plain = { raised: [], page: 0, left: 100, right: 500, size: 10, bold: false, rtl: false, firstWord: 10, column: { left: 100, right: 500 }, parted: false }
  const line = (text: string, baseline: number, spaced = false): PdfLine => ({ ...plain, text, baseline, spaced })
  const lines = (...texts: Array<[text: string, spaced?: boolean]>): string[] => {
    const page = { width: 600, height: 800, lines: texts.map(([text, spaced], index) => line(text, 200 + 15 * index, spaced)), rtl: false, noteRules: [], rules: [] }
    return shown(composePages([page]))
  }

  it.each([
    ['为定于2', '021年进行的审查', ['为定于', '2021年进行的审查']],
    ['执行第15', '40号决议', ['执行第', '1540号决议']],
    ['数字为18 00', '0页', ['数字为18', '000页']],
    ['共有41', '500页', ['共有41', '500页']],
    ['第1', '段', ['第1', '段']]
  ])('%s ⏎ %s', (one, other, expected) => {
    expect(lines([one], [other])).toEqual(expected)
  })

  it('are two where a space is drawn, or where the text is not Chinese', () => {
    expect(lines(['共有15', true], ['40号'])).toEqual(['共有15', '40号'])
    expect(lines(['resolution 15'], ['40 of 2004'])).toEqual(['resolution 15', '40 of 2004'])
  })
})

describe('notes that say the same on many pages', () => {
  it('are notes and no running heads', async () => {
    const page = (number: number): string => draw(700, `The text of page ${String(number)} refers to what was said before`) + draw(703, String(number), 352, 6) + '72 92 m 172 92 l S\n' + draw(83, String(number), 72, 5) + draw(80, 'Ibid., para. 5.', 78, 8)
    const source = await read(page(1), page(2), page(3), page(4))
    const own = source.lines.filter(({ start, end }) => source.text.slice(start, end).includes('Ibid.'))
    expect(own.map(({ facts }) => [facts?.note?.id, facts?.furniture])).toEqual([1, 2, 3, 4].map((number) => [`page ${String(number)} note 1`, undefined]))
  })
})

it('a note may have its number at the height of its letters, where the text has it raised', async () => {
  const text = (number: number): string => draw(700, 'The text refers to what was said before') + draw(703, String(number), 246, 6) + draw(686, 'and goes on below.')
  const source = await read(text(1) + draw(92, '1. See paragraph 5,', 72, 8) + draw(82, 'and what follows.', 72, 8), text(2) + draw(92, '3. It is no note', 72, 8))
  expect(source.lines.map(({ facts }) => facts?.note?.id)).toEqual([undefined, undefined, 'page 1 note 1', 'page 1 note 1', undefined, undefined, undefined])
  expect(source.lines.map(({ facts }) => facts?.note?.marker && source.text.slice(...facts.note.marker))[2]).toBe('1.')
})

it('a ligature of letters that are alike is all of them, a letter that is drawn twice is one', async () => {
  const bold = 'BT /F 10 Tf 1 0 0 1 72 680 Tm (Bold) Tj 1 0 0 1 72 680 Tm (Bold) Tj ET\n'
  expect(shown(await read(`BT /G 10 Tf 1 0 0 1 72 700 Tm (Di@erent e@orts) Tj ET\n${bold}`))).toEqual(['Different efforts', 'Bold'])
})

describe('pictures of pages', () => {
  const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n'
  const hidden = (y: number): string => draw(y, 'What a scanner has read on the page is hidden text behind its picture').replace('BT', 'BT 3 Tr')
  const said = async (...pages: readonly string[]): Promise<{ said: unknown[]; furniture: unknown[] }> => {
    const ids: unknown[] = []
    const report: Report = (id, _, values) => ids.push([id, values])
    const { lines } = await readPdf(makePdf(...pages), 'x.pdf', undefined, report)
    return { said: ids, furniture: lines.map(({ facts }) => facts?.furniture) }
  }

  it('have the text that was recognized behind them', async () => {
    expect(await said(picture + hidden(700) + hidden(686) + draw(30, 'A stamp'))).toEqual({ said: [['read:recognized', { count: 1, pages: '1' }]], furniture: [undefined, undefined, undefined] })
  })

  it('are said where there is none', async () => {
    const printed = draw(700, 'This page has text that is printed, and the next one is a picture of it')
    expect(await said(printed, picture)).toEqual({ said: [['read:pages-pictured', { count: 1, pages: '2' }]], furniture: [undefined] })
  })

  it('hide nothing where the page has printed text', async () => {
    const printed = draw(650, 'This page has text that is printed on a picture that goes over all of it')
    expect(await said(picture + printed + hidden(700))).toEqual({ said: [['read:unseen', { count: 1 }]], furniture: [undefined, 'invisible'] })
  })
})

describe('what can be read of a page', () => {
  it.each([
    ['ar', 'قررت اللجنة أن تنظر في التقرير المقدم من الأمين العام عن تنفيذ القرار، وأن تدعو الدول الأعضاء إلى تقديم آرائها قبل نهاية السنة، وأعربت عن تقديرها للأمانة العامة'],
    ['en', 'The Committee decided to consider the report of the Secretary-General on the implementation of the resolution before the end of the year'],
    ['es', 'El Comité decidió examinar el informe del Secretario General sobre la aplicación de la resolución antes de que finalizara el año en curso'],
    ['fr', 'Le Comité a décidé d’examiner le rapport du Secrétaire général sur l’application de la résolution avant la fin de l’année, œuvre comprise'],
    ['ru', 'Комитет постановил рассмотреть доклад Генерального секретаря об осуществлении резолюции до конца года и предложил представить замечания'],
    ['zh', '委员会决定审议秘书长关于决议执行情况的报告，并邀请会员国在年底之前提出意见。委员会感谢秘书处为筹备本届会议所作的努力，并请秘书处继续就此提出报告。委员会还决定将题为“其他事项”的项目列入下届会议临时议程，并请主席与各区域集团协商。会议于下午六时闭幕']
  ])('is all of it in %s', (_, text) => {
    expect(legibleShare([text, `\uF0B7 ${text}`])).toBeGreaterThan(0.99)
  })

  it('is less where the fonts say wrongly what its letters are, or its order is turned', () => {
    const text = 'قررت اللجنة أن تنظر في التقرير المقدم من الأمين العام عن تنفيذ القرار وأن تدعو الدول الأعضاء إلى تقديم آرائها قبل نهاية السنة الحالية'
    expect(legibleShare([[...text].reverse().join('')])).toBeLessThan(0.9)
    expect(legibleShare([text.replace(/(?<=[\u0621-\u064A])[ياة](?=[\u0621-\u064A])/g, 'ووو')])).toBeLessThan(0.9)
    expect(legibleShare(['\u0003ǁȔ\u008Bǣ '.repeat(40)])).toBeLessThan(0.5)
    expect(legibleShare(['ǁȔ'])).toBeUndefined()
  })

  it('is said with its pages', async () => {
    const said: unknown[] = []
    const report: Report = (id, _, values) => said.push([id, values])
    const page = (font: string): string => draw(700, 'Ten letters & more '.repeat(8), 20, 6).replace('/F', `/${font}`)
    await readPdf(makePdf(page('F'), page('G')), 'x.pdf', undefined, report)
    expect(said).toEqual([['read:letters-unsure', expect.objectContaining({ count: 1, pages: '2' })]])
  })
})

describe('paragraphs under decimal labels', () => {
  it('hang behind their label, however near it stands', async () => {
    const lines = ['4.1 The Committee recalls what it said of the matter in its earlier views, and that in', 'the State party nobody has replied to it in the time that was given to all those', 'views.']
    const next = ['4.2 It asks for a reply, and begins anew where the line before goes to its very end', 'and so on.']
    const source = await read([...lines, ...next].map((text, index) => draw(700 - 12 * index, text, /^\d/.test(text) ? 72 : 92)).join(''))
    expect(source.lines.map(({ facts }) => facts?.ends)).toEqual([false, false, true, false, true])
  })
})

it('a border of a box is as many lines as it has sides', async () => {
  const border = (top: number, bottom: number): string => `72 ${String(bottom)} 428 ${String(top - bottom)} re 72 ${String(bottom + 1)} 428 ${String(top - bottom - 1)} re f*\n`
  const masthead = border(790, 770) + draw(776, 'United Nations') + draw(776, 'A/77/1', 400) + border(770, 700) + draw(755, 'General Assembly') + draw(755, 'Distr.: General', 400) + draw(741, '12 May 2022', 400)
  const source = await read(masthead + draw(660, 'The text of the page goes on below the head of it, and over its width.'))
  expect(source.lines.filter(({ facts }) => facts?.cell)).toEqual([])
})

describe('tables', () => {
  const rule = (y: number, from = 72, to = 500): string => `${String(from)} ${String(y)} m ${String(to)} ${String(y)} l S\n`
  const figures = (y: number, ...cells: readonly string[]): string => cells.map((text, index) => draw(y, text, 250 + 70 * index - 5 * text.length)).join('')
  /** A head of two rows: the first cell spans both, the others two columns each, and begin at the left of them. */
  const head = rule(700) + draw(688, 'Item') + draw(688, 'Spent', 190) + draw(688, 'Asked', 335) + rule(684, 185) + figures(672, '2021', '2022', '2021', '2022') + rule(668)
  const row = (y: number, name: string, ...cells: readonly string[]): string => draw(y, name) + figures(y, ...cells) + rule(y - 4)
  const cells = (source: Source): string[] => source.lines.flatMap(({ start, end, facts }) => (facts?.cell ? [`${String(facts.cell.row)}/${String(facts.cell.column)} ${source.text.slice(start, end)}`] : []))
  const table = head + row(656, 'Ships', '100', '200', '300', '400') + row(640, 'Lights', '101', '201', '301', '401') + row(624, 'Towers', '102', '202', '302', '402')

  it('have heads of two rows, and a head and the figures below it in one column', async () => {
    const found = cells(await read(table))
    expect(found.slice(0, 12)).toEqual(['0/0 Item', '0/1 Spent', '0/3 Asked', '1/1 2021', '1/2 2022', '1/3 2021', '1/4 2022', '2/0 Ships', '2/1 100', '2/2 200', '2/3 300', '2/4 400'])
  })

  it('have no cells where they are the masthead of the document', async () => {
    const masthead = (symbol: string): string => rule(780) + draw(768, 'United Nations') + draw(768, symbol, 400) + rule(764) + draw(752, 'General Assembly') + draw(752, 'Distr.: General', 400) + rule(748) + draw(736, 'Eightieth session') + draw(736, '12 May 2025', 400) + rule(732)
    const text = draw(660, 'The text of the page goes on below the head of it, and over its width.')
    expect(cells(await read(masthead('number 1') + text))).toHaveLength(6)
    const { lines } = await read(masthead('A/80/1') + text)
    expect(lines.map(({ facts }) => [facts?.cell, facts?.ends])).toEqual(Array.from({ length: 7 }, () => [undefined, true]))
  })

  it('have their whole head anew on the next page, which is furniture', async () => {
    const source = await read(table, head + row(656, 'Ports', '103', '203', '303', '403') + row(640, 'Keepers', '104', '204', '304', '404'))
    expect(cells(source).filter((text) => /Item|2021|Ports|Keepers/.test(text))).toEqual(['0/0 Item', '1/1 2021', '1/3 2021', '5/0 Ports', '6/0 Keepers'])
    expect(source.lines.filter(({ facts }) => facts?.furniture === 'running-head')).toHaveLength(7)
  })

  describe('whose cells are ruled on all sides', () => {
    const side = (x: number, top: number, bottom: number): string => `${String(x)} ${String(top)} m ${String(x)} ${String(bottom)} l S\n`
    const [first, last] = [72, 500]
    /** As word processors draw it: the sides in pieces, cell by cell. */
    const gridHead = rule(700) + [first, 300, last].map((x) => side(x, 700, 684)).join('') + draw(688, 'What is at risk') + draw(688, 'How it may come', 304) + rule(684)
    const uprights = (top: number, bottom: number): string => [first, 180, 300, 340, last].map((x) => side(x, top, top - 3) + side(x, top - 3, bottom)).join('')
    const body =
      uprights(684, 652) + draw(672, 'The lights') + draw(660, 'of the coast') + draw(672, 'Fuel that', 184) + draw(660, 'is spoilt', 184) + draw(672, '1.1', 304) + draw(672, 'By water', 344) + rule(668, 300) +
      draw(656, '1.2', 304) + draw(656, 'By age', 344) + rule(652, 180) +
      uprights(652, 636) + draw(640, 'Lamps', 184) + draw(640, '2.1', 304) + draw(640, 'By storms', 344) + rule(636)

    it('have cells over rows and columns, and go over pages', async () => {
      const found = cells(await read(gridHead + body, gridHead + uprights(684, 668) + draw(672, 'The boats') + draw(672, 'Nets', 184) + draw(672, '3.1', 304) + draw(672, 'By sharks', 344) + rule(668)))
      const rows = ['1/0 The lights', '1/0 of the coast', '1/1 Fuel that', '1/1 is spoilt', '1/2 1.1', '1/3 By water', '2/2 1.2', '2/3 By age', '3/1 Lamps', '3/2 2.1', '3/3 By storms']
      expect(found).toEqual(['0/0 What is at risk', '0/2 How it may come', ...rows, '4/0 The boats', '4/1 Nets', '4/2 3.1', '4/3 By sharks'])
    })

    it('are counted from the right where the page is read from the right', () => {
      const glyph = (text: string, left: number, y: number): Glyph => new Glyph(text, { size: 10, bold: false }, { x: left, baseline: y, left, right: left + 6 })
      const glyphs = (text: string, right: number, y: number): Glyph[] => [...text].map((letter, index) => glyph(letter, right - 6 * (index + 1), y))
      const [left, middle, right] = [72, 300, 500]
      const content = {
        width: 595,
        height: 842,
        glyphs: [...glyphs('المحطة الساحلية', right - 4, 112), ...glyphs('الوقود المستهلك', middle - 4, 112), ...glyphs('المنارة', right - 4, 132), ...glyphs('مئة طن', middle - 4, 132)],
        rules: [100, 120, 140].map((y) => ({ left, right, y })),
        uprights: [left, middle, right].map((x) => ({ top: 100, bottom: 140, x }))
      }
      const { lines } = readPage(layOut(content), {}, 0, { rtl: false, tables: 0, mirrored: 0 })
      expect(lines.map(({ text, cell }) => `${String(cell?.row)}/${String(cell?.column)} ${text}`)).toEqual(['0/0 المحطة الساحلية', '0/1 الوقود المستهلك', '1/0 المنارة', '1/1 مئة طن'])
    })

    it('are none where gaps part what no line does, and none of the boxes of a drawing', async () => {
      const columns = [644, 630, 616].map((y) => draw(y, 'Ships') + draw(y, '100', 200) + draw(y, '200', 340) + rule(y - 4)).join('')
      const parted = rule(700) + [first, 180, 300, last].map((x) => side(x, 700, 660)).join('') + draw(680, 'What') + draw(680, 'One', 184) + draw(680, 'Two', 304) + rule(660) + side(first, 660, 612) + side(last, 660, 612)
      expect(cells(await read(parted + columns))).toContain('2/2 200')
      const box = (x: number, y: number, text: string): string => `${String(x)} ${String(y)} 90 30 re S\n${draw(y + 10, text, x + 5)}`
      expect(cells(await read(`60 500 480 220 re S\n${box(80, 650, 'Audit')}${box(300, 650, 'Tests')}${box(200, 550, 'Report')}170 665 m 300 665 l S\n`))).toEqual([])
    })
  })
})
