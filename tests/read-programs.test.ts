/** Files as other programs write them: pages that Word saved, DOCX of libraries, formulas in RTF. */
import { describe, expect, it } from 'vitest'
import { assertSource } from '../evaluation/read/assert-source.ts'
import { makeDocx } from '../evaluation/read/make-docx.ts'
import { zip } from '../evaluation/read/zip.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { HexaplaError } from '../src/message/report.ts'
import { readDocument } from '../src/read/document.ts'
import type { Source } from '../src/source/source.ts'

async function read(bytes: Uint8Array): Promise<Source> {
  const source = await readDocument(bytes, { name: 'x' })
  if (typeof source === 'string') throw new Error('Unexpected text, expected a source')
  assertSource(source)
  return source
}

const shown = ({ lines, text }: Source): string[] => lines.map(({ start, end }) => text.slice(start, end))
const labels = ({ lines, text }: Source): string[] => lines.map(({ facts }) => (facts?.label ? `${String(facts.label.level)} ${text.slice(facts.label.start, facts.label.end)}` : ''))

const sentences: Readonly<Record<LanguageCode, readonly [label: string, text: string, second: string]>> = {
  ar: ['1 -', 'عقدت اللجنة ثلاث جلسات', 'تقرير'],
  en: ['1.', 'The Committee held three meetings', 'A report'],
  es: ['1.', 'El Comité celebró tres sesiones', 'Un informe'],
  fr: ['1.', 'Le Comité a tenu trois séances', 'Un rapport'],
  ru: ['1.', 'Комитет провел три заседания', 'Доклад'],
  zh: ['1.', '委员会举行了三次会议', '报告']
}

