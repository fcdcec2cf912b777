import { isMarkdown, markdownSource } from './markdown.ts'
import type { Source, SourceLine } from './source.ts'

/** What ends a printed line: LF, CR, CRLF, form feed, vertical tab or a Unicode line end. */
const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

/** The source of a text: its lines, and what the marks of Markdown tell of them where it is that. */
export function textSource(text: string): Source {
  const source = plainSource(text)
  return isMarkdown(text) ? markdownSource(source) : source
}

/** The source of plain text. Its lines are read when somebody asks, who lets them go: a long text has many. */
function plainSource(text: string): Source {
  const pages: number[] = []
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) pages.push(at + 1)
  const source = {
    text,
    get lines() {
      return linesOf(text)
    }
  }
  return pages.length > 0 ? Object.assign(source, { pages }) : source
}

/** Printed lines and the blank space in front of them; a page begins behind each form feed. */
function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let page = 0
  let ends = 1
  let ruled = false
  lineEnd.lastIndex = 0
  for (let from = 0; from <= text.length; ) {
    const at = lineEnd.test(text) ? lineEnd.lastIndex : text.length + 1
    const stop = text[at - 2] === '\r' && text[at - 1] === '\n' ? at - 2 : at - 1
    read(from, stop)
    if (text[stop] === '\f') page++
    else ends++
    from = at
  }
  return lines

  function read(from: number, stop: number): void {
    const piece = text.slice(from, stop)
    const words = piece.trimStart()
    const start = stop - words.length
    const end = start + words.trimEnd().length
    if (end <= start) {
      if (piece.length > 1) ruled = true
      return
    }
    const line: SourceLine = { start, end, page, indent: start - from, gap: Math.max(0, ends - 1) }
    if (ruled) line.facts = { ruled }
    lines.push(line)
    ends = 0
    ruled = false
  }
}
