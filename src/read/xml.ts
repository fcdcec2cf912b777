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
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
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
  let renamed: ReadonlyMap<string, string> = new Map()
  const rename = (name: string): string => {
    const at = renamed.size === 0 ? -1 : name.indexOf(':')
    const prefix = at < 0 ? undefined : renamed.get(name.slice(0, at))
    return prefix === undefined ? name : prefix + name.slice(at)
  }
  parser.on('opentag', ({ name: given, attributes }) => {
    const own = attributes as Record<string, string>
    if (depth === 0) renamed = foreignPrefixes(own)
    if (++depth > deepest) throw damaged(file, `more than ${String(deepest)} elements inside each other`)
    const name = rename(given)
    const parent = kept.at(-1)
    if (parent || places.includes(path.join('/'))) {
      const element: XmlElement = { name, attributes: renamed.size === 0 ? own : Object.fromEntries(Object.entries(own).map(([key, value]) => [rename(key), value])), children: [] }
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

/** Prefixes of the file that stand for a name space that the readers know by another. */
function foreignPrefixes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, uri] of Object.entries(attributes)) {
    const prefix = key.startsWith('xmlns:') ? prefixes.get(uri) : undefined
    if (prefix !== undefined && prefix !== key.slice(6)) found.set(key.slice(6), prefix)
  }
  return found
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
