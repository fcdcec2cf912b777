import { describe, expect, it } from 'vitest'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { isSurveyed, surveyFile } from '../src/collection/survey.ts'
import { readDocument } from '../src/read/document.ts'
import { makePdf } from '../evaluation/read/make-pdf.ts'
import { zip } from '../evaluation/read/zip.ts'

const dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Files of each format that say a language and a title of themselves, beside one line of text. */
const files: Readonly<Record<string, (language: string, title: string, text: string) => Uint8Array>> = {
  docx: (language, title, text) =>
    zip(new Map([
      ['[Content_Types].xml', `<Types xmlns="${package_}/content-types"/>`],
      ['_rels/.rels', `<Relationships xmlns="${package_}/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="${package_}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`],
      ['docProps/core.xml', `<cp:coreProperties xmlns:cp="${package_}/metadata/core-properties" ${dublin}><dc:title>${title}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`],
      ['word/document.xml', `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`]
    ])),
  odt: (language, title, text) =>
    zip(new Map([
      ['mimetype', 'application/vnd.oasis.opendocument.text'],
      ['META-INF/manifest.xml', '<manifest/>'],
      ['meta.xml', `<office:document-meta ${dublin} xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:meta><dc:title>${title}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`],
      ['content.xml', `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>${text}</text:p></office:text></office:body></office:document-content>`]
    ])),
  html: (language, title, text) => Buffer.from(`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body><p>${text}</p></body></html>`),
  // Titles of PDF stand in an object of their own; the language is enough to see that they are asked.
  pdf: (language, _, text) => Buffer.from(makePdf(`BT /F 12 Tf 70 700 Td (${text}) Tj ET`).toString('latin1').replace('/Type/Catalog', `/Type/Catalog/Lang(${language})`), 'latin1')
}

/** No word of it is a word of grammar. */
const unsure = 'Total 25, 26, 27, 28.'

async function survey(file: string, bytes: Uint8Array): Promise<unknown> {
  const found = await surveyFile({ path: file, bytes }, {})
  return isSurveyed(found) ? { language: found.root.lang, symbols: found.member.symbols, said: found.messages.map(({ id }) => id).filter((id) => id.startsWith('detect:')) } : found.messages.map(({ id }) => id)
}

describe.each(Object.keys(files))('what a file in %s says of itself', (format) => {
  const make = files[format] ?? (() => new Uint8Array())

  it.each(languageCodes)('is its language where neither the text nor the name tells: %s', async (language) => {
    expect(await survey(`corrigendum.${format}`, make(`${language}-XX`, '', unsure))).toEqual({ language, symbols: [], said: ['detect:language-by-properties'] })
  })

  it('is outdone by the name of the file, and by its text', async () => {
    expect(await survey(`corrigendum-F.${format}`, make('es', '', unsure))).toMatchObject({ language: 'fr', said: ['detect:language-by-name'] })
    expect(await survey(`note.${format}`, make('es', '', 'The Committee took note of the report of the Secretary-General on the work of the session.'))).toMatchObject({ language: 'en', said: [] })
  })

  it('is nothing where it is no language of the six, or no language', async () => {
    for (const language of ['de-DE', 'x', '']) expect(await survey(`a.${format}`, make(language, '', unsure))).toEqual(['detect:language-unsure'])
  })
})

describe.each(['docx', 'odt', 'html'])('the title in the properties of %s', (format) => {
  const make = files[format] ?? (() => new Uint8Array())

  it('is its symbol where neither the text nor the name has one', async () => {
    const text = 'The Committee took note of the report of the Secretary-General on the work of the session.'
    expect(await survey(`note.${format}`, make('en', 'A/C.5/74/L.9', text))).toMatchObject({ symbols: ['A/C.5/74/L.9'] })
    expect(await survey(`A_74_123-E.${format}`, make('en', 'A/C.5/74/L.9', text))).toMatchObject({ symbols: ['A/74/123'] })
    expect(await survey(`note.${format}`, make('en', 'Report on the session', text))).toMatchObject({ symbols: [] })
  })
})

describe('what a file says of itself', () => {
  it('is left out where it is broken: the text can be read', async () => {
    const parts = new Map([
      ['mimetype', 'application/vnd.oasis.opendocument.text'],
      ['META-INF/manifest.xml', '<manifest/>'],
      ['meta.xml', '<office:document-meta><office:meta>'],
      ['content.xml', '<office:document-content xmlns:text="t"><office:body><office:text><text:p>A text.</text:p></office:text></office:body></office:document-content>']
    ])
    expect(await readDocument(zip(parts), { name: 'a.odt' })).toEqual(expect.not.objectContaining({ properties: expect.anything() as unknown }))
  })

  it.each<[LanguageCode, string]>([['ar', 'A'], ['en', 'E'], ['es', 'S'], ['fr', 'F'], ['ru', 'R'], ['zh', 'C']])('a job number is no symbol: N1912345_%s is a version of N1912345', async (language, letter) => {
    const found = await surveyFile({ path: `N1912345-${letter}.html`, bytes: files['html']?.(language, '', unsure) ?? new Uint8Array() }, {})
    expect(isSurveyed(found) && [found.member.language, found.member.symbols, found.member.name]).toEqual([language, [], 'N1912345'])
  })
})
