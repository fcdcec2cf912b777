import { HexaplaError, silent, type Report } from '../../message/report.ts'
import type { Source } from '../../source/source.ts'
import { composeFlow } from '../flow/compose.ts'
import type { Flow, FlowParagraph } from '../flow/flow.ts'
import { TableColumns } from '../flow/table-columns.ts'
import { tieTypedMarks } from '../flow/typed-marks.ts'
import { damaged, type TimeLimit } from '../limits.ts'
import { CompoundFile } from './compound-file.ts'
import { readFonts } from './fonts.ts'
import { readFurniture } from './furniture.ts'
import { DocLists } from './lists.ts'
import { readNotes } from './notes.ts'
import { PropertyRuns } from './property-runs.ts'
import { StyleSheet } from './style-sheet.ts'
import { TextReader, type DocContext } from './text-reader.ts'
import { places, WordFile } from './word-file.ts'

/**
 * A DOC of Word 97 to 2003 to a source: paragraphs with the numbers that Word prints, notes, tables; changes as if accepted,
 * comments left out.
 *
 * Numbers of the kind that Word counted before it had lists are not in such a file: said as `read:numbers-lost`. Throws
 * `read:encrypted` and `read:damaged`.
 */
export function readDoc(bytes: Uint8Array, file: string, report: Report = silent, time?: TimeLimit): Source {
  // A DOCX with a password is such a file, too.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new HexaplaError('read:encrypted', { file }, file)
  try {
    const compound = new CompoundFile(bytes)
    if (WordFile.isEncrypted(compound)) throw new HexaplaError('read:encrypted', { file }, file)
    const word = new WordFile(compound)
    time?.check()
    const { flow, isNumberLost } = readFlow(word)
    time?.check()
    if (isNumberLost) report('read:numbers-lost', undefined, { file })
    return composeFlow(flow)
  } catch (error) {
    if (error instanceof HexaplaError) throw error
    // A place outside of a table is a `RangeError`.
    if (error instanceof Error) throw damaged(file, error instanceof RangeError ? 'a table of its document is cut off' : error.message)
    throw error
  }
}

function readFlow(file: WordFile): { flow: Flow; isNumberLost: boolean } {
  const fonts = readFonts(file)
  const notes = readNotes(file)
  const context: DocContext = {
    file,
    paragraphs: new PropertyRuns(file, 'paragraphs'),
    characters: new PropertyRuns(file, 'characters'),
    styles: new StyleSheet(file),
    fonts,
    lists: new DocLists(file, fonts),
    columns: new TableColumns(),
    tables: { count: 0 },
    references: new Map(notes.map((note) => [note.at, note])),
    sections: new Set(file.ranges(places.sections, 12).places),
    lost: { numbers: false }
  }
  const read = (name: 'body' | 'boxes' | 'headerBoxes'): FlowParagraph[] => {
    const { from, to } = file.range(name)
    return new TextReader(context).read(from, to)
  }
  const paragraphs = [...read('body'), ...read('boxes')]
  const bodies = new Map(notes.map(({ id, mark, from, to }) => [id, new TextReader(context, mark).read(from, to)]))
  tieTypedMarks(paragraphs, bodies)
  const { first, repeated } = readFurniture(context)
  const boxes = read('headerBoxes').map((paragraph): FlowParagraph => ({ ...paragraph, furniture: paragraph.furniture ?? 'running-head' }))
  const all = [...first, ...paragraphs, ...repeated, ...boxes]
  context.columns.place(all)
  return { flow: { paragraphs: all, notes: bodies }, isNumberLost: context.lost.numbers }
}
