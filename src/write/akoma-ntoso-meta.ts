/** What Akoma Ntoso says about a document: what kind it is, and its identity as work, expression and manifestation. */
import type { LanguageCode } from '../language/code.ts'
import type { Masthead, Root } from '../tree/undast.ts'
import { tool } from './tool.ts'
import type { TreeWriteOptions } from './tree-format.ts'
import { emptyTag } from './xml.ts'

export interface DocumentKind {
  element: 'doc' | 'statement'
  name: string
}

/** ISO 639-2, which the naming convention of Akoma Ntoso wants. */
const threeLetters: Readonly<Record<LanguageCode, string>> = { ar: 'ara', en: 'eng', es: 'spa', fr: 'fra', ru: 'rus', zh: 'zho' }

/** The date of a document that does not tell one: the schema wants a date. */
const unknownDate = '0001-01-01'

/** `statement name="resolution"` by the symbol, or by a preamble that only resolutions have. */
export function documentKind(root: Root): DocumentKind {
  const symbol = symbolOf(root) ?? ''
  if (/\/RES\//u.test(symbol)) return { element: 'statement', name: 'resolution' }
  if (/\/DEC\//u.test(symbol)) return { element: 'statement', name: 'decision' }
  const hasPreamble = root.children.some((block) => block.type === 'paragraph' && block.data?.role === 'preambular')
  return hasPreamble ? { element: 'statement', name: 'resolution' } : { element: 'doc', name: 'document' }
}

/** The `meta` element. */
export function akomaNtosoMeta(root: Root, options: Readonly<TreeWriteOptions>): string {
  const { element, name } = documentKind(root)
  const masthead = root.children.find((block): block is Masthead => block.type === 'masthead')
  const symbol = symbolOf(root)
  const date = masthead?.date ?? unknownDate
  const slug = (symbol ?? options.name).toLowerCase().split(/[^\p{L}\p{N}]/u).filter((piece) => piece !== '').join('-')
  const work = `/akn/un/${element}/${name}/${date}/${slug}`
  const expression = `${work}/${threeLetters[root.lang]}@`
  const manifestation = `${expression}.akn`
  const author = emptyTag('FRBRauthor', { href: '#un' })
  const number = symbol === undefined ? '' : `\n${emptyTag('FRBRnumber', { value: symbol })}`
  return [
    '<meta>',
    '<identification source="#hexapla">',
    '<FRBRWork>',
    identity(work, '/!main', date, 'document'),
    author,
    `${emptyTag('FRBRcountry', { value: 'un' })}${number}`,
    '</FRBRWork>',
    '<FRBRExpression>',
    identity(expression, '/!main', date, 'document'),
    author,
    emptyTag('FRBRlanguage', { language: threeLetters[root.lang] }),
    '</FRBRExpression>',
    '<FRBRManifestation>',
    identity(manifestation, '', (options.date ?? date).slice(0, 10), 'conversion'),
    emptyTag('FRBRauthor', { href: '#hexapla' }),
    emptyTag('FRBRformat', { value: 'application/akn+xml' }),
    '</FRBRManifestation>',
    '</identification>',
    '<references source="#hexapla">',
    emptyTag('TLCOrganization', { eId: 'un', href: '/akn/ontology/organization/un', showAs: 'United Nations' }),
    emptyTag('TLCOrganization', { eId: tool.name, href: `/akn/ontology/organization/${tool.name}`, showAs: tool.name }),
    '</references>',
    '</meta>\n'
  ].join('\n')
}

function identity(uri: string, component: string, date: string, kind: string): string {
  return [
    emptyTag('FRBRthis', { value: uri + component }),
    emptyTag('FRBRuri', { value: uri }),
    emptyTag('FRBRdate', { date, name: kind })
  ].join('\n')
}

function symbolOf(root: Root): string | undefined {
  const masthead = root.children.find((block): block is Masthead => block.type === 'masthead')
  // A star says that the document was reissued; it is no part of the symbol.
  return (root.symbol ?? masthead?.symbols[0])?.replace(/\*$/u, '')
}
