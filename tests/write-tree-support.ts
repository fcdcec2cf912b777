/** A small tree with every kind of block, by hand: what tree writers are tried on. */
import type { Position } from 'unist'
import type { Block, Cell, Item, Label, Paragraph, Root, Sentence, Text } from '../src/tree/undast.ts'

const point = { line: 1, column: 1, offset: 0 }
const position: Position = { start: point, end: point }

const text = (value: string): Text => ({ type: 'text', value, position, data: { runs: [{ at: 0, start: 0, end: value.length }] } })

const sentences = (address: string, values: readonly string[]): Sentence[] =>
  values.map((value, index) => ({ type: 'sentence', children: [text(value)], position, data: { address: `${address}#${index + 1}` } }))

const label = (value: string, ordinal: number, style: Label['style']): Label => ({ value, ordinal, style, position })

const paragraph = (address: string, values: readonly string[], role?: 'formula' | 'preambular'): Paragraph => ({
  type: 'paragraph',
  children: sentences(address, values),
  position,
  data: { address, ...(role === undefined ? {} : { role }) }
})

const item = (address: string, printed: Label, children: Block[]): Item => ({ type: 'item', label: printed, children, position, data: { address } })

const cell = (address: string, value: string): Cell => ({ type: 'cell', children: sentences(address, [value]), position, data: { address } })

/** A resolution of no body, with a masthead, a preamble, items, an annex with a table, a note and a signature. */
export function resolutionTree(): Root {
  return {
    type: 'root',
    lang: 'en',
    symbol: 'A/RES/70/1*',
    position,
    children: [
      {
        type: 'masthead',
        symbols: ['A/RES/70/1*'],
        date: '2015-10-21',
        language: 'en',
        children: [text('United Nations'), text('A/RES/70/1*'), text('Distr.: General 21 October 2015')],
        position
      },
      { type: 'furniture', kind: 'job-number', value: '15-16301 (E)', position, data: { runs: [] } },
      { type: 'heading', depth: 1, children: sentences('h1', ['70/1. A *title* of [some] weight']), position, data: { address: 'h1' } },
      paragraph('p1', ['The General Assembly,'], 'formula'),
      paragraph('p2', ['Recalling its resolution 1 (I),'], 'preambular'),
      item('1', label('1.', 1, 'decimal'), [paragraph('1', ['Decides <to> act & report.', 'It does so at once.'])]),
      item('2', label('2.', 2, 'decimal'), [
        paragraph('2', ['Requests:']),
        item('2/1', label('(a)', 1, 'latin'), [
          item('2/1/1', label('(i)', 1, 'roman'), [paragraph('2/1/1', ['A first report;'])]),
          item('2/1/2', label('(ii)', 2, 'roman'), [paragraph('2/1/2', ['A second report;'])])
        ]),
        item('2/2', label('(b)', 2, 'latin'), [])
      ]),
      {
        type: 'section',
        kind: 'annex',
        ordinal: 1,
        position,
        data: { address: 'annex1' },
        children: [
          { type: 'heading', depth: 1, children: sentences('annex1/h1', ['Annex']), position, data: { address: 'annex1/h1' } },
          { type: 'heading', depth: 2, label: label('A.', 1, 'latin'), children: sentences('annex1/h2', ['Figures']), position, data: { address: 'annex1/h2' } },
          {
            type: 'table',
            position,
            data: { address: 'annex1/t1' },
            children: [
              { type: 'row', position, children: [cell('annex1/t1/1/1', 'Year'), cell('annex1/t1/1/2', 'Sum | total')] },
              { type: 'row', position, children: [cell('annex1/t1/2/1', '2015'), cell('annex1/t1/2/2', '100,000')] }
            ]
          },
          paragraph('annex1/p1', ['3. is no label here.'])
        ]
      },
      {
        type: 'note',
        kind: 'reissue',
        marker: { value: '*', position },
        date: '2015-11-01',
        children: sentences('n1', ['Reissued for technical reasons on 1 November 2015.']),
        position,
        data: { address: 'n1' }
      },
      { type: 'dateline', children: sentences('d1', ['New York, 21 October 2015']), position, data: { address: 'd1' } },
      { type: 'signature', children: sentences('s1', ['(Signed) A. Person']), position, data: { address: 's1' } }
    ]
  }
}
