import { makeDocx } from '../read/make-docx.ts'
import { makePdf } from '../read/make-pdf.ts'

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${String(sign.codePointAt(0))};`)

/** The body of a DOCX of these lines: paragraphs, runs that hide or change, a list, a table. */
export function docxBody(lines: readonly string[]): string {
  const paragraph = (line: string, more = ''): string => `<w:p>${more}<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`
  const cells = lines.slice(0, 6).map((line) => `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>${paragraph(line)}</w:tc>`)
  return [
    ...lines.map((line, index) => paragraph(line, index % 3 === 0 ? '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' : '')),
    `<w:tbl><w:tr>${cells.slice(0, 3).join('')}</w:tr><w:tr>${cells.slice(3).join('')}</w:tr></w:tbl>`,
    '<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:tab/><w:br/><w:footnoteReference w:id="2"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>'
  ].join('')
}

/** Files of these lines in formats that have a layout, a character a byte. */
export function layoutFiles(lines: readonly string[]): [string, ...string[]] {
  const bytes = (data: Uint8Array): string => Buffer.from(data).toString('latin1')
  const rtfText = (line: string): string => line.replace(/[\\{}]/g, '\\$&').replace(/[^\0-~]/g, (sign) => `\\u${String(sign.charCodeAt(0))}?`)
  const rows = lines.slice(0, 6).map((line) => `\\trowd\\cellx3000\\cellx6000 ${rtfText(line)}\\cell x\\cell\\row`)
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&').replace(/[^\0-\u00FF]/g, '?')}) Tj T*`)
  return [
    bytes(makeDocx({ body: docxBody(lines) })),
    bytes(makePdf(`BT /F 11 Tf 14 TL 72 770 Td ${shown.join(' ')} ET`)),
    `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}{\\header ${rtfText(lines[0] ?? '')}\\par}${lines.map((line) => `\\pard ${rtfText(line)}{\\footnote ${rtfText(line)}}\\par`).join('\n')}${rows.join('\n')}}`,
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>t</title></head><body>${lines.map((line) => `<p>${bytes(Buffer.from(escaped(line)))}<sup>1</sup></p>`).join('')}<table><tr><td colspan="2">a</td></tr><tr><th>b</th><td>c</td></tr></table><ul><li>d<ol><li>e</li></ol></li></ul></body></html>`
  ]
}
