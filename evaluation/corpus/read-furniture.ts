/** Reads what belongs to the page, not to the text, out of a document whose pages are laid out. */

/** A string that one page prints. Strings of one page may share a line of an extract. */
export interface PageFurniture {
  page: number
  /** As in the tree: `running-head`, `page-number`, `job-number`, `bar-code`, `continuation`, `rule`, `contents`. */
  kind: string
  value: string
}

const piece = /<div class="page |<div class="f(?: bar)?" data-kind="([a-z-]+)"[^>]*>([^<]*)<|<div class="b (contents-(?:line|title|head))[^>]*>(.*?)<\/div>/gs

/** All furniture, page by page, in the order of the document. */
export function readFurniture(html: string): PageFurniture[] {
  const list: PageFurniture[] = []
  let page = 0
  for (const match of html.matchAll(piece)) {
    if (match[1] !== undefined) list.push({ page, kind: match[1], value: unescapeHtml(match[2] ?? '') })
    else if (match[3] !== undefined) list.push({ page, kind: 'contents', value: unescapeHtml((match[4] ?? '').replace(/<[^<>]*>/g, ' ')).replace(/ +/g, ' ').trim() })
    else page += 1
  }
  return list
}

function unescapeHtml(text: string): string {
  return text.replace(/&nbsp;/g, '\u00A0').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\u00AD/g, '')
}
