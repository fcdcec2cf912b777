import { readDocxFlow } from './docx/index.ts'
import type { ChunkReader } from './docx/chunk.ts'
import { formatOf } from './format.ts'
import { readHtmlFlow } from './html/index.ts'
import { htmlOfMime } from './html/mime.ts'
import { readText } from './index.ts'
import type { ReadLimits, TimeLimit } from './limits.ts'
import { readRtfFlow } from './rtf/index.ts'

/** Files inside of files inside of a file; Word itself makes none. */
const deepest = 8

/** What reads the files that a DOCX holds whole: pages, web archives, RTF, DOCX, text. */
export function chunkReader(limits: Pick<ReadLimits, 'inflated'>, time: TimeLimit, depth = 1): ChunkReader {
  return (bytes, file) => {
    switch (formatOf(bytes)) {
      case 'html':
        return readHtmlFlow(bytes, { name: file }, time)
      case 'rtf':
        return readRtfFlow(bytes, file, time)
      case 'docx':
        return depth < deepest ? readDocxFlow(bytes, file, { limits, time, readChunk: chunkReader(limits, time, depth + 1) }).flow : undefined
      case 'mhtml': {
        const page = htmlOfMime(bytes)
        return page && readHtmlFlow(page, { name: file }, time)
      }
      case 'text':
        return { paragraphs: readText(bytes, { name: file }).split(/\r\n?|\n/).map((text) => ({ pieces: [{ text }] })), notes: new Map() }
      default:
        return undefined
    }
  }
}
