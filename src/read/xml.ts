import { SaxesParser } from 'saxes'
import { damaged } from './limits.ts'

/** An element with its children; names carry the usual prefix of their name space: `w:p`, `text:list`. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: Array<XmlElement | string>
}

/** Name spaces of word processors, and the prefix by which the readers know them. A file may choose another. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg']
])

/** Elements inside each other; documents of word processors stay below a hundred. */
const deepest = 400

/**
 * Reads an XML part and hands over, whole and one by one, the elements that stand in one of these places.
 *
 * A place is a path of names from the root, `w:document/w:body`; the empty one hands over the root. Each element is forgotten
 * after its visit, so that a long document does not stand in memory as a tree. Entities of a document type are never expanded.
 * Throws `read:damaged` where the XML is not well formed.
 */
export function visitXml(xml: string, places: readonly string[], visit: (element: XmlElement, place: string) => void, file: string): void {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const path: string[] = []
  const kept: XmlElement[] = []
  let depth = 0
  /** Prefixes as the element of each depth has them that declares any: nearly all files do so at their root alone. */
  const scopes: Array<{ depth: number; renamed: ReadonlyMap<string, string> }> = [{ depth: 0, renamed: new Map() }]
  const declaresBelowRoot = xml.lastIndexOf('xmlns') > xml.indexOf('>', xml.search(/<[^?!]/))
  parser.on('opentag', ({ name: given, attributes }) => {
    const own = attributes as Record<string, string>
    if (++depth > deepest) throw damaged(file, `more than ${String(deepest)} elements inside each other`)
    if (depth === 1 || declaresBelowRoot) {
      const renamed = declaredPrefixes(own, scopes.at(-1)?.renamed)
      if (renamed) scopes.push({ depth, renamed })
    }
    const renamed = scopes.at(-1)?.renamed ?? none
    const name = renamed.size === 0 ? given : rename(given, renamed, '')
    const parent = kept.at(-1)
    if (parent || places.includes(path.join('/'))) {
      const known = renamed.size === 0 ? own : Object.fromEntries(Object.entries(own).map(([key, value]) => [rename(key, renamed), value]))
      const element: XmlElement = { name, attributes: known, children: [] }
      parent?.children.push(element)
      kept.push(element)
    } else path.push(name)
  })
  const addText = (text: string): void => {
    kept.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (scopes.length > 1 && scopes.at(-1)?.depth === depth) scopes.pop()
    depth--
    const element = kept.pop()
    if (element === undefined) path.pop()
    else if (kept.length === 0) visit(element, path.join('/'))
  })
  parser.on('error', (error) => {
    throw damaged(file, error.message.replace(/^[^a-z]{0,20}/i, ''))
  })
  // In pieces: a parser that takes a text whole keeps it whole.
  for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  parser.close()
}

/** A whole XML part. */
export function readXml(xml: string, file: string): XmlElement {
  let root: XmlElement = { name: '', attributes: {}, children: [] }
  visitXml(xml, [''], (element) => (root = element), file)
  return root
}

const none: ReadonlyMap<string, string> = new Map()

/** A name with the prefix that the readers know; one without a prefix takes that of the default name space, where `bare` says so. */
function rename(name: string, renamed: ReadonlyMap<string, string>, bare?: ''): string {
  const at = name.indexOf(':')
  const prefix = renamed.get(at < 0 ? (bare ?? '*') : name.slice(0, at))
  return prefix === undefined ? name : at < 0 ? `${prefix}:${name}` : prefix + name.slice(at)
}

/** Prefixes that stand for a name space which the readers know by another, where an element declares any; `''`: the default name space. */
function declaredPrefixes(attributes: Readonly<Record<string, string>>, around: ReadonlyMap<string, string> = none): ReadonlyMap<string, string> | undefined {
  let renamed: Map<string, string> | undefined
  for (const [key, uri] of Object.entries(attributes)) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    const own = key.slice(6)
    renamed ??= new Map(around)
    renamed.delete(own)
    const prefix = prefixes.get(uri)
    if (prefix !== undefined && prefix !== own) renamed.set(own, prefix)
  }
  return renamed
}

/** Child elements. */
export function elements(parent: XmlElement | undefined): XmlElement[] {
  return (parent?.children ?? []).filter((child) => typeof child !== 'string')
}

/** The first child of a name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const each of parent?.children ?? []) if (typeof each !== 'string' && each.name === name) return each
  return undefined
}

/** The first element on a path of names. */
export function descend(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((element, name) => child(element, name), parent)
}

/** All text inside an element. */
export function innerText(element: XmlElement): string {
  return element.children.map((each) => (typeof each === 'string' ? each : innerText(each))).join('')
}
