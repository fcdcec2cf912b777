import { describe, expect, it } from 'vitest'
import { assertSource } from '../evaluation/read/assert-source.ts'
import { makeDoc, type Change, type DocPart, type DocParts } from '../evaluation/read/make-doc.ts'
import type { LanguageCode } from '../src/language/code.ts'
import { readDoc } from '../src/read/doc/index.ts'
import type { Source } from '../src/source/source.ts'

function read(parts: DocParts, ids: string[] = []): Source {
  const source = readDoc(makeDoc(parts), 'x.doc', (id) => ids.push(id))
  assertSource(source)
  return source
}

const shown = ({ lines, text }: Source): string[] => lines.map(({ start, end }) => text.slice(start, end))
const use = (list: number, level = 0): Change[] => [[0x460b, list & 0xff, list >> 8], [0x260a, level]]
const item = (text: string, list: number, level = 0): DocPart => ({ text, paragraph: use(list, level) })
const [deleted, hidden, bold, raised, special]: Change[] = [[0x0800, 1], [0x083c, 1], [0x0835, 1], [0x2a48, 1], [0x0855, 1]]
const only = (...changes: ReadonlyArray<Change | undefined>): Change[] => changes.flatMap((change) => (change ? [change] : []))

describe('numbers of lists in DOC', () => {
  it.each<[LanguageCode, number, string, string[], string[]]>([
    ['ar', 48, '(%2)', ['تقرير', 'بيان', 'قرار'], ['(أ)', '(ب)']],
    ['en', 4, '(%2)', ['A report', 'A statement', 'A decision'], ['(a)', '(b)']],
    ['es', 4, '%2)', ['Un informe', 'Una declaración', 'Una decisión'], ['a)', 'b)']],
    ['fr', 2, '%2)', ['Un rapport', 'Une déclaration', 'Une décision'], ['i)', 'ii)']],
    ['ru', 58, '%2)', ['Доклад', 'Заявление', 'Решение'], ['а)', 'б)']],
    ['zh', 37, '（%2）', ['报告', '声明', '决定'], ['（一）', '（二）']]
  ])('%s', (_, format, text, [one = '', two = '', three = ''], [first = '', second = '']) => {
    const lists = [{ levels: [{ format: 0, text: '%1.', start: 7 }, { format, text }], uses: [[]] }]
    expect(shown(read({ body: [item(one, 1), item(two, 1, 1), item(three, 1, 1), item(one, 1)], lists }))).toEqual([`7.\t${one}`, `${first}\t${two}`, `${second}\t${three}`, `8.\t${one}`])
  })

  it('go on over all uses of a list, until one begins anew', () => {
    const lists = [{ levels: [{ format: 0, text: '%1.' }], uses: [[], [], [[0, 5] as const]] }]
    expect(shown(read({ body: [item('a', 1), item('b', 2), item('c', 3), { text: 'd' }, item('e', 9)], lists }))).toEqual(['1.\ta', '2.\tb', '5.\tc', 'd', 'e'])
  })

  it('are dots where the font of a sign is not known', () => {
    const lists = [{ levels: [{ format: 23, text: '\uF033' }], uses: [[]] }]
    expect(shown(read({ body: [item('a', 1)], lists }))).toEqual(['•\ta'])
  })

  it('of an older kind are said to be lost', () => {
    const ids: string[] = []
    read({ body: [{ text: 'a' }, { text: 'b', paragraph: [[0xc63e, 2, 0, 0]] }] }, ids)
    read({ body: [{ text: '\u0013 AUTONUM \u0015 c' }] }, ids)
    read({ body: [{ text: '\u0013 REF x \u0014d\u0015' }] }, ids)
    expect(ids).toEqual(['read:numbers-lost', 'read:numbers-lost'])
  })
})

describe('text of DOC', () => {
  it('in bytes has the quotation marks and dashes of Windows', () => {
    expect(shown(read({ body: [{ text: 'l’élève – “œuvre” … €' }], inBytes: true }))).toEqual(['l’élève – “œuvre” … €'])
  })

  it('changes are accepted, hidden text is furniture, fields show their results', () => {
    const body: DocPart[] = [
      { text: 'one ', end: '' },
      { text: 'gone', end: '', characters: only(deleted) },
      { text: 'two \u0013 REF x \u0013 PAGE \u00149\u0015\u0014three\u0015', end: '' },
      { text: 'secret', end: '', characters: only(hidden) },
      { text: '\u000bfour\u001efive\u001fsix' },
      { text: 'first half,', end: '' },
      { text: '', characters: only(deleted) },
      { text: ' second half\u0008\u0001' }
    ]
    const source = read({ body })
    expect(shown(source)).toEqual(['one two three', 'four\u2011five\u00ADsix', 'secret', 'first half, second half'])
    expect(source.lines[2]?.facts?.furniture).toBe('invisible')
  })

  it('letters are bold or raised', () => {
    const { lines, text } = read({ body: [{ text: 'CO', end: '' }, { text: '2', characters: only(raised) }, { text: 'Bold', characters: only(bold) }] })
    expect(lines.map(({ facts }) => facts?.bold)).toEqual([undefined, true])
    expect(lines[0]?.facts?.raised?.map(([start, end]) => text.slice(start, end))).toEqual(['2'])
  })

  it('tables have cells, by where their rows part', () => {
    const cell = (text: string): DocPart => ({ text, end: '\u0007', paragraph: [[0x2416, 1]] })
    const row = (...edges: number[]): DocPart => {
      const ends: Change = [0xd608, ...size(2 + 2 * edges.length), edges.length - 1, ...edges.flatMap(size)]
      return { text: '', end: '\u0007', paragraph: [[0x2416, 1], [0x2417, 1], ends] }
    }
    const source = read({ body: [cell('a'), cell('b'), cell('c'), row(0, 1000, 2000, 3000), cell('d'), cell('e'), row(0, 2000, 3000), { text: 'f' }, cell('g'), row(0, 3000)] })
    const places = source.lines.map(({ facts }) => (facts?.cell ? [facts.cell.table, facts.cell.row, facts.cell.column].join() : ''))
    expect(places).toEqual(['0,0,0', '0,0,1', '0,0,2', '0,1,0', '0,1,2', '', '1,0,0'])
  })

  it('notes stand behind the paragraph that refers to them, with marks that are counted or typed', () => {
    const body: DocPart[] = [{ text: 'Text', end: '' }, { text: '\u0002', end: '', characters: only(special) }, { text: ' and more*' }, { text: 'Next' }]
    const notes = [
      { at: 4, isCounted: true, parts: [{ text: '\u0002', end: '' as const, characters: only(special) }, { text: ' Note' }] },
      { at: 14, isCounted: false, parts: [{ text: '* Typed' }] }
    ]
    const { lines, text } = read({ body, notes })
    expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(['Text1 and more*', '1 Note', '* Typed', 'Next'])
    expect(lines.map(({ facts }) => facts?.note?.id)).toEqual([undefined, 'footnotes 1', 'footnotes 2', undefined])
    expect(lines.map(({ facts }) => facts?.note?.marker && text.slice(...facts.note.marker))).toEqual([undefined, '1', '*', undefined])
    expect(lines[0]?.facts?.references?.map(({ start, end }) => text.slice(start, end))).toEqual(['1', '*'])
  })
})

function size(value: number): [number, number] {
  return [value & 0xff, value >> 8]
}
