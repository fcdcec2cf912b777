/** Validity without tools of the system: TMX by a DTD, Akoma Ntoso by its content model, as far as hexapla uses it. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm'
import { afterAll, describe, expect, it } from 'vitest'
import { languageCodes } from '../src/language/code.ts'
import { treeFormats, unitFormats, writeTrees, writeUnits } from '../src/write/index.ts'
import { corpusDocument, corpusParagraphs, documentArbitrary, filesOf, sampleDocument } from './write-support.ts'
import { resolutionTree } from './write-tree-support.ts'
import { elementsOf, parseXml, type Element } from './xml-support.ts'

describe('TMX', () => {
  const dtd = XmlDtd.fromBuffer(readFileSync(new URL('schemas/tmx14.dtd', import.meta.url)))
  const validator = new DtdValidator(dtd)
  afterAll(() => {
    dtd.dispose()
  })

  function validate(text: string): void {
    const document = XmlDocument.fromString(text)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }

  it('is valid by the DTD', async () => {
    for (const options of [{}, { source: 'fr', tuid: true, date: '2019-05-22', numbering: 'keep' }] as const) {
      const files = await filesOf(writeUnits(unitFormats.tmx, [sampleDocument(), corpusDocument(), corpusParagraphs()], options))
      for (const text of files.values()) validate(text)
    }
  })

  it('is valid whatever is in the units', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary, async (document) => {
        for (const text of (await filesOf(writeUnits(unitFormats.tmx, [document], { languages: languageCodes }))).values()) validate(text)
      }),
      { numRuns: 30, seed: 1945 }
    )
  })

  it('would be found out if it were not', () => {
    expect(() => { validate('<tmx version="1.4"><body/></tmx>') }).toThrow()
  })
})

/** What each element of Akoma Ntoso may have in it, in this order where the value is a sequence. */
const hierarchy = ['hcontainer', 'indent', 'paragraph', 'point']
const blocks = ['p', 'table']
const inline = ['docTitle', 'inline', 'span']
const children: Readonly<Record<string, readonly string[]>> = {
  akomaNtoso: ['doc', 'statement'],
  conclusions: blocks,
  content: blocks,
  doc: ['meta', 'preface', 'preamble', 'mainBody', 'conclusions'],
  formula: ['p'],
  hcontainer: ['num', 'intro', 'content', ...hierarchy],
  identification: ['FRBRWork', 'FRBRExpression', 'FRBRManifestation'],
  indent: ['num', 'intro', 'content', ...hierarchy],
  intro: blocks,
  longTitle: ['p'],
  mainBody: [...hierarchy, ...blocks],
  meta: ['identification', 'references'],
  p: inline,
  paragraph: ['num', 'intro', 'content', ...hierarchy],
  point: ['num', 'intro', 'content', ...hierarchy],
  preamble: ['formula', 'recitals'],
  preface: ['longTitle', 'p'],
  recital: ['p'],
  recitals: ['recital'],
  references: ['TLCOrganization'],
  statement: ['meta', 'preface', 'preamble', 'mainBody', 'conclusions'],
  table: ['tr'],
  td: ['p'],
  tr: ['td']
}
const sequences = new Set(['doc', 'identification', 'meta', 'statement'])
const needsChild = new Set(['conclusions', 'content', 'hcontainer', 'indent', 'intro', 'mainBody', 'paragraph', 'point', 'preamble', 'preface', 'recitals', 'table', 'tr'])
const hasText = new Set([...inline, 'num', 'p'])
const needsName = new Set(['doc', 'formula', 'hcontainer', 'inline', 'statement'])
const identity = ['FRBRthis', 'FRBRuri', 'FRBRdate', 'FRBRauthor']

function problems(element: Element): string[] {
  const { name, attributes } = element
  if (/^FRBR(?:Work|Expression|Manifestation)$/u.test(name)) {
    const found = element.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]))
    return identity.every((part, index) => found[index] === part) ? [] : [`${name} has ${found.join(' ')}`]
  }
  const inside = element.children.filter((child): child is Element => typeof child !== 'string')
  const allowed = children[name] ?? []
  const wrong = inside.filter((child) => !allowed.includes(child.name)).map((child) => `${child.name} in ${name}`)
  const text = element.children.some((child) => typeof child === 'string' && child.trim() !== '')
  const order = inside.map((child) => allowed.indexOf(child.name))
  return [
    ...wrong,
    ...(text && !hasText.has(name) ? [`text in ${name}`] : []),
    ...(inside.length === 0 && needsChild.has(name) ? [`${name} is empty`] : []),
    ...(needsName.has(name) && attributes.name === undefined ? [`${name} without a name`] : []),
    ...(sequences.has(name) && order.some((index, position) => index <= (order[position - 1] ?? -1)) ? [`order in ${name}`] : []),
    ...(inside.some((child) => child.name === 'content') && inside.some((child) => hierarchy.includes(child.name)) ? [`content beside hierarchy in ${name}`] : []),
    ...inside.flatMap(problems)
  ]
}

describe('Akoma Ntoso', () => {
  it.each(['keep', 'strip'] as const)('has the structure of the schema, labels %s', async (numbering) => {
    for (const text of (await filesOf(writeTrees(treeFormats.akn, [resolutionTree()], { numbering }))).values()) {
      const root = parseXml(text)
      expect(problems(root)).toEqual([])
      expect(root.attributes.xmlns).toBe('http://docs.oasis-open.org/legaldocml/ns/akn/3.0')
      const ids = [...text.matchAll(/ eId="([^"]*)"/gu)].map(([, id]) => id ?? '')
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => /\s/u.test(id) || id === '')).toEqual([])
      const organizations = elementsOf(root, 'TLCOrganization').map(({ attributes }) => attributes.eId)
      for (const [, reference = ''] of text.matchAll(/ (?:href|source)="#([^"]*)"/gu)) expect(organizations).toContain(reference)
    }
  })

  it('is a document where nothing says that it is a resolution, and has a date where it tells none', async () => {
    const bare = { ...resolutionTree(), symbol: 'CD/2161', children: resolutionTree().children.slice(7) }
    const [text = ''] = (await filesOf(writeTrees(treeFormats.akn, [bare], { numbering: 'keep' }))).values()
    const root = parseXml(text)
    expect(problems(root)).toEqual([])
    expect(elementsOf(root, 'doc')).toHaveLength(1)
    expect(text).toContain('<FRBRdate date="0001-01-01" name="document"/>')
  })

  it('has a body even of an empty document', async () => {
    const [text = ''] = (await filesOf(writeTrees(treeFormats.akn, [{ ...resolutionTree(), children: [] }]))).values()
    expect(problems(parseXml(text))).toEqual([])
  })
})
