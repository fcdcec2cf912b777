/** Workbooks of one sheet, for a fuzz that changes the sheet. */
import { zip } from '../read/zip.ts'

/** The sheet that holds the cells of a table of tab-separated values, each text in its place. */
export function sheetOf(tsv: string): string {
  const rows = tsv.replace(/^\uFEFF/, '').trimEnd().split('\n')
  const cell = (text: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row) => `<row>${row.split('\t').map(cell).join('')}</row>`).join('\n')}</sheetData></worksheet>`
}

/** A workbook of this sheet. */
export function makeWorkbook(sheet: string): Uint8Array {
  return zip(new Map([['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'], ['xl/worksheets/sheet1.xml', sheet]]))
}
