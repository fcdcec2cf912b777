import type { Archive } from '../archive.ts'
import { damaged } from '../limits.ts'
import { child, descend, elements, innerText, readXml, visitXml, type XmlElement } from '../xml.ts'

/** Columns of a sheet, at most: XFD is the last one. */
const mostColumns = 16_384

/** The rows of the first sheet of a workbook as texts; empty rows are left out, empty cells are empty texts. */
export function sheetRows(archive: Archive, file: string): string[][] {
  const shared = sharedStrings(archive, file)
  const rows: string[][] = []
  const xml = archive.text(firstSheet(archive, file))
  if (xml === undefined) throw damaged(file, 'it has no sheet')
  visitXml(xml, ['worksheet/sheetData', 'x:worksheet/x:sheetData'], (row) => rows.push(cellsOf(row, shared)), file)
  return rows
}

function firstSheet(archive: Archive, file: string): string {
  const workbook = archive.text('xl/workbook.xml')
  const relations = archive.text('xl/_rels/workbook.xml.rels')
  if (workbook !== undefined && relations !== undefined) {
    const sheet = elements(elements(readXml(workbook, file)).find(({ name }) => local(name) === 'sheets')).at(0)
    const id = Object.entries(sheet?.attributes ?? {}).find(([name]) => local(name) === 'id' && name.includes(':'))?.[1]
    const target = elements(readXml(relations, file)).find(({ attributes }) => attributes.Id === id)?.attributes.Target
    if (target !== undefined) return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  }
  return 'xl/worksheets/sheet1.xml'
}

/** Texts that cells refer to by their number. */
function sharedStrings(archive: Archive, file: string): string[] {
  const xml = archive.text('xl/sharedStrings.xml')
  const strings: string[] = []
  if (xml !== undefined) visitXml(xml, ['sst', 'x:sst'], (item) => strings.push(richText(item)), file)
  return strings
}

/** The text of runs; what stands above characters to say how they are read is none of it. */
function richText(item: XmlElement): string {
  return elements(item)
    .filter(({ name }) => local(name) !== 'rPh')
    .map((each) => (local(each.name) === 't' ? unescaped(innerText(each)) : richText(each)))
    .join('')
}

/** `_x000A_` is how a workbook writes a character that XML has no place for. */
function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function cellsOf(row: XmlElement, shared: readonly string[]): string[] {
  const cells: string[] = []
  for (const cell of elements(row)) {
    if (local(cell.name) !== 'c') continue
    const at = columnOf(cell.attributes.r ?? '') ?? cells.length
    while (cells.length < at) cells.push('')
    cells[at] = textOf(cell, shared)
  }
  return cells
}

function textOf(cell: XmlElement, shared: readonly string[]): string {
  const prefix = cell.name.includes(':') ? cell.name.slice(0, cell.name.indexOf(':') + 1) : ''
  const value = child(cell, `${prefix}v`)
  switch (cell.attributes.t) {
    case 'inlineStr': {
      const inline = descend(cell, `${prefix}is`)
      return inline ? richText(inline) : ''
    }
    case 's':
      return shared[Number(value ? innerText(value) : -1)] ?? ''
    default:
      return value ? unescaped(innerText(value)) : ''
  }
}

/** 27 for `AB12`, counted from 0. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0]
  if (letters === undefined) return undefined
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return number > mostColumns ? undefined : number - 1
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
