import { describe, expect, it } from 'vitest'
import { assertSource } from '../evaluation/read/assert-source.ts'
import { level, listParagraph, makeDocx, type DocxParts } from '../evaluation/read/make-docx.ts'
import { readDocx } from '../src/read/docx/index.ts'
import type { Source } from '../src/source/source.ts'

function read(parts: DocxParts): Source {
  const source = readDocx(makeDocx(parts), 'x.docx')
  assertSource(source)
  return source
}

const shown = (source: Source): string[] => source.lines.map(({ start, end }) => source.text.slice(start, end))
const labels = (source: Source): string[] => source.lines.map(({ facts }) => (facts?.label ? source.text.slice(facts.label.start, facts.label.end) : ''))
const definition = (id: number, levels: string, more = ''): string => `<w:abstractNum w:abstractNumId="${String(id)}">${levels}</w:abstractNum><w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(id)}"/>${more}</w:num>`
const paragraph = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

describe('numbers of lists', () => {
  it('each number takes the format of its own level', () => {
    const numbering = definition(1, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'lowerLetter', '(%3)') + level(3, 'lowerRoman', '%2.%3.%4'))
    const body = [0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1].map((depth) => listParagraph('Text', 1, depth)).join('')
    expect(labels(read({ body, numbering }))).toEqual(['I.', 'I.1', 'I.2', '(a)', '(b)', '2.b.i', '2.b.ii', 'I.3', '(a)', 'II.', 'II.1'])
  })

  it('figures alone where the level is legal, and levels that nobody counted show their start', () => {
    const numbering = definition(1, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'))
    expect(labels(read({ body: listParagraph('Text', 1, 1) + listParagraph('Text', 1, 1), numbering }))).toEqual(['1.1', '1.2'])
  })

  it('a level that is passed over has counted its start', () => {
    const numbering = definition(1, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.') + level(2, 'decimal', '%1.%2.%3.'))
    const body = [0, 1, 0, 2, 1, 2, 0, 1].map((depth) => listParagraph('Text', 1, depth)).join('')
    expect(labels(read({ body, numbering }))).toEqual(['1.', '1.1.', '2.', '2.1.1.', '2.2.', '2.2.1.', '3.', '3.1.'])
  })

  it.each([
    ['russianLower', '%1)', ['а)', 'б)', 'в)', 'г)', 'д)', 'е)', 'ж)', 'з)', 'и)', 'к)']],
    ['arabicAbjad', '(%1)', ['(أ)', '(ب)', '(ج)', '(د)', '(هـ)', '(و)', '(ز)', '(ح)', '(ط)', '(ي)']],
    ['arabicAlpha', '%1 -', ['أ -', 'ب -', 'ت -', 'ث -', 'ج -', 'ح -', 'خ -', 'د -', 'ذ -', 'ر -']],
    ['chineseCounting', '%1、', ['一、', '二、', '三、', '四、', '五、', '六、', '七、', '八、', '九、', '十、']],
    ['ideographDigital', '（%1）', ['（一）', '（二）', '（三）', '（四）', '（五）', '（六）', '（七）', '（八）', '（九）', '（一〇）']],
    ['ideographTraditional', '%1.', ['甲.', '乙.', '丙.', '丁.', '戊.', '己.', '庚.', '辛.', '壬.', '癸.']],
    ['lowerRoman', '%1)', ['i)', 'ii)', 'iii)', 'iv)', 'v)', 'vi)', 'vii)', 'viii)', 'ix)', 'x)']],
    ['decimal', '`%1`', ['`1`', '`2`', '`3`', '`4`', '`5`', '`6`', '`7`', '`8`', '`9`', '`10`']]
  ])('%s', (format, text, expected) => {
    expect(labels(read({ body: listParagraph('Text', 1).repeat(10), numbering: definition(1, level(0, format, text)) }))).toEqual(expected)
  })

  it('letters are doubled after the last', () => {
    const source = read({ body: listParagraph('Text', 1).repeat(28), numbering: definition(1, level(0, 'lowerLetter', '%1.')) })
    expect(labels(source).slice(24)).toEqual(['y.', 'z.', 'aa.', 'bb.'])
  })

  it('lists of one definition are counted together, until one is started anew', () => {
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}</w:abstractNum>${[1, 2].map((id) => `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="7"/></w:num>`).join('')}<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
    const body = [1, 1, 2, 3, 3, 1].map((list) => listParagraph('Text', list)).join('')
    expect(labels(read({ body, numbering }))).toEqual(['1.', '2.', '3.', '5.', '6.', '7.'])
  })

  it('a list may replace a level', () => {
    const numbering = definition(1, level(0, 'decimal', '%1.'), `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`)
    expect(labels(read({ body: listParagraph('Text', 1).repeat(2), numbering }))).toEqual(['A)', 'B)'])
  })

  it('a level may not start anew, or only behind the first', () => {
    const numbering = definition(1, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>') + level(2, 'lowerLetter', '(%3)', '<w:lvlRestart w:val="1"/>'))
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((depth) => listParagraph('Text', 1, depth)).join('')
    expect(labels(read({ body, numbering }))).toEqual(['1.', '1.1', '(a)', '1.2', '(b)', '2.', '2.3', '(a)'])
  })

  it('list and level are inherited apart, and a paragraph may leave the list', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="C"/><w:basedOn w:val="A"/></w:style>'
    const numbering = definition(1, level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)') + level(2, 'lowerRoman', '(%3)', '<w:pStyle w:val="C"/>'))
    const body = ['A', 'B', 'C', 'B'].map((style) => paragraph(run('Text'), `<w:pStyle w:val="${style}"/>`)).join('') + paragraph(run('Text'), '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(labels(read({ body, numbering, styles }))).toEqual(['1.', '(a)', '(i)', '(b)', ''])
  })

  it('what parts the label from the text is as the list says', () => {
    const numbering = definition(1, level(0, 'decimal', '%1.', '<w:suff w:val="space"/>')) + definition(2, level(0, 'decimal', '%1', '<w:suff w:val="nothing"/>')) + definition(3, level(0, 'bullet', '\uF0B7', '').replace('</w:lvl>', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'))
    expect(shown(read({ body: [1, 2, 3].map((list) => listParagraph('Text', list)).join(''), numbering }))).toEqual(['1. Text', '1Text', '•\tText'])
  })
})

describe('text', () => {
  it('changes are accepted, comments left out', () => {
    const body = paragraph(`${run('The ')}<w:del>${run('old').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run('new')}</w:ins>${run(' text.')}<w:r><w:commentReference w:id="1"/></w:r>`)
    expect(shown(read({ body }))).toEqual(['The new text.'])
  })

  it('a paragraph whose end was deleted goes on in the next', () => {
    expect(shown(read({ body: paragraph(run('One '), '<w:rPr><w:del/></w:rPr>') + paragraph(run('two.')) }))).toEqual(['One two.'])
  })

  it('fields show their results, and fields inside their codes do not', () => {
    const field = (code: string, result: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const inner = field('<w:r><w:instrText>DATE</w:instrText></w:r>', 'hidden')
    expect(shown(read({ body: paragraph(run('See ') + field(`<w:r><w:instrText>REF x </w:instrText></w:r>${inner}`, 'para. 7') + run('.')) }))).toEqual(['See para. 7.'])
  })

  it('signs, breaks, symbols and formulas', () => {
    const body = paragraph(`<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:tab/><w:sym w:font="Symbol" w:char="F061"/><w:br/><w:t>d</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`)
    const source = read({ body })
    expect(shown(source)).toEqual(['a\u2011b\u00ADc\tα', 'dx=1'])
    expect(source.lines.map(({ facts }) => facts?.ends)).toEqual([false, true])
  })

  it('hidden text is furniture', () => {
    const source = read({ body: paragraph(run('Seen') + run('unseen', '<w:vanish/>')) })
    expect(source.lines.map(({ facts }) => facts?.furniture)).toEqual([undefined, 'invisible'])
  })

  it('text boxes once, behind their paragraph', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`
    const body = paragraph(`${run('Text')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('Box')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('Box')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`)
    expect(shown(read({ body }))).toEqual(['Text', 'Box'])
  })

  it('tables have cells, with the columns that they take', () => {
    const cell = (text: string, more = ''): string => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(run(text))}</w:tc>`
    const body = `<w:tbl><w:tr>${cell('a', '<w:gridSpan w:val="2"/>')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('')}${cell('d')}</w:tr></w:tbl>`
    expect(read({ body }).lines.map(({ facts }) => facts?.cell)).toEqual([
      { table: 0, row: 0, column: 0 },
      { table: 0, row: 0, column: 2 },
      { table: 0, row: 1, column: 0 },
      { table: 0, row: 1, column: 2 }
    ])
  })

  it('notes stand behind the paragraph that refers to them, with their marks', () => {
    const note = (id: number, content: string): string => `<w:footnote w:id="${String(id)}">${paragraph(content)}</w:footnote>`
    const body = paragraph(run('One') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(', two') + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>' + run('.')) + paragraph(run('Three.') + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    const footnotes = note(1, `<w:r><w:footnoteRef/></w:r>${run(' Second.')}`) + note(2, `<w:r><w:footnoteRef/></w:r>${run(' First.')}`) + note(3, run('* Star.'))
    const source = read({ body, footnotes })
    expect(shown(source)).toEqual(['One1, two*.', '1 First.', '* Star.', 'Three.2', '2 Second.'])
    expect(source.lines.map(({ facts }) => facts?.note?.marker && source.text.slice(...facts.note.marker))).toEqual([undefined, '1', '*', undefined, '2'])
    expect(source.lines[0]?.facts?.references?.map(({ note: id }) => id)).toEqual(['footnote 2', 'footnote 3'])
    expect(source.lines[1]?.facts?.note?.id).toBe('footnote 2')
  })

  it('headings by their level in the outline, and by the templates of the United Nations', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="G"><w:name w:val="_ H __M_G"/></w:style>'
    const body = paragraph(run('A'), '<w:pStyle w:val="H"/>') + paragraph(run('B'), '<w:pStyle w:val="G"/>') + paragraph(run('C'))
    expect(read({ body, styles }).lines.map(({ facts }) => facts?.heading)).toEqual([2, 1, undefined])
  })

  it('name spaces may have other prefixes', () => {
    const bytes = makeDocx({ body: paragraph(run('Text')) })
    expect(shown(readDocx(bytes, 'x.docx'))).toEqual(['Text'])
  })
})
