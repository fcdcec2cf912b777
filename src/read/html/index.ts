import type { Nodes, Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Source } from '../../source/source.ts'
import { composeFlow } from '../flow/compose.ts'
import type { Flow } from '../flow/flow.ts'
import { readText, type ReadOptions } from '../index.ts'
import { damaged, type TimeLimit } from '../limits.ts'
import { withProperties, type GivenProperties } from '../properties.ts'
import { elementsOf, isElement, property, textOf } from './element.ts'
import { findNotes } from './notes.ts'
import { readPage } from './page.ts'

/**
 * A page in HTML to a source: blocks as a browser shows them, the numbers of lists among them, notes, tables.
 *
 * What stands around the main part of the page is furniture. Throws `read:damaged` for a page whose elements stand too deep
 * inside each other, and as `readText` does for the encoding, which the page itself may name.
 */
export function readHtml(bytes: Uint8Array, options: ReadOptions = {}, time?: TimeLimit): Source {
  const root = rootOf(bytes, options, time)
  return withProperties(composeFlow(readPage(root, findNotes(root), time)), () => pageProperties(root))
}

/** The paragraphs of a page that is part of another document. */
export function readHtmlFlow(bytes: Uint8Array, options: ReadOptions, time?: TimeLimit): Flow {
  const root = rootOf(bytes, options, time)
  return readPage(root, findNotes(root), time)
}

function rootOf(bytes: Uint8Array, options: ReadOptions, time: TimeLimit | undefined): Root {
  const encoding = options.encoding ?? declaredEncoding(bytes)
  const html = readText(bytes, { ...options, markup: true, ...(encoding === undefined ? {} : { encoding }) })
  return parseHtml(html, options.name ?? 'standard input', time)
}

/** What the root and the head of a page say. */
function pageProperties(root: Root): GivenProperties {
  let language: string | undefined
  for (const [element] of elementsOf(root)) {
    if (isElement(element, 'html')) language = property(element, 'lang') ?? property(element, 'xmlLang')
    else if (isElement(element, 'title')) return { language, title: textOf(element) }
    else if (isElement(element, 'body')) break
  }
  return { language }
}

/** The encoding that a page declares in its head, where it is one that is known and no byte order mark says another. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if ((bytes[0] === 0xef && bytes[1] === 0xbb) || bytes[0] === 0xff || bytes[0] === 0xfe) return undefined
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  const label = /<meta[^>]{1,200}charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i.exec(head)?.[1]?.toLowerCase()
  // A page that says UTF-16 in ASCII cannot be that, and one that says UTF-8 is tried as such in any case.
  return label === undefined || label.startsWith('utf-') || !isEncoding(label) ? undefined : label
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** No page has elements this deep inside each other; the parser of the browser stops at 512. */
const deepest = 1000

/** Elements that are made between two looks at the time. */
const often = 1000

/**
 * The tree of a page. A page has an element for each tag and a handful that it leaves out; but each paragraph begins anew the fonts
 * and the bold type that were left open, so that some kilobytes would make millions of elements.
 */
function parseHtml(html: string, file: string, time: TimeLimit | undefined): Root {
  if (nesting(html) > deepest) throw damaged(file, `more than ${String(deepest)} elements inside each other`)
  try {
    let made = 0
    const createElement: typeof defaultTreeAdapter.createElement = (...element) => {
      if (++made % often === 0) time?.check()
      if (made > often + html.length / 2) throw damaged(file, 'its elements are left open and begun anew without end')
      return defaultTreeAdapter.createElement(...element)
    }
    const page = parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(html, { treeAdapter: { ...defaultTreeAdapter, createElement }, scriptingEnabled: false })
    const root = fromParse5(page) as Root
    time?.check()
    // Elements that a page leaves open nest in ways that its tags do not show.
    if (depthOf(root) <= deepest) return root
  } catch (error) {
    // Deeper than the parser itself can follow.
    if (!(error instanceof RangeError)) throw error
  }
  throw damaged(file, `more than ${String(deepest)} elements inside each other`)
}

/** How many elements of a tree stand inside each other. */
function depthOf(root: Root): number {
  let depth = 0
  for (let level: readonly Nodes[] = root.children; level.length > 0; level = level.flatMap((node) => ('children' in node ? node.children : []))) depth++
  return depth
}

/** Elements without an end. */
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Elements that their next sibling ends. */
const implied = new Set(['dd', 'dt', 'li', 'option', 'p', 'td', 'th', 'tr', 'thead', 'tbody', 'colgroup', 'body', 'html', 'head'])

/** How deep the tags of a text go, those aside that need no end. */
function nesting(html: string): number {
  let depth = 0
  let most = 0
  for (const { 0: tag, 1: name = '', index } of html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)) {
    if (empty.has(name.toLowerCase()) || implied.has(name.toLowerCase())) continue
    if (tag[1] === '/') depth = Math.max(0, depth - 1)
    else if (html[html.indexOf('>', index) - 1] !== '/') depth++
    most = Math.max(most, depth)
  }
  return most
}