describe('pages that were saved from Word', () => {
  const number = (level: number, text: string): string => `<p style='mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span style='font-family:${text === '·' ? 'Symbol' : 'Times'}'><span style='mso-list:Ignore'>${text}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`

  it.each(languageCodes)('have their numbers as labels in %s', async (language) => {
    const [label, text, second] = sentences[language]
    const source = await read(Buffer.from(`<html><body>${number(1, label)}${text}</p>${number(2, '·')}${second}</p></body></html>`))
    expect(labels(source)).toEqual([`0 ${label}`, '1 •'])
    expect(shown(source)).toEqual([`${label}\t${text}`, `•\t${second}`])
  })

  it('have tabs that are spaces, and signs that are letters of a font', async () => {
    const source = await read(Buffer.from(`<html><body><p>(a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>Text<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>x <span style='font-family:Symbol;mso-char-type:symbol'>&pound;</span> 4, 5<span>&nbsp;&nbsp;</span>6</p></body></html>`))
    expect(shown(source)).toEqual(['(a)\tText\tx ≤ 4, 5\u00A0\u00A06'])
  })

  it.each(['quoted-printable', 'base64'])('may be archives, %s', async (encoding) => {
    const html = '<html><body><p class="a">Séance</p></body></html>'
    const body = encoding === 'base64' ? Buffer.from(html).toString('base64') : html.replaceAll('=', '=3D').replace('é', '=C3=\r\n=A9')
    const source = await read(Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=p"\r\n\r\n----=p\r\nContent-Location: file:///C:/x.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${body}\r\n\r\n----=p--\r\n`))
    expect(shown(source)).toEqual(['Séance'])
  })
})

describe('style sheets of pages', () => {
  const shownWith = async (sheet: string): Promise<string[]> => shown(await read(Buffer.from(`<html><head><style>${sheet}</style></head><body><div id="toc"><ol class="a"><li>in</ol></div><ol><li>out</ol><ul><li>dot</ul></body></html>`)))

  it.each([
    ['#toc li { list-style: none } /* ol { list-style: none } */', ['in', '1.\tout', '•\tdot']],
    ['ol{list-style-type:none}', ['in', 'out', '•\tdot']],
    ['body > ul, ol.b, div ol.a { margin: 0; list-style: none }', ['in', '1.\tout', 'dot']],
    ['@media print { .x ol, li:hover { list-style: none } } p{}', ['1.\tin', '1.\tout', '•\tdot']]
  ])('take the numbers away of the lists that they name: %s', async (sheet, expected) => {
    expect(await shownWith(sheet)).toEqual(expected)
  })
})

describe('DOCX', () => {
  const paragraph = (text: string, style = ''): string => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

  it.each(languageCodes)('takes in the files that it holds, in %s', async (language) => {
    const [, text, second] = sentences[language]
    const table = '<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:altChunk r:id="other1"/></w:tc></w:tr></w:tbl>'
    const source = await read(
      makeDocx({
        body: `${paragraph(second)}<w:altChunk r:id="other0"/>${table}<w:altChunk r:id="other2"/>${paragraph('1')}`,
        others: [
          ['aFChunk', 'afchunk.dat', Buffer.from(`<html><body><p>${text}<a href="#n" id="r">1</a></p><table><tr><td>${second}</td></tr></table><p id="n"><a href="#r">1</a> ${second}</p></body></html>`)],
          ['aFChunk', 'a.docx', makeDocx({ body: paragraph(text) })],
          ['aFChunk', 'a.rtf', String.raw`{\rtf1 ${[...text].map((letter) => String.raw`\u${String(letter.charCodeAt(0))} ?`).join('')}\par}`]
        ]
      })
    )
    expect(shown(source)).toEqual([second, `${text}1`, `1 ${second}`, second, text, text, '1'])
    expect(source.lines.flatMap(({ facts }) => facts?.cell ?? [])).toEqual([{ table: 0, row: 0, column: 0 }, { table: 1, row: 0, column: 1 }])
    expect(source.lines[2]?.facts?.note).toMatchObject({ id: 'other0 n' })
  })

  it('is refused where a file that it holds cannot be read', async () => {
    await expect(readDocument(makeDocx({ body: '<w:altChunk r:id="other0"/>', others: [['aFChunk', 'a.bin', Buffer.from([0x89, 0x50, 0x4e, 0x47])]] }))).rejects.toBeInstanceOf(HexaplaError)
  })

  it('has the words of diagrams and charts behind their paragraph, each once', async () => {
    const drawing = (graphic: string): string => `<w:p><w:r><w:t>Figure</w:t><w:drawing><wp:inline><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const text = (words: string): string => `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`
    const spaces = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    const source = await read(
      makeDocx({
        body: drawing('<dgm:relIds r:dm="other0"/>') + drawing('<c:chart r:id="other1"/>'),
        others: [
          ['diagramData', 'diagrams/data1.xml', `<dgm:dataModel xmlns:dgm="d" ${spaces}><dgm:pt><dgm:t>${text('Secretariat')}</dgm:t></dgm:pt><dgm:pt><dgm:t>${text('')}</dgm:t></dgm:pt></dgm:dataModel>`],
          ['chart', 'charts/chart1.xml', `<c:chartSpace xmlns:c="c" ${spaces}><c:title>${text('Stations by year')}</c:title><c:cat><c:strCache><c:pt><c:v>North</c:v></c:pt><c:pt><c:v>2020</c:v></c:pt><c:pt><c:v>North</c:v></c:pt></c:strCache></c:cat></c:chartSpace>`]
        ]
      })
    )
    expect(shown(source)).toEqual(['Figure', 'Secretariat', 'Figure', 'Stations by year', 'North'])
  })

  it('has headings by the names of Word, where a program leaves their level out', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="Mine"/><w:basedOn w:val="c"/></w:style><w:style w:type="paragraph" w:styleId="c"><w:name w:val="Heading 3"/></w:style>'
    const source = await read(makeDocx({ body: paragraph('A', 'a') + paragraph('B', 'b') + paragraph('C'), styles }))
    expect(source.lines.map(({ facts }) => facts?.heading)).toEqual([1, 3, undefined])
  })

  it('may have any prefix, none, and name spaces that are declared where they are used', async () => {
    const main = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const body = `<body><x:p xmlns:x="${main}"><x:r><x:t>One</x:t></x:r></x:p><p><r><t>Two</t></r></p><w:p xmlns:w="urn:other"><w:t>no</w:t></w:p></body>`
    const files = new Map([['[Content_Types].xml', '<Types/>'], ['_rels/.rels', '<Relationships/>'], ['word/document.xml', `<?xml version="1.0"?><document xmlns="${main}">${body}</document>`]])
    expect(shown(await read(zip(files)))).toEqual(['One', 'Two'])
  })
})

describe('RTF', () => {
  it('has the formulas of Word as lines', async () => {
    const sum = String.raw`{\mnary{\mnaryPr{\mchr \u8721?}{\mlimLoc undOvr}}{\msub{\mr k=0}}{\msup{\mr n}}{\me{\mr{\rtlch \f3 k}}}}`
    const first = String.raw`{\mmath{\*\moMathPara{\*\moMathParaPr{\mjc1}}{\*\moMath{\mr\mscr0 x=}{\mf{\mfPr{\mctrlPr\f34\i}}{\mnum{\mr -b}}{\mden{\mr 2a}}}${sum}}}}`
    const source = await read(Buffer.from(String.raw`{\rtf1\ansi A: ${first}{\mmath{\*\moMath{\mr E=m}{\msSup{\me{\mr c}}{\msup{\mr 2}}}}}, and so on.\par}`))
    expect(shown(source)).toEqual(['A: x=(-b)/2a∑_(k=0)^n k E=mc^2, and so on.'])
  })
})
