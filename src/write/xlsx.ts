/**
 * XLSX, the same rows as TSV in a workbook of one sheet: what is not for people is in hidden columns, Arabic is read from the
 * right, every cell is text, so that a spreadsheet turns no address into a date.
 */
import { type LanguageTag, traitsOf } from '../language/tag.ts'
import { unitStatuses } from '../tree/status.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { FileContext, Format, Packer, Serializer } from './format.ts'
import { columnNames, unitRow } from './unit-row.ts'
import { escapeAttribute, escapeText, xmlDeclaration } from './xml.ts'
import { ZipWriter } from './zip.ts'

export const xlsx: Format = {
  name: 'xlsx',
  title: 'XLSX workbook with the rows of TSV, for Excel and LibreOffice; `convert` reads it back',
  extension: 'xlsx',
  scopes: ['all'],
  partial: true,
  kind: 'table',
  heeds: ['numbering', 'splitMb'],
  open: (context) => new XlsxSerializer(context),
  pack: () => new XlsxPacker()
}

/** Characters of a cell, and rows of a sheet, that Excel takes. */
const longestCell = 32_767
const mostRows = 1_048_576

/** Columns that people look at, with their widths in characters; the others are hidden. */
const shown: Readonly<Record<string, number>> = { id: 14, symbol: 16, type: 9, score: 7, status: 11 }
const textWidth = 56

/** Styles by their places in `styles`: usual, head, text, text from the right. */
const [usualStyle, headStyle, textStyle, leftwardStyle] = [0, 1, 2, 3]

class XlsxSerializer implements Serializer {
  readonly #context: FileContext
  readonly #names: readonly string[]
  #rows = 1

  constructor(context: FileContext) {
    this.#context = context
    this.#names = columnNames(context.languages)
  }

  start(): string {
    const { languages } = this.#context
    const firstText = this.#names.length - languages.length
    const widths = this.#names.map((name, index) => {
      const width = index < firstText ? shown[name] : textWidth
      const number = String(index + 1)
      return `<col min="${number}" max="${number}" width="${String(width ?? 9)}" customWidth="1"${width === undefined ? ' hidden="1"' : ''}/>`
    })
    const head = this.#row(this.#names, () => headStyle)
    return [
      `${xmlDeclaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols>${widths.join('')}</cols><sheetData>${head}`
    ].join('')
  }

  unit(unit: Unit, document: DocumentRecord): string {
    const { languages, report } = this.#context
    const cells = unitRow(unit, document, this.#context)
    const length = Math.max(...cells.map((cell) => cell.length))
    if (length > longestCell || this.#rows >= mostRows) {
      report('write:sheet-full', undefined, { id: unit.id, actual: length > longestCell ? `text of ${length} characters` : `row ${this.#rows + 1}`, expected: length > longestCell ? `${longestCell} at most` : `${mostRows} rows at most` })
      return ''
    }
    this.#rows += 1
    const firstText = cells.length - languages.length
    return this.#row(cells, (index) => (index < firstText ? usualStyle : styleOf(languages[index - firstText] ?? '')))
  }

  end(): string {
    const status = columnName(this.#names.indexOf('status'))
    const list = unitStatuses.map(({ name }) => name).filter((name) => name !== 'corrected').join(',')
    const last = `${columnName(this.#names.length - 1)}${this.#rows}`
    return [
      '</sheetData>',
      `<autoFilter ref="A1:${last}"/>`,
      `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${status}2:${status}${Math.max(2, this.#rows)}"><formula1>${escapeText(`"${list}"`)}</formula1></dataValidation></dataValidations>`,
      '</worksheet>\n'
    ].join('')
  }

  #row(cells: readonly string[], styleAt: (index: number) => number): string {
    const filled = cells.map((cell, index) => (cell === '' ? '' : `<c r="${columnName(index)}${this.#rows}" s="${String(styleAt(index))}" t="inlineStr"><is><t xml:space="preserve">${escapeText(escapedCodes(cell))}</t></is></c>`))
    return `<row r="${this.#rows}">${filled.join('')}</row>`
  }
}

/** A text that looks as a workbook writes a character by its code must not be taken for one. */
function escapedCodes(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_')
}

function styleOf(code: LanguageTag): number {
  return traitsOf(code).direction === 'rtl' ? leftwardStyle : textStyle
}

/** `A` for 0, `AB` for 27. */
function columnName(index: number): string {
  const before = Math.floor(index / 26)
  return (before === 0 ? '' : columnName(before - 1)) + String.fromCharCode(65 + (index % 26))
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1" horizontal="right" readingOrder="2"/></xf></cellXfs></styleSheet>`

/** The parts of a workbook in front of its sheet. */
const parts: ReadonlyArray<readonly [name: string, xml: string]> = [
  ['[Content_Types].xml', `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/></Types>`],
  ['_rels/.rels', `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${escapeAttribute('units')}" sheetId="1" r:id="rId1"/></sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`],
  ['xl/styles.xml', styles]
]

class XlsxPacker implements Packer {
  readonly #zip = new ZipWriter()
  #isOpen = false

  push(text: string): Uint8Array {
    const head = this.#isOpen ? [] : [...parts.flatMap(([name, xml]) => [this.#zip.open(name), this.#zip.write(xmlDeclaration + xml)]), this.#zip.open('xl/worksheets/sheet1.xml')]
    this.#isOpen = true
    return Buffer.concat([...head, this.#zip.write(text)])
  }

  end(): Uint8Array {
    return this.#zip.close()
  }
}
