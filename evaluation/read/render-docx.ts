/** A source as a DOCX: automatic numbers, footnotes, tables, headers and footers. */
import { languages } from '../../src/language/code.ts'
import { distribution } from '../corpus/distribution.ts'
import { factOf, factsOf, sentenceGap, type SourceBlock, type SourceDocument } from '../corpus/read-source.ts'
import { pageWordings } from '../corpus/page-wording.ts'
import { Lists } from './automatic-lists.ts'
import { zip } from './zip.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The bytes of the DOCX. */
export function renderDocx(document: SourceDocument): Uint8Array {
  return new DocxWriter(document).write()
}

class DocxWriter {
  readonly #document: SourceDocument
  readonly #lists: Lists
  readonly #rtl: boolean
  readonly #notes: string[] = []
  readonly #noteBlocks: Map<string, SourceBlock>
  readonly #placed = new Set<SourceBlock>()
  /** Notes that Word counts, so far. */
  #counted = 0

  constructor(document: SourceDocument) {
    this.#document = document
    this.#rtl = languages[document.language].direction === 'rtl'
    this.#lists = new Lists(document.blocks, document.language)
    this.#noteBlocks = new Map(document.blocks.filter(({ kind }) => kind === 'note').map((block) => [containerOf(block.address) + (block.marker ?? ''), block]))
  }

