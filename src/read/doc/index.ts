import WordExtractor from 'word-extractor'
import { HexaplaError, silent, type Report } from '../../message/report.ts'
import type { Source } from '../../source/source.ts'
import { composeFlow } from '../flow/compose.ts'
import type { FlowParagraph } from '../flow/flow.ts'
import { damaged, type TimeLimit } from '../limits.ts'
import { CompoundFile } from './compound-file.ts'
import { checkWordStreams, isEncrypted, withUnicodeHyphens } from './word-streams.ts'

/**
 * A DOC of Word 97 to 2003 to a source: its text, paragraph by paragraph; notes stand last.
 *
 * Numbers that Word counts itself are not in the text of such a file: said as `read:numbers-lost`. Throws `read:encrypted` and
 * `read:damaged`.
 */
export async function readDoc(bytes: Uint8Array, file: string, report: Report = silent, time?: TimeLimit): Promise<Source> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // A DOCX with a password is such a file, too.
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new HexaplaError('read:encrypted', { file }, file)
  const document = await extract(buffer, file)
  time?.check()
  const paragraphs = (text: string, furniture?: FlowParagraph['furniture']): FlowParagraph[] => text.replaceAll('\u001E', '\u2011').split(/[\n\r\f]/).map((line) => ({ pieces: [{ text: line }], ...(furniture === undefined ? {} : { furniture }) }))
  report('read:numbers-lost', undefined, { file })
  return composeFlow({
    paragraphs: [...paragraphs(document.getBody(asWritten)), ...paragraphs(document.getTextboxes(asWritten)), ...paragraphs(document.getFootnotes(asWritten)), ...paragraphs(document.getEndnotes(asWritten)), ...paragraphs(document.getHeaders(asWritten), 'running-head')],
    notes: new Map()
  })
}

/** The package would else make ASCII of quotation marks and dashes. */
const asWritten = { filterUnicode: false }

async function extract(buffer: Buffer, file: string): ReturnType<WordExtractor['extract']> {
  try {
    // The package trusts what the file says of itself: counts without end would take all memory.
    const compound = new CompoundFile(buffer)
    if (isEncrypted(compound)) throw new HexaplaError('read:encrypted', { file }, file)
    const pieces = checkWordStreams(compound)
    return await new WordExtractor().extract(withUnicodeHyphens(buffer, compound, pieces))
  } catch (error) {
    if (error instanceof HexaplaError) throw error
    // The package, too, throws errors of any kind for a file that it cannot follow.
    throw damaged(file, error instanceof Error ? error.message : String(error))
  }
}
