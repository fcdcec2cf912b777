import type { Source } from '../../source/source.ts'
import { composeFlow } from '../flow/compose.ts'
import type { Flow } from '../flow/flow.ts'
import { damaged, type TimeLimit } from '../limits.ts'
import { RtfDocument } from './document.ts'
import { readTokens } from './tokens.ts'

/**
 * An RTF to a source: paragraphs with the labels that the writer printed into the file, notes, tables.
 *
 * Deleted text, comments and pictures are left out. Throws `read:damaged` where groups are not closed: the file is cut.
 */
export function readRtf(bytes: Uint8Array, file: string, time?: TimeLimit): Source {
  return composeFlow(readRtfFlow(bytes, file, time))
}

/** The paragraphs of an RTF that is part of another document. */
export function readRtfFlow(bytes: Uint8Array, file: string, time?: TimeLimit): Flow {
  const document = new RtfDocument()
  let [depth, tokens] = [0, 0]
  for (const token of readTokens(bytes)) {
    if (token.kind === 'open' && ++depth > 2000) throw damaged(file, 'more than 2000 groups inside each other')
    document.take(token)
    if (++tokens % 4096 === 0) time?.check()
    // What stands behind the last brace is not of the document.
    if (token.kind === 'close' && --depth === 0) return document.finish()
  }
  throw damaged(file, `${String(depth)} groups are not closed: the file is cut`)
}