  write(): Uint8Array {
    // Notes are numbered in the order in which they come: LibreOffice goes by it, whatever their ids.
    const masthead = this.#masthead()
    const body = masthead + this.#document.blocks.map((block) => this.#block(block)).join('')
    const symbol = factsOf(this.#document, 'symbol').join('–')
    const job = `${factOf(this.#document, 'job') ?? ''} (${pageWordings[this.#document.language].letter})`
    const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="2268" w:bottom="1701" w:left="2268" w:header="709" w:footer="709" w:gutter="0"/>${this.#rtl ? '<w:bidi/>' : ''}<w:titlePg/></w:sectPr>`
    const page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const separators = ['separator', 'continuationSeparator'].map((type, id) => `<w:footnote w:type="${type}" w:id="${String(id - 1)}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`).join('')
    return zip(
      new Map([
        ['[Content_Types].xml', contentTypes()],
        ['_rels/.rels', relations([['rId1', 'officeDocument', 'word/document.xml']])],
        ['word/_rels/document.xml.rels', relations([['rId1', 'styles', 'styles.xml'], ['rId2', 'numbering', 'numbering.xml'], ['rId3', 'settings', 'settings.xml'], ['rId4', 'footnotes', 'footnotes.xml'], ['rId5', 'header', 'header1.xml'], ['rId6', 'footer', 'footer1.xml'], ['rId7', 'footer', 'footer2.xml']])],
        ['word/document.xml', `${head}<w:document ${spaces}><w:body>${body}${section}</w:body></w:document>`],
        ['word/styles.xml', this.#styles()],
        ['word/numbering.xml', this.#lists.xml(head)],
        ['word/settings.xml', `${head}<w:settings ${spaces}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`],
        ['word/footnotes.xml', `${head}<w:footnotes ${spaces}>${separators}${this.#notes.join('')}</w:footnotes>`],
        ['word/header1.xml', `${head}<w:hdr ${spaces}>${this.#plain(symbol, 'Header')}</w:hdr>`],
        ['word/footer1.xml', `${head}<w:ftr ${spaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${page}</w:p>${this.#plain(job, 'Footer')}</w:ftr>`],
        ['word/footer2.xml', `${head}<w:ftr ${spaces}>${this.#plain(job, 'Footer')}</w:ftr>`]
      ])
    )
  }

  #block(block: SourceBlock): string {
    const container = containerOf(block.address)
    const gap = sentenceGap(this.#document.language)
    const text = block.marked.split(/ [|~] /).filter((unit) => unit !== '∅').join(gap)
    switch (block.kind) {
      case 'section':
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
      case 'heading':
        return this.#paragraph(text, container, `Heading${String(block.depth ?? 1)}`, block)
      case 'note':
        return block.marker === undefined ? this.#paragraph(text, container, 'Boxed') : this.#placed.has(block) ? '' : this.#orphan(block)
      case 'table':
        return this.#table(block)
      case 'signature':
        return this.#paragraph(block.marked.split(/ [|~] /).filter((unit) => unit !== '∅').join('\n'), container, 'Signature')
      case 'dateline':
        return this.#paragraph(text, container, 'Dateline')
      default:
        return this.#paragraph(text, container, block.role === 'colophon' ? 'Dateline' : 'BodyText', block)
    }
  }

  #paragraph(marked: string, container: string, style: string, block?: SourceBlock): string {
    const counted = block === undefined ? undefined : this.#lists.of(block)
    const list = counted === undefined ? '' : `<w:numPr><w:ilvl w:val="${String(counted.level)}"/><w:numId w:val="${String(counted.number)}"/></w:numPr>`
    const typed = counted === undefined && block?.label !== undefined ? `${this.#run(block.label)}<w:r><w:tab/></w:r>` : ''
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${list}${this.#rtl ? '<w:bidi/>' : ''}</w:pPr>${typed}${this.#inline(marked, container)}</w:p>`
  }

  #plain(text: string, style: string): string {
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${this.#rtl ? '<w:bidi/>' : ''}</w:pPr>${this.#run(text)}</w:p>`
  }

  /** Bold, italic and marks of notes. */
  #inline(marked: string, container: string): string {
    let [bold, italic] = [false, false]
    return marked
      .split(/(\*\*|_|\[\^[^\]]{1,3}\]|\n|\t)/)
      .map((piece) => {
        if (piece === '**') bold = !bold
        else if (piece === '_') italic = !italic
        else if (piece === '\n') return '<w:r><w:br/></w:r>'
        else if (piece === '\t') return '<w:r><w:tab/></w:r>'
        else if (piece.startsWith('[^')) return this.#reference(piece.slice(2, -1), container)
        else return this.#run(piece, `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}`)
        return ''
      })
      .join('')
  }

  #run(text: string, properties = ''): string {
    if (text === '') return ''
    return `<w:r><w:rPr>${properties}${this.#rtl ? '<w:rtl/>' : ''}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
  }

  /** A footnote: counted where its marker is a number of the main text, typed where it is a star or an annex counts anew. */
  #reference(marker: string, container: string): string {
    const block = this.#noteBlocks.get(container + marker)
    if (block === undefined) throw new Error(`Unexpected mark ${marker}, expected a note of it`)
    this.#placed.add(block)
    const id = this.#notes.length + 1
    // Word order may put the second mark of a sentence first in a language.
    const counted = marker === String(this.#counted + 1) && container === this.#countedContainer()
    if (counted) this.#counted++
    const own = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>${counted ? '<w:footnoteRef/>' : `<w:t>${marker}</w:t>`}</w:r>`
    const gap = sentenceGap(this.#document.language)
    const text = block.marked.split(/ [|~] /).filter((unit) => unit !== '∅').join(gap)
    this.#notes.push(`<w:footnote w:id="${String(id)}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>${this.#rtl ? '<w:bidi/>' : ''}</w:pPr>${own}${this.#run(' ')}${this.#inline(text, container)}</w:p></w:footnote>`)
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference ${counted ? '' : 'w:customMarkFollows="1" '}w:id="${String(id)}"/>${counted ? '' : `<w:t>${marker}</w:t>`}</w:r>`
  }

  /** The first container with numbered notes: Word counts those. */
  #countedContainer(): string {
    const first = this.#document.blocks.find(({ kind, marker = '' }) => kind === 'note' && /^\d+$/.test(marker))
    return first === undefined ? '' : containerOf(first.address)
  }

  /** A note whose star stands on the symbol of the masthead. */
  #orphan(block: SourceBlock): string {
    return this.#paragraph(`${block.marker ?? ''} ${block.marked.split(/ [|~] /).filter((unit) => unit !== '∅').join(sentenceGap(this.#document.language))}`, '', 'FootnoteText')
  }

  #table(block: SourceBlock): string {
    const columns = block.rows[0]?.length ?? 1
    const width = Math.floor(7370 / columns)
    const rows = block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/></w:tcPr>${this.#plain(cell, 'Cell')}</w:tc>`).join('')}</w:tr>`)
    return tableXml(rows.join(''), Array.from({ length: columns }, () => width), this.#rtl, true)
  }

  #masthead(): string {
    const document = this.#document
    if (factOf(document, 'layout') === undefined) return ''
    const wording = pageWordings[document.language]
    const cell = (paragraphs: string, width: number): string => `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/></w:tcPr>${paragraphs}</w:tc>`
    const [left, right] = [4700, 2670]
    const record = factOf(document, 'layout') === 'record'
    const top = `<w:tr>${cell(this.#plain(wording.organization, 'Cell'), left)}${cell(this.#plain(factsOf(document, 'symbol').join('–'), 'Cell'), right)}</w:tr>`
    const facts = record ? [factOf(document, 'records') ?? ''] : distribution(document)
    const organs = [...factsOf(document, 'organ').map((organ) => this.#plain(organ, 'Organ')), ...(record ? factsOf(document, 'session').map((session) => this.#plain(session, 'Cell')) : [])]
    const middle = `<w:tr>${cell(organs.join(''), left)}${cell(facts.map((fact) => this.#plain(fact, 'Cell')).join(''), right)}</w:tr>`
    const keys = record ? ['meeting', 'time', 'place'] : ['session', 'agenda', 'title', 'session2', 'agenda2', 'title2']
    const below = document.facts.filter(([key]) => keys.includes(key)).map(([, value]) => this.#paragraph(value, '', 'Session'))
    // Name and State of the president stand on one line.
    const president = ['president-title', 'president', 'president-state'].flatMap((key) => factOf(document, key) ?? [])
    if (record) below.push(this.#paragraph(president.join('\t'), '', 'Session'))
    return tableXml(top + middle, [left, right], this.#rtl, false) + below.join('')
  }

  #styles(): string {
    const { language } = this.#document
    const fonts = language === 'ar' ? 'Noto Naskh Arabic' : language === 'zh' ? 'Noto Serif CJK SC' : 'Liberation Serif'
    const style = (id: string, name: string, paragraph: string, run: string): string => `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
    const headings = [28, 24, 22, 21].map((size, index) => style(`Heading${String(index + 1)}`, `heading ${String(index + 1)}`, `<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:outlineLvl w:val="${String(index)}"/>`, `<w:b/><w:bCs/><w:sz w:val="${String(size)}"/><w:szCs w:val="${String(size)}"/>`))
    // Arabic is not justified: LibreOffice would write the kashida that stretches its lines into the words.
    const align = this.#rtl ? '<w:jc w:val="left"/>' : '<w:jc w:val="both"/>'
    return `${head}<w:styles ${spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${fonts}" w:hAnsi="${fonts}" w:eastAsia="${fonts}" w:cs="${fonts}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${language}" w:eastAsia="${language === 'zh' ? 'zh-CN' : 'en-US'}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Normal', 'Normal', '', '')}${headings.join('')}${style('BodyText', 'Body Text', `<w:spacing w:after="120"/>${align}`, '')}${style('Cell', 'Cell', '', '')}${style('Organ', 'Organ', '', '<w:b/><w:sz w:val="34"/>')}${style('Session', 'Session', '', '')}${style('Dateline', 'Dateline', '<w:spacing w:after="120"/><w:jc w:val="right"/>', '<w:i/>')}${style('Signature', 'Signature', '<w:spacing w:after="120"/><w:ind w:left="3400"/>', '')}${style('Boxed', 'Boxed', '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>', '')}${style('FootnoteText', 'footnote text', '', '<w:sz w:val="17"/><w:szCs w:val="17"/>')}${style('Header', 'header', '', '<w:b/><w:sz w:val="18"/>')}${style('Footer', 'footer', '', '<w:b/><w:sz w:val="18"/>')}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`
  }
}

function tableXml(rows: string, widths: readonly number[], rtl: boolean, ruled: boolean): string {
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ruled ? `<w:tblBorders>${['top', 'bottom', 'insideH'].map(border).join('')}</w:tblBorders>` : ''
  return `<w:tbl><w:tblPr>${rtl ? '<w:bidiVisual/>' : ''}<w:tblW w:w="${String(widths.reduce((sum, width) => sum + width, 0))}" w:type="dxa"/>${borders}</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
}

function relations(list: ReadonlyArray<readonly [id: string, type: string, target: string]>): string {
  const items = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

function contentTypes(): string {
  const parts = [['document', 'document.main'], ['styles', 'styles'], ['numbering', 'numbering'], ['settings', 'settings'], ['footnotes', 'footnotes'], ['header1', 'header'], ['footer1', 'footer'], ['footer2', 'footer']]
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name = '', type = '']) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`).join('')}</Types>`
}

function containerOf(address: string): string {
  return /^(?:(?:annex|appendix|enclosure|part)\d+\/)+/.exec(address)?.[0] ?? ''
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
