import { cellLines, hasTableTags, htmlCells, pipeCells } from './markdown-table.ts'
import type { LineFacts, Source, SourceLine } from './source.ts'

/** What Markdown has, each with a part that is quick to look for: headings, marks in front of notes, escapes, bold type twice. `# 12` may stand in any text. */
const signs: ReadonlyArray<readonly [part: string, sign: RegExp]> = [
  ['##', /^#{2,6}(?: \S|\p{L})/mu],
  ['# ', /(?:^|\n[ \t]*\r?\n)# (?!\d+(?:[^\d.．)）、:]|$))\S/],
  ['\\', /\\[.()[\]*_-]/],
  ['[^', /^\[\^\w{1,20}\]:/m],
  ['**', /\*\*\p{L}[^*\n]{0,200}\*\*[^*]{0,4000}\*\*\p{L}[^*\n]{0,200}\*\*/u]
]

/** Whether a text is Markdown, as pandoc, models of page layout and people write it. */
export function isMarkdown(text: string): boolean {
  return signs.some(([part, sign]) => text.includes(part) && sign.test(text))
}

/** A source of Markdown with what its marks tell: headings, bullets, notes, rules, tables without strokes at their edges, and what is no text. */
export function markdownSource({ text, pages, lines }: Source): Source {
  return { text, ...(pages ? { pages } : {}), marked: true, lines: new MarkdownLines(text, lines).read() }
}

/** A heading, but `# 12`. */
const atx = /^(#{1,6})(?: {1,3}(?=\S)(?!(?<=^# {1,3})\d+(?:$|[^\d.．)）、:]))|(?<=##)(?=\p{L}))/u
/** A line that ends as an item or a recital does: a model of page layout set it as a heading. */
const goesOn = /[;,；，،؛](?: \p{L}{1,3})?$/u
const sentence = /[.。](?:[”"»」)]|<\/?\w+>|\*\*)?$/
const longestHeading = 160

/** Lines that are underlined: `===` for a title, `---` for a heading. */
const underline = /^(?:={3,}|-{3,})$/
const rule = /^(?:(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$/
/** Comments, pictures, and places that links lead to, alone on a line. */
const invisible = /^(?:<!--[^<>]*-->|!\[[^\]]{0,400}\]\([^()\s]{0,400}\)|(?:<(?:a|span)\b[^<>]{0,400}><\/(?:a|span)>)+)$/
const bullet = /^[-+*] (?=\S)/
const noteHead = /^\[\^(\w{1,20})\]: ?/
const noteMark = /\[\^(\w{1,20})\](?!:)/g
const raised = /<sup>\s?([^<>]{1,8}?)\s?<\/sup>/g
const separator = /^:?-{2,}:? *(?:\| *:?-{2,}:? *)+$/

/** Tables of HTML are counted from here. */
const firstHtml = 1_000_000

class MarkdownLines {
  readonly #text: string
  readonly #lines: readonly SourceLine[]
  readonly #facts = new Map<number, LineFacts>()
  /** The columns of the lists that are open. */
  #lists: number[] = []
  /** The note that is open. */
  #note: string | undefined
  #tables = 0
  /** The cells of lines with tags of tables, and the cell that is open in them. */
  readonly #html = new Map<number, ReturnType<typeof htmlCells>>()
  #open: NonNullable<LineFacts['cell']> = { table: firstHtml, row: -1, column: -1 }

  constructor(text: string, lines: readonly SourceLine[]) {
    this.#text = text
    this.#lines = lines
  }

  read(): SourceLine[] {
    const from = this.#passProperties()
    for (let index = from; index < this.#lines.length; index++) this.#describe(index)
    return this.#lines.flatMap((line, index) => {
      const facts = this.#facts.get(index)
      if (facts === undefined) return line
      const own = { ...line, facts: { ...line.facts, ...facts } }
      const { cell } = facts
      return cell === undefined ? own : cellLines(this.#text, own, this.#html.get(index) ?? pipeCells(this.#text, line, cell))
    })
  }

  #at(index: number): string {
    const line = this.#lines[index]
    return line ? this.#text.slice(line.start, line.end) : ''
  }

  #add(index: number, facts: LineFacts): void {
    this.#facts.set(index, { ...this.#facts.get(index), ...facts })
  }

  /** Properties between two rules above the text; gives the line behind them. */
  #passProperties(): number {
    if (this.#at(0) !== '---') return 0
    const end = this.#lines.findIndex((line, index) => index > 0 && (line.gap > 0 || /^(?:---|\.\.\.)$/.test(this.#at(index))))
    if (end < 2 || this.#lines[end]?.gap !== 0 || !/^\w[\w-]*:/.test(this.#at(1))) return 0
    for (let index = 0; index <= end; index++) this.#add(index, { furniture: 'invisible', ends: true })
    return end + 1
  }

  #describe(index: number): void {
    const line = this.#lines[index] as SourceLine
    const value = this.#at(index)
    if (this.#goesOnInNote(line)) {
      this.#add(index, { note: { id: this.#note ?? '' } })
      return
    }
    this.#note = undefined
    const [, id] = noteHead.exec(value) ?? []
    const [, marks] = atx.exec(value) ?? []
    if (id !== undefined) {
      this.#note = id
      this.#add(index, { note: { id, marker: [line.start, line.start + value.indexOf(':') + 1] } })
    } else if (marks !== undefined) this.#add(index, isHeading(value) ? { heading: marks.length, ends: true } : { ends: true })
    else if (underline.test(value) && this.#isUnderlined(index)) {
      this.#add(index - 1, { heading: value.startsWith('=') ? 1 : 2, ends: true })
      this.#add(index, { furniture: 'rule' })
    } else if (rule.test(value)) this.#add(index, { furniture: 'rule' })
    else if (invisible.test(value)) this.#add(index, { furniture: 'invisible' })
    else if (value.startsWith('<') && hasTableTags(value)) this.#tags(index, line)
    else if (separator.test(value) && line.gap === 0) this.#table(index)
    else this.#inLine(index, line, value)
  }

  /** The lines of a note behind its first are set in, or follow it without a blank line. */
  #goesOnInNote({ indent, gap, start }: SourceLine): boolean {
    if (this.#note === undefined || this.#text.startsWith('[^', start)) return false
    return indent >= 2 || (gap === 0 && !/[#>|]/.test(this.#text[start] ?? ''))
  }

  /** Whether a line is underlined: one line alone, as short as a heading. */
  #isUnderlined(index: number): boolean {
    const above = this.#at(index - 1)
    const facts = this.#facts.get(index - 1)
    return index > 0 && this.#lines[index]?.gap === 0 && (index === 1 || this.#lines[index - 1]?.gap !== 0) && facts?.heading === undefined && facts?.furniture === undefined && above.length < longestHeading && /\p{L}/u.test(above) && !goesOn.test(above) && !sentence.test(above)
  }

  /** A line with tags of a table of HTML. */
  #tags(index: number, line: SourceLine): void {
    const cells = htmlCells(this.#text, line, this.#open)
    const [first] = cells
    if (first === undefined) this.#add(index, { furniture: 'invisible' })
    else {
      this.#html.set(index, cells)
      this.#add(index, { cell: first.cell })
    }
  }

  /** A table without strokes at its edges: the row above the separator, and those below. */
  #table(index: number): void {
    const width = this.#at(index).split('|').length
    const isRow = (at: number): boolean => {
      const value = this.#at(at)
      return !value.startsWith('|') && value.split('|').length === width
    }
    if (!isRow(index - 1)) return
    const table = this.#tables++
    this.#add(index - 1, { cell: { table, row: 0, column: 0 } })
    this.#add(index, { furniture: 'rule' })
    for (let at = index + 1, row = 1; this.#lines[at]?.gap === 0 && isRow(at); at++, row++) this.#add(at, { cell: { table, row, column: 0 } })
  }

  #inLine(index: number, line: SourceLine, value: string): void {
    if (bullet.test(value) && (!value.startsWith('*') || this.#isListed(index))) {
      this.#lists = this.#lists.filter((column) => column < line.indent - 1)
      this.#add(index, { bullet: this.#lists.length })
      this.#lists.push(line.indent)
    } else if (line.gap > 0 && line.indent < 2) this.#lists = []
    if (value.includes('[^')) {
      const references = [...value.matchAll(noteMark)].map((mark) => ({ start: line.start + mark.index, end: line.start + mark.index + mark[0].length, note: mark[1] ?? '' }))
      if (references.length > 0) this.#add(index, { references })
    }
    if (value.includes('<sup>')) {
      const marks = [...value.matchAll(raised)].map((mark): [number, number] => {
        const start = line.start + mark.index + mark[0].indexOf(mark[1] ?? '')
        return [start, start + (mark[1] ?? '').length]
      })
      if (marks.length > 0) this.#add(index, { raised: marks })
    }
    if (/^\*\*[^*]+\*\*$/.test(value)) this.#add(index, { bold: true, ...(line.gap > 0 ? { ends: true } : {}) })
  }

  /** Whether a star is one of several: one alone may be a note's. */
  #isListed(index: number): boolean {
    return [index - 1, index + 1].some((at) => this.#at(at).startsWith('* '))
  }
}

/** Whether a line that is set as a heading is one: no item, recital or numbered paragraph, which models of page layout set so, too. */
function isHeading(value: string): boolean {
  return value.length < 2 * longestHeading && !goesOn.test(value) && !(sentence.test(value) && (value.length > longestHeading || /^#{1,6} {1,3}[(（]?[\p{L}\d]{1,4}[.)）] /u.test(value)))
}
