import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Source } from '../../source/source.ts'
import { composeFlow } from '../flow/compose.ts'
import { damaged } from '../limits.ts'
import { findNotes } from './notes.ts'
import { readPage } from './page.ts'

/**
 * A page in HTML to a source: blocks as a browser shows them, the numbers of lists among them, notes, tables.
 *
 * `html` is the text of the file. What stands around the main part of the page is furniture. Throws `read:damaged` for a page
 * whose elements stand too deep inside each other.
 */
export function readHtml(html: string, file: string): Source {
  const root = parseHtml(html, file)
  return composeFlow(readPage(root, findNotes(root)))
}

/** No page has elements this deep inside each other; the parser of the browser stops at 512. */
const deepest = 1000

function parseHtml(html: string, file: string): Root {
  if (nesting(html) > deepest) throw damaged(file, `more than ${String(deepest)} elements inside each other`)
  return unified().use(rehypeParse).parse(html)
}

/** Elements without an end. */
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Elements that their next sibling ends. */
const implied = new Set(['dd', 'dt', 'li', 'option', 'p', 'td', 'th', 'tr', 'thead', 'tbody', 'colgroup', 'body', 'html', 'head'])

/** How deep the tags of a text go, those aside that need no end. */
function nesting(html: string): number {
  let depth = 0
  let most = 0
  for (const [, slash, name = '', close] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*?(\/?)>/gi)) {
    const tag = name.toLowerCase()
    if (empty.has(tag) || implied.has(tag) || close === '/') continue
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1
    most = Math.max(most, depth)
  }
  return most
}
