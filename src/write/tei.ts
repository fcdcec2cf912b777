/**
 * TEI, as the UN Parallel Corpus has it: a file for each version of each document, paragraphs with sentences in them,
 * both numbered (`2:1`) so that cesAlign can link them. Cells of tables count as paragraphs do.
 */
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import { isoDate } from './date.ts'
import type { FileContext, Format, Serializer } from './format.ts'
import { SentenceCounter } from './sentence-counter.ts'
import { labelBefore, writtenText } from './written-text.ts'
import { startTag, textElement, xmlDeclaration } from './xml.ts'

export const tei: Format = {
  name: 'tei',
  title: 'TEI as the UN Parallel Corpus has it, a file for each version',
  extension: 'tei.xml',
  scopes: ['version'],
  partial: true,
  kind: 'document',
  heeds: ['date', 'langMap', 'numbering'],
  perDocument: true,
  open: (context) => new TeiSerializer(context)
}

class TeiSerializer implements Serializer {
  readonly #context: FileContext
  readonly #counter = new SentenceCounter()
  /** The elements that are open round the sentences, outermost first. */
  #open: OpenElement[] = []

  constructor(context: FileContext) {
    this.#context = context
  }

  start(document: DocumentRecord): string {
    const { languages, options } = this.#context
    const [code] = languages
    const record = code === undefined ? undefined : document.versions[code]
    const title = document.symbol ?? document.name ?? options.name
    const date = record?.date?.replaceAll('-', '')
    const identifiers = [
      ...(document.symbol === undefined ? [] : [textElement('idno', { type: 'symbol' }, document.symbol)]),
      ...(record?.jobNumber === undefined ? [] : [textElement('idno', { type: 'jobno' }, record.jobNumber)])
    ]
    const made = options.date === undefined ? [] : [`<revisionDesc><change>${isoDate(options.date)}</change></revisionDesc>`]
    return [
      `${xmlDeclaration}<TEI.2>`,
      '<teiHeader>',
      '<fileDesc>',
      `<titleStmt>${textElement('title', {}, title)}</titleStmt>`,
      '<publicationStmt>',
      ...(date === undefined ? [] : [textElement('date', {}, date)]),
      ...identifiers,
      '</publicationStmt>',
      '</fileDesc>',
      `<profileDesc><langUsage>${textElement('language', { id: code }, code ?? '')}</langUsage></profileDesc>`,
      ...made,
      '</teiHeader>',
      '<text>',
      '<body>\n'
    ].join('\n')
  }

  unit(unit: Unit): string {
    const { languages, options, report } = this.#context
    const [code] = languages
    const version = code === undefined ? undefined : unit.versions[code]
    if (code === undefined || version === undefined) return ''
    const ids = this.#counter.next(version)
    return version.segments
      .map((segment, index) => {
        const id = ids[index] ?? ''
        const label = options.numbering === 'keep' && index === 0 ? labelBefore(version, code, unit.id, report) : ''
        const text = label + writtenText(segment, unit.id, report)
        return `${this.#openBlock(id, version.addresses[index] ?? '')}${textElement('s', { id, lang: options.langMap[code] ?? code }, text)}\n`
      })
      .join('')
  }

  closeDocument(): string {
    return this.#close(0)
  }

  end(): string {
    return '</body>\n</text>\n</TEI.2>\n'
  }

  /** Opens what a sentence stands in where it is not open yet: a paragraph, or table, row and cell. */
  #openBlock(sentence: string, address: string): string {
    const [id] = sentence.split(':', 1)
    const wanted = elementsOf(address, id ?? '')
    const same = wanted.findIndex(({ key }, level) => key !== this.#open[level]?.key)
    if (same < 0 && wanted.length === this.#open.length) return ''
    const closed = this.#close(same < 0 ? wanted.length : same)
    const opened = wanted.slice(this.#open.length)
    this.#open = wanted
    return closed + opened.map(({ name, key }) => `${startTag(name, name === 'p' || name === 'cell' ? { id: key } : {})}\n`).join('')
  }

  #close(level: number): string {
    const closed = this.#open.slice(level).reverse()
    this.#open = this.#open.slice(0, level)
    return closed.map(({ name }) => `</${name}>\n`).join('')
  }
}

interface OpenElement {
  name: 'cell' | 'p' | 'row' | 'table'
  /** What tells it from others of its name. */
  key: string
}

/** The elements round a sentence: `t1/2/3#1` stands in a cell. */
function elementsOf(address: string, id: string): OpenElement[] {
  const [, row = '', table = ''] = /^(((?:[^#]*\/)?t\d+(?:~\d+)?)\/\d+)\/\d+(?:#|$)/.exec(address) ?? []
  if (table === '') return [{ name: 'p', key: id }]
  return [
    { name: 'table', key: table },
    { name: 'row', key: row },
    { name: 'cell', key: id }
  ]
}
