import { zip } from './zip.ts'

/** The parts of a small DOCX that a test wants to say; `body` is the content of `w:body`. */
export interface DocxParts {
  body: string
  numbering?: string
  styles?: string
  footnotes?: string
  settings?: string
  /** Other parts that the document names: the type of the relation, path, content. Their ids are `other0`, `other1`, … */
  others?: ReadonlyArray<readonly [type: string, name: string, content: string | Uint8Array]>
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

/** A DOCX of parts. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const roots = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes', settings: 'settings' } as const
  const others = parts.others ?? []
  const files = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    ['word/_rels/document.xml.rels', relations([...Object.keys(roots).map((name) => [name, `${name}.xml`] as const), ...others.map(([type, name], index) => [type, name, `other${String(index)}`] as const)])],
    ['word/document.xml', `<w:document ${spaces}><w:body>${parts.body}</w:body></w:document>`]
  ])
  for (const [, name, content] of others) files.set(`word/${name}`, content)
  for (const name of ['numbering', 'styles', 'footnotes', 'settings'] as const) {
    const content = parts[name]
    if (content !== undefined) files.set(`word/${name}.xml`, `<w:${name} ${spaces}>${content}</w:${name}>`)
  }
  return zip(files)
}

function relations(list: ReadonlyArray<readonly [type: string, target: string, id?: string]>): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target, id], index) => `<Relationship Id="${id ?? `rId${String(index)}`}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}

/** A paragraph of a list. */
export function listParagraph(text: string, list: number, level = 0): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A level of a list definition. */
export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${String(index)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}
