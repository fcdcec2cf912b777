import { describe, expect, it } from 'vitest'
import { assertSource } from '../evaluation/read/assert-source.ts'
import { makePdf } from '../evaluation/read/make-pdf.ts'
import { composePages } from '../src/read/pdf/compose.ts'
import { readPdf } from '../src/read/pdf/index.ts'
import type { PdfLine } from '../src/read/pdf/line.ts'
import type { Source } from '../src/source/source.ts'

const draw = (y: number, text: string, x = 72, size = 10): string => `BT /F ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(y)} Tm (${text}) Tj ET\n`

async function read(...pages: readonly string[]): Promise<Source> {
  const source = await readPdf(makePdf(...pages), 'x.pdf')
  assertSource(source)
  return source
}

const shown = ({ text, lines }: Source): string[] => lines.map(({ start, end }) => text.slice(start, end))

describe('columns', () => {
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  const left = words.map((word) => `left ${word} and so it goes on to the end of its line`.slice(0, 46).trim())
  const right = words.map((word) => `right ${word} and so it goes on to the end of its line`.slice(0, 46).trim())

  it.each([0, 5, 7])('are read one after the other, be the right one %s points lower', async (lower) => {
    const source = await read(left.map((text, index) => draw(700 - 14 * index, text)).join('') + right.map((text, index) => draw(700 - lower - 14 * index, text, 320)).join(''))
    expect(shown(source)).toEqual([...left, ...right])
  })

  it('are none where lines go over the middle', async () => {
    const full = words.map((word) => `line ${word} goes over the whole width of the page, as text of one column does, to here`)
    const source = await read(full.map((text, index) => draw(700 - 14 * index, text)).join(''))
    expect(shown(source)).toEqual(full)
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
