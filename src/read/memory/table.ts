/** Tables of units, back from a spreadsheet: TSV, as it is or as a spreadsheet quotes it, and XLSX. */
import { HexaplaError } from '../../message/report.ts'
import type { AlignedDocument, Unit } from '../../tree/unit.ts'
import { Archive } from '../archive.ts'
import { readLimits, tooLarge } from '../limits.ts'
import { decode, type ByteStream } from './decode.ts'
import { ReadingLog, type MemoryReadOptions } from './reading-log.ts'
import { isUnedited, readColumns, unitsOfRows } from './unit-table.ts'
import { sheetRows } from './xlsx-sheet.ts'

/**
 * Reads the units of a TSV table as `--to tsv` writes it, with or without a byte order mark, in UTF-8 or UTF-16, with cells in
 * quotation marks or without. Text that was edited since it was written is `reviewed`; what cannot be placed is said.
 */
export async function* readTsv(bytes: ByteStream, file = 'standard input', options: MemoryReadOptions = {}): AsyncGenerator<AlignedDocument, void, undefined> {
  const log = new ReadingLog(file, options)
  const pieces: string[] = []
  let length = 0
  for await (const piece of decode(bytes, file)) {
    length += piece.length
    if (length > readLimits.bytes) throw tooLarge(file, 'bytes', readLimits.bytes)
    pieces.push(piece)
  }
  yield* unitsOfRows(rowsOfText(pieces.join('').replace(/^\uFEFF/u, '')), file, log, granularityOfName(file))
  log.end()
}

/** Reads the units of the first sheet of an XLSX file, as {@link readTsv} does those of a TSV table. */
export async function* readXlsx(bytes: ByteStream, file = 'standard input', options: MemoryReadOptions = {}): AsyncGenerator<AlignedDocument, void, undefined> {
  const log = new ReadingLog(file, options)
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    const part = typeof piece === 'string' ? Buffer.from(piece) : piece
    length += part.length
    if (length > readLimits.bytes) throw tooLarge(file, 'bytes', readLimits.bytes)
    pieces.push(part)
  }
  const all = Buffer.concat(pieces)
  if (all[0] !== 0x50 || all[1] !== 0x4b) throw new HexaplaError('read:memory-columns', { file, actual: 'without a workbook' }, file)
  yield* unitsOfRows(sheetRows(new Archive(all, file, readLimits), file), file, log, granularityOfName(file))
  log.end()
}

/** A table without a column for it: `note.para.tsv` holds paragraphs. */
function granularityOfName(file: string): Pick<Unit, 'granularity'> {
  return { granularity: /\.para\./u.test(file) ? 'paragraph' : 'sentence' }
}

/**
 * The rows of a table. hexapla quotes nothing, and spreadsheets quote cells with a quotation mark in them: of the two ways to
 * read it, that one is right by which more rows agree with their sums.
 */
export function rowsOfText(text: string): string[][] {
  const plain = plainRows(text)
  if (!/(?:^|[\t\n])"/u.test(text)) return plain
  const quoted = quotedRows(text)
  const columns = readColumns(quoted[0] ?? [])
  if (columns === undefined) return plain
  const agreeing = (rows: readonly string[][]): number => rows.filter((row) => isUnedited(row, columns) === true).length
  const width = quoted[0]?.length ?? 0
  const [byQuotes, asItIs] = [agreeing(quoted), agreeing(plain)]
  if (byQuotes !== asItIs) return byQuotes > asItIs ? quoted : plain
  // Without sums to go by: quotation marks that are doubled, in rows that are all of one width.
  return /"[^\t\n]*""/u.test(text) && quoted.every((row) => row.length <= width) ? quoted : plain
}

function plainRows(text: string): string[][] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => line.split('\t'))
}

/** Cells as RFC 4180 quotes them, parted by tabs. */
function quotedRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at <= text.length; ) {
    let cell: string
    if (text[at] === '"') {
      let end = at + 1
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    } else cell = ''
    const stop = nextEnd(text, at)
    cell += text.slice(at, stop)
    const isLast = text[stop] !== '\t'
    row.push(isLast && cell.endsWith('\r') ? cell.slice(0, -1) : cell)
    at = stop + 1
    if (!isLast) continue
    if (row.length > 1 || row[0] !== '' || at <= text.length) rows.push(row)
    row = []
  }
  return rows
}

function nextEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\t' || text[at] === '\n') return at
  return text.length
}
